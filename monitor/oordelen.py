"""What is said of a fact, for every indicator; and the rule of indicator 23 (§3).

Of every fact: the figures it counts in, and those it does not count in with the reason.

The rules of begrippen.md §3 a record at a time, where `bron` has the database group and count them: so every figure
can be opened, a fixed measurement be counted again from its own rows, and two measurements be compared. A figure goes
by (table.figure, key of the row), as `monitor.tabellen` names them: ("organisatietypen.aantal", "Gemeente").
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from monitor.feiten import (
    Deelnamefeit,
    Deelnemerfeit,
    Experimentfeit,
    Feit,
    Feiten,
    Organisatiefeit,
    Praktijkfeit,
    Vraagfeit,
)
from monitor.nederlands import datum
from praktijken.models.praktijk import Status, status_op

Dag = datetime.date
Figuursleutel = tuple[str, str]

OPGESTART, ACTIEF = "praktijken.opgestart", "praktijken.actief"
GEMEENTEN, ORGANISATIES, VRAGEN = "gemeenten.aantal", "organisaties.aantal", "ontwerpvragen.totaal"
EXPERIMENTEN, LOPEND = "experimenten.opgestart", "experimenten.lopend"
NU, TOT_NU_TOE = "deelnemers.totaal", "deelnemers_tot_nu_toe.totaal"
_TYPEN = {NU: "organisatietypen.aantal", TOT_NU_TOE: "organisatietypen_tot_nu_toe.aantal"}
_PER_PRAKTIJK = "per_praktijk."
_STAND = {
    Status.AFGEROND: "afgerond",
    Status.VOORTIJDIG_GESTOPT: "voortijdig_gestopt",
    Status.SAMENGEVOEGD: "samengevoegd",
}


@dataclass(slots=True, kw_only=True)
class Oordeel:
    """What is said of one fact. `telt`: figures, a municipality's by its code; `niet`: figure and reason in Dutch.

    `gewicht`: for how much it counts in a figure that adds numbers up; what is not there counts for 1.
    """

    feit: Feit
    telt: list[Figuursleutel] = field(default_factory=list)
    niet: list[tuple[str, str]] = field(default_factory=list)
    gewicht: dict[str, int] = field(default_factory=dict)

    def beslis(self, figuur: str, reden: str, sleutel: str = "") -> bool:
        """It counts in the figure, unless there is a reason why not; whether it does."""
        if reden:
            self.niet.append((figuur, reden))
        else:
            self.telt.append((figuur, sleutel))
        return not reden

    def tel(self, figuur: str, sleutel: str = "", *, gewicht: int = 1) -> None:
        """It counts in the figure, for so much."""
        self.telt.append((figuur, sleutel))
        if gewicht != 1:
            self.gewicht[figuur] = gewicht

    def waarden(self) -> Iterator[tuple[Figuursleutel, int]]:
        """Every figure it counts in, and for how much."""
        for figuur, sleutel in self.telt:
            yield (figuur, sleutel), self.gewicht.get(figuur, 1)


@dataclass(frozen=True, slots=True)
class _Plekken:
    """The practices by id, at the day they are judged for."""

    per_id: dict[int, Praktijkfeit]
    dag: Dag

    def status(self, praktijk: int) -> Status:
        een = self.per_id[praktijk]
        return status_op(self.dag, een.startdatum, een.einddatum, een.afloop)

    def opgestart(self, praktijk: int) -> bool:
        return self.status(praktijk) is not Status.GEPLAND

    def actief(self, praktijk: int) -> bool:
        return self.status(praktijk) is Status.ACTIEF

    def code(self, praktijk: int) -> str:
        return self.per_id[praktijk].code


def oordelen(feiten: Feiten, peildatum: Dag) -> list[Oordeel]:
    """Of every fact, in their order."""
    plekken = _Plekken({een.id: een for een in feiten.praktijken}, peildatum)
    return [_REGELS[feit.soort](feit, plekken) for feit in feiten]


def tel(alle: Iterable[Oordeel]) -> dict[Figuursleutel, int]:
    """How many count in each figure. Municipalities are told apart by their code, for practices share them."""
    gemeenten: set[str] = set()
    telling: dict[Figuursleutel, int] = {}
    for oordeel in alle:
        for figuur, sleutel in oordeel.telt:
            if figuur == GEMEENTEN:
                gemeenten.add(sleutel)
            else:
                telling[figuur, sleutel] = telling.get((figuur, sleutel), 0) + 1
    return telling | {(GEMEENTEN, ""): len(gemeenten)}


def _praktijk(feit: Praktijkfeit, plekken: _Plekken) -> Oordeel:
    oordeel, status = Oordeel(feit=feit), plekken.status(feit.id)
    if oordeel.beslis(OPGESTART, _niet_opgestart(feit.startdatum, status)):
        oordeel.beslis(ACTIEF, _geeindigd(feit.einddatum, status))
        if status is not Status.ACTIEF:
            oordeel.telt.append((f"praktijken.{_STAND[status]}", ""))
        oordeel.telt += [(GEMEENTEN, gemeente.code) for gemeente in feit.gemeenten]
    return oordeel


def _niet_opgestart(startdatum: Dag | None, status: Status) -> str:
    if status is not Status.GEPLAND:
        return ""
    return "geen startdatum" if startdatum is None else f"start op {datum(startdatum)}, na de peildatum"


def _geeindigd(einddatum: Dag | None, status: Status) -> str:
    return "" if status is Status.ACTIEF or einddatum is None else f"{status} op {datum(einddatum)}"


def _praktijk_gepland(praktijk: int, plekken: _Plekken) -> str:
    return "" if plekken.opgestart(praktijk) else "de praktijk is niet opgestart"


def _ontwerpvraag(feit: Vraagfeit, plekken: _Plekken) -> Oordeel:
    oordeel = Oordeel(feit=feit)
    reden = _praktijk_gepland(feit.praktijk, plekken)
    if feit.geformuleerd_op > plekken.dag:
        reden = f"geformuleerd op {datum(feit.geformuleerd_op)}, na de peildatum"
    elif feit.vervallen_op is not None and feit.vervallen_op <= plekken.dag:
        reden = f"vervallen op {datum(feit.vervallen_op)}"
    if oordeel.beslis(VRAGEN, reden):
        oordeel.telt.append((f"{_PER_PRAKTIJK}ontwerpvragen", plekken.code(feit.praktijk)))
    return oordeel


def _experiment(feit: Experimentfeit, plekken: _Plekken) -> Oordeel:
    oordeel = Oordeel(feit=feit)
    status = status_op(plekken.dag, feit.startdatum, feit.einddatum, feit.afloop)
    reden = _niet_opgestart(feit.startdatum, status) or _praktijk_gepland(feit.praktijk, plekken)
    if oordeel.beslis(EXPERIMENTEN, reden):
        oordeel.telt.append((f"{_PER_PRAKTIJK}experimenten", plekken.code(feit.praktijk)))
        oordeel.beslis(LOPEND, _geeindigd(feit.einddatum, status))
        if status is not Status.ACTIEF:
            oordeel.telt.append((f"experimenten.{_STAND[status]}", ""))
    return oordeel


def _organisatie(feit: Organisatiefeit, plekken: _Plekken) -> Oordeel:
    oordeel = Oordeel(feit=feit)
    telt = any(plekken.actief(een.praktijk) and _loopt(een, plekken.dag) for een in feit.betrokken)
    oordeel.beslis(ORGANISATIES, "" if telt else "op de peildatum bij geen actieve praktijk betrokken")
    return oordeel


def _deelnemer(feit: Deelnemerfeit, plekken: _Plekken) -> Oordeel:
    oordeel = Oordeel(feit=feit)
    nu = [een for een in feit.deelnames if _loopt(een, plekken.dag) and plekken.actief(een.praktijk)]
    ooit = [een for een in feit.deelnames if een.vanaf <= plekken.dag and plekken.opgestart(een.praktijk)]
    geen_nu = "" if nu else "doet op de peildatum niet mee in een actieve praktijk"
    geen_ooit = "" if ooit else "is op de peildatum nog niet gaan meedoen in een opgestarte praktijk"
    for figuur, deelnames, reden in ((NU, nu, geen_nu), (TOT_NU_TOE, ooit, geen_ooit)):
        if oordeel.beslis(figuur, reden):
            _naar_type(oordeel, figuur, deelnames, plekken)
    codes = {plekken.code(een.praktijk) for een in nu}
    oordeel.telt += [(f"{_PER_PRAKTIJK}deelnemers", code) for code in sorted(codes)]
    return oordeel


def _naar_type(oordeel: Oordeel, figuur: str, deelnames: list[Deelnamefeit], plekken: _Plekken) -> None:
    """Of the participations that count, the one with a known kind and the earliest vanaf, then code, decides."""
    eerste = min(deelnames, key=lambda een: (not een.type, een.vanaf, plekken.code(een.praktijk)))
    tabel = figuur.removesuffix(".totaal")
    oordeel.telt.append((f"{tabel}.{'bekend' if eerste.type else 'onbekend'}", ""))
    if eerste.type:
        oordeel.telt.append((_TYPEN[figuur], eerste.type))


def _loopt(periode: Any, dag: Dag) -> bool:
    return periode.vanaf <= dag and (periode.tot_en_met is None or periode.tot_en_met >= dag)


_REGELS: dict[str, Callable[[Any, _Plekken], Oordeel]] = {
    Praktijkfeit.soort: _praktijk,
    Vraagfeit.soort: _ontwerpvraag,
    Experimentfeit.soort: _experiment,
    Organisatiefeit.soort: _organisatie,
    Deelnemerfeit.soort: _deelnemer,
}


def van_figuur(alle: Iterable[Oordeel], figuur: str, sleutel: str = "") -> Iterator[Oordeel]:
    """Those that count in the figure; of the municipalities the practices that bring them."""
    for oordeel in alle:
        if any(een == figuur and (waar == sleutel or een == GEMEENTEN) for een, waar in oordeel.telt):
            yield oordeel
