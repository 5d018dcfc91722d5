"""Counts as horizontal bars: SVG from a table, with the words above each bar so that it fits a phone.

Across it measures in percentages and down in pixels. Presentation attributes alone, for the pages forbid inline
style; a light ground of its own for paper, which the style sheet darkens on a dark page.
"""

from html import escape

from monitor.oproepen.tabellen import Rij, Tabel

INKT, GROND, BALK = "#1b1b1b", "#ffffff", "#0b4f6c"
RIJHOOGTE, BALKHOOGTE, RAND = 44, 16, 10  # px
LINKS, BREEDSTE = 2.0, 86.0
"""Percent: free at the left, and the longest bar; the rest is for its number."""
LETTERS = 34
"""What fits of a name on a screen of 320 px; the table beside the picture has it whole."""


def staven_svg(tabel: Tabel, *, titel: str, tekstalternatief: str) -> str:
    """The first figure of each row as a bar, in the table's order; its texts are escaped. Only where a row has any."""
    sleutel = f"staven-{tabel.naam}"
    hoogte = RAND + RIJHOOGTE * len(tabel.rijen)
    hoogste = max(_getal(rij) for rij in tabel.rijen)
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{hoogte}" role="img" font-size="14" '
        f'font-family="IBM Plex Sans, Arial, sans-serif" aria-labelledby="{sleutel}-titel {sleutel}-tekst">',
        f'<title id="{sleutel}-titel">{escape(titel)}</title>',
        f'<desc id="{sleutel}-tekst">{escape(tekstalternatief)}</desc>',
        f'<rect class="grond" width="100%" height="{hoogte}" rx="6" fill="{GROND}"/>',
        *(_staaf(rij, RAND + RIJHOOGTE * plek, hoogste) for plek, rij in enumerate(tabel.rijen)),
        "</svg>",
    ]
    return "\n".join(delen)


def heeft_staven(tabel: Tabel) -> bool:
    """Whether any bar is longer than nothing."""
    return any(_getal(rij) for rij in tabel.rijen)


def alternatief(tabel: Tabel, titel: str) -> str:
    """The picture in words: the three highest; the table has them all."""
    bovenaan = "; ".join(f"{rij.label}: {_getal(rij)}" for rij in tabel.rijen[:3] if _getal(rij))
    return f"Staafdiagram: {titel}. Bovenaan {bovenaan}. De tabel zegt alles."


def _getal(rij: Rij) -> int:
    waarde = rij.waarden[0]
    return 0 if waarde is None else int(waarde)


def _staaf(rij: Rij, y: int, hoogste: int) -> str:
    getal = _getal(rij)
    breedte = BREEDSTE * getal / hoogste
    naam = rij.label if len(rij.label) <= LETTERS else f"{rij.label[: LETTERS - 1].rstrip()}…"
    return (
        f'<text class="inkt" x="{LINKS}%" y="{y + 13}" fill="{INKT}">{escape(naam)}</text>'
        f'<rect class="balk" x="{LINKS}%" y="{y + 19}" width="{breedte:.2f}%" height="{BALKHOOGTE}" fill="{BALK}"/>'
        f'<text class="inkt" x="{LINKS + breedte + 1:.2f}%" y="{y + 32}" fill="{INKT}" font-weight="600">{getal}</text>'
    )
