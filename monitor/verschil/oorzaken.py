"""Why one record counts otherwise in the second telling than in the first."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from monitor.feiten import (
    Deelnemerfeit,
    Experimentfeit,
    Feit,
    Gemeentefeit,
    Organisatiefeit,
    Praktijkfeit,
)
from monitor.oordelen import Figuursleutel
from monitor.verschil.soorten import Oorzaak
from monitor.verschil.telling import GEMEENTE, NIET_TE_KOPPELEN, Getelden, Record, Telling, bij
from praktijken.models.praktijk import Afloop, Status, status_op

_AFLOOP = {
    Status.AFGEROND: Oorzaak.AFGEROND,
    Status.VOORTIJDIG_GESTOPT: Oorzaak.GESTOPT,
    Status.SAMENGEVOEGD: Oorzaak.SAMENGEVOEGD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situatie:
    """Two tellings, the earlier first, and where each record counts.

    `eerst` and `dan` as they are; `herteld`: the first's facts by the second's rule; `toen`: the second's facts by its
    rule at the first's day. So from `eerst` to `herteld` is the rule, to `toen` what is known, to `dan` what happened.
    `heel`: of each figure that sorts the records of another into kinds that other.
    """

    van: Telling
    naar: Telling
    eerst: Getelden
    herteld: Getelden
    toen: Getelden
    dan: Getelden
    ontdubbeld: frozenset[str]
    feiten_van: dict[Record, Feit | Gemeentefeit]
    feiten_naar: dict[Record, Feit | Gemeentefeit]
    heel: Mapping[str, str]


def oorzaak(situatie: Situatie, record: Record, figuur: Figuursleutel) -> Oorzaak:
    """The one reason: the first step on the way from `eerst` to `dan` where it came to count otherwise."""
    telde = bij(situatie.eerst, record, figuur)
    if bij(situatie.herteld, record, figuur) != telde:
        return Oorzaak.DEFINITIE
    if _is_gewist(situatie, record):
        return Oorzaak.GEWIST
    if _telt_beide_keren_mee(situatie, record, figuur):
        return Oorzaak.ANDER_TYPE
    if bij(situatie.toen, record, figuur) != telde:
        return _geweten(situatie, record, figuur)
    return _gebeurd(situatie, record, figuur, kwam_erbij=not telde)


def _is_gewist(situatie: Situatie, record: Record) -> bool:
    soort, sleutel = record
    if soort != Deelnemerfeit.soort:
        return False
    alleen_dan = record not in situatie.feiten_van and sleutel in situatie.van.gewist
    alleen_eerst = record not in situatie.feiten_naar and sleutel in situatie.naar.gewist
    return sleutel.startswith(NIET_TE_KOPPELEN) or alleen_dan or alleen_eerst


def _telt_beide_keren_mee(situatie: Situatie, record: Record, figuur: Figuursleutel) -> bool:
    heel = situatie.heel.get(figuur[0])
    return heel is not None and all(bij(een, record, (heel, "")) for een in (situatie.eerst, situatie.dan))


def _geweten(situatie: Situatie, record: Record, figuur: Figuursleutel) -> Oorzaak:
    """At one and the same day the records say otherwise than they did."""
    soort, sleutel = record
    if soort == GEMEENTE:
        return _gemeente(situatie, sleutel, figuur)
    if soort == Deelnemerfeit.soort and (samengevoegd := _samengevoegd(situatie, sleutel)):
        return samengevoegd
    eerder, later = situatie.feiten_van.get(record), situatie.feiten_naar.get(record)
    if situatie.van.bekend_op > situatie.naar.bekend_op:
        eerder, later = later, eerder
    if later is None:
        return Oorzaak.VERWIJDERD
    if eerder is None or _alleen_erbij(eerder, later):
        return Oorzaak.LATER_INGEVOERD
    return Oorzaak.ONTVLOCHTEN if _ontvlochten(eerder, later) else Oorzaak.GECORRIGEERD


def _samengevoegd(situatie: Situatie, sleutel: str) -> Oorzaak | None:
    """Whether records of this person were made one, or one made of them was taken apart again."""
    if sleutel in situatie.ontdubbeld or sleutel in situatie.naar.nog_samen - situatie.van.nog_samen:
        return Oorzaak.ONTDUBBELD
    return Oorzaak.ONTVLOCHTEN if sleutel in situatie.van.nog_samen - situatie.naar.nog_samen else None


def _ontvlochten(eerder: Any, later: Any) -> bool:
    """Whether a practice that had gone on in another did not after all."""
    if not isinstance(eerder, Praktijkfeit):
        return False
    return eerder.afloop == Afloop.SAMENGEVOEGD and later.afloop != Afloop.SAMENGEVOEGD


def _alleen_erbij(eerder: Any, later: Any) -> bool:
    """Whether what was known stayed, and a start or involvement came with it that was not known."""
    match eerder:
        case Praktijkfeit() | Experimentfeit():
            return eerder.startdatum is None and later.startdatum is not None
        case Organisatiefeit():
            return set(eerder.betrokken) < set(later.betrokken)
        case Deelnemerfeit():
            return set(eerder.deelnames) < set(later.deelnames)
        case _:
            return False


def _gemeente(situatie: Situatie, code: str, figuur: Figuursleutel) -> Oorzaak:
    """As happened to the practices that bring it: all entered late, all removed, or else corrected."""
    kwam_erbij = bool(bij(situatie.dan, (GEMEENTE, code), figuur))
    deze, andere = (situatie.naar, situatie.van) if kwam_erbij else (situatie.van, situatie.naar)
    elders = {een.id for een in andere.feiten.praktijken}
    brengers = [een for een in deze.feiten.praktijken if any(plek.code == code for plek in een.gemeenten)]
    if any(een.id in elders for een in brengers):
        return Oorzaak.GECORRIGEERD
    return Oorzaak.LATER_INGEVOERD if deze.bekend_op >= andere.bekend_op else Oorzaak.VERWIJDERD


def _gebeurd(situatie: Situatie, record: Record, figuur: Figuursleutel, *, kwam_erbij: bool) -> Oorzaak:
    """Between the two days something began or ended."""
    feit = situatie.feiten_naar[record]
    match feit:
        case Praktijkfeit() | Experimentfeit():
            status = status_op(situatie.naar.peildatum, feit.startdatum, feit.einddatum, feit.afloop)
            cumulatief = figuur[0].endswith((".opgestart", ".experimenten"))
            return Oorzaak.GESTART if cumulatief else _AFLOOP.get(status, Oorzaak.GESTART)
        case Organisatiefeit() if not kwam_erbij:
            return _einde(situatie, feit.betrokken, "")
        case Deelnemerfeit() if not kwam_erbij:
            return _einde(situatie, feit.deelnames, figuur[1] if figuur[0].startswith("per_praktijk.") else "")
    return Oorzaak.GESTART if kwam_erbij else Oorzaak.GEEINDIGD


def _einde(situatie: Situatie, periodes: Any, code: str) -> Oorzaak:
    """As the practice ended that somebody was still in; their own end where they had left before."""
    praktijken = {een.id: een for een in situatie.naar.feiten.praktijken}
    eerst, dan = situatie.van.peildatum, situatie.naar.peildatum
    praktijk = next(_nog_in(periodes, praktijken, eerst, dan, code), None)
    if praktijk is None:
        return Oorzaak.GEEINDIGD
    return _AFLOOP.get(status_op(dan, praktijk.startdatum, praktijk.einddatum, praktijk.afloop), Oorzaak.GEEINDIGD)


def _nog_in(
    periodes: Any, praktijken: dict[int, Praktijkfeit], eerst: datetime.date, dan: datetime.date, code: str
) -> Iterator[Praktijkfeit]:
    """Practices that were active at the first day, with who was in them at both days."""
    for een in periodes:
        praktijk = praktijken[een.praktijk]
        if code not in ("", praktijk.code) or een.vanaf > eerst or (een.tot_en_met or dan) < dan:
            continue
        if status_op(eerst, praktijk.startdatum, praktijk.einddatum, praktijk.afloop) is Status.ACTIEF:
            yield praktijk
