"""Unknown whole numbers and what is known of them: rules that a search can narrow bounds with."""

from collections.abc import Iterable
from dataclasses import dataclass, field


class Tegenspraak(Exception):
    """No values fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Som:
    """`minimum` ≤ the sum of sign × unknown ≤ `maximum`; None: no bound on that side."""

    termen: tuple[tuple[int, int], ...]
    minimum: int | None
    maximum: int | None

    @property
    def onbekenden(self) -> Iterable[int]:
        """The unknowns it speaks of."""
        return (nummer for nummer, _ in self.termen)

    def versmal(self, laag: list[int], hoog: list[int]) -> list[int]:
        """Narrow the bounds in place; the unknowns whose bounds changed. Tegenspraak: none are left."""
        onder = boven = 0
        for n, teken in self.termen:
            if teken > 0:
                onder, boven = onder + laag[n], boven + hoog[n]
            else:
                onder, boven = onder - hoog[n], boven - laag[n]
        omlaag = boven - onder if self.maximum is None else self.maximum - onder
        omhoog = boven - onder if self.minimum is None else boven - self.minimum
        krap = min(omlaag, omhoog)
        if krap < 0:
            raise Tegenspraak
        wijd = [(n, teken) for n, teken in self.termen if hoog[n] - laag[n] > krap]
        for n, teken in wijd:
            self._versmal_een(n, teken, omlaag, omhoog, laag, hoog)
        return [n for n, _ in wijd]

    @staticmethod
    def _versmal_een(n: int, teken: int, omlaag: int, omhoog: int, laag: list[int], hoog: list[int]) -> None:
        """`omlaag`, `omhoog`: how far a term may lie above its least, or below its most."""
        if teken < 0:
            omlaag, omhoog = omhoog, omlaag
        onder, boven = max(laag[n], hoog[n] - omhoog), min(hoog[n], laag[n] + omlaag)
        if onder > boven:
            raise Tegenspraak
        laag[n], hoog[n] = onder, boven


@dataclass(frozen=True, slots=True, kw_only=True)
class EenKlein:
    """At least one of the unknowns lies in 1…`hoogste`."""

    onbekenden: tuple[int, ...]
    hoogste: int

    def versmal(self, laag: list[int], hoog: list[int]) -> list[int]:
        """As `Som.versmal`."""
        kan = [n for n in self.onbekenden if laag[n] <= self.hoogste and hoog[n] >= 1]
        if not kan:
            raise Tegenspraak
        if len(kan) > 1:
            return []
        n = kan[0]
        onder, boven = max(laag[n], 1), min(hoog[n], self.hoogste)
        if (onder, boven) == (laag[n], hoog[n]):
            return []
        laag[n], hoog[n] = onder, boven
        return [n]


Regel = Som | EenKlein


@dataclass(slots=True, kw_only=True)
class Stelsel:
    """Unknowns, by number, with their bounds and the rules they keep; none lies above `plafond`.

    `namen`: what each counts, the same for one kind or practice wherever it stands.
    """

    plafond: int
    namen: list[str] = field(default_factory=list)
    laag: list[int] = field(default_factory=list)
    hoog: list[int] = field(default_factory=list)
    regels: list[Regel] = field(default_factory=list)

    def kopie(self) -> "Stelsel":
        """The same, to go on with apart."""
        return Stelsel(
            plafond=self.plafond,
            namen=[*self.namen],
            laag=[*self.laag],
            hoog=[*self.hoog],
            regels=[*self.regels],
        )

    def onbekende(self, naam: str, laag: int, hoog: int) -> int:
        """A new unknown; its number."""
        self.namen.append(naam)
        self.laag.append(laag)
        self.hoog.append(hoog)
        return len(self.laag) - 1


@dataclass(frozen=True, slots=True)
class Onbekende:
    """A count that is not published, by its number in the system."""

    nummer: int


Getal = int | Onbekende
"""A count of a publication as a reader knows it."""


def som(
    plus: Iterable[Getal], min_: Iterable[Getal] = (), *, minimum: int | None = None, maximum: int | None = None
) -> Som:
    """`minimum` ≤ all of `plus` less all of `min_` ≤ `maximum`, published counts and unknowns alike."""
    termen: list[tuple[int, int]] = []
    vast = 0
    for teken, getallen in ((1, plus), (-1, min_)):
        for getal in getallen:
            if isinstance(getal, Onbekende):
                termen.append((getal.nummer, teken))
            else:
                vast += teken * getal
    return Som(
        termen=tuple(termen),
        minimum=None if minimum is None else minimum - vast,
        maximum=None if maximum is None else maximum - vast,
    )
