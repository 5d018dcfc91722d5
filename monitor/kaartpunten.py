"""What a map is drawn from: plain values, which a report holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaartpunt:
    """A municipality: CBS code, name, province, and its point in degrees (WGS 84)."""

    code: str
    naam: str
    provincie: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaartpraktijk:
    """A practice by the number it has on the map; its first municipality carries its marker and name."""

    nummer: int
    naam: str
    gemeenten: tuple[Kaartpunt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaartgebied:
    """A municipality (`gebied` is its code) or a province (its name): closed rings in degrees, inside on the left."""

    gebied: str
    ringen: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaartgrenzen:
    """Borders of the division of 1 January of `jaar`: the municipalities asked for that it has, and all provinces."""

    jaar: int
    gemeenten: tuple[Kaartgebied, ...]
    provincies: tuple[Kaartgebied, ...]
