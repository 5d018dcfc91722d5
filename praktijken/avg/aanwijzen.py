"""What in a text looks like personal data: e-mail addresses, phone numbers, a BSN, names of participants."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEFOON: Final = re.compile(r"(?<![\w.,-])(?:\+31|0031|0)[\s-]?(?:\(0\))?(?:\d[\s-]?){8,9}(?![\w-])")
_NEGEN: Final = re.compile(r"(?<!\d)\d{4}[. ]?\d{2}[. ]?\d{3}(?!\d)|(?<!\d)\d{3}[. ]?\d{3}[. ]?\d{3}(?!\d)")
_WOORD: Final = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_TUSSEN: Final = frozenset({"den", "der", "van", "von", "het", "ten", "ter", "aan", "bij"})
_KORTSTE_NAAM: Final = 3  # letters
_MEESTE: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanwijzing:
    """Something that may say who a person is, from `begin` up to `eind` in the text."""

    soort: str
    begin: int
    eind: int
    tekst: str


def wijs_aan(tekst: str, namen: Iterable[str] = ()) -> list[Aanwijzing]:
    """All of it, in the order of the text; of what overlaps the first kind counts."""
    gevonden = [
        *_van("e-mailadres", _EMAIL.finditer(tekst)),
        *_van("burgerservicenummer", (een for een in _NEGEN.finditer(tekst) if is_bsn(een.group()))),
        *_van("telefoonnummer", _TELEFOON.finditer(tekst)),
        *_van("naam van een deelnemer", _namen(tekst, namen)),
    ]
    los: list[Aanwijzing] = []
    for een in gevonden:
        if all(een.eind <= ander.begin or een.begin >= ander.eind for ander in los):
            los.append(een)
    return sorted(los, key=lambda een: een.begin)[:_MEESTE]


def _van(soort: str, treffers: Iterable["re.Match[str]"]) -> Iterable[Aanwijzing]:
    return (Aanwijzing(soort=soort, begin=een.start(), eind=een.end(), tekst=een.group().strip()) for een in treffers)


def is_bsn(tekst: str) -> bool:
    """Nine digits that pass the eleven test: 9 times the first, 8 times the second … minus the last."""
    cijfers = [int(teken) for teken in tekst if teken.isdecimal()]
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    som = sum(gewicht * cijfer for gewicht, cijfer in zip(gewichten, cijfers, strict=True)) if len(cijfers) == 9 else 1
    return any(cijfers) and som % 11 == 0


def _namen(tekst: str, namen: Iterable[str]) -> Iterable["re.Match[str]"]:
    """Words of a participant's name, written with a capital; of a script without capitals every such word."""
    woorden = {woord.casefold() for naam in namen for woord in _WOORD.findall(naam)}
    woorden = {woord for woord in woorden - _TUSSEN if len(woord) >= _KORTSTE_NAAM}
    for een in _WOORD.finditer(tekst) if woorden else ():
        woord = een.group()
        kaal = woord.removesuffix("'s").removesuffix("’s").casefold()
        if kaal in woorden and not woord[0].islower():
            yield een
