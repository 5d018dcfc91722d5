"""A task, the rules by which it comes about, and where tasks come from.

To add rules: write a `Bron` beside the others, and name it in `bronnen.py`; of an app above this one, in the setting
`TAAKBRONNEN`.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mantelzorg.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A rule, in Dutch for who it reminds. `naam` stands in keys and preferences: never change it.

    `stap_terug`: what counts as a step back, of which no mail is sent.
    """

    naam: str
    kop: str
    wanneer: str
    doel: str
    stap_terug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taak:
    """Something to do for one person on a day. `adres`: the page where one does it, from the root of the site."""

    regel: Regel
    onderwerp: str
    """What it is about, in a key: `12`, or `alle`."""
    waar: str
    tekst: str
    mailtekst: str
    """How the weekly mail says it; empty where it came about by a step back."""
    adres: str

    @property
    def sleutel(self) -> str:
        """The same as long as it is the same task."""
        return f"{self.regel.naam}:{self.onderwerp}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """Where tasks come from. `voor`: whether it has rules for somebody; `taken`: theirs on a day."""

    wie: str
    """For whom, in Dutch."""
    regels: tuple[Regel, ...]
    voor: Callable[[User], bool]
    taken: Callable[[User, datetime.date], Iterable[Taak]]
