"""The list behind a figure: a line for each record that counts, and for each that does not, with the reason."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from mantelzorg.volgorde import alfabetisch
from monitor.feiten import (
    Deelnemerfeit,
    EigenFeit,
    Experimentfeit,
    Feit,
    Feiten,
    Organisatiefeit,
    Praktijkfeit,
    Vraagfeit,
)
from monitor.herleiding.figuren import GEMEENTE, UITERSTEN, Figuurkeuze
from monitor.herleiding.redenen import reden
from monitor.indicatoren.soort import Indicatorsoort
from monitor.nederlands import aantal, datum
from monitor.oordelen import OPGESTART, Oordeel, tel, van_figuur


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A record. `bij`: what tells it apart; `reden`: why it does not count, empty where it does.

    `praktijk`: id of the practice whose page shows it; None: there is no one such page. A person has no name here:
    `sleutel` is that of the fact.
    """

    soort: str
    sleutel: str
    naam: str
    bij: str
    reden: str = ""
    praktijk: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """What counts and what does not, alphabetically."""

    telt: tuple[Regel, ...]
    niet: tuple[Regel, ...]


def lijst(keuze: Figuurkeuze, feiten: Feiten, alle: list[Oordeel], indicator: Indicatorsoort) -> Lijst:
    """The list behind the figure, of these facts and what was said of them."""
    if keuze.figuur in UITERSTEN:
        return _uiterste(keuze, alle)
    if keuze.soort == GEMEENTE:
        return _gemeenten(feiten, alle)
    telt = {id(een): een.gewicht.get(keuze.figuur, 1) for een in van_figuur(alle, keuze.figuur, keuze.sleutel)}
    tabel = indicator.tabel_van(keuze.figuur)
    beschrijf = _beschrijver(feiten)
    geteld = (_met_gewicht(beschrijf(een.feit), telt[id(een)]) for een in alle if id(een) in telt)
    niet = (
        replace(beschrijf(een.feit), reden=_waarom_niet(een, keuze.figuur, indicator))
        for een in alle
        if een.feit.soort == keuze.soort and id(een) not in telt and tabel.hoort_erbij(een.feit, keuze.sleutel, feiten)
    )
    return gesorteerd((*geteld, *niet))


def _met_gewicht(regel: Regel, gewicht: int) -> Regel:
    """In a figure that adds numbers up the line says which."""
    if gewicht == 1:
        return regel
    telt = f"telt voor {gewicht}".replace("-", "−")
    return replace(regel, bij=f"{regel.bij}; {telt}" if regel.bij else telt)


def _waarom_niet(oordeel: Oordeel, figuur: str, indicator: Indicatorsoort) -> str:
    return reden(oordeel, figuur, indicator) or "telt hier niet mee"


def gesorteerd(regels: Iterable[Regel]) -> Lijst:
    """These lines, those with a reason apart."""
    op_naam = sorted(regels, key=lambda regel: (alfabetisch(regel.naam), regel.bij, regel.sleutel))
    return Lijst(
        telt=tuple(regel for regel in op_naam if not regel.reden), niet=tuple(regel for regel in op_naam if regel.reden)
    )


def praktijkregel(feit: Praktijkfeit) -> Regel:
    """The line of a practice."""
    bij = ", ".join([feit.code, *dagen(feit)])
    return Regel(soort=feit.soort, sleutel=feit.sleutel, naam=feit.naam, bij=bij, praktijk=feit.id)


def dagen(feit: Praktijkfeit | Experimentfeit) -> Iterator[str]:
    """When it began and how it ended, as far as it did."""
    if feit.startdatum is not None:
        yield f"gestart op {datum(feit.startdatum)}"
    if feit.einddatum is not None:
        yield f"{feit.afloop or 'geëindigd'} op {datum(feit.einddatum)}"


def _uiterste(keuze: Figuurkeuze, alle: list[Oordeel]) -> Lijst:
    """The practices that have so many questions, and beside them those with another number."""
    regels, telling = [], tel(alle)
    for oordeel in alle:
        if isinstance(feit := oordeel.feit, Praktijkfeit):
            vragen = telling.get(("per_praktijk.ontwerpvragen", feit.code), 0)
            anders = "" if vragen == keuze.waarde else f"heeft {aantal(vragen, 'ontwerpvraag', 'ontwerpvragen')}"
            regels.append(replace(praktijkregel(feit), reden=dict(oordeel.niet).get(OPGESTART) or anders))
    return gesorteerd(regels)


def _gemeenten(feiten: Feiten, alle: list[Oordeel]) -> Lijst:
    """A line a municipality, with its practices; it counts where one of those is opgestart."""
    opgestart = {een.feit.sleutel for een in van_figuur(alle, OPGESTART)}
    per_code: dict[str, list[Praktijkfeit]] = {}
    namen = {}
    for praktijk in feiten.praktijken:
        for gemeente in praktijk.gemeenten:
            namen[gemeente.code] = gemeente
            per_code.setdefault(gemeente.code, []).append(praktijk)
    return gesorteerd(
        Regel(
            soort=GEMEENTE,
            sleutel=code,
            naam=namen[code].naam,
            bij=f"{namen[code].provincie}; {', '.join(een.naam for een in praktijken)}",
            reden="" if any(een.sleutel in opgestart for een in praktijken) else "de praktijk is niet opgestart",
        )
        for code, praktijken in per_code.items()
    )


def _beschrijver(feiten: Feiten) -> Callable[[Feit], Regel]:
    praktijken = {een.id: een for een in feiten.praktijken}

    def beschrijf(feit: Feit) -> Regel:
        if isinstance(feit, EigenFeit):
            return Regel(soort=feit.soort, sleutel=feit.sleutel, naam=feit.naam, bij=feit.bij)
        return _BESCHRIJVINGEN[feit.soort](feit, praktijken)

    return beschrijf


Praktijken = dict[int, Praktijkfeit]


def _vraag(feit: Vraagfeit, praktijken: Praktijken) -> Regel:
    een = praktijken[feit.praktijk]
    bij = f"ontwerpvraag {feit.nummer}, geformuleerd op {datum(feit.geformuleerd_op)}"
    return Regel(soort=feit.soort, sleutel=feit.sleutel, naam=een.naam, bij=bij, praktijk=een.id)


def _experiment(feit: Experimentfeit, praktijken: Praktijken) -> Regel:
    een = praktijken[feit.praktijk]
    bij = ", ".join([f"experiment {feit.code}", *dagen(feit)])
    return Regel(soort=feit.soort, sleutel=feit.sleutel, naam=een.naam, bij=bij, praktijk=een.id)


def _organisatie(feit: Organisatiefeit, praktijken: Praktijken) -> Regel:
    waar = dict.fromkeys(praktijken[een.praktijk].naam for een in feit.betrokken)
    return Regel(soort=feit.soort, sleutel=feit.sleutel, naam=feit.naam, bij=", ".join(waar))


def _deelnemer(feit: Deelnemerfeit, praktijken: Praktijken) -> Regel:
    bij = "; ".join(_deelnames(feit, praktijken))
    return Regel(soort=feit.soort, sleutel=feit.sleutel, naam="", bij=bij)


def _deelnames(feit: Deelnemerfeit, praktijken: Praktijken) -> Iterator[str]:
    for een in feit.deelnames:
        tot = f" tot en met {datum(een.tot_en_met)}" if een.tot_en_met else ""
        yield f"{praktijken[een.praktijk].naam} vanaf {datum(een.vanaf)}{tot}, {een.type or 'organisatietype onbekend'}"


_BESCHRIJVINGEN: dict[str, Callable[[Any, Praktijken], Regel]] = {
    Praktijkfeit.soort: lambda feit, _: praktijkregel(feit),
    Vraagfeit.soort: _vraag,
    Experimentfeit.soort: _experiment,
    Organisatiefeit.soort: _organisatie,
    Deelnemerfeit.soort: _deelnemer,
}
