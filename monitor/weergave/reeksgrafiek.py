"""The series of the Monitor over the years as a line chart: SVG from the points, broken where they cannot be compared.

Across it measures in percentages and down in pixels. Presentation attributes alone, for the pages forbid inline style.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from monitor.reeks import Punt, breuken, verbonden

INKT, GROND, BALK, LIJN, GEDEMPT = "#1b1b1b", "#ffffff", "#0b4f6c", "#b8c4cc", "#51606b"
TITEL = "{}, per meting van de Monitor"
OPGESTART = "Praktijken opgestart"
HOOGTE, KOP, VOET = 260, 56, 34  # px
LINKS, BREEDTE = 10.0, 80.0
"""Percent: of the first year, and from there to the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Assen:
    eerste: int
    laatste: int
    top: int

    def x(self, jaar: float) -> float:
        """Percents from the left; one year alone stands in the middle."""
        if self.eerste == self.laatste:
            return LINKS + BREEDTE / 2
        return LINKS + BREEDTE * (jaar - self.eerste) / (self.laatste - self.eerste)

    def y(self, getal: int) -> float:
        """Pixels from above."""
        return KOP + (HOOGTE - KOP - VOET) * (1 - getal / self.top)


def reeks_svg(punten: Sequence[Punt], *, sleutel: str, wat: str = OPGESTART) -> str:
    """The points as a chart, its texts escaped; "" where there is none. `sleutel`: makes its ids unique on a page;
    `wat`: what is counted.
    """
    if not punten:
        return ""
    hoogste = max((punt.waarde or 0 for punt in punten), default=0)
    assen = _Assen(eerste=punten[0].jaar, laatste=punten[-1].jaar, top=max(hoogste, 1))
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{HOOGTE}" role="img" font-size="14" '
        f'font-family="IBM Plex Sans, Arial, sans-serif" aria-labelledby="{sleutel}-titel {sleutel}-tekst">',
        f'<title id="{sleutel}-titel">{escape(TITEL.format(wat))}</title>',
        f'<desc id="{sleutel}-tekst">{escape(alternatief(punten))}</desc>',
        f'<rect class="grond" width="100%" height="{HOOGTE}" rx="6" fill="{GROND}"/>',
        f'<line class="lijn" x1="4%" x2="96%" y1="{assen.y(0):.1f}" y2="{assen.y(0):.1f}" stroke="{LIJN}"/>',
        *(_breuk(assen, eerder, later) for eerder, later in breuken(punten)),
        *(_lijn(assen, eerder, later) for eerder, later in verbonden(punten)),
        *(deel for punt in punten for deel in _punt(assen, punt)),
        "</svg>",
    ]
    return "\n".join(delen)


def alternatief(punten: Sequence[Punt]) -> str:
    """The chart in words."""
    waarden = "; ".join(f"{punt.jaar}: {punt}" for punt in punten)
    breekt = "".join(
        f" Tussen {eerder.jaar} en {later.jaar} veranderde de definitie: daar is de lijn onderbroken."
        for eerder, later in breuken(punten)
    )
    return f"Lijngrafiek. {waarden}.{breekt}"


def _lijn(assen: _Assen, eerder: Punt, later: Punt) -> str:
    van, tot = assen.y(eerder.waarde or 0), assen.y(later.waarde or 0)
    return (
        f'<line class="trek" x1="{assen.x(eerder.jaar):.2f}%" x2="{assen.x(later.jaar):.2f}%" y1="{van:.1f}" '
        f'y2="{tot:.1f}" stroke="{BALK}" stroke-width="3"/>'
    )


def _breuk(assen: _Assen, eerder: Punt, later: Punt) -> str:
    x = assen.x((eerder.jaar + later.jaar) / 2)
    return (
        f'<line class="merk breuk" x1="{x:.2f}%" x2="{x:.2f}%" y1="26" y2="{HOOGTE - VOET}" stroke="{INKT}" '
        'stroke-dasharray="4 4"/>'
        f'<text class="inkt" x="{x:.2f}%" y="18" fill="{INKT}" text-anchor="middle">andere definitie</text>'
    )


def _punt(assen: _Assen, punt: Punt) -> Iterator[str]:
    x = assen.x(punt.jaar)
    yield (
        f'<text class="gedempt" x="{x:.2f}%" y="{HOOGTE - 10}" fill="{GEDEMPT}" text-anchor="middle">{punt.jaar}</text>'
    )
    if punt.waarde is None:
        y = assen.y(0) - 8
        yield f'<text class="inkt" x="{x:.2f}%" y="{y:.1f}" fill="{INKT}" text-anchor="middle">nvt</text>'
        return
    y = assen.y(punt.waarde)
    yield f'<circle class="balk" cx="{x:.2f}%" cy="{y:.1f}" r="6" fill="{BALK}"/>'
    yield (
        f'<text class="inkt" x="{x:.2f}%" y="{y - 12:.1f}" fill="{INKT}" font-weight="600" '
        f'text-anchor="middle">{punt.waarde}</text>'
    )
