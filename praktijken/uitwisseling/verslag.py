"""What an import has to say: errors and warnings per cell, and what changes."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from mantelzorg.bladen import Waarde, als_tekst


def kort(waarde: object, lengte: int = 80) -> str:
    """A value on one line, cut off where it is long."""
    tekst = " ".join(toon(waarde).split())
    return tekst if len(tekst) <= lengte else f"{tekst[: lengte - 1]}…"


def toon(waarde: object) -> str:
    """A value as a person writes it in a cell."""
    match waarde:
        case None:
            return ""
        case tuple():
            return "; ".join(str(deel) for deel in waarde)
        case _:
            return als_tekst(waarde)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, order=True)
class Melding:
    """An error or warning about a cell. `rij` as Excel numbers it; 0: the sheet as a whole."""

    bladnummer: int
    rij: int
    kolom: str
    tekst: str
    blad: str = field(compare=False)

    def __str__(self) -> str:
        waar = f"Blad '{self.blad}'"
        if self.rij:
            waar += f", rij {self.rij}, kolom '{self.kolom}'"
        return f"{waar}: {self.tekst}."


@dataclass(frozen=True, slots=True)
class Veldwijziging:
    """One field of one record that gets another value."""

    veld: str
    oud: Waarde
    nieuw: Waarde

    @property
    def maakt_leeg(self) -> bool:
        return self.oud not in ("", None, ()) and self.nieuw in ("", None, ())

    @property
    def oud_tekst(self) -> str:
        return kort(self.oud, 300)

    @property
    def nieuw_tekst(self) -> str:
        return kort(self.nieuw, 300)


@dataclass(frozen=True, slots=True)
class Recordwijziging:
    """One record that is added (`nieuw`) or changed, by which row."""

    soort: str
    sleutel: str
    rij: int
    nieuw: bool
    velden: tuple[Veldwijziging, ...]


@dataclass(slots=True)
class Telling:
    """How many records of one kind are new, changed and unchanged."""

    nieuw: int = 0
    gewijzigd: int = 0
    ongewijzigd: int = 0


def geen_ontvanger(_wijziging: Recordwijziging) -> None:
    """For who wants the counts alone."""


@dataclass(slots=True)
class Verslag:
    """All an import found; each record that changes goes to the `ontvanger`, for there may be very many."""

    ontvanger: Callable[[Recordwijziging], None] = geen_ontvanger
    fouten: list[Melding] = field(default_factory=list)
    waarschuwingen: list[Melding] = field(default_factory=list)
    tellingen: dict[str, Telling] = field(default_factory=dict)
    geleegd: dict[str, int] = field(default_factory=dict)
    andere_programmas: set[str] = field(default_factory=set)
    programma: str = ""
    nieuwe_accounts: list[str] = field(default_factory=list)
    nieuwe_themas: list[str] = field(default_factory=list)
    _stempel: "hashlib._Hash" = field(default_factory=hashlib.sha256)

    def zonder_uitkomst(self) -> "Verslag":
        """For the round that writes: what the round that compared found, without its counts and changes."""
        tellingen = {soort: Telling(nieuw=len(nieuwe)) for soort, nieuwe in self._gemaakt() if nieuwe}
        return Verslag(
            waarschuwingen=list(self.waarschuwingen),
            tellingen=tellingen,
            andere_programmas=self.andere_programmas,
            programma=self.programma,
            nieuwe_accounts=self.nieuwe_accounts,
            nieuwe_themas=self.nieuwe_themas,
        )

    def _gemaakt(self) -> tuple[tuple[str, list[str]], ...]:
        return ("accounts", self.nieuwe_accounts), ("thema's", self.nieuwe_themas)

    def telling(self, soort: str) -> Telling:
        return self.tellingen.setdefault(soort, Telling())

    def wijzigt(self, wijziging: Recordwijziging) -> None:
        """Note a record that is added or changed; the fields it empties are counted by name."""
        for veld in wijziging.velden:
            if veld.maakt_leeg:
                naam = f"{wijziging.soort}: {veld.veld}"
                self.geleegd[naam] = self.geleegd.get(naam, 0) + 1
        self._stempel.update(repr(wijziging).encode())
        self.ontvanger(wijziging)

    @property
    def vingerafdruk(self) -> str:
        """The same for two reports of the same changes: whether a preview still holds."""
        return self._stempel.hexdigest()

    @property
    def verandert_iets(self) -> bool:
        return any(telling.nieuw or telling.gewijzigd for telling in self.tellingen.values())


class Meldingen:
    """Collects errors and warnings; the same one is kept once."""

    def __init__(self, bladnamen: Iterable[str], verslag: Verslag) -> None:
        self._nummers = {naam: nummer for nummer, naam in enumerate(bladnamen)}
        self._verslag = verslag
        self._gezien: set[Melding] = {*verslag.fouten, *verslag.waarschuwingen}

    def fout(self, blad: str, rij: int, kolom: str, tekst: str) -> None:
        self._voeg_toe(self._verslag.fouten, blad, rij, kolom, tekst)

    def let_op(self, blad: str, rij: int, kolom: str, tekst: str) -> None:
        self._voeg_toe(self._verslag.waarschuwingen, blad, rij, kolom, tekst)

    def _voeg_toe(self, lijst: list[Melding], blad: str, rij: int, kolom: str, tekst: str) -> None:
        melding = Melding(self._nummers[blad], rij, kolom, tekst, blad)
        if melding not in self._gezien:
            self._gezien.add(melding)
            lijst.append(melding)
