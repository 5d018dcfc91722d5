"""Figure 1 of indicator 23: the practices on a map of the provinces, as SVG made here and as PNG for Excel.

Styled with presentation attributes alone, for the pages forbid inline style; on a light ground of its own, so that it
reads the same on a dark page and on paper.
"""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

import resvg_py

from monitor.kaartpunten import Kaartpraktijk
from monitor.weergave.kaartindeling import LEGENDA, Kaartindeling, indeling
from monitor.weergave.kaartnamen import LUCHT, NAAMGROOTTE, REGELHOOGTE, Etiket
from monitor.weergave.kaartspelden import BREEDTE, HOOGTE, Maat, Speld, plek
from monitor.weergave.lettermaat import GEWOON, LETTERBESTANDEN, LETTERTYPE, lettermaat
from monitor.weergave.plaatsing import Plek

__all__ = ["KAARTBRON", "kaart_png", "kaart_svg"]

KAARTBRON = "Kaart: Natural Earth; plaatsen: GeoNames, CC BY 4.0"
"""To be shown with every map: the licences ask for it."""

PROVINCIES = Path(__file__).resolve().parent.parent / "gegevens" / "provincies.json"

BUITEN, LAND, GRENS = "#e9edf0", "#ffffff", "#75838e"
INKT, DONKER, TINT, WIT = "#1b1b1b", "#0b4f6c", "#cfe6f1", "#ffffff"
LEGENDAGROOTTE = 15.0
PNG_VERGROTING = 3

ONGELDIG_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def kaart_svg(praktijken: Sequence[Kaartpraktijk], *, titel: str, tekstalternatief: str) -> str:
    """An SVG element for in a page: as wide as its place, with its title and text alternative inside.

    A practice without municipality is not on the map; the key says how many those are.
    """
    kaart = indeling(praktijken)
    sleutel = sha256(repr((praktijken, titel, tekstalternatief)).encode("utf-8", "replace")).hexdigest()[:12]
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_getal(BREEDTE)} {_getal(HOOGTE)}" width="100%" '
        f'role="img" aria-labelledby="kaart-{sleutel}-titel kaart-{sleutel}-tekst" '
        f'font-family="{LETTERTYPE}, Arial, sans-serif">',
        f'<title id="kaart-{sleutel}-titel">{_tekst(titel)}</title>',
        f'<desc id="kaart-{sleutel}-tekst">{_tekst(tekstalternatief)}</desc>',
        _ondergrond(),
        *_lijnen(kaart),
        *(_speld(speld, kaart.maat) for speld in kaart.spelden),
        *(_etiket(etiket) for etiket in kaart.etiketten),
        *_legenda(kaart),
        "</svg>",
    ]
    return "\n".join(delen)


def kaart_png(svg: str) -> bytes:
    """The map as a picture of 1,200 pixels wide, for where SVG cannot go.

    Letters come from the shipped font; only characters it lacks are looked for in the fonts of the machine.
    """
    bestanden = [str(bestand) for bestand in LETTERBESTANDEN]
    return resvg_py.svg_to_bytes(svg_string=svg, zoom=PNG_VERGROTING, font_files=bestanden, font_family=LETTERTYPE)


def _getal(waarde: float) -> str:
    return f"{waarde:.1f}".removesuffix(".0")


def _tekst(tekst: str) -> str:
    """Safe as content and as attribute; what XML cannot hold (control characters) becomes a replacement mark."""
    return escape(ONGELDIG_IN_XML.sub("\N{REPLACEMENT CHARACTER}", tekst))


@cache
def _ondergrond() -> str:
    vlakken = json.loads(PROVINCIES.read_text(encoding="utf-8"))["features"]
    paden = "".join(f'<path d="{_pad(vlak["geometry"]["coordinates"])}"/>' for vlak in vlakken)
    return (
        f'<rect width="{_getal(BREEDTE)}" height="{_getal(HOOGTE)}" fill="{BUITEN}"/>\n'
        f'<g fill="{LAND}" stroke="{GRENS}" stroke-width="0.8" stroke-linejoin="round">{paden}</g>'
    )


def _pad(polygonen: Sequence[Sequence[Sequence[tuple[float, float]]]]) -> str:
    ringen = ((_coordinaten(plek(lon, lat)) for lon, lat in ring[:-1]) for delen in polygonen for ring in delen)
    return "".join(f"M{'L'.join(ring)}Z" for ring in ringen)


def _coordinaten(punt: Plek) -> str:
    return f"{_getal(punt[0])} {_getal(punt[1])}"


def _lijnen(kaart: Kaartindeling) -> Iterator[str]:
    """Under the markers: lines to what had to move, and a dot at the municipality itself."""
    for speld in kaart.spelden:
        if speld.verschoven:
            x, y = speld.punt
            if speld.vak is not None:
                yield _lijn(speld.punt, speld.vak.midden)
            yield f'<circle cx="{_getal(x)}" cy="{_getal(y)}" r="2.5" fill="{DONKER}"/>'
    for etiket in kaart.etiketten:
        if etiket.lijn is not None:
            yield _lijn(*etiket.lijn)


def _lijn(van: Plek, naar: Plek) -> str:
    (x1, y1), (x2, y2) = van, naar
    return (
        f'<line x1="{_getal(x1)}" y1="{_getal(y1)}" x2="{_getal(x2)}" y2="{_getal(y2)}" '
        f'stroke="{DONKER}" stroke-width="1"/>'
    )


def _speld(speld: Speld, maat: Maat) -> str:
    """Filled for the practice, light with a dark edge for a further municipality: told apart without colour."""
    if speld.vak is None:
        return ""
    vak, (x, y) = speld.vak, speld.vak.midden
    vulling, letters = (DONKER, WIT) if speld.eerste else (TINT, INKT)
    return (
        f'<rect x="{_getal(vak.links + 0.5)}" y="{_getal(vak.boven + 0.5)}" width="{_getal(vak.breedte - 1)}" '
        f'height="{_getal(vak.hoogte - 1)}" rx="{_getal(vak.hoogte / 2)}" fill="{vulling}" stroke="{DONKER}"/>'
        f'<text x="{_getal(x)}" y="{_getal(y + 0.35 * maat.cijfers)}" text-anchor="middle" font-weight="600" '
        f'font-size="{_getal(maat.cijfers)}" fill="{letters}">{speld.praktijk.nummer}</text>'
    )


def _etiket(etiket: Etiket) -> str:
    regels = (
        _regel(etiket.vak.links + LUCHT, etiket.vak.boven + nummer * REGELHOOGTE + 0.93 * NAAMGROOTTE, regel)
        for nummer, regel in enumerate(etiket.regels)
    )
    return "".join(regels)


def _regel(x: float, y: float, regel: str) -> str:
    """A line of a name; its length is fixed where the font knows it, so another font keeps to its place too."""
    maat = lettermaat(GEWOON)
    vast = f' textLength="{_getal(maat.breedte(regel, NAAMGROOTTE))}" lengthAdjust="spacingAndGlyphs"'
    rand = f'stroke="{LAND}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
    return (
        f'<text x="{_getal(x)}" y="{_getal(y)}" font-size="{_getal(NAAMGROOTTE)}" fill="{INKT}" '
        f"{rand}{vast if maat.kent(regel) else ''}>{_tekst(regel)}</text>"
    )


def _legenda(kaart: Kaartindeling) -> Iterator[str]:
    regels = list(_legendaregels(kaart))
    for nummer, (vulling, tekst) in enumerate(regels):
        y = LEGENDA.boven + 12 + 20 * nummer
        if vulling:
            midden = f'cx="{_getal(LEGENDA.links + 8)}" cy="{_getal(y)}"'
            yield f'<circle {midden} r="6" fill="{vulling}" stroke="{DONKER}"/>'
        yield (
            f'<text x="{_getal(LEGENDA.links + (20 if vulling else 0))}" y="{_getal(y + 0.35 * LEGENDAGROOTTE)}" '
            f'font-size="{_getal(LEGENDAGROOTTE)}" fill="{INKT}">{tekst}</text>'
        )


def _legendaregels(kaart: Kaartindeling) -> Iterator[tuple[str, str]]:
    """Fill of the sign (none: text alone) and its meaning; a sign explains itself where there is only one kind."""
    if not kaart.spelden and not kaart.zonder_gemeente:
        yield "", "Nog geen praktijken"
    if any(not speld.eerste for speld in kaart.spelden):
        yield DONKER, "Praktijk"
        yield TINT, "Andere gemeente"
    if kaart.zonder_gemeente:
        yield "", f"Zonder gemeente: {kaart.zonder_gemeente}"
