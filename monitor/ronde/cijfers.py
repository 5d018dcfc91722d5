"""What one practice brings into indicator 23 at a day: its figures, and a fingerprint of them and their records.

Facts that begin after the day are left out, and ends after it are none: what happens later changes neither.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from monitor.canoniek import canoniek, zegel
from monitor.feiten import (
    Betrokkenheid,
    Deelnamefeit,
    Deelnemerfeit,
    Experimentfeit,
    Feiten,
    Organisatiefeit,
    Praktijkfeit,
    als_json,
)
from monitor.hertelling import hertel
from monitor.indicator import Indicator23
from monitor.uitkomst import als_uitkomst

Dag = datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkstand:
    """A practice at a day. `cijfers`: those of the programme if this were its only practice.

    `uitkomst`: the same in canonical form; `afdruk`: SHA-256 over that and the records, persons told by no key.
    """

    praktijk: Praktijkfeit
    feiten: Feiten
    cijfers: Indicator23
    uitkomst: str
    afdruk: str


def te_bevestigen(feiten: Feiten, peildatum: Dag) -> list[Praktijkfeit]:
    """The practices that are asked: begun by that day, or without a day on which they began."""
    return [een for een in feiten.praktijken if een.startdatum is None or een.startdatum <= peildatum]


def standen(slug: str, feiten: Feiten, peildatum: Dag) -> dict[int, Praktijkstand]:
    """Of every practice that is asked, by id."""
    return {een.id: praktijkstand(slug, feiten, een, peildatum) for een in te_bevestigen(feiten, peildatum)}


def praktijkstand(slug: str, feiten: Feiten, praktijk: Praktijkfeit, peildatum: Dag) -> Praktijkstand:
    """Its own figures and fingerprint, from the facts of the whole programme."""
    eigen = beperk(feiten, praktijk.id, peildatum)
    cijfers = hertel(slug, eigen, peildatum)
    uitkomst = canoniek(als_uitkomst(cijfers))
    return Praktijkstand(
        praktijk=praktijk,
        feiten=eigen,
        cijfers=cijfers,
        uitkomst=uitkomst,
        afdruk=zegel([uitkomst, *sorted(_regels(eigen))]),
    )


def beperk(feiten: Feiten, praktijk: int, peildatum: Dag) -> Feiten:
    """The facts of that practice as they hold at `peildatum`."""
    return Feiten(
        praktijken=tuple(_tot(een, peildatum) for een in feiten.praktijken if een.id == praktijk),
        ontwerpvragen=tuple(
            _zonder_later(een, "vervallen_op", peildatum)
            for een in feiten.ontwerpvragen
            if een.praktijk == praktijk and een.geformuleerd_op <= peildatum
        ),
        experimenten=tuple(
            _tot(een, peildatum)
            for een in feiten.experimenten
            if een.praktijk == praktijk and _niet_later(een, peildatum)
        ),
        organisaties=tuple(_organisaties(feiten, praktijk, peildatum)),
        deelnemers=tuple(_deelnemers(feiten, praktijk, peildatum)),
    )


def _niet_later(feit: Experimentfeit, peildatum: Dag) -> bool:
    return feit.startdatum is None or feit.startdatum <= peildatum


def _tot(feit: Any, peildatum: Dag) -> Any:
    """A practice or experiment as if that day were the last one known."""
    if feit.startdatum is not None and feit.startdatum > peildatum:
        feit = replace(feit, startdatum=None, einddatum=None, afloop="")
    if feit.einddatum is not None and feit.einddatum > peildatum:
        feit = replace(feit, einddatum=None, afloop="")
    if isinstance(feit, Praktijkfeit) and not feit.afloop:
        feit = replace(feit, gaat_verder_in="")
    return feit


def _zonder_later(feit: Any, veld: str, peildatum: Dag) -> Any:
    einde = getattr(feit, veld)
    return replace(feit, **{veld: None}) if einde is not None and einde > peildatum else feit


def _periodes(alle: Any, praktijk: int, peildatum: Dag) -> tuple[Any, ...]:
    eigen = (een for een in alle if een.praktijk == praktijk and een.vanaf <= peildatum)
    return tuple(_zonder_later(een, "tot_en_met", peildatum) for een in eigen)


def _organisaties(feiten: Feiten, praktijk: int, peildatum: Dag) -> Iterator[Organisatiefeit]:
    for een in feiten.organisaties:
        betrokken: tuple[Betrokkenheid, ...] = _periodes(een.betrokken, praktijk, peildatum)
        if betrokken:
            yield replace(een, betrokken=betrokken)


def _deelnemers(feiten: Feiten, praktijk: int, peildatum: Dag) -> Iterator[Deelnemerfeit]:
    for een in feiten.deelnemers:
        deelnames: tuple[Deelnamefeit, ...] = _periodes(een.deelnames, praktijk, peildatum)
        if deelnames:
            yield replace(een, deelnames=deelnames)


def _regels(feiten: Feiten) -> Iterator[str]:
    """A line a fact; of a person no key, of an organisation no name: neither says anything about the practice."""
    for feit in feiten:
        inhoud = als_json(feit)
        inhoud.pop("persoon", None)
        if isinstance(feit, Organisatiefeit):
            inhoud.pop("naam")
        yield canoniek({"soort": feit.soort, **inhoud})
