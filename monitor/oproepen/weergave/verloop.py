"""Applications through the days of a call, as a line that climbs: SVG from the figures.

The line stands in a frame of its own that stretches with the page; letters keep their size. Presentation attributes
alone, for the pages forbid inline style.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from monitor.nederlands import aantal, datum
from monitor.oproepen.cijfers import Oproepcijfers
from monitor.oproepen.weergave.staven import BALK, GROND, INKT

LIJN, GEDEMPT = "#b8c4cc", "#51606b"
TITEL = "Aanmeldingen tot en met elke dag"
HOOGTE, KOP, VOET = 300, 48, 30  # px
LINKS, BREEDTE = 14.0, 82.0
"""Percent: room for the numbers, and the frame of the line."""
VLAK = 1000
"""Units of the frame, both ways."""
STREPEN = 4
"""Lines across at most, above 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Assen:
    eerste: datetime.date
    laatste: datetime.date
    top: int

    def deel(self, dag: datetime.date) -> float:
        """Where a day stands between begin (0) and end (1) of the axis."""
        return (dag - self.eerste).days / max((self.laatste - self.eerste).days, 1)

    def x(self, dag: datetime.date) -> float:
        """The same in percents of the picture."""
        return LINKS + BREEDTE * self.deel(dag)

    def y(self, getal: int) -> float:
        """Pixels from above."""
        return KOP + (HOOGTE - KOP - VOET) * (1 - getal / self.top)


def verloop_svg(cijfers: Oproepcijfers) -> str:
    """The applications received up to each day, with opening and closing marked; "" where none was received."""
    if not cijfers.aanmeldingen.totaal:
        return ""
    assen = _assen(cijfers)
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{HOOGTE}" role="img" font-size="14" '
        'font-family="IBM Plex Sans, Arial, sans-serif" aria-labelledby="verloop-titel verloop-tekst">',
        f'<title id="verloop-titel">{TITEL}</title>',
        f'<desc id="verloop-tekst">{escape(alternatief(cijfers))}</desc>',
        f'<rect class="grond" width="100%" height="{HOOGTE}" rx="6" fill="{GROND}"/>',
        *_strepen(assen),
        *_mijlpaal(assen, cijfers.opent, "opent", 18),
        *_mijlpaal(assen, cijfers.sluit, "laatste dag", 36),
        _lijn(assen, cijfers),
        *_dagen(assen),
        "</svg>",
    ]
    return "\n".join(delen)


def alternatief(cijfers: Oproepcijfers) -> str:
    """The line in words."""
    hoeveel = aantal(cijfers.aanmeldingen.totaal, "aanmelding", "aanmeldingen")
    return (
        f"Lijngrafiek van {datum(_assen(cijfers).eerste)} tot en met {datum(_eind(cijfers))}, oplopend tot {hoeveel}. "
        f"De oproep opent op {datum(cijfers.opent)}; de laatste dag is {datum(cijfers.sluit)}. De tabel zegt alles."
    )


def _eind(cijfers: Oproepcijfers) -> datetime.date:
    """The day the line ends: the peildatum, but not long after all is over."""
    return min(cijfers.peildatum, max(cijfers.sluit, cijfers.per_dag[-1].dag))


def _assen(cijfers: Oproepcijfers) -> _Assen:
    stap = _stap(cijfers.aanmeldingen.totaal)
    return _Assen(
        eerste=min(cijfers.opent, cijfers.per_dag[0].dag),
        laatste=max(cijfers.sluit, cijfers.per_dag[-1].dag),
        top=-(-cijfers.aanmeldingen.totaal // stap) * stap,
    )


def _stap(hoogste: int) -> int:
    """The round number between two lines across: 1, 2, 5, 10, 20 and so on."""
    macht = 1
    while True:
        for stap in (macht, 2 * macht, 5 * macht):
            if hoogste <= stap * STREPEN:
                return stap
        macht *= 10


def _strepen(assen: _Assen) -> Iterator[str]:
    stap = _stap(assen.top)
    for getal in range(0, assen.top + 1, stap):
        y = assen.y(getal)
        yield (
            f'<line class="lijn" x1="{LINKS}%" x2="{LINKS + BREEDTE}%" y1="{y:.1f}" y2="{y:.1f}" stroke="{LIJN}"/>'
            f'<text class="gedempt" x="{LINKS - 2}%" y="{y + 5:.1f}" fill="{GEDEMPT}" text-anchor="end">{getal}</text>'
        )


def _mijlpaal(assen: _Assen, dag: datetime.date, wat: str, y: int) -> Iterator[str]:
    """A dashed line down from its words, which stand at the side where there is room."""
    x = assen.x(dag)
    anker = "start" if assen.deel(dag) < 0.5 else "end"
    yield (
        f'<line class="merk" x1="{x:.2f}%" x2="{x:.2f}%" y1="{y + 4}" y2="{HOOGTE - VOET}" stroke="{INKT}" '
        'stroke-dasharray="4 4"/>'
        f'<text class="inkt" x="{x:.2f}%" y="{y}" fill="{INKT}" text-anchor="{anker}">{wat}: {datum(dag)}</text>'
    )


def _lijn(assen: _Assen, cijfers: Oproepcijfers) -> str:
    """In steps: what came in on a day counts from that day on."""
    punten, hoogte = ["M0 1000"], float(VLAK)
    for dag in cijfers.per_dag:
        x, nieuw = VLAK * assen.deel(dag.dag), VLAK * (1 - dag.totaal / assen.top)
        punten.append(f"L{x:.1f} {hoogte:.1f}L{x:.1f} {nieuw:.1f}")
        hoogte = nieuw
    punten.append(f"L{VLAK * assen.deel(_eind(cijfers)):.1f} {hoogte:.1f}")
    return (
        f'<svg x="{LINKS}%" y="{KOP}" width="{BREEDTE}%" height="{HOOGTE - KOP - VOET}" '
        f'viewBox="0 0 {VLAK} {VLAK}" preserveAspectRatio="none" overflow="visible">'
        f'<path class="trek" d="{"".join(punten)}" fill="none" stroke="{BALK}" stroke-width="3" '
        'vector-effect="non-scaling-stroke"/></svg>'
    )


def _dagen(assen: _Assen) -> Iterator[str]:
    """Begin and end of the axis, at its foot."""
    for dag, anker in ((assen.eerste, "start"), (assen.laatste, "end")):
        yield (
            f'<text class="gedempt" x="{assen.x(dag):.2f}%" y="{HOOGTE - 8}" fill="{GEDEMPT}" '
            f'text-anchor="{anker}">{dag:%d-%m-%Y}</text>'
        )
