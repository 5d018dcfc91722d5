"""Shapes as GeoJSON writes them: checked number by number, and turned into rings in degrees."""

from collections.abc import Iterable
from itertools import groupby
from typing import TypeGuard

from monitor.grenzen.lijnen import Lijn
from monitor.grenzen.ringen import gericht
from monitor.grenzen.stelsel import Kader, Omzetting

Ruwering = list[list[float]]
Polygoon = list[Ruwering]
"""In the numbers of the file: the outer ring, then its holes."""

GROOTSTE_GETAL = 1e7
"""Larger than any coordinate in metres."""


class OngeldigeVorm(Exception):
    """What stands there is no border; the message says why, in Dutch."""


def polygonen(geometrie: object) -> list[Polygoon]:
    """The polygons of a municipality, checked. Raises OngeldigeVorm."""
    match geometrie:
        case {"type": "Polygon", "coordinates": list(polygoon)}:
            delen = [polygoon]
        case {"type": "MultiPolygon", "coordinates": list(delen)}:
            pass
        case _:
            raise OngeldigeVorm("Een gebied is geen Polygon of MultiPolygon")
    if not delen or not all(isinstance(polygoon, list) and polygoon for polygoon in delen):
        raise OngeldigeVorm("Een gebied heeft geen grens")
    for polygoon in delen:
        for ring in polygoon:
            _keur(ring)
    return delen


def _keur(ring: object) -> None:
    if not isinstance(ring, list) or len(ring) < 4:
        raise OngeldigeVorm("Een grenslijn heeft minder dan vier punten")
    if not all(_is_punt(punt) for punt in ring):
        raise OngeldigeVorm("Een punt is geen paar van gewone getallen")
    if ring[0] != ring[-1]:
        raise OngeldigeVorm("Een grenslijn eindigt niet waar zij begint")


def _is_punt(punt: object) -> TypeGuard[list[float]]:
    return isinstance(punt, list) and len(punt) > 1 and _is_getal(punt[0]) and _is_getal(punt[1])


def _is_getal(waarde: object) -> bool:
    return type(waarde) in (int, float) and -GROOTSTE_GETAL < waarde < GROOTSTE_GETAL  # type: ignore[operator]  # a number


def kader_om(vormen: Iterable[list[Polygoon]]) -> Kader:
    """The box around all of them; there is at least one."""
    punten = [punt for delen in vormen for polygoon in delen for ring in polygoon for punt in ring]
    lengtes, breedtes = [punt[0] for punt in punten], [punt[1] for punt in punten]
    return Kader(west=min(lengtes), zuid=min(breedtes), oost=max(lengtes), noord=max(breedtes))


def in_graden(delen: list[Polygoon], zet_om: Omzetting) -> tuple[Lijn, ...]:
    """The rings with the inside on their left; what has no area left once rounded drops out."""
    ringen = ((_lijn(ring, zet_om), plek > 0) for polygoon in delen for plek, ring in enumerate(polygoon))
    return tuple(gericht(lijn, gat=gat) for lijn, gat in ringen if len(set(lijn)) > 2)


def _lijn(ring: Ruwering, zet_om: Omzetting) -> Lijn:
    """Without points that stand there twice in a row."""
    return tuple(punt for punt, _keer in groupby(zet_om(punt[0], punt[1]) for punt in ring))
