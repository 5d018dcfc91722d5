"""Small invented files as CBS gives them: each municipality a square of one chessboard, so that all have neighbours."""

import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from django.conf import settings

from mantelzorg.models import Gemeente
from monitor.grenzen.gebieden import lees_grenzen
from monitor.grenzen.laden import laad
from tests.gegevens import dag

CBS = Path(settings.BASE_DIR).parent / "shared" / "data" / "kaart"
BREED, STAP = 19, 0.05
WEST, ZUID = 4.0, 51.0


def codes_van(jaar: int) -> list[str]:
    """The municipalities of 1 January, as far as the list knows."""
    return sorted(Gemeente.objects.bestaand_op(dag(f"{jaar}-01-01")).values_list("code", flat=True))


def vierkant(west: float, zuid: float, zijde: float) -> list[list[float]]:
    """A closed ring, against the clock."""
    oost, noord = round(west + zijde, 5), round(zuid + zijde, 5)
    return [[west, zuid], [oost, zuid], [oost, noord], [west, noord], [west, zuid]]


def gebied(code: str, *ringen: list[list[float]], jaar: int = 2021) -> dict[str, Any]:
    """A feature as PDOK gives it."""
    kenmerken = {"statcode": code, "jrstatcode": f"{jaar}{code}", "statnaam": "", "rubriek": "gemeente"}
    return {"type": "Feature", "properties": kenmerken, "geometry": {"type": "Polygon", "coordinates": list(ringen)}}


def schaakbord(codes: Iterable[str], jaar: int) -> list[dict[str, Any]]:
    """A square of 0.05 degrees for each, side by side."""
    plekken = ((code, *divmod(nummer, BREED)) for nummer, code in enumerate(codes))
    return [
        gebied(code, vierkant(round(WEST + STAP * kolom, 5), round(ZUID + STAP * rij, 5), STAP), jaar=jaar)
        for code, rij, kolom in plekken
    ]


def schrijf(pad: Path, gebieden: Collection[Any], **boven: Any) -> Path:
    """The file, with `boven` beside its features."""
    inhoud = {"type": "FeatureCollection", **boven, "features": list(gebieden)}
    pad.write_text(json.dumps(inhoud), encoding="utf-8")
    return pad


def geladen(map_: Path, jaar: int) -> None:
    """The borders of the whole division of that year are loaded."""
    laad(lees_grenzen(schrijf(map_ / f"{jaar}.geojson", schaakbord(codes_van(jaar), jaar))))
