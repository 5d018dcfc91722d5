"""A piece of text around what was found, cut where the page marks it; no HTML is made here."""

from dataclasses import dataclass
from typing import Final

from django.utils.text import Truncator

from praktijken.leren.zoekvector import DICHT, OPEN, TEKENS, VERVANGEN, letters

_TEKENS: Final = 240
_TERUG: Final = str.maketrans(VERVANGEN, TEKENS)
_VOORAF: Final = 60  # characters shown before the first word found


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """A stretch of text that was found or not."""

    tekst: str
    gevonden: bool


Fragment = tuple[Deel, ...]


def begin(tekst: str) -> Fragment:
    """The first words, where nothing was looked for."""
    return (Deel(tekst=Truncator(tekst).chars(_TEKENS), gevonden=False),) if tekst else ()


def gemerkt(tekst: str) -> Fragment:
    """What PostgreSQL gave, in which OPEN and DICHT stand around each word found."""
    delen: list[Deel] = []
    for stuk in tekst.translate(_TERUG).split(OPEN):
        raak, dicht, rest = stuk.partition(DICHT)
        delen += [Deel(tekst=raak, gevonden=True), Deel(tekst=rest, gevonden=False)] if dicht else [_gewoon(stuk)]
    return tuple(deel for deel in delen if deel.tekst)


def rondom(tekst: str, woorden: list[str]) -> Fragment:
    """Around the first of `woorden` in the text, by letters alone; the text's beginning where none stands there."""
    plat, plekken = _plat(tekst)
    eerste = min((plek for woord in woorden if (plek := plat.find(woord)) >= 0), default=-1)
    if eerste < 0:
        return begin(tekst)
    van = max(plekken[eerste] - _VOORAF, 0)
    tot = min(van + _TEKENS, len(tekst))
    stukken = _knip(tekst, van, tot, sorted(_treffers(plat, plekken, woorden)))
    return (*((_gewoon("… "),) if van else ()), *stukken, *((_gewoon(" …"),) if tot < len(tekst) else ()))


def _gewoon(tekst: str) -> Deel:
    return Deel(tekst=tekst, gevonden=False)


def _plat(tekst: str) -> tuple[str, list[int]]:
    """The text without case or accents, and of each of its letters the place in the text; one place beyond."""
    delen = [letters(teken) for teken in tekst]
    plekken = [plek for plek, deel in enumerate(delen) for _ in deel]
    return "".join(delen), [*plekken, len(tekst)]


def _treffers(plat: str, plekken: list[int], woorden: list[str]) -> list[tuple[int, int]]:
    """Where the words stand in the text: first place, and the one after the last."""
    gevonden = []
    for woord in woorden:
        plek = plat.find(woord)
        while plek >= 0:
            gevonden.append((plekken[plek], plekken[plek + len(woord) - 1] + 1))
            plek = plat.find(woord, plek + len(woord))
    return gevonden


def _knip(tekst: str, van: int, tot: int, treffers: list[tuple[int, int]]) -> list[Deel]:
    """The text from `van` to `tot`, cut at the words found; of words that overlap the first counts."""
    delen, plek = [], van
    for begin_, eind in treffers:
        if begin_ >= plek and eind <= tot:
            delen += [_gewoon(tekst[plek:begin_]), Deel(tekst=tekst[begin_:eind], gevonden=True)]
            plek = eind
    return [deel for deel in [*delen, _gewoon(tekst[plek:tot])] if deel.tekst]
