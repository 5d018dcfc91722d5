"""The rows of one sheet, as they stream in; here the last row and column are guarded."""

import re
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import IO
from xml.etree.ElementTree import Element

from mantelzorg.excel.getallen import Getal, Soort, lees_getal, lees_iso
from mantelzorg.excel.grenzen import BESCHADIGD, MAX_KOLOM, MAX_RIJ, Geweigerd, getal
from mantelzorg.excel.stroom import kinderen, lokaal
from mantelzorg.excel.teksten import schoon, tekst_in
from mantelzorg.excel.werkboek import Werkboek

ONDER = f"onder rij {getal(MAX_RIJ)}"
RECHTS = f"rechts van kolom {MAX_KOLOM} (GR)"
ZONDER_UITKOMST = "formule zonder uitkomst"
PLEK = re.compile(r"[A-Z]{1,3}([1-9]\d{0,6})")


@dataclass(frozen=True, slots=True)
class Fout:
    """The code of an error in a cell (#N/A), or what else keeps its value from being known."""

    code: str


@dataclass(frozen=True, slots=True)
class Formule:
    """A formula as it stands in the file, and the value that was saved with it; None: nobody worked it out."""

    tekst: str
    uitkomst: Getal | bool | Fout | None


Waarde = Getal | bool | Fout | Formule | None

OMZETTERS: dict[str, Callable[[str], Waarde]] = {
    "b": lambda inhoud: inhoud.strip() in ("1", "true"),
    "e": lambda inhoud: Fout(schoon(inhoud) or "fout"),
    "d": lees_iso,
}
"""By the type of a cell; what is no number, shared text or one of these is text."""


class Blad:
    """One sheet of a workbook, by the name the user knows it by."""

    def __init__(self, naam: str, boek: Werkboek) -> None:
        self._naam = naam
        self._boek = boek
        # The same numbers come back time and again: dates, codes, ones.
        self._getal = lru_cache(10_000)(self._lees_getal)

    def rijen(self, stroom: IO[bytes]) -> Iterator[tuple[int, list[Waarde]]]:
        """The rows that hold a value, each with its number and its cells from column A to the last value.

        Raises:
            Geweigerd: a value stands too far down or right, or the sheet is damaged.
        """
        nummer = 0
        for rij in kinderen(stroom, "sheetData"):
            nummer = _rijnummer(rij, nummer)
            cellen = self._cellen(rij, nummer)
            if cellen and nummer > MAX_RIJ:
                raise Geweigerd(te_ver(self._naam, ONDER))
            if cellen:
                yield nummer, cellen

    def _cellen(self, rij: Element, nummer: int) -> list[Waarde]:
        cellen: list[Waarde] = []
        kolom, achter, v = 0, str(nummer), rij.tag[:-3] + "v"  # in the namespace of row itself
        for cel in rij:
            plek = cel.get("r")
            kolom = kolom + 1 if plek is None else KOLOMMEN.get(letters := plek.removesuffix(achter)) or _kolom(letters)
            waarde = self._waarde(cel, v)
            if waarde is None:
                continue
            if kolom > MAX_KOLOM:
                raise Geweigerd(te_ver(self._naam, ONDER if nummer > MAX_RIJ else RECHTS))
            if kolom > len(cellen):
                cellen += [None] * (kolom - len(cellen))
            cellen[kolom - 1] = waarde
        return cellen

    def _waarde(self, cel: Element, v: str) -> Waarde:
        inhoud = cel.findtext(v)
        if inhoud is None:
            return _zonder_inhoud(cel)
        if not inhoud:
            return None
        type_ = cel.get("t", "n")
        if type_ == "s":
            return self._gedeeld(inhoud)
        if type_ == "n":
            return self._getal(inhoud, cel.get("s", "0"))
        return OMZETTERS.get(type_, schoon)(inhoud)

    def _gedeeld(self, inhoud: str) -> str | None:
        try:
            if inhoud.startswith("-"):
                raise IndexError(inhoud)
            return self._boek.teksten[int(inhoud)]
        except (ValueError, IndexError) as fout:
            raise Geweigerd(BESCHADIGD) from fout

    def _lees_getal(self, inhoud: str, stijl: str) -> Waarde:
        soort = self._boek.soorten.get(stijl, Soort.GETAL)
        return lees_getal(inhoud, soort, self._boek.vanaf_1904) if inhoud.strip() else None


class Formuleblad(Blad):
    """The same, with of a formula also the formula."""

    def _waarde(self, cel: Element, v: str) -> Waarde:
        waarde = super()._waarde(cel, v)
        formule = cel.find(f"{v[:-1]}f")
        if formule is None or isinstance(waarde, Formule):
            return waarde
        zonder = waarde == Fout(ZONDER_UITKOMST)
        return Formule(schoon(formule.text or "") or "", None if zonder else waarde)


def te_ver(naam: str, waar: str) -> str:
    """The line for a value that stands `ONDER` or `RECHTS` of what is read, on the sheet `naam`."""
    return f"Blad '{naam}' heeft een waarde {waar}. Zo ver wordt niet gelezen."


def _zonder_inhoud(cel: Element) -> Waarde:
    """A cell without a value of its own: it may hold text in place, or a formula nobody has worked out yet."""
    for kind in cel:
        if lokaal(kind.tag) == "is":
            return tekst_in(kind)
        if lokaal(kind.tag) == "f":
            return Fout(ZONDER_UITKOMST)
    return None


def _rijnummer(rij: Element, vorige: int) -> int:
    """The row's own number; without one that of its first cell; else the next."""
    eigen = rij.get("r")
    if eigen is None:
        plek = next((PLEK.fullmatch(cel.get("r", "")) for cel in rij), None)
        return int(plek[1]) if plek else vorige + 1
    if not (eigen.isascii() and eigen.isdigit() and len(eigen) <= 7 and int(eigen) > 0):
        raise Geweigerd(BESCHADIGD)
    return int(eigen)


def _kolom(letters: str) -> int:
    """Column A is 1, AA is 27. What is left of a reference to another row than its own is no column: damage."""
    if not re.fullmatch(r"[A-Z]{1,3}", letters):
        raise Geweigerd(BESCHADIGD)
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer


A_Z = string.ascii_uppercase
KOLOMMEN = {letters: _kolom(letters) for letters in [*A_Z, *(a + b for a in A_Z[:7] for b in A_Z)]}
"""The columns a sheet has in practice, looked up once a cell."""
