"""What is to be made, as it was filled in: plain values for one action."""

import datetime
from dataclasses import dataclass

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.models import Gemeente, User


@dataclass(frozen=True, slots=True, kw_only=True)
class Huisopdracht:
    """An organisation: one that is known, or a new one by `naam` and `soort`. `gemeente`: of a new one."""

    bekend: Organisatie | None
    naam: str = ""
    soort: Organisatietype | None = None
    gemeente: Gemeente | None = None
    penvoerder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mensopdracht:
    """A person who takes part for the organisation that applied: one that is known, or a new one."""

    bekend: Deelnemer | None
    naam: str
    email: str
    hoedanigheid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """The practice to be. `huizen`: the penvoerder first, then partners."""

    code: str
    naam: str
    gemeente: Gemeente | None
    start: datetime.date
    maanden: int
    adviseur: User
    huizen: tuple[Huisopdracht, ...]
    mensen: tuple[Mensopdracht, ...]
