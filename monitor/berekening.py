"""From rows to the figures of indicator 23 (begrippen.md §3)."""

import datetime
from collections import Counter
from collections.abc import Iterable

from mantelzorg.models import Programma
from mantelzorg.volgorde import alfabetisch
from monitor.bron import NU, TOT_NU_TOE, Praktijkrij, Rijen, Typerij, lees, momentopname
from monitor.indicator import (
    Deelnemers,
    Experimenten,
    Indicator23,
    Ontwerpvragen,
    Organisatietypeaantal,
    Praktijkcijfers,
    Praktijken,
)
from praktijken.models.praktijk import Status


def bereken(programma: Programma, peildatum: datetime.date) -> Indicator23:
    """All figures of `programma` at `peildatum`, as the records stand now."""
    with momentopname():
        rijen = lees(programma, peildatum)
    return uit_rijen(programma.slug, peildatum, rijen)


def uit_rijen(slug: str, peildatum: datetime.date, rijen: Rijen) -> Indicator23:
    """The figures these rows amount to."""
    opgestart = opgestart_op(rijen.praktijken, peildatum)
    ids = {praktijk.id for praktijk in opgestart}
    return Indicator23(
        programma=slug,
        peildatum=peildatum,
        praktijken=_praktijken(opgestart, peildatum),
        gemeenten=len({gemeente.code for gemeente in rijen.gemeenten if gemeente.praktijk in ids}),
        organisaties=rijen.organisaties,
        ontwerpvragen=_ontwerpvragen([rijen.ontwerpvragen.get(praktijk.id, 0) for praktijk in opgestart]),
        experimenten=_experimenten(rijen),
        deelnemers=_deelnemers(rij for rij in rijen.typen if rij.telling == NU),
        deelnemers_tot_nu_toe=_deelnemers(rij for rij in rijen.typen if rij.telling == TOT_NU_TOE),
        per_praktijk=_per_praktijk(opgestart, rijen),
    )


def opgestart_op(praktijken: Iterable[Praktijkrij], dag: datetime.date) -> tuple[Praktijkrij, ...]:
    """The practices opgestart on `dag`, in the order of the figures per practice: naam, then code."""
    opgestart = (praktijk for praktijk in praktijken if praktijk.status_op(dag) is not Status.GEPLAND)
    return tuple(sorted(opgestart, key=volgorde))


def volgorde(praktijk: Praktijkrij) -> tuple[tuple[str, str], str]:
    """Sort key of practices (§3, per praktijk)."""
    return alfabetisch(praktijk.naam), praktijk.code


def _praktijken(opgestart: tuple[Praktijkrij, ...], peildatum: datetime.date) -> Praktijken:
    stand = Counter(praktijk.status_op(peildatum) for praktijk in opgestart)
    return Praktijken(
        opgestart=len(opgestart),
        actief=stand[Status.ACTIEF],
        afgerond=stand[Status.AFGEROND],
        voortijdig_gestopt=stand[Status.VOORTIJDIG_GESTOPT],
        samengevoegd=stand[Status.SAMENGEVOEGD],
    )


def _ontwerpvragen(per_praktijk: list[int]) -> Ontwerpvragen:
    return Ontwerpvragen(
        totaal=sum(per_praktijk),
        minimum_per_praktijk=min(per_praktijk, default=None),
        maximum_per_praktijk=max(per_praktijk, default=None),
    )


def _experimenten(rijen: Rijen) -> Experimenten:
    stand: Counter[str] = Counter()
    for rij in rijen.experimenten:
        stand[rij.afloop] += rij.aantal
    return Experimenten(
        opgestart=stand.total(),
        lopend=stand[""],
        afgerond=stand[Status.AFGEROND],
        voortijdig_gestopt=stand[Status.VOORTIJDIG_GESTOPT],
    )


def _deelnemers(rijen: Iterable[Typerij]) -> Deelnemers:
    per_type = {rij.type: rij.aantal for rij in rijen}
    onbekend = per_type.get(None, 0)
    typen = [Organisatietypeaantal(naam=naam, aantal=aantal) for naam, aantal in per_type.items() if naam is not None]
    bekend = sum(per_type.values()) - onbekend
    return Deelnemers(
        totaal=bekend + onbekend,
        bekend=bekend,
        onbekend=onbekend,
        typen=tuple(sorted(typen, key=lambda regel: (-regel.aantal, alfabetisch(regel.naam)))),
    )


def _per_praktijk(opgestart: tuple[Praktijkrij, ...], rijen: Rijen) -> tuple[Praktijkcijfers, ...]:
    experimenten: Counter[int] = Counter()
    for rij in rijen.experimenten:
        experimenten[rij.praktijk] += rij.aantal
    return tuple(
        Praktijkcijfers(
            code=praktijk.code,
            naam=praktijk.naam,
            ontwerpvragen=rijen.ontwerpvragen.get(praktijk.id, 0),
            experimenten=experimenten[praktijk.id],
            deelnemers=rijen.deelnemers.get(praktijk.id, 0),
        )
        for praktijk in opgestart
    )
