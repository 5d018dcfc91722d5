"""The design questions of a practice with their experiments as a line through time: SVG from plain values.

What its axis is drawn with: `praktijken.tijdas`.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from praktijken.tijdas import (
    GEDEMPT,
    GROND,
    INKT,
    KANTLIJN,
    KOP,
    VOET,
    Schaal,
    merken,
    streep_van_vandaag,
    tekst,
)

KORTST, PLANRUIMTE = 60, 30
"""Days the axis shows at least, and beyond the last day where something is still to begin."""
LETTERS, LETTERS_BREED = 34, 80
"""What fits of a name on a screen of 320 px, and from 640 px on."""
VRAAGHOOGTE, PROEFHOOGTE, BALK = 34, 46, 14  # px

RUST, SESSIE = "#e3e6ea", "#862e9c"
KLEUREN = {"actief": "#2b8a3e", "afgerond": "#1864ab", "voortijdig gestopt": "#a75312"}
TEKENS = {"gepland": "○", "actief": "●", "afgerond": "✓", "voortijdig gestopt": "✕"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """Both days count; without `tot` it has no end yet."""

    van: datetime.date
    tot: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proeflijn:
    """An experiment with its `status` on the day of the line; planned ones need no dates. `verslagen`: days."""

    code: str
    naam: str
    status: str
    van: datetime.date | None
    tot: datetime.date | None
    verslagen: tuple[datetime.date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraaglijn:
    """A design question; `vervallen_op` is the first day it no longer counts."""

    nummer: int
    van: datetime.date
    vervallen_op: datetime.date | None
    proeven: tuple[Proeflijn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessiemerk:
    """A session of the practice: its day, and what it was for."""

    dag: datetime.date
    soort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdlijn:
    """All that the picture shows, and its table too. `dag`: today; `einde`: the last day of a practice that is over."""

    praktijk: str
    dag: datetime.date
    vragen: tuple[Vraaglijn, ...]
    onderbrekingen: tuple[Periode, ...]
    sessies: tuple[Sessiemerk, ...] = ()
    einde: datetime.date | None = None

    @property
    def tot(self) -> datetime.date:
        """Up to which day what has no end is drawn."""
        return self.einde or self.dag


def als_svg(tijdlijn: Tijdlijn, *, sleutel: str) -> str:
    """An SVG element for in a page, with title and description inside; `sleutel` keeps its ids apart from others."""
    schaal = Schaal(begin=_eerste(tijdlijn), eind=_laatste(tijdlijn))
    rijen = list(_rijen(tijdlijn, schaal))
    hoogte = KOP + VOET + sum(VRAAGHOOGTE + PROEFHOOGTE * len(vraag.proeven) for vraag in tijdlijn.vragen)
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{hoogte}" role="img" font-size="14" '
        f'font-family="IBM Plex Sans, Arial, sans-serif" aria-labelledby="{sleutel}-titel {sleutel}-tekst">',
        f'<title id="{sleutel}-titel">Tijdlijn van {escape(tijdlijn.praktijk)}</title>',
        f'<desc id="{sleutel}-tekst">{escape(_omschrijving(tijdlijn))}</desc>',
        f'<rect width="100%" height="{hoogte}" rx="6" fill="{GROND}"/>',
        *(_onderbreking(rust, schaal, hoogte) for rust in tijdlijn.onderbrekingen),
        *merken(schaal, hoogte),
        *(_sessie(merk, schaal, hoogte) for merk in tijdlijn.sessies),
        "" if tijdlijn.einde else streep_van_vandaag(tijdlijn.dag, schaal, hoogte),
        *rijen,
        "</svg>",
    ]
    return "\n".join(delen)


def _dagen(tijdlijn: Tijdlijn) -> Iterator[datetime.date]:
    yield tijdlijn.tot
    yield from (merk.dag for merk in tijdlijn.sessies)
    for vraag in tijdlijn.vragen:
        yield vraag.van
        for proef in vraag.proeven:
            yield from (dag for dag in (proef.van, proef.tot) if dag)
            yield from proef.verslagen


def _eerste(tijdlijn: Tijdlijn) -> datetime.date:
    return min(_dagen(tijdlijn))


def _laatste(tijdlijn: Tijdlijn) -> datetime.date:
    """The last day, with room for the axis; at the end of the calendar the room is before it."""
    dag, eerste = max(_dagen(tijdlijn)), _eerste(tijdlijn)
    te_beginnen = any(proef.van and proef.van > tijdlijn.dag for vraag in tijdlijn.vragen for proef in vraag.proeven)
    ruimte = max(eerste.toordinal() + KORTST, dag.toordinal() + (PLANRUIMTE if te_beginnen else 1))
    return datetime.date.fromordinal(min(ruimte, datetime.date.max.toordinal()))


def _onderbreking(rust: Periode, schaal: Schaal, hoogte: int) -> str:
    """Shaded over the whole height; without an end up to the end of the axis."""
    links, rechts = schaal.x(rust.van), schaal.x(rust.tot or schaal.eind)
    return (
        f'<rect x="{links:.2f}%" width="{max(rechts - links, 0.5):.2f}%" y="{KOP}" height="{hoogte - KOP - VOET}" '
        f'fill="{RUST}"><title>Onderbreking</title></rect>'
    )


def _sessie(merk: Sessiemerk, schaal: Schaal, hoogte: int) -> str:
    x = schaal.x(merk.dag)
    return (
        f'<line x1="{x:.2f}%" x2="{x:.2f}%" y1="{KOP}" y2="{hoogte - VOET}" stroke="{SESSIE}" stroke-width="3" '
        f'stroke-dasharray="8 4"><title>{escape(merk.soort)} op {merk.dag:%d-%m-%Y}</title></line>'
    )


def _rijen(tijdlijn: Tijdlijn, schaal: Schaal) -> Iterator[str]:
    y = KOP
    for vraag in tijdlijn.vragen:
        eind = vraag.vervallen_op or tijdlijn.tot
        yield tekst(KANTLIJN, y + 18, f"Ontwerpvraag {vraag.nummer}{_vervallen(vraag, tijdlijn.dag)}", dik=True)
        yield _lijn(schaal.x(vraag.van), schaal.x(max(eind, vraag.van)), y + 27)
        y += VRAAGHOOGTE
        for proef in vraag.proeven:
            yield from _proef(proef, schaal, tijdlijn.tot, y)
            y += PROEFHOOGTE


def _vervallen(vraag: Vraaglijn, dag: datetime.date) -> str:
    return " (vervallen)" if vraag.vervallen_op and vraag.vervallen_op <= dag else ""


def _lijn(links: float, rechts: float, y: int) -> str:
    return f'<line x1="{links:.2f}%" x2="{rechts:.2f}%" y1="{y}" y2="{y}" stroke="{INKT}" stroke-width="2"/>'


def _proef(proef: Proeflijn, schaal: Schaal, dag: datetime.date, y: int) -> Iterator[str]:
    """Name above, bar below with a dot for each report."""
    yield from _naam(proef, y + 14)
    yield _balk(proef, schaal, dag, y + 21)
    for verslag in proef.verslagen:
        yield (
            f'<circle cx="{schaal.x(verslag):.2f}%" cy="{y + 21 + BALK // 2}" r="4" '
            f'fill="{GROND}" stroke="{INKT}" stroke-width="2"/>'
        )


def _naam(proef: Proeflijn, y: int) -> Iterator[str]:
    """Once where it fits a phone; else short and long, of which the style sheet shows one."""
    teken, naam = TEKENS.get(proef.status, ""), f"{proef.code} {proef.naam}"
    if len(naam) <= LETTERS:
        yield tekst(KANTLIJN, y, f"{teken} {naam}")
    else:
        yield tekst(KANTLIJN, y, f"{teken} {_ingekort(naam, LETTERS)}", klas="kort")
        yield tekst(KANTLIJN, y, f"{teken} {_ingekort(naam, LETTERS_BREED)}", klas="lang")


def _balk(proef: Proeflijn, schaal: Schaal, dag: datetime.date, y: int) -> str:
    """Planned: only an outline, from its date if it has one; else the days it ran, so far."""
    if proef.van is None:
        return tekst(KANTLIJN, y + 12, "gepland, nog geen datum", kleur=GEDEMPT)
    gepland = proef.status == "gepland"
    links, rechts = schaal.x(proef.van), schaal.x(proef.tot or (schaal.eind if gepland else dag))
    verf = (
        f'fill="none" stroke="{GEDEMPT}" stroke-dasharray="4 3"'
        if gepland
        else f'fill="{KLEUREN.get(proef.status, GEDEMPT)}"'
    )
    return (
        f'<rect x="{links:.2f}%" y="{y}" width="{max(rechts - links, 0.8):.2f}%" height="{BALK}" rx="3" {verf}>'
        f"<title>{escape(f'{proef.code} {proef.naam}: {proef.status}')}</title></rect>"
    )


def _ingekort(naam: str, letters: int) -> str:
    return naam if len(naam) <= letters else f"{naam[: letters - 1].rstrip()}…"


def _omschrijving(tijdlijn: Tijdlijn) -> str:
    proeven = [proef for vraag in tijdlijn.vragen for proef in vraag.proeven]
    slot = (
        f"De praktijk eindigde op {tijdlijn.einde:%d-%m-%Y}"
        if tijdlijn.einde
        else f"De streep is vandaag, {tijdlijn.dag:%d-%m-%Y}"
    )
    return (
        f"Ontwerpvragen: {len(tijdlijn.vragen)}. Experimenten: {len(proeven)}, waarvan "
        + ", ".join(f"{status} {[proef.status for proef in proeven].count(status)}" for status in TEKENS)
        + f". {slot}. De tabel hieronder zegt hetzelfde in woorden."
    )
