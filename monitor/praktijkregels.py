"""The practices in a report: those counted, by their number on the map, and those not, with the reason."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from monitor.berekening import volgorde
from monitor.bron import Gemeenterij, Praktijkrij
from monitor.indicator import Indicator23
from monitor.kaartpunten import Kaartpraktijk, Kaartpunt
from monitor.nederlands import datum
from praktijken.models.praktijk import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class NietMeegeteld:
    """A practice of the programme that is not opgestart, and why."""

    code: str
    naam: str
    startdatum: datetime.date | None
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkregel:
    """A practice opgestart, by its number on the map; the figures are those of per_praktijk."""

    nummer: int
    code: str
    naam: str
    gemeenten: tuple[str, ...]
    startdatum: datetime.date | None
    einddatum: datetime.date | None
    status: str
    ontwerpvragen: int
    experimenten: int
    deelnemers: int


def niet_meegeteld(praktijken: Iterable[Praktijkrij], peildatum: datetime.date) -> tuple[NietMeegeteld, ...]:
    """The practices still planned at `peildatum`, in the order of the figures per practice."""
    gepland = (praktijk for praktijk in praktijken if praktijk.status_op(peildatum) is Status.GEPLAND)
    return tuple(
        NietMeegeteld(
            code=praktijk.code,
            naam=praktijk.naam,
            startdatum=praktijk.startdatum,
            reden=_reden(praktijk.startdatum),
        )
        for praktijk in sorted(gepland, key=volgorde)
    )


def _reden(startdatum: datetime.date | None) -> str:
    if startdatum is None:
        return "gepland: er is nog geen startdatum"
    return f"gepland: start op {datum(startdatum)}, na de peildatum"


def gemeenten_per_praktijk(rijen: Iterable[Gemeenterij]) -> dict[int, list[Gemeenterij]]:
    """The municipalities by the practice's id, its own first."""
    per_praktijk: dict[int, list[Gemeenterij]] = defaultdict(list)
    for rij in rijen:
        per_praktijk[rij.praktijk].append(rij)
    return dict(per_praktijk)


def codes_van(opgestart: Iterable[Praktijkrij], gemeenten: dict[int, list[Gemeenterij]]) -> frozenset[str]:
    """The municipalities of the practices counted."""
    return frozenset(gemeente.code for rij in opgestart for gemeente in gemeenten.get(rij.id, []))


def praktijkregels(
    cijfers: Indicator23, opgestart: Iterable[Praktijkrij], gemeenten: dict[int, list[Gemeenterij]]
) -> tuple[Praktijkregel, ...]:
    """The practices counted, numbered in the order of the figures per practice (§3)."""
    return tuple(
        Praktijkregel(
            nummer=nummer,
            code=rij.code,
            naam=rij.naam,
            gemeenten=tuple(gemeente.naam for gemeente in gemeenten.get(rij.id, [])),
            startdatum=rij.startdatum,
            einddatum=rij.einddatum,
            status=rij.status_op(cijfers.peildatum).value,
            ontwerpvragen=van.ontwerpvragen,
            experimenten=van.experimenten,
            deelnemers=van.deelnemers,
        )
        for nummer, (rij, van) in enumerate(zip(opgestart, cijfers.per_praktijk, strict=True), start=1)
    )


def kaartpraktijken(
    opgestart: Iterable[Praktijkrij], gemeenten: dict[int, list[Gemeenterij]]
) -> tuple[Kaartpraktijk, ...]:
    """The same practices for the map, by the same numbers; a municipality without a point is left out."""
    return tuple(
        Kaartpraktijk(nummer=nummer, naam=rij.naam, gemeenten=_punten(gemeenten.get(rij.id, [])))
        for nummer, rij in enumerate(opgestart, start=1)
    )


def _punten(gemeenten: Iterable[Gemeenterij]) -> tuple[Kaartpunt, ...]:
    return tuple(
        Kaartpunt(code=rij.code, naam=rij.naam, provincie=rij.provincie, lon=rij.lon, lat=rij.lat)
        for rij in gemeenten
        if rij.lon is not None and rij.lat is not None
    )
