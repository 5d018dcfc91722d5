"""The bridge from one value to the other: SVG from the parts, with the words above each bar so that it fits a phone.

Across it measures in percentages and down in pixels. Presentation attributes alone, for the pages forbid inline style;
the colours are those of paper, and the style sheet gives a dark page its own.
"""

from dataclasses import dataclass
from html import escape

from monitor.verschil.rapport import Deel, Kant, Regel, Verschil

INKT, GROND, STAND, ERBIJ, ERAF, DRAAD = "#1b1b1b", "#ffffff", "#0b4f6c", "#2b7a3e", "#b3401a", "#75838e"
RIJHOOGTE, BALKHOOGTE, RAND = 48, 18, 10  # px
LINKS, BREEDSTE, DUNSTE = 2.0, 84.0, 0.7
"""Percent: free at the left, the longest bar (the rest is for its number), and what a short bar has at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Balk:
    naam: str
    getal: str
    begin: int
    eind: int
    soort: str
    kleur: str


def brug_svg(verschil: Verschil, regel: Regel) -> str:
    """The value before, each part from where the last one ended, and the value after; its texts are escaped."""
    balken = _balken(verschil, regel)
    hoogte = 2 * RAND + RIJHOOGTE * len(balken)
    hoogste = max(1, *(max(een.begin, een.eind) for een in balken))
    titel = f"Van {verschil.van.tekst(regel.van)} naar {verschil.naar.tekst(regel.naar)}: {regel.figuur.label}"
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{hoogte}" role="img" font-size="14" '
        'font-family="IBM Plex Sans, Arial, sans-serif" aria-labelledby="brug-titel brug-tekst">',
        f'<title id="brug-titel">{escape(titel)}</title>',
        f'<desc id="brug-tekst">{escape(alternatief(verschil, regel))}</desc>',
        f'<rect class="grond" width="100%" height="{hoogte}" rx="6" fill="{GROND}"/>',
        *(_rij(een, RAND + RIJHOOGTE * plek, hoogste, laatste=een is balken[-1]) for plek, een in enumerate(balken)),
        "</svg>",
    ]
    return "\n".join(delen)


def alternatief(verschil: Verschil, regel: Regel) -> str:
    """The picture in words."""
    delen = verschil.delen(regel.figuur.sleutel)
    stappen = "; ".join(f"{een.oorzaak}: {_getal(een)}" for een in delen) or "er is geen verschil"
    return f"Brugdiagram: {_stand(verschil.van, regel.van)}; {stappen}; {_stand(verschil.naar, regel.naar)}."


def _balken(verschil: Verschil, regel: Regel) -> list[_Balk]:
    balken, hier = [_stand_balk(verschil.van, regel.van)], regel.van
    for deel in verschil.delen(regel.figuur.sleutel):
        soort, kleur = ("erbij", ERBIJ) if deel.saldo > 0 else ("eraf", ERAF)
        balken.append(
            _Balk(
                naam=str(deel.oorzaak).capitalize(),
                getal=_getal(deel),
                begin=hier,
                eind=hier + deel.saldo,
                soort=soort,
                kleur=kleur,
            )
        )
        hier += deel.saldo
    return [*balken, _stand_balk(verschil.naar, regel.naar)]


def _stand_balk(kant: Kant, waarde: int) -> _Balk:
    return _Balk(naam=kant.dag, getal=kant.tekst(waarde), begin=0, eind=waarde, soort="balk", kleur=STAND)


def _stand(kant: Kant, waarde: int) -> str:
    return f"{kant.dag}: {kant.tekst(waarde)}"


def _getal(deel: Deel) -> str:
    """How much it adds; both ways where some came and others went."""
    beide = [f"+{deel.erbij}"] if deel.erbij else []
    return " ".join([*beide, f"−{deel.eraf}"] if deel.eraf else beide)


def _rij(balk: _Balk, y: int, hoogste: int, *, laatste: bool) -> str:
    """Words, bar and number; a thread goes down to where the next one begins."""
    begin, eind = (LINKS + BREEDSTE * een / hoogste for een in (balk.begin, balk.eind))
    links, breedte = min(begin, eind), abs(eind - begin)
    if balk.begin != balk.eind:
        breedte = max(breedte, DUNSTE)
    onder = y + 20 + BALKHOOGTE
    draad = f'<line class="draad" x1="{eind:.2f}%" x2="{eind:.2f}%" y1="{onder}" y2="{y + RIJHOOGTE + 20}"'
    return (
        f'<text class="inkt" x="{LINKS}%" y="{y + 14}" fill="{INKT}">{escape(balk.naam)}</text>'
        f'<rect class="{balk.soort}" x="{links:.2f}%" y="{y + 20}" width="{breedte:.2f}%" height="{BALKHOOGTE}" '
        f'fill="{balk.kleur}"/>'
        f'<text class="inkt" x="{links + breedte + 1:.2f}%" y="{y + 34}" fill="{INKT}" font-weight="600">'
        f"{balk.getal}</text>" + ("" if laatste else f'{draad} stroke="{DRAAD}" stroke-dasharray="3 3"/>')
    )
