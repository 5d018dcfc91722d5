"""The axis of a picture that shows days, and what is drawn along it: SVG from plain values.

Across it measures in percentages and down in pixels, so that letters keep their size on a phone and on a wide screen.
Presentation attributes alone, for the pages forbid inline style; a light ground of its own for dark pages and paper.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
STAPPEN = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12000, 24000, 36000)
"""Months between two marks on the axis."""
MERKEN = 3
KANTLIJN = 3.0
"""Percent left free at both sides."""
KOP, VOET = 30, 26  # px

INKT, GEDEMPT, GROND, LIJN = "#1b1b1b", "#495057", "#ffffff", "#ced4da"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schaal:
    """The days from one edge of the picture to the other; never the same day."""

    begin: datetime.date
    eind: datetime.date

    def x(self, dag: datetime.date) -> float:
        """Where `dag` stands, in percent; a day outside the axis at its edge."""
        deel = (dag - self.begin).days / (self.eind - self.begin).days
        return KANTLIJN + (100 - 2 * KANTLIJN) * min(max(deel, 0), 1)


def merken(schaal: Schaal, hoogte: int) -> Iterator[str]:
    """Vertical lines at round months, with their names at the foot."""
    eerste, laatste = (12 * dag.year + dag.month - 1 for dag in (schaal.begin, schaal.eind))
    stap = next(stap for stap in STAPPEN if (laatste - eerste) // stap <= MERKEN)
    for maand in range(-(-(eerste + 1) // stap) * stap, laatste + 1, stap):
        jaar, rest = divmod(maand, 12)
        x = schaal.x(datetime.date(jaar, rest + 1, 1))
        naam = f"{MAANDEN[rest]} {jaar}" if stap < 12 else f"{jaar}"
        yield f'<line x1="{x:.2f}%" x2="{x:.2f}%" y1="{KOP}" y2="{hoogte - VOET}" stroke="{LIJN}"/>'
        yield tekst(x, hoogte - 8, naam, kleur=GEDEMPT, anker=anker_bij(x))


def streep_van_vandaag(dag: datetime.date, schaal: Schaal, hoogte: int) -> str:
    """The line that says which day it is."""
    x = schaal.x(dag)
    return (
        f'<line x1="{x:.2f}%" x2="{x:.2f}%" y1="{KOP - 8}" y2="{hoogte - VOET}" stroke="{INKT}" '
        f'stroke-width="2" stroke-dasharray="2 3"/>{tekst(x, 16, "vandaag", anker=anker_bij(x))}'
    )


def anker_bij(x: float) -> str:
    """A text beside its place at the edges, so that it stays in the picture."""
    return "start" if x < 15 else "end" if x > 85 else "middle"


def tekst(
    x: float, y: int, tekst: str, *, kleur: str = INKT, anker: str = "start", dik: bool = False, klas: str = ""
) -> str:
    """Words in the picture, escaped. A rim in the colour of the ground keeps the line of a day from running through."""
    dikte = (' font-weight="600"' if dik else "") + (f' class="{klas}"' if klas else "")
    rand = f'stroke="{GROND}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"'
    return f'<text x="{x:.2f}%" y="{y}" fill="{kleur}" {rand} text-anchor="{anker}"{dikte}>{escape(tekst)}</text>'
