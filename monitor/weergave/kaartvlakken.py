"""What lies under everything on the map: the provinces, and the area of municipalities whose borders are loaded."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from monitor.kaartpunten import Kaartgebied, Kaartgrenzen
from monitor.weergave.kaartspelden import BREEDTE, HOOGTE, plek
from monitor.weergave.plaatsing import Plek

PROVINCIES = Path(__file__).resolve().parent.parent / "gegevens" / "provincies.json"

BUITEN, LAND, GRENS = "#e9edf0", "#ffffff", "#75838e"
GEBIED, GEBIEDSGRENS = "#bfe0c4", "#1f6b3a"
"""Of a municipality: its border tells it from its neighbours without colour."""

Ring = Sequence[Sequence[float]]
"""Points in degrees; it ends where it begins."""


def getal(waarde: float) -> str:
    """A number of map units, as short as it can be."""
    return f"{waarde:.1f}".removesuffix(".0")


def ondergrond(grenzen: Kaartgrenzen | None) -> str:
    """The land as SVG: of `grenzen` both provinces and municipalities, for only together do they meet exactly."""
    if grenzen is None:
        return _meegeleverd()
    return f"{_land(map(_pad, _ringen(grenzen.provincies)))}\n{_gemeenten(grenzen.gemeenten)}"


@cache
def _meegeleverd() -> str:
    vlakken = json.loads(PROVINCIES.read_text(encoding="utf-8"))["features"]
    polygonen = (vlak["geometry"]["coordinates"] for vlak in vlakken)
    return _land(_pad(ring for polygoon in delen for ring in polygoon) for delen in polygonen)


def _ringen(gebieden: Iterable[Kaartgebied]) -> Iterable[Sequence[Ring]]:
    return (gebied.ringen for gebied in gebieden)


def _land(paden: Iterable[str]) -> str:
    return (
        f'<rect width="{getal(BREEDTE)}" height="{getal(HOOGTE)}" fill="{BUITEN}"/>\n'
        f'<g fill="{LAND}" stroke="{GRENS}" stroke-width="0.8" stroke-linejoin="round">{"".join(paden)}</g>'
    )


def _gemeenten(gebieden: Iterable[Kaartgebied]) -> str:
    paden = "".join(map(_pad, _ringen(gebieden)))
    return f'<g fill="{GEBIED}" stroke="{GEBIEDSGRENS}" stroke-width="1.2" stroke-linejoin="round">{paden}</g>'


def _pad(ringen: Iterable[Ring]) -> str:
    """A path of all rings; a hole goes the other way round, so that it stays open."""
    return f'<path d="{"".join(map(_lijn, ringen))}"/>'


def _lijn(ring: Ring) -> str:
    """Without points that fall on one place of the map."""
    plekken = (plek(lon, lat) for lon, lat in ring[:-1])
    return f"M{'L'.join(_coordinaten(punt) for punt, _keer in groupby(plekken))}Z"


def _coordinaten(punt: Plek) -> str:
    return f"{getal(punt[0])} {getal(punt[1])}"
