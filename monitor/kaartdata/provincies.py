"""Outlines of the twelve provinces, simplified so that neighbours keep the very same border."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, radians
from typing import Any, TypedDict

Punt = tuple[float, float]
"""Longitude and latitude in degrees (WGS 84)."""
Lijn = tuple[Punt, ...]
Buren = dict[Punt, set[Punt]]
"""Each point of an outline with every point it is joined to, in whatever province."""


class Bronkenmerken(TypedDict):
    """What is used of a feature's properties: GeoNames' code of the province."""

    gn_a1_code: str | None


class Geometrie(TypedDict):
    """GeoJSON: one polygon, or several."""

    type: str
    coordinates: list[Any]


class Bronvlak(TypedDict):
    """A feature of the source file."""

    properties: Bronkenmerken
    geometry: Geometrie


class Provincievlak(TypedDict):
    """A feature of `monitor/gegevens/provincies.json`: GeoJSON with the province's CBS code and name."""

    type: str
    properties: dict[str, str]
    geometry: dict[str, object]


PROVINCIES = {
    "NL.01": ("PV22", "Drenthe"),
    "NL.02": ("PV21", "Fryslân"),
    "NL.03": ("PV25", "Gelderland"),
    "NL.04": ("PV20", "Groningen"),
    "NL.05": ("PV31", "Limburg"),
    "NL.06": ("PV30", "Noord-Brabant"),
    "NL.07": ("PV27", "Noord-Holland"),
    "NL.09": ("PV26", "Utrecht"),
    "NL.10": ("PV29", "Zeeland"),
    "NL.11": ("PV28", "Zuid-Holland"),
    "NL.15": ("PV23", "Overijssel"),
    "NL.16": ("PV24", "Flevoland"),
}
"""GeoNames' code, CBS code and name. What is not listed (Caribbean islands, a nameless sliver) drops out."""

SPELING = 0.002
"""How far, in degrees of latitude, the simplified line may stray: some 200 metres, a third of a map unit."""
DECIMALEN = 4


def provincievlakken(bron: Sequence[Bronvlak]) -> list[Provincievlak]:
    """The twelve provinces by CBS code. Raises ValueError where the source lacks one."""
    vlakken = {vlak["properties"]["gn_a1_code"]: vlak for vlak in bron}
    ontbreekt = PROVINCIES.keys() - vlakken.keys()
    if ontbreekt:
        raise ValueError(f"not in the source: {sorted(ontbreekt)}")
    ringen = {code: list(_ringen(vlakken[code]["geometry"])) for code in PROVINCIES}
    buren = _buren(ring for lijst in ringen.values() for ring in lijst)
    resultaat = [_vlak(*PROVINCIES[code], [_vereenvoudig(ring, buren) for ring in ringen[code]]) for code in ringen]
    return sorted(resultaat, key=lambda vlak: vlak["properties"]["code"])


def _ringen(geometrie: Geometrie) -> Iterator[Lijn]:
    """Outer rings, closed: none of the provinces has a hole."""
    enkel = geometrie["type"] == "Polygon"
    for polygoon in [geometrie["coordinates"]] if enkel else geometrie["coordinates"]:
        yield tuple((punt[0], punt[1]) for punt in polygoon[0])


def _vlak(code: str, naam: str, ringen: Sequence[Lijn]) -> Provincievlak:
    return Provincievlak(
        type="Feature",
        properties={"code": code, "naam": naam},
        geometry={"type": "MultiPolygon", "coordinates": [[ring] for ring in ringen]},
    )


def _buren(ringen: Iterator[Lijn]) -> Buren:
    buren: Buren = {}
    for ring in ringen:
        for een, ander in pairwise(ring):
            buren.setdefault(een, set()).add(ander)
            buren.setdefault(ander, set()).add(een)
    return buren


def _vereenvoudig(ring: Lijn, buren: Buren) -> Lijn:
    """The ring cut where borders meet, each piece simplified, and joined again."""
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
    return _douglas_peucker(stuk) if stuk <= achteruit else _douglas_peucker(achteruit)[::-1]


def _douglas_peucker(lijn: Lijn) -> Lijn:
    """The line without the points that lie within SPELING of what remains."""
    if len(lijn) < 3:
        return lijn
    afstand, verste = max((_afstand(punt, lijn[0], lijn[-1]), plek) for plek, punt in enumerate(lijn[1:-1], start=1))
    if afstand <= SPELING:
        return (lijn[0], lijn[-1])
    return _douglas_peucker(lijn[: verste + 1])[:-1] + _douglas_peucker(lijn[verste:])


def _afstand(punt: Punt, begin: Punt, eind: Punt) -> float:
    """From the point to the line piece, in degrees of latitude."""
    krimp = cos(radians(punt[1]))
    px, py = (punt[0] - begin[0]) * krimp, punt[1] - begin[1]
    ex, ey = (eind[0] - begin[0]) * krimp, eind[1] - begin[1]
    lengte = ex * ex + ey * ey
    deel = max(0.0, min(1.0, (px * ex + py * ey) / lengte)) if lengte else 0.0
    return hypot(px - deel * ex, py - deel * ey)
