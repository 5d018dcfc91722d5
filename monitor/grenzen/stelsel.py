"""Coordinate systems of a file: degrees as they are, RD turned into degrees, anything else refused."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from monitor.grenzen.lijnen import Punt

Omzetting = Callable[[float, float], Punt]
"""From the two numbers of a point in the file to degrees."""
GRAAD_DECIMALEN = 5
"""Some metre: as near as the formula for RD is."""


class VreemdStelsel(Exception):
    """The coordinates are not in degrees nor in RD; the message is a Dutch line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kader:
    """The box around all points, in the numbers of the file."""

    west: float
    zuid: float
    oost: float
    noord: float

    def binnen(self, ander: "Kader") -> bool:
        """Whether it lies within `ander`."""
        return (
            ander.west <= self.west
            and self.oost <= ander.oost
            and ander.zuid <= self.zuid
            and self.noord <= ander.noord
        )


IN_GRADEN = Kader(west=2.5, zuid=50.5, oost=7.5, noord=54.0)
OMGEKEERD = Kader(west=50.5, zuid=2.5, oost=54.0, noord=7.5)
IN_RD = Kader(west=-7_000, zuid=289_000, oost=300_000, noord=629_000)
"""Where the system is valid, in metres."""
GRADENNAMEN, RD_NAMEN = {"4326", "4258", "CRS84"}, {"28992", "7415"}
"""EPSG's numbers and OGC's name, as they end in `crs`. ETRS89 and WGS 84 differ less than a metre here."""


def omzetting(crs: object, kader: Kader) -> Omzetting:
    """How to read points within `kader`; `crs` is that member of the file, None where it has none.

    Degrees and metres cannot be mistaken for each other, so the numbers decide; a file that names another system than
    its numbers are in is refused.
    """
    naam = _naam(crs)
    if kader.binnen(IN_GRADEN) and naam in {None, *GRADENNAMEN}:
        return uit_graden
    if kader.binnen(IN_RD) and naam in {None, *RD_NAMEN}:
        return uit_rd
    raise VreemdStelsel(_waarom(naam, kader))


def _naam(crs: object) -> str | None:
    match crs:
        case None:
            return None
        case {"properties": {"name": str(naam)}}:
            return re.split(r"[:/]", naam)[-1]
        case _:
            return "?"


def _waarom(naam: str | None, kader: Kader) -> str:
    if kader.binnen(OMGEKEERD):
        return "Lengte- en breedtegraad staan verwisseld: GeoJSON heeft eerst de lengtegraad."
    if naam not in {None, *GRADENNAMEN, *RD_NAMEN}:
        return (
            "Het bestand noemt een coördinatenstelsel dat hier niet werkt. Neem graden (EPSG:4326) of RD (EPSG:28992)."
        )
    if kader.binnen(IN_GRADEN) or kader.binnen(IN_RD):
        return "De coördinaten zijn niet in het stelsel dat het bestand noemt (crs)."
    return (
        "Er liggen punten buiten Nederland, of het coördinatenstelsel klopt niet. "
        "Neem graden (EPSG:4326) of RD (EPSG:28992)."
    )


def uit_graden(lon: float, lat: float) -> Punt:
    """Rounded to a metre, so that neighbours that differ less share their points."""
    return round(lon, GRAAD_DECIMALEN), round(lat, GRAAD_DECIMALEN)


_LENGTE = (
    (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594), (3, 1, -0.05607),
    (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022), (5, 0, 0.00026),
)  # fmt: skip
_BREEDTE = (
    (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550), (2, 2, -0.01709),
    (1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
)  # fmt: skip


def uit_rd(x: float, y: float) -> Punt:
    """RD (metres) to degrees, to a metre or so: the approximation of Schreutelkamp and Strang van Hees (2001).

    Terms are (power of x, power of y, seconds of arc), of units of 100 km from Amersfoort.
    """
    dx, dy = (x - 155_000) / 100_000, (y - 463_000) / 100_000
    lon = 5.38720621 + sum(maal * dx**p * dy**q for p, q, maal in _LENGTE) / 3600
    lat = 52.15517440 + sum(maal * dx**p * dy**q for p, q, maal in _BREEDTE) / 3600
    return uit_graden(lon, lat)
