"""A finding: what was found where, and between which bounds the figures lie because of it. Plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from monitor.canoniek import canoniek, zegel
from monitor.oordelen import Figuursleutel

PRAKTIJK: Final = "praktijk"
DEELNEMER: Final = "deelnemer"
RONDE: Final = "ronde"
IMPORT: Final = "import"
ANTWOORDEN: Final = "antwoorden"
ONBEKENDEN: Final = "onbekenden"
METING: Final = "meting"
"""Kinds of page that a finding leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """Where one puts it right: a kind of page with the key of its record (0: it needs none), and its name."""

    soort: str
    id: int
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A figure and its bounds, both included; `hoog` None: nothing known holds it down."""

    figuur: Figuursleutel
    naam: str
    laag: int
    hoog: int | None

    def __str__(self) -> str:
        """`de indicator ligt tussen 9 en 11`."""
        if self.hoog is None:
            return f"{self.naam} is minstens {self.laag}"
        return f"{self.naam} ligt tussen {self.laag} en {self.hoog}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """What a rule found. `regel`: its name, in keys and never changed.

    `blokkeert`: no measurement is fixed while it stands without an exception. `aanvaardbaar`: whether one can be made.
    """

    regel: str
    tekst: str
    plekken: tuple[Plek, ...] = ()
    banden: Sequence[Band] = ()
    blokkeert: bool = False
    aanvaardbaar: bool = True

    @property
    def waarover(self) -> str:
        """The fingerprint of what was found: an exception holds for exactly this."""
        plekken = sorted([een.soort, een.id] for een in self.plekken)
        banden = [[*een.figuur, een.laag, een.hoog] for een in self.banden]
        return zegel([canoniek({"regel": self.regel, "plekken": plekken, "banden": banden})])
