"""The file with borders as JSON, read within limits: whatever it is, it takes little time and memory to refuse it."""

import json
from pathlib import Path
from typing import Any, NoReturn

GROOTSTE_BESTAND = 25_000_000
"""Bytes. The generalised borders of all municipalities take a few million."""
MEESTE_HAKEN = 500_000
"""Lists and objects in the file, so about its points: they, and not its bytes, decide what it takes in memory."""


class OnbruikbareGrenzen(Exception):
    """The file cannot be loaded; the message has a Dutch line per error."""


def lees_json(pad: Path) -> dict[str, Any]:
    """The GeoJSON FeatureCollection in the file, its features not looked at. Raises OnbruikbareGrenzen."""
    inhoud = _ontleed(_lees(pad), pad)
    if not isinstance(inhoud, dict) or inhoud.get("type") != "FeatureCollection":
        raise OnbruikbareGrenzen(f"{pad} is geen GeoJSON met gebieden (FeatureCollection).")
    if not isinstance(inhoud.get("features"), list):
        raise OnbruikbareGrenzen(f"{pad} heeft geen lijst van gebieden (features).")
    return inhoud


def _lees(pad: Path) -> bytes:
    try:
        with pad.open("rb") as bestand:
            inhoud = bestand.read(GROOTSTE_BESTAND + 1)
    except OSError as fout:
        raise OnbruikbareGrenzen(f"{pad} is niet te lezen.") from fout
    if len(inhoud) > GROOTSTE_BESTAND:
        raise OnbruikbareGrenzen(f"{pad} is groter dan {GROOTSTE_BESTAND // 1_000_000} MB. {_NEEM_KLEINER}")
    if inhoud.count(b"[") + inhoud.count(b"{") > MEESTE_HAKEN:
        grens = f"{MEESTE_HAKEN:,}".replace(",", ".")
        raise OnbruikbareGrenzen(f"{pad} heeft te veel punten: meer dan {grens}. {_NEEM_KLEINER}")
    return inhoud


_NEEM_KLEINER = "Neem bij CBS of PDOK de gegeneraliseerde grenzen."


def _ontleed(inhoud: bytes, pad: Path) -> Any:
    """Raises OnbruikbareGrenzen on what is no JSON, on NaN and Infinity, and on numbers or nesting without end."""
    try:
        return json.loads(inhoud.decode("utf-8-sig"), parse_constant=_geen_getal)
    except (ValueError, RecursionError) as fout:
        raise OnbruikbareGrenzen(f"{pad} is niet te lezen als GeoJSON (UTF-8).") from fout


def _geen_getal(naam: str) -> NoReturn:
    raise ValueError(f"{naam} is no JSON")
