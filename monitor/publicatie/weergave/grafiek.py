"""The series as a chart: a column a year, and a line across where the definition changed.

Presentation attributes alone, for the pages forbid inline style; a light ground of its own for paper, which the style
sheet darkens on a dark page.
"""

from collections.abc import Iterator, Sequence
from html import escape

from monitor.publicatie.reeks import Jaarcijfer

INKT, GROND, BALK, LIJN = "#1b1b1b", "#ffffff", "#0b4f6c", "#75838e"
HOOGTE, BODEM, TOP, VAK, BALKBREEDTE = 260, 215, 40, 90, 50
"""In px where there is room; a year takes a VAK of the width."""


def reeks_svg(cijfers: Sequence[Jaarcijfer], *, titel: str) -> str:
    """An SVG element; its texts are escaped. Columns begin at 0; a year without a value says why there is none."""
    breedte = VAK * len(cijfers)
    hoogste = max((een.waarde for een in cijfers if een.waarde is not None), default=0)
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breedte} {HOOGTE}" width="{breedte}" role="img" '
        f'font-size="15" font-family="IBM Plex Sans, Arial, sans-serif" aria-labelledby="reeks-titel reeks-tekst">',
        f'<title id="reeks-titel">{escape(titel)}</title>',
        f'<desc id="reeks-tekst">{escape(alternatief(cijfers))}</desc>',
        f'<rect class="grond" width="{breedte}" height="{HOOGTE}" rx="6" fill="{GROND}"/>',
        *(_jaar(een, VAK * plek, hoogste) for plek, een in enumerate(cijfers)),
        f'<line x1="0" y1="{BODEM}" x2="{breedte}" y2="{BODEM}" stroke="{LIJN}"/>',
        *_breuken(cijfers),
        "</svg>",
    ]
    return "\n".join(delen)


def alternatief(cijfers: Sequence[Jaarcijfer]) -> str:
    """The chart in words."""
    delen = "; ".join(_in_woorden(een) for een in cijfers)
    return f"Kolommen per jaar. {delen}."


def _in_woorden(een: Jaarcijfer) -> str:
    if een.waarde is None:
        return f"{een.jaar}: {f'nvt ({een.opmerking})' if een.adres else een.opmerking}"
    return f"{een.jaar}: {een.waarde}{f' ({een.opmerking})' if een.opmerking else ''}"


def _jaar(een: Jaarcijfer, links: int, hoogste: int) -> str:
    midden = links + VAK // 2
    onder = _tekst(midden, BODEM + 25, str(een.jaar))
    if een.waarde is None:
        return onder + _tekst(midden, BODEM - 10, "nvt" if een.adres else "–")
    lengte = round((BODEM - TOP) * een.waarde / hoogste) if hoogste else 0
    balk = (
        f'<rect class="balk" x="{midden - BALKBREEDTE // 2}" y="{BODEM - lengte}" width="{BALKBREEDTE}" '
        f'height="{lengte}" fill="{BALK}"/>'
    )
    return balk + _tekst(midden, BODEM - lengte - 10, str(een.waarde)) + onder


def _tekst(x: int, y: int, tekst: str) -> str:
    return f'<text class="inkt" x="{x}" y="{y}" text-anchor="middle" fill="{INKT}">{escape(tekst)}</text>'


def _breuken(cijfers: Sequence[Jaarcijfer]) -> Iterator[str]:
    for plek, een in enumerate(cijfers):
        if een.breuk:
            x = VAK * plek
            yield f'<line x1="{x}" y1="22" x2="{x}" y2="{BODEM}" stroke="{INKT}" stroke-dasharray="5 4"/>'
            yield _tekst(x, 16, "andere definitie")
