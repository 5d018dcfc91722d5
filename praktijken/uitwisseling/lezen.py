"""From cells to typed rows: columns found by their header, every cell read in its column's form."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mantelzorg.bladen import Blad, Kolom, OnleesbareCel, Waarde, lees_cel
from mantelzorg.excel.foutkolom import KOP as FOUTENKOLOM
from mantelzorg.excel.lezer import Cel, Rij, lees
from praktijken.bladen import BLADEN
from praktijken.uitwisseling.verslag import Meldingen, kort

Bron = Callable[[], Iterable[tuple[str, Rij]]]
"""Gives the rows of all sheets, sheet after sheet, each time it is called."""


class Onleesbaar:
    """Stands where a cell could not be read: it is reported, and no rule looks at it again."""


ONLEESBAAR = Onleesbaar()


@dataclass(slots=True)
class Regel:
    """A row: its number in Excel and its values; columns that the sheet doesn't have are not in it."""

    nummer: int
    koppen: dict[str, int]
    waarden: tuple[Waarde | Onleesbaar, ...]

    def __contains__(self, kop: str) -> bool:
        return kop in self.koppen and self.waarden[self.koppen[kop]] is not ONLEESBAAR

    def __getitem__(self, kop: str) -> Waarde:
        waarde = self.waarden[self.koppen[kop]]
        if isinstance(waarde, Onleesbaar):
            raise KeyError(kop)
        return waarde

    def woord(self, kop: str) -> str:
        """The text in a column; empty where there is none."""
        waarde = self[kop] if kop in self else ""  # noqa: SIM401  # not a dict
        return waarde if isinstance(waarde, str) else ""

    def lijst(self, kop: str) -> tuple[str, ...]:
        """The list in a column; empty where there is none."""
        waarde = self[kop] if kop in self else ()  # noqa: SIM401  # not a dict
        return waarde if isinstance(waarde, tuple) else ()

    def met(self, kop: str, waarde: Waarde | Onleesbaar) -> "Regel":
        """The same row with another value in one column."""
        plek = self.koppen[kop]
        return Regel(self.nummer, self.koppen, (*self.waarden[:plek], waarde, *self.waarden[plek + 1 :]))

    def zonder(self, koppen: Iterable[str]) -> "Regel":
        """The same row as if the sheet had no such columns: what they are about stays as it is."""
        return Regel(self.nummer, {kop: plek for kop, plek in self.koppen.items() if kop not in koppen}, self.waarden)


@dataclass(slots=True)
class Ingelezen:
    """A sheet as it was read. `bruikbaar`: its key columns are there, so that references to it can be checked."""

    blad: Blad
    regels: list[Regel] = field(default_factory=list)
    bruikbaar: bool = True


def uit_bestand(pad: Path) -> Bron:
    """The rows of an .xlsx file."""
    return lambda: lees(pad, [blad.naam for blad in BLADEN])


def lees_bladen(bron: Bron, meldingen: Meldingen) -> dict[str, Ingelezen]:
    """Every sheet with its readable rows; what is wrong with a cell or column goes to `meldingen`."""
    bladen = {blad.naam: Ingelezen(blad) for blad in BLADEN}
    lezers: dict[str, _Bladlezer] = {}
    for naam, rij in bron():
        lezer = lezers.get(naam)
        if lezer is None:
            lezers[naam] = _Bladlezer(bladen[naam], rij, meldingen)
        else:
            lezer.lees(rij)
    return bladen


class _Bladlezer:
    """Reads the rows of one sheet, with the header it was given."""

    def __init__(self, ingelezen: Ingelezen, kopregel: Rij, meldingen: Meldingen) -> None:
        self._ingelezen = ingelezen
        self._meldingen = meldingen
        self._kopregel = kopregel.nummer
        self._kolommen: dict[int, Kolom] = {}
        self._onbekend: set[int] = set()
        self._lees_koppen(kopregel)
        self._koppen = {kolom.kop: plek for plek, kolom in enumerate(self._kolommen.values())}
        self._gedeeld: dict[str, str] = {}
        self._meld_ontbrekend()

    def lees(self, rij: Rij) -> None:
        self._meld_zonder_kop(rij)
        waarden = tuple(
            self._waarde(rij, kolom, rij.cellen[plek] if plek < len(rij.cellen) else None)
            for plek, kolom in self._kolommen.items()
        )
        if any(waarde is ONLEESBAAR or waarde not in ("", None, ()) for waarde in waarden):
            self._ingelezen.regels.append(Regel(rij.nummer, self._koppen, waarden))
            self._meld_leeg(rij, waarden)

    def _lees_koppen(self, rij: Rij) -> None:
        naam = self._ingelezen.blad.naam
        bekend = {kolom.kop.casefold(): kolom for kolom in self._ingelezen.blad.kolommen}
        for plek, cel in enumerate(rij.cellen):
            kop = " ".join(str("" if cel is None else cel).split())
            kolom = bekend.get(kop.casefold())
            if kolom in self._kolommen.values():
                self._meldingen.fout(naam, rij.nummer, kop, "deze kolom staat er meer dan eens")
                self._onbekend.add(plek)
            elif kolom is not None:
                self._kolommen[plek] = kolom
            elif kop.casefold().startswith(FOUTENKOLOM.casefold()):  # ours: added to a file with errors
                self._onbekend.add(plek)
            elif kop:
                self._onbekend.add(plek)
                self._meldingen.let_op(naam, rij.nummer, kort(kop), "onbekende kolom, wordt overgeslagen")

    def _meld_ontbrekend(self) -> None:
        blad = self._ingelezen.blad
        for kolom in blad.kolommen:
            if kolom.verplicht and kolom.kop not in self._koppen:
                self._meldingen.fout(blad.naam, self._kopregel, kolom.kop, "deze verplichte kolom ontbreekt")
                if kolom.kop in blad.sleutel:
                    self._ingelezen.bruikbaar = False

    def _meld_zonder_kop(self, rij: Rij) -> None:
        for plek, cel in enumerate(rij.cellen):
            if cel is not None and plek not in self._kolommen and plek not in self._onbekend:
                if isinstance(cel, str) and not cel.strip():
                    continue
                self._meldingen.fout(
                    self._ingelezen.blad.naam,
                    rij.nummer,
                    kolomletters(plek + 1),
                    f"'{kort(cel)}' staat in een kolom zonder kop; zet er een kop boven of haal de waarde weg",
                )

    def _meld_leeg(self, rij: Rij, waarden: tuple[Waarde | Onleesbaar, ...]) -> None:
        for kolom, waarde in zip(self._kolommen.values(), waarden, strict=True):
            if kolom.verplicht and waarde in ("", None, ()):
                self._meldingen.fout(self._ingelezen.blad.naam, rij.nummer, kolom.kop, "leeg, maar verplicht")

    def _waarde(self, rij: Rij, kolom: Kolom, cel: Cel) -> Waarde | Onleesbaar:
        try:
            waarde = lees_cel(kolom, cel)
        except OnleesbareCel as reden:
            self._meldingen.fout(self._ingelezen.blad.naam, rij.nummer, kolom.kop, f"'{kort(cel)}' is {reden}")
            return ONLEESBAAR
        return self._gedeeld.setdefault(waarde, waarde) if isinstance(waarde, str) and len(waarde) < 60 else waarde


def kolomletters(nummer: int) -> str:
    """How Excel names a column: 1 is A, 27 is AA."""
    letters = ""
    while nummer:
        nummer, rest = divmod(nummer - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def per_groep(regels: list[Regel], grootte: int) -> Iterator[list[Regel]]:
    """The rows in groups small enough for one query each."""
    for begin in range(0, len(regels), grootte):
        yield regels[begin : begin + grootte]
