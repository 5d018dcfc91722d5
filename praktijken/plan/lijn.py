"""The steps of a plan as a line through time, drawn as the timeline of design questions is."""

import datetime
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from praktijken.models import Planstap
from praktijken.tijdas import GEDEMPT, GROND, KANTLIJN, KOP, VOET, Schaal, merken, streep_van_vandaag, tekst

STAPHOOGTE, BALK = 46, 14  # px
KLEUREN: Final = {"bezig": "#2b8a3e", "klaar": "#1864ab", "over de datum": "#a75312"}
TEKENS: Final = {"gepland": "○", "bezig": "●", "klaar": "✓", "over de datum": "✕"}
Stappen = Sequence[tuple[Planstap, str]]
"""Each step with the word for how it stands."""


def als_svg(praktijk: str, stappen: Stappen, dag: datetime.date) -> str:
    """An SVG element for in a page, with title and description inside. At least one step; `dag`: today."""
    schaal = _schaal(stappen, dag)
    hoogte = KOP + VOET + STAPHOOGTE * len(stappen)
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{hoogte}" role="img" font-size="14" '
        'font-family="IBM Plex Sans, Arial, sans-serif" aria-labelledby="plan-titel plan-tekst">',
        f'<title id="plan-titel">Plan van {escape(praktijk)}</title>',
        f'<desc id="plan-tekst">{_omschrijving(stappen, dag)}</desc>',
        f'<rect width="100%" height="{hoogte}" rx="6" fill="{GROND}"/>',
        *merken(schaal, hoogte),
        streep_van_vandaag(dag, schaal, hoogte),
        *_rijen(stappen, schaal),
        "</svg>",
    ]
    return "\n".join(delen)


def _schaal(stappen: Stappen, dag: datetime.date) -> Schaal:
    """From the first day of the plan to its last; today too."""
    begin = min(dag, *(stap.vanaf for stap, _ in stappen))
    eind = max(dag, *(stap.tot_en_met for stap, _ in stappen))
    if begin == eind:  # an axis needs two days
        begin -= datetime.timedelta(days=1)
    return Schaal(begin=begin, eind=eind)


def _rijen(stappen: Stappen, schaal: Schaal) -> Iterator[str]:
    """Name above, bar below; an outline where it has not begun."""
    for nummer, (stap, stand) in enumerate(stappen):
        y = KOP + nummer * STAPHOOGTE
        yield tekst(KANTLIJN, y + 14, f"{TEKENS[stand]} {stap.soort}: {stand}")
        links, rechts = schaal.x(stap.vanaf), schaal.x(stap.tot_en_met)
        verf = f'fill="{KLEUREN[stand]}"' if stand in KLEUREN else f'fill="none" stroke="{GEDEMPT}"'
        yield (
            f'<rect x="{links:.2f}%" y="{y + 21}" width="{max(rechts - links, 0.8):.2f}%" height="{BALK}" '
            f'rx="3" {verf}/>'
        )


def _omschrijving(stappen: Stappen, dag: datetime.date) -> str:
    woorden = ", ".join(f"{stap.soort} {stand}" for stap, stand in stappen)
    return f"Stappen: {woorden}. De streep is vandaag, {dag:%d-%m-%Y}. De lijst hieronder zegt hetzelfde in woorden."
