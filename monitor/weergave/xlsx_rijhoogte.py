"""How high a row of the Excel report must be for its text: neither Excel nor LibreOffice sees to that by itself."""

from collections.abc import Iterator

from monitor.weergave.lettermaat import GEWOON, lettermaat
from monitor.weergave.xlsx_opmaak import LETTERGROOTTE

PUNT_PER_PIXEL = 0.75
RIJHOOGTE = 18.0
"""Points; of a row with one line of text, and of an empty row."""
REGELHOOGTE = 1.3
"""Height of a line of text, in its font size."""
LUCHT = 5.0
"""Points left above and below the text of a row, together."""
RUIMTE = 0.97
"""Part of a column's width counted on: programs don't break lines at quite the same place."""
REGELS_HOOGUIT = 28
HOOGSTE_RIJ = 409.0
"""Points; Excel makes no row higher."""


def kolompixels(tekens: float) -> int:
    """Width of a column that is so many characters wide."""
    return int(7 * tekens) + 5


def tekstregels(tekst: str, breedte: float, grootte: float) -> Iterator[str]:
    """The lines of the text within `breedte` (pixels) at a font size in points; a longer word counts for more lines."""
    ruimte = breedte * PUNT_PER_PIXEL * RUIMTE
    maat = lettermaat(GEWOON)
    for alinea in tekst.split("\n"):
        regel = ""
        for woord in alinea.split(" "):
            samen = f"{regel} {woord}" if regel else woord
            if regel and maat.breedte(samen, grootte) > ruimte:
                yield regel
                samen = woord
            while maat.breedte(samen, grootte) > ruimte:
                past = next(
                    n for n in range(len(samen) - 1, 0, -1) if n == 1 or maat.breedte(samen[:n], grootte) <= ruimte
                )
                yield samen[:past]
                samen = samen[past:]
            regel = samen
        yield regel


def hoogte(tekst: str, breedte: float, grootte: float = LETTERGROOTTE) -> float:
    """Points a row needs for this text."""
    regels = sum(1 for _ in tekstregels(tekst, breedte, grootte))
    return min(max(RIJHOOGTE, regels * REGELHOOGTE * grootte + LUCHT), HOOGSTE_RIJ)
