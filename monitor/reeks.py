"""The measurements of the Monitor over the years: what may be joined by a line, and where it breaks."""

import datetime
import itertools
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """The Monitor's measurement of a year. `waarde` None: nvt, with its reason; `pk`: of the measurement."""

    pk: int
    jaar: int
    peildatum: datetime.date
    waarde: int | None
    nvt: str
    definitie: int

    def __str__(self) -> str:
        return f"nvt ({self.nvt})" if self.waarde is None else str(self.waarde)


def is_breuk(eerder: Punt, later: Punt) -> bool:
    """Whether the two were counted by different versions of the definition, and so cannot be compared."""
    return eerder.definitie != later.definitie


def verbonden(punten: Sequence[Punt]) -> list[tuple[Punt, Punt]]:
    """Neighbours that a line may join: years in a row, both with a value, counted by the same definition."""
    return [
        (eerder, later)
        for eerder, later in itertools.pairwise(punten)
        if later.jaar == eerder.jaar + 1
        and eerder.waarde is not None
        and later.waarde is not None
        and not is_breuk(eerder, later)
    ]


def breuken(punten: Sequence[Punt]) -> list[tuple[Punt, Punt]]:
    """Neighbours between which the definition changed."""
    return [paar for paar in itertools.pairwise(punten) if is_breuk(*paar)]
