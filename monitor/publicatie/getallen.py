"""Numbers that somebody typed in a text, where a name between { } would have stood for a figure: digits or words.

Passed over is what counts nothing: days, years, times, fractions, shares, addresses, and numbers that name something
(artikel 2, tabel 1). `een` is passed over too, for it is mostly no number; `één` is one.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.canoniek import canoniek, zegel
from monitor.nederlands import MAANDEN

_EENHEDEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TIENTALLEN = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_TOT_TWINTIG = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_SAMEN = ("tweeen", "drieen", "vieren", "vijven", "zessen", "zevenen", "achten", "negenen", "tienen")
"""As in `met z'n tweeën`."""
_NOEMT = (
    "actielijn", "art", "artikel", "bijlage", "bladzijde", "blz", "deel", "doelstelling", "erratum", "fase", "figuur",
    "hoofdstuk", "indicator", "kamerstuk", "kamerstukken", "lid", "meting", "nr", "nummer", "pagina", "paragraaf",
    "ronde", "tabel", "versie", "§",
)  # fmt: skip
"""The number after one of these says which one, not how many."""
_TELT_NIET = re.compile(
    r"\{[^{}]*\}"
    r"|(?:https?://|www\.)\S+|\S+@\S+"
    rf"|\b\d{{1,2}}\s+(?:{'|'.join(MAANDEN)})\b(?:\s+\d{{4}}\b)?"
    r"|\b\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\b"
    r"|\b(?:19|20)\d\d\b"
    r"|\b\d{1,2}[.:]\d{2}\s+uur\b|\b\d+,\d+(?:\s*(?:%|procent\b))?|\b\d+\s*(?:%|procent\b)"
    rf"|(?<!\w)(?:{'|'.join(_NOEMT)})\.?\s+\d+\b",
    re.IGNORECASE,
)
_GETAL = re.compile(r"(?<![\w.,-])\d{1,3}(?:\.\d{3})+(?![\w.,]*\d)|(?<!\w)(?<![^\W\d_]-)\d+(?:-tal)?(?!\w)")
_WOORD = re.compile(r"[^\W\d_]+")
_EINDE = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“\"({])|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Los:
    """A number in a text, as it was typed, with the sentence it stands in. `waar`: what the text is called."""

    waar: str
    getal: int
    zoals: str
    zin: str

    @property
    def afdruk(self) -> str:
        """By which it is recognised: the same number in the same sentence of the same text."""
        return zegel([canoniek([self.waar, self.zin, self.getal])])


def losse_getallen(waar: str, tekst: str) -> tuple[Los, ...]:
    """Every number that a text counts with, once a sentence, in order."""
    zinnen = (zin.strip() for zin in _EINDE.split(unicodedata.normalize("NFC", tekst)))
    gevonden = (Los(waar=waar, getal=getal, zoals=zoals, zin=zin) for zin in zinnen for getal, zoals in _in_zin(zin))
    uniek: dict[str, Los] = {}
    for een in gevonden:
        uniek.setdefault(een.afdruk, een)
    return tuple(uniek.values())


def _in_zin(zin: str) -> Iterator[tuple[int, str]]:
    over = _TELT_NIET.sub(" ", zin)
    for gevonden in _GETAL.finditer(over):
        yield int(gevonden[0].removesuffix("-tal").replace(".", "")), gevonden[0]
    for gevonden in _WOORD.finditer(over):
        getal = _getal(gevonden[0])
        if getal is not None:
            yield getal, gevonden[0]


def _getal(woord: str) -> int | None:
    klein = woord.lower()
    kaal = "".join(teken for teken in unicodedata.normalize("NFD", klein) if not unicodedata.combining(teken))
    return None if klein == "een" else _WOORDEN.get(kaal)


def _woorden() -> Iterator[tuple[str, int]]:
    """Without accents, as each can be written."""
    tot_twintig = (*_EENHEDEN, *_TOT_TWINTIG)
    for getal, woord in enumerate(tot_twintig, start=1):
        yield woord, getal
        yield f"{woord}tal", getal
    for getal, woord in enumerate(_SAMEN, start=2):
        yield woord, getal
    for tiental, woord in enumerate(_TIENTALLEN, start=2):
        yield woord, 10 * tiental
        for eenheid, voor in enumerate(_EENHEDEN, start=1):
            yield f"{voor}en{woord}", 10 * tiental + eenheid


_WOORDEN = dict(_woorden())
