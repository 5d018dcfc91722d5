"""Figure 1 of indicator 23: the practices on a map of the provinces, as SVG made here and as PNG for Excel.

Styled with presentation attributes alone, for the pages forbid inline style; on a light ground of its own, so that it
reads the same on a dark page and on paper.
"""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape

import resvg_py

from monitor.kaartpunten import Kaartgrenzen, Kaartpraktijk
from monitor.weergave.kaartindeling import LEGENDA, Kaartindeling, indeling
from monitor.weergave.kaartnamen import LUCHT, NAAMGROOTTE, REGELHOOGTE, Etiket
from monitor.weergave.kaartspelden import BREEDTE, HOOGTE, Maat, Speld
from monitor.weergave.kaartvlakken import GEBIED, GEBIEDSGRENS, LAND, getal, ondergrond
from monitor.weergave.lettermaat import GEWOON, LETTERBESTANDEN, LETTERTYPE, lettermaat
from monitor.weergave.plaatsing import Plek

__all__ = ["KAARTBRON", "kaart_png", "kaart_svg"]

KAARTBRON = "Kaart: Natural Earth; plaatsen: GeoNames, CC BY 4.0"
"""To be shown with every map: the licences ask for it."""

INKT, DONKER, TINT, WIT = "#1b1b1b", "#0b4f6c", "#cfe6f1", "#ffffff"
LEGENDAGROOTTE = 15.0
PNG_VERGROTING = 3

ONGELDIG_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def kaart_svg(
    praktijken: Sequence[Kaartpraktijk], *, titel: str, tekstalternatief: str, grenzen: Kaartgrenzen | None = None
) -> str:
    """An SVG element for in a page: as wide as its place, with its title and text alternative inside.

    With `grenzen` their municipalities are coloured, and the provinces are drawn from them too. A practice without
    municipality is not on the map; the key says how many those are.
    """
    kaart = indeling(praktijken, grenzen)
    sleutel = sha256(repr((praktijken, titel, tekstalternatief)).encode("utf-8", "replace")).hexdigest()[:12]
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {getal(BREEDTE)} {getal(HOOGTE)}" width="100%" '
        f'role="img" aria-labelledby="kaart-{sleutel}-titel kaart-{sleutel}-tekst" '
        f'font-family="{LETTERTYPE}, Arial, sans-serif">',
        f'<title id="kaart-{sleutel}-titel">{_tekst(titel)}</title>',
        f'<desc id="kaart-{sleutel}-tekst">{_tekst(tekstalternatief)}</desc>',
        ondergrond(grenzen),
        *_lijnen(kaart),
        *(_speld(speld, kaart.maat) for speld in kaart.spelden),
        *(_etiket(etiket) for etiket in kaart.etiketten),
        *_legenda(kaart, met_gebieden=grenzen is not None),
        "</svg>",
    ]
    return "\n".join(delen)


def kaart_png(svg: str) -> bytes:
    """The map as a picture of 1,200 pixels wide, for where SVG cannot go.

    Letters come from the shipped font; only characters it lacks are looked for in the fonts of the machine.
    """
    bestanden = [str(bestand) for bestand in LETTERBESTANDEN]
    return resvg_py.svg_to_bytes(svg_string=svg, zoom=PNG_VERGROTING, font_files=bestanden, font_family=LETTERTYPE)


def _tekst(tekst: str) -> str:
    """Safe as content and as attribute; what XML cannot hold (control characters) becomes a replacement mark."""
    return escape(ONGELDIG_IN_XML.sub("\N{REPLACEMENT CHARACTER}", tekst))


def _lijnen(kaart: Kaartindeling) -> Iterator[str]:
    """Under the markers: lines to what had to move, and a dot at the municipality itself."""
    for speld in kaart.spelden:
        if speld.verschoven:
            x, y = speld.punt
            if speld.vak is not None:
                yield _lijn(speld.punt, speld.vak.midden)
            yield f'<circle cx="{getal(x)}" cy="{getal(y)}" r="2.5" fill="{DONKER}"/>'
    for etiket in kaart.etiketten:
        if etiket.lijn is not None:
            yield _lijn(*etiket.lijn)


def _lijn(van: Plek, naar: Plek) -> str:
    (x1, y1), (x2, y2) = van, naar
    return (
        f'<line x1="{getal(x1)}" y1="{getal(y1)}" x2="{getal(x2)}" y2="{getal(y2)}" '
        f'stroke="{DONKER}" stroke-width="1"/>'
    )


def _speld(speld: Speld, maat: Maat) -> str:
    """Filled for the practice, light with a dark edge for a further municipality: told apart without colour."""
    if speld.vak is None:
        return ""
    vak, (x, y) = speld.vak, speld.vak.midden
    vulling, letters = (DONKER, WIT) if speld.eerste else (TINT, INKT)
    return (
        f'<rect x="{getal(vak.links + 0.5)}" y="{getal(vak.boven + 0.5)}" width="{getal(vak.breedte - 1)}" '
        f'height="{getal(vak.hoogte - 1)}" rx="{getal(vak.hoogte / 2)}" fill="{vulling}" stroke="{DONKER}"/>'
        f'<text x="{getal(x)}" y="{getal(y + 0.35 * maat.cijfers)}" text-anchor="middle" font-weight="600" '
        f'font-size="{getal(maat.cijfers)}" fill="{letters}">{speld.praktijk.nummer}</text>'
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
    vast = f' textLength="{getal(maat.breedte(regel, NAAMGROOTTE))}" lengthAdjust="spacingAndGlyphs"'
    rand = f'stroke="{LAND}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
    return (
        f'<text x="{getal(x)}" y="{getal(y)}" font-size="{getal(NAAMGROOTTE)}" fill="{INKT}" '
        f"{rand}{vast if maat.kent(regel) else ''}>{_tekst(regel)}</text>"
    )


def _legenda(kaart: Kaartindeling, *, met_gebieden: bool) -> Iterator[str]:
    regels = [*_legendaregels(kaart), *([(GEBIED, "Gemeentegebied")] if met_gebieden else [])]
    for nummer, (vulling, tekst) in enumerate(regels):
        y = LEGENDA.boven + 12 + 20 * nummer
        if vulling:
            yield _legendateken(vulling, LEGENDA.links + 8, y)
        yield (
            f'<text x="{getal(LEGENDA.links + (20 if vulling else 0))}" y="{getal(y + 0.35 * LEGENDAGROOTTE)}" '
            f'font-size="{getal(LEGENDAGROOTTE)}" fill="{INKT}">{tekst}</text>'
        )


def _legendateken(vulling: str, x: float, y: float) -> str:
    """A marker is round, an area square."""
    if vulling == GEBIED:
        hoek = f'x="{getal(x - 6)}" y="{getal(y - 6)}" width="12" height="12"'
        return f'<rect {hoek} fill="{GEBIED}" stroke="{GEBIEDSGRENS}"/>'
    return f'<circle cx="{getal(x)}" cy="{getal(y)}" r="6" fill="{vulling}" stroke="{DONKER}"/>'


def _legendaregels(kaart: Kaartindeling) -> Iterator[tuple[str, str]]:
    """Fill of the sign (none: text alone) and its meaning; a sign explains itself where there is only one kind."""
    if not kaart.spelden and not kaart.zonder_gemeente:
        yield "", "Nog geen praktijken"
    if any(not speld.eerste for speld in kaart.spelden):
        yield DONKER, "Praktijk"
        yield TINT, "Andere gemeente"
    if kaart.zonder_gemeente:
        yield "", f"Zonder gemeente: {kaart.zonder_gemeente}"
