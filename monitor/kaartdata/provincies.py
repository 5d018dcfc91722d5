"""Outlines of the twelve provinces, simplified so that neighbours keep the very same border."""

from collections.abc import Iterator, Sequence
from typing import Any, TypedDict

from monitor.grenzen.lijnen import Lijn, buren_van, vereenvoudig


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


def provincievlakken(bron: Sequence[Bronvlak]) -> list[Provincievlak]:
    """The twelve provinces by CBS code. Raises ValueError where the source lacks one."""
    vlakken = {vlak["properties"]["gn_a1_code"]: vlak for vlak in bron}
    ontbreekt = PROVINCIES.keys() - vlakken.keys()
    if ontbreekt:
        raise ValueError(f"not in the source: {sorted(ontbreekt)}")
    ringen = {code: list(_ringen(vlakken[code]["geometry"])) for code in PROVINCIES}
    buren = buren_van(ring for lijst in ringen.values() for ring in lijst)
    resultaat = [_vlak(*PROVINCIES[code], [vereenvoudig(ring, buren) for ring in ringen[code]]) for code in ringen]
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
