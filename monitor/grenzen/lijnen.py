"""Border lines, simplified so that neighbours keep the very same border: no gap between them, and no overlap."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import cos, hypot, radians

Punt = tuple[float, float]
"""Longitude and latitude in degrees (WGS 84)."""
Lijn = tuple[Punt, ...]
"""A ring ends where it begins."""
Buren = dict[Punt, set[Punt]]
"""Each point of an outline with every point it is joined to, in whatever area."""

SPELING = 0.002
"""How far, in degrees of latitude, the simplified line may stray: some 200 metres, a third of a map unit."""
DECIMALEN = 4
"""Of a degree: some seven metres."""
LANGSTE_STUK = 500
"""Points simplified at a time: what a piece costs grows with their square, whatever stands in a file."""


def buren_van(ringen: Iterable[Lijn]) -> Buren:
    """The points that are joined, over all areas together."""
    buren: Buren = {}
    for ring in ringen:
        for een, ander in pairwise(ring):
            buren.setdefault(een, set()).add(ander)
            buren.setdefault(ander, set()).add(een)
    return buren


def vereenvoudig(ring: Lijn, buren: Buren) -> Lijn:
    """The ring cut where borders meet, each piece simplified (Douglas–Peucker), and joined again.

    It strays no further than SPELING. A small ring can fold to fewer than three points.
    """
    punten = [punt for stuk in _stukken(ring, buren) for punt in _vereenvoudig_stuk(stuk)[:-1]]
    afgerond = [(round(lon, DECIMALEN), round(lat, DECIMALEN)) for lon, lat in punten]
    return (*afgerond, afgerond[0])


def _stukken(ring: Lijn, buren: Buren) -> Iterator[Lijn]:
    """Pieces between points where borders meet; an island is one piece, from its smallest point round."""
    open_ring = ring[:-1]
    knopen = [plek for plek, punt in enumerate(open_ring) if len(buren[punt]) != 2]
    knopen = knopen or [open_ring.index(min(open_ring))]
    rond = open_ring + open_ring
    for begin, eind in zip(knopen, [*knopen[1:], knopen[0] + len(open_ring)], strict=True):
        yield rond[begin : eind + 1]


def _vereenvoudig_stuk(stuk: Lijn) -> Lijn:
    """Simplified in one fixed direction, so that both neighbours of a border get the same points."""
    achteruit = stuk[::-1]
    return _in_delen(stuk) if stuk <= achteruit else _in_delen(achteruit)[::-1]


def _in_delen(lijn: Lijn) -> Lijn:
    delen = (lijn[begin : begin + LANGSTE_STUK + 1] for begin in range(0, len(lijn) - 1, LANGSTE_STUK))
    return (*(punt for deel in delen for punt in _douglas_peucker(deel)[:-1]), lijn[-1])


def _douglas_peucker(lijn: Lijn) -> Lijn:
    """The line without the points that lie within SPELING of what remains."""
    blijft = {0, len(lijn) - 1}
    open_delen = [(0, len(lijn) - 1)]
    while open_delen:
        begin, eind = open_delen.pop()
        afstanden = ((_afstand(lijn[plek], lijn[begin], lijn[eind]), plek) for plek in range(begin + 1, eind))
        afstand, verste = max(afstanden, default=(0.0, begin))
        if afstand > SPELING:
            blijft.add(verste)
            open_delen += [(begin, verste), (verste, eind)]
    return tuple(lijn[plek] for plek in sorted(blijft))


def _afstand(punt: Punt, begin: Punt, eind: Punt) -> float:
    """From the point to the line piece, in degrees of latitude."""
    krimp = cos(radians(punt[1]))
    px, py = (punt[0] - begin[0]) * krimp, punt[1] - begin[1]
    ex, ey = (eind[0] - begin[0]) * krimp, eind[1] - begin[1]
    lengte = ex * ex + ey * ey
    deel = max(0.0, min(1.0, (px * ex + py * ey) / lengte)) if lengte else 0.0
    return hypot(px - deel * ex, py - deel * ey)
