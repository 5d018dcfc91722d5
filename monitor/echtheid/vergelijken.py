"""Two workbooks compared by what stands in their cells, not by their bytes: sheet by sheet."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from mantelzorg.excel.lezer import Cel, Formule, Foutwaarde, Rij

Plek = tuple[int, int]
Bladen = dict[str, dict[Plek, Cel]]
GENOEG = 500
"""Cells that differ, after which nobody needs to know of more."""
LANGST = 300
"""Characters of a cell that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwijking:
    """A cell that is not what it should be. `cel`: as Excel names it; `staat`, `hoort`: for people to read."""

    blad: str
    cel: str
    staat: str
    hoort: str


@dataclass(slots=True, kw_only=True)
class Vergelijking:
    """How a workbook differs. `extra`, `ontbrekend`: sheets; `meer`: there are more cells than are named."""

    extra: list[str] = field(default_factory=list)
    ontbrekend: list[str] = field(default_factory=list)
    afwijkingen: list[Afwijking] = field(default_factory=list)
    meer: bool = False

    @property
    def gelijk(self) -> bool:
        return not (self.extra or self.ontbrekend or self.afwijkingen)


def in_bladen(rijen: Iterable[tuple[str, Rij]]) -> Bladen:
    """All cells that hold something, of a workbook of our own making: it is held in memory."""
    bladen: Bladen = {}
    for naam, rij in rijen:
        blad = bladen.setdefault(naam, {})
        blad |= {(rij.nummer, kolom): cel for kolom, cel in enumerate(rij.cellen, start=1) if cel is not None}
    return bladen


def vergelijk(
    rijen: Iterable[tuple[str, Rij]], hoort: Mapping[str, Mapping[Plek, Cel]], vrij: Callable[[Cel], bool]
) -> Vergelijking:
    """The rows of `lees_alles` with what should stand there; one of `vrij` may stand in the place of another.

    The rows stream by; only what should be there is held. It stops once enough is different.
    """
    uit = Vergelijking()
    over = {naam: dict(cellen) for naam, cellen in hoort.items()}
    gezien: set[str] = set()
    for naam, rij in rijen:
        if not rij.nummer:
            gezien.add(naam)
            uit.extra += [] if naam in hoort else [naam]
        elif naam in hoort:
            _rij(uit, over[naam], naam, rij, vrij)
        if len(uit.afwijkingen) > GENOEG:
            break
    uit.ontbrekend = [naam for naam in hoort if naam not in gezien]
    weg = [(naam, plek, cel) for naam in hoort if naam in gezien for plek, cel in sorted(over[naam].items(), key=_plek)]
    if len(uit.afwijkingen) <= GENOEG:
        uit.afwijkingen += [_afwijking(naam, plek, None, cel) for naam, plek, cel in weg]
    uit.meer = len(uit.afwijkingen) > GENOEG
    uit.afwijkingen = uit.afwijkingen[:GENOEG]
    return uit


def _rij(uit: Vergelijking, over: dict[Plek, Cel], naam: str, rij: Rij, vrij: Callable[[Cel], bool]) -> None:
    for kolom, staat in enumerate(rij.cellen, start=1):
        if staat is not None:
            hoort = over.pop((rij.nummer, kolom), None)
            if not (gelijk(staat, hoort) or (vrij(staat) and vrij(hoort))):
                uit.afwijkingen.append(_afwijking(naam, (rij.nummer, kolom), staat, hoort))


def gelijk(staat: Cel, hoort: Cel) -> bool:
    """Whether it is the same value: a number is a number however it was written, a day a day.

    A formula is the same with the same text and value. Programs may leave out either: the text where it shares that of
    another cell, the value where they worked out nothing. Its value alone will do too; a formula for a value will not.
    """
    if isinstance(hoort, Formule):
        if not isinstance(staat, Formule):
            return gelijk(staat, hoort.uitkomst)
        zelfde = _kaal(staat) == _kaal(hoort)
        return (zelfde and staat.uitkomst is None) or ((zelfde or not staat) and gelijk(staat.uitkomst, hoort.uitkomst))
    return _soort(staat) is _soort(hoort) and staat == hoort


def _kaal(formule: str) -> str:
    return formule.replace(" ", "").replace("$", "").removeprefix("=").upper()


def _soort(cel: Cel) -> type:
    """What counts as another value though Python has them equal: yes and 1, an error and its text."""
    return float if type(cel) is int else type(cel)


def _afwijking(blad: str, plek: Plek, staat: Cel, hoort: Cel) -> Afwijking:
    rij, kolom = plek
    cel = f"{get_column_letter(kolom)}{rij}"
    teksten = als_tekst(staat), als_tekst(hoort)
    if teksten[0] == teksten[1]:
        teksten = f"{teksten[0]} ({_soortnaam(staat)})", f"{teksten[1]} ({_soortnaam(hoort)})"
    return Afwijking(blad=blad, cel=cel, staat=teksten[0], hoort=teksten[1])


def _soortnaam(cel: Cel) -> str:
    """What tells values apart that read the same."""
    match cel:
        case str():
            return "tekst"
        case datetime.date() | datetime.time():
            return "datum of tijd"
        case _:
            return "getal"


def als_tekst(cel: Cel) -> str:
    """For people to read, cut where it is long."""
    match cel:
        case None:
            return "(leeg)"
        case Formule():
            uitkomst = "zonder uitkomst" if cel.uitkomst is None else f"uitkomst {als_tekst(cel.uitkomst)}"
            tekst = f"formule ={cel}, {uitkomst}"
        case Foutwaarde():
            tekst = f"fout: {cel}"
        case bool():
            return "WAAR" if cel else "ONWAAR"
        case datetime.datetime():
            tekst = f"{cel:%d-%m-%Y %H.%M}"
        case datetime.date():
            tekst = f"{cel:%d-%m-%Y}"
        case _:
            tekst = f"{cel}"
    return tekst if len(tekst) <= LANGST else f"{tekst[:LANGST]}…"


def _plek(paar: tuple[Plek, Cel]) -> Plek:
    return paar[0]
