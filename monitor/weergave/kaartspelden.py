"""The markers on the map: one per practice and municipality, at its point or as near as there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, dist, radians

from monitor.kaartpunten import Kaartpraktijk, Kaartpunt
from monitor.weergave.lettermaat import HALFVET, lettermaat
from monitor.weergave.plaatsing import Bezetting, Plek, Vak, plekken_rond


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    """How large markers and their numbers are, in map units; with many of them everything shrinks."""

    cijfers: float
    speld: float
    met_namen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Speld:
    """A marker: the practice's number at (or, where that is taken, near) a municipality's point.

    Without `vak` there was no room left: only the point itself is shown.
    """

    praktijk: Kaartpraktijk
    punt: Plek
    eerste: bool
    vak: Vak | None

    @property
    def verschoven(self) -> bool:
        """Whether the marker does not stand on its point."""
        return self.vak is None or dist(self.vak.midden, self.punt) > 0.5


BREEDTE = 400.0
HOOGTE = 474.0
RAND = 8.0
WEST, NOORD, EENHEDEN_PER_GRAAD = 3.349, 53.559, 162.7
KRIMP = cos(radians(52.15))
"""A degree of longitude as a part of one of latitude, halfway the country: flat enough at this size."""


def plek(lon: float, lat: float) -> Plek:
    """Degrees to map units."""
    return (
        round(RAND + (lon - WEST) * KRIMP * EENHEDEN_PER_GRAAD, 1),
        round(RAND + (NOORD - lat) * EENHEDEN_PER_GRAAD, 1),
    )


def maat_bij(aantal: int) -> Maat:
    """The sizes for this many markers."""
    if aantal <= 40:
        return Maat(cijfers=14, speld=20, met_namen=True)
    if aantal <= 100:
        return Maat(cijfers=11, speld=15, met_namen=False)
    return Maat(cijfers=8.5, speld=11, met_namen=False)


def spelden(praktijken: Sequence[Kaartpraktijk], maat: Maat, bezetting: Bezetting) -> Iterator[Speld]:
    """First the markers of the practices themselves, then those of their further municipalities."""
    for praktijk in praktijken:
        for gemeente in praktijk.gemeenten[:1]:
            yield _speld(praktijk, gemeente, maat, bezetting, eerste=True)
    for praktijk in praktijken:
        for gemeente in praktijk.gemeenten[1:]:
            yield _speld(praktijk, gemeente, maat, bezetting, eerste=False)


def _speld(praktijk: Kaartpraktijk, gemeente: Kaartpunt, maat: Maat, bezetting: Bezetting, *, eerste: bool) -> Speld:
    punt = _binnen(plek(gemeente.lon, gemeente.lat))
    breedte = max(maat.speld, lettermaat(HALFVET).breedte(str(praktijk.nummer), maat.cijfers) + 5)
    vak = _vrij_vak(punt, breedte, maat.speld, bezetting)
    if vak is not None:
        bezetting.neem(vak)
        bezetting.neem_lijn(punt, vak.midden)
    return Speld(praktijk=praktijk, punt=punt, eerste=eerste, vak=vak)


def _binnen(punt: Plek) -> Plek:
    """A point outside the map stands at its edge: seen, and plainly wrong."""
    return Vak(links=RAND, boven=RAND, rechts=BREEDTE - RAND, onder=HOOGTE - RAND).dichtstbij(punt)


def _vrij_vak(punt: Plek, breedte: float, hoogte: float, bezetting: Bezetting) -> Vak | None:
    vakken = (Vak.rond(midden, breedte, hoogte) for midden in plekken_rond(punt, tot=180))
    return next((vak for vak in vakken if bezetting.vrij(vak)), None)
