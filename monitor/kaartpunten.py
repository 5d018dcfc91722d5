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
