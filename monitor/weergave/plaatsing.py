"""Finding room on the map: boxes that may not overlap, and lines that should not run through them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil, cos, dist, pi, sin

Plek = tuple[float, float]
"""A point in map units: x to the right, y down."""

CEL = 24.0
"""Side of a cell of the grid in which taken boxes are looked up, in map units."""
STAP = 3.0
"""Distance between the points at which a line is tested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """A box in map units; boxes that only touch do not overlap."""

    links: float
    boven: float
    rechts: float
    onder: float

    @classmethod
    def rond(cls, midden: Plek, breedte: float, hoogte: float) -> "Vak":
        x, y = midden
        return cls(links=x - breedte / 2, boven=y - hoogte / 2, rechts=x + breedte / 2, onder=y + hoogte / 2)

    @property
    def midden(self) -> Plek:
        return (self.links + self.rechts) / 2, (self.boven + self.onder) / 2

    @property
    def breedte(self) -> float:
        return self.rechts - self.links

    @property
    def hoogte(self) -> float:
        return self.onder - self.boven

    def overlapt(self, ander: "Vak") -> bool:
        return (
            self.links < ander.rechts
            and ander.links < self.rechts
            and self.boven < ander.onder
            and ander.boven < self.onder
        )

    def omvat(self, ander: "Vak") -> bool:
        return (
            self.links <= ander.links
            and self.boven <= ander.boven
            and ander.rechts <= self.rechts
            and ander.onder <= self.onder
        )

    def dichtstbij(self, plek: Plek) -> Plek:
        """The point of this box nearest to the given one."""
        x, y = plek
        return min(max(x, self.links), self.rechts), min(max(y, self.boven), self.onder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezetting:
    """What is taken within the bounds, kept in a grid so that a look-up costs the same however full it is."""

    grens: Vak
    cellen: dict[tuple[int, int], list[Vak]] = field(default_factory=dict)

    def kopie(self) -> "Bezetting":
        """To try something out without taking it."""
        return Bezetting(grens=self.grens, cellen={cel: list(vakken) for cel, vakken in self.cellen.items()})

    def neem(self, vak: Vak) -> None:
        for cel in _cellen(vak):
            self.cellen.setdefault(cel, []).append(vak)

    def neem_lijn(self, van: Plek, naar: Plek) -> None:
        for plek in _punten(van, naar):
            self.neem(Vak.rond(plek, 1, 1))

    def vrij(self, vak: Vak) -> bool:
        """Whether the box lies within the bounds and over nothing that is taken."""
        return self.grens.omvat(vak) and not any(vak.overlapt(ander) for ander in self._nabij(vak))

    def ruim(self, vak: Vak, lucht: float, los_van: Vak) -> bool:
        """Whether nothing taken comes within `lucht` left or right of the box, apart from what touches `los_van`."""
        wijd = Vak.rond(vak.midden, vak.breedte + 2 * lucht, vak.hoogte)
        return not any(wijd.overlapt(ander) and not ander.overlapt(los_van) for ander in self._nabij(wijd))

    def _nabij(self, vak: Vak) -> Iterator[Vak]:
        return (ander for cel in _cellen(vak) for ander in self.cellen.get(cel, ()))

    def lijn_vrij(self, van: Plek, naar: Plek, los_van: Vak) -> bool:
        """Whether a line runs over nothing that is taken, apart from the part within the box `los_van`."""
        vakken = (Vak.rond(plek, 1, 1) for plek in _punten(van, naar))
        return all(self.vrij(vak) for vak in vakken if not vak.overlapt(los_van))


def _cellen(vak: Vak) -> Iterator[tuple[int, int]]:
    for kolom in range(int(vak.links // CEL), int(vak.rechts // CEL) + 1):
        for rij in range(int(vak.boven // CEL), int(vak.onder // CEL) + 1):
            yield kolom, rij


def _punten(van: Plek, naar: Plek) -> Iterator[Plek]:
    (x1, y1), (x2, y2) = van, naar
    stappen = max(1, ceil(dist(van, naar) / STAP))
    for stap in range(stappen + 1):
        deel = stap / stappen
        yield x1 + deel * (x2 - x1), y1 + deel * (y2 - y1)


def plekken_rond(midden: Plek, tot: float) -> Iterator[Plek]:
    """The point itself, then ever wider rings around it, up to `tot` units away."""
    yield midden
    x, y = midden
    straal = STAP
    while straal <= tot:
        aantal = min(24, 8 + 2 * int(straal // STAP))
        for stap in range(aantal):
            hoek = 2 * pi * stap / aantal
            yield x + straal * cos(hoek), y + straal * sin(hoek)
        straal += STAP


def vakken_naast(vak: Vak, breedte: float, hoogte: float, afstand: float) -> Iterator[Vak]:
    """Boxes of this size beside the given one: right, left, above, below, then the corners."""
    x, y = vak.midden
    opzij, omhoog = (vak.breedte + breedte) / 2 + afstand, (vak.hoogte + hoogte) / 2 + afstand
    for dx, dy in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)):
        yield Vak.rond((x + dx * opzij, y + dy * omhoog), breedte, hoogte)
    for dx, dy in ((1, -1), (1, 1), (-1, -1), (-1, 1)):
        yield Vak.rond((x + dx * opzij, y + dy * vak.hoogte / 2), breedte, hoogte)
        yield Vak.rond((x + dx * breedte / 2, y + dy * omhoog), breedte, hoogte)
