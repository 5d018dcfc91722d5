"""The municipalities in CBS's file: their codes, their borders in degrees, and the year of the division.

CBS Gebiedsindelingen, as PDOK gives them (`statcode`, `jrstatcode`), or with `code`; other areas (provinces) are
passed over.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monitor.grenzen.bestand import lees_json
from monitor.grenzen.lijnen import Lijn
from monitor.grenzen.stelsel import VreemdStelsel, omzetting
from monitor.grenzen.vormen import OngeldigeVorm, Polygoon, in_graden, kader_om, polygonen

EERSTE_JAAR, LAATSTE_JAAR = 1900, 2100
HOOGUIT_GENOEMD = 500
"""Areas named with an error, more than there are municipalities; of the rest their number."""

Kenmerken = dict[str, Any]
"""What the file says of an area beside its border."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzenbestand:
    """What the file holds. `fouten`: Dutch lines; with any of them nothing of it may be kept.

    `codes` are of all municipalities in it; `gebieden` holds those whose border can be read, in degrees, with the
    inside on the left. `jaar` None: it is not told, or not in one way.
    """

    jaar: int | None
    codes: tuple[str, ...]
    gebieden: dict[str, tuple[Lijn, ...]]
    fouten: tuple[str, ...]


class Fouten:
    """Errors by what is wrong, with the areas where it is."""

    def __init__(self) -> None:
        self._waar: dict[str, list[str]] = defaultdict(list)

    def meld(self, fout: str, *waar: str) -> None:
        """`waar`: codes, or none where it is about the file as a whole (then `fout` is a full sentence)."""
        self._waar[fout] += waar

    def regels(self) -> Iterator[str]:
        """A line per kind of error."""
        for fout, waar in self._waar.items():
            yield f"{fout}: {opsomming(waar)}." if waar else fout


def opsomming(waar: list[str]) -> str:
    """The first of them, and how many more."""
    rest = len(waar) - HOOGUIT_GENOEMD
    return ", ".join(waar[:HOOGUIT_GENOEMD]) + (f" en nog {rest}" if rest > 0 else "")


def lees_grenzen(pad: Path, jaar: int | None = None) -> Grenzenbestand:
    """The municipalities in the file; `jaar` is only needed where it tells no year. Raises OnbruikbareGrenzen."""
    inhoud = lees_json(pad)
    fouten = Fouten()
    kenmerken, vormen = _gemeenten(inhoud["features"], fouten)
    jaren = {gevonden for code, van in kenmerken.items() for gevonden in _jaren_bij(code, van)}
    return Grenzenbestand(
        jaar=_jaar(jaren or _jaren_in(inhoud.get("name")), jaar, fouten),
        codes=tuple(kenmerken),
        gebieden=_gebieden(vormen, inhoud.get("crs"), fouten),
        fouten=tuple(fouten.regels()),
    )


def _gemeenten(features: list[Any], fouten: Fouten) -> tuple[dict[str, Kenmerken], dict[str, list[Polygoon]]]:
    """By code: what is said of each municipality, and the border of those that have a right one."""
    kenmerken: dict[str, Kenmerken] = {}
    vormen: dict[str, list[Polygoon]] = {}
    for nummer, feature in enumerate(features, start=1):
        code = _code(feature)
        if code is None:
            fouten.meld("Een gebied heeft geen code (statcode)", f"nummer {nummer}")
        elif code in kenmerken:
            fouten.meld("Een gemeente staat er meer dan één keer in", code)
        elif re.fullmatch(r"GM[0-9]{4}", code):
            kenmerken[code] = feature["properties"]
            try:
                vormen[code] = polygonen(feature.get("geometry"))
            except OngeldigeVorm as fout:
                fouten.meld(str(fout), code)
    if not kenmerken:
        fouten.meld("Er staan geen gemeenten in het bestand.")
    return kenmerken, vormen


def _code(feature: object) -> str | None:
    match feature:
        case {"properties": {"statcode": str(code)}} | {"properties": {"code": str(code)}}:
            return code
        case _:
            return None


def _gebieden(vormen: dict[str, list[Polygoon]], crs: object, fouten: Fouten) -> dict[str, tuple[Lijn, ...]]:
    if not vormen:
        return {}
    try:
        zet_om = omzetting(crs, kader_om(vormen.values()))
    except VreemdStelsel as fout:
        fouten.meld(str(fout))
        return {}
    gebieden = {code: in_graden(delen, zet_om) for code, delen in vormen.items()}
    for code, ringen in gebieden.items():
        if not ringen:
            fouten.meld("Een gebied heeft geen oppervlakte", code)
    return gebieden


def _jaren_bij(code: str, kenmerken: Kenmerken) -> Iterator[int]:
    """The year that stands with a municipality: 2021 in `2021GM0202`, or by itself."""
    for veld, achteraan in (("jrstatcode", code), ("jaarcode", ""), ("jaar", "")):
        gevonden = re.fullmatch(rf"([0-9]{{4}}){achteraan}", str(kenmerken.get(veld)))
        if gevonden:
            yield int(gevonden[1])


def _jaren_in(naam: object) -> set[int]:
    """The years in the name of the whole, as in `nederland_2021`."""
    jaren = re.findall(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])", naam if isinstance(naam, str) else "")
    return {int(jaar) for jaar in jaren}


def _jaar(gevonden: set[int], gevraagd: int | None, fouten: Fouten) -> int | None:
    """The one year that file and question agree on."""
    jaren = sorted(gevonden) or ([] if gevraagd is None else [gevraagd])
    fout = _jaarfout(jaren, gevraagd)
    if fout:
        fouten.meld(fout)
    return None if fout else jaren[0]


def _jaarfout(jaren: list[int], gevraagd: int | None) -> str:
    """Why there is not one year; empty where there is."""
    if not jaren:
        return "Het bestand noemt geen jaar. Geef het met --jaar."
    if len(jaren) > 1:
        return f"Het bestand noemt meer dan één jaar: {opsomming([str(jaar) for jaar in jaren])}."
    if gevraagd not in (None, jaren[0]):
        return f"Het bestand is van {jaren[0]}, en niet van {gevraagd} (--jaar)."
    if not EERSTE_JAAR <= jaren[0] <= LAATSTE_JAAR:
        return f"{jaren[0]} is geen jaar waarvan grenzen bestaan."
    return ""
