"""How wide a text is, read from the shipped font itself: labels are kept apart before anything is drawn."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LETTERTYPE = "IBM Plex Sans"
LETTERMAP = Path(__file__).resolve().parent.parent / "gegevens" / "lettertype"
GEWOON = LETTERMAP / "IBMPlexSans-Regular.ttf"
HALFVET = LETTERMAP / "IBMPlexSans-SemiBold.ttf"
LETTERBESTANDEN = (GEWOON, HALFVET)

ONBEKENDE_BREEDTE = 1.3
"""Width in em kept free for a character the font lacks and another will draw; an emoji is the widest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettermaat:
    """The widths of one font, in em, by character."""

    breedtes: Mapping[str, float]

    def breedte(self, tekst: str, grootte: float) -> float:
        """Width of the text at this font size, in the size's own unit, without kerning."""
        return grootte * sum(self.breedtes.get(teken, ONBEKENDE_BREEDTE) for teken in tekst)

    def kent(self, tekst: str) -> bool:
        """Whether the font can draw the whole text."""
        return all(teken in self.breedtes for teken in tekst)


@cache
def lettermaat(bestand: Path) -> Lettermaat:
    """The widths of a TrueType file. Raises KeyError where it has no Unicode table of the usual kind."""
    inhoud = bestand.read_bytes()
    tabellen = _tabellen(inhoud)
    (eenheden,) = struct.unpack_from(">H", inhoud, tabellen["head"] + 18)
    (aantal,) = struct.unpack_from(">H", inhoud, tabellen["hhea"] + 34)
    breedtes = struct.unpack_from(">" + "Hh" * aantal, inhoud, tabellen["hmtx"])[::2]
    tekens = _tekens(inhoud, _unicodetabel(inhoud, tabellen["cmap"]))
    return Lettermaat(breedtes={teken: breedtes[min(vorm, aantal - 1)] / eenheden for teken, vorm in tekens if vorm})


def _tabellen(inhoud: bytes) -> dict[str, int]:
    (aantal,) = struct.unpack_from(">H", inhoud, 4)
    regels = (struct.unpack_from(">4s3I", inhoud, 12 + 16 * nummer) for nummer in range(aantal))
    return {naam.decode("ascii"): begin for naam, _som, begin, _lengte in regels}


def _unicodetabel(inhoud: bytes, cmap: int) -> int:
    (aantal,) = struct.unpack_from(">H", inhoud, cmap + 2)
    regels = (struct.unpack_from(">HHI", inhoud, cmap + 4 + 8 * nummer) for nummer in range(aantal))
    begin: dict[tuple[int, int], int] = {(platform, soort): plek for platform, soort, plek in regels}
    return cmap + begin[3, 1]


def _tekens(inhoud: bytes, tabel: int) -> Iterator[tuple[str, int]]:
    """Character and glyph number, by the segments of a format 4 table (OpenType specification, cmap)."""
    (dubbel,) = struct.unpack_from(">H", inhoud, tabel + 6)
    rij = f">{dubbel // 2}H"
    laatste = struct.unpack_from(rij, inhoud, tabel + 14)
    eerste = struct.unpack_from(rij, inhoud, tabel + 16 + dubbel)
    verschil = struct.unpack_from(rij, inhoud, tabel + 16 + 2 * dubbel)
    plek = tabel + 16 + 3 * dubbel
    sprong = struct.unpack_from(rij, inhoud, plek)
    for segment, (van, tot) in enumerate(zip(eerste, laatste, strict=True)):
        for code in range(van, min(tot, 0xFFFE) + 1):
            vorm = code
            if sprong[segment]:
                (vorm,) = struct.unpack_from(">H", inhoud, plek + 2 * (segment + code - van) + sprong[segment])
            yield chr(code), (vorm + verschil[segment]) % 0x10000 if vorm else 0
