"""How an indicator declares its figures: tables of them, each with its words. Plain Python."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from monitor.feiten import Feit, Feiten

PERSOON = "deelnemer"
"""The kind of fact that is about a person: behind its figures stand names."""
Samen = Callable[[Sequence[int]], int]
Woorden = tuple[str, str]
"""Of one and of more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuursoort:
    """One figure, a column of its table.

    `soort`: the kind of fact it counts; `geteld`: its words after "het aantal", with {} for the row of a list.
    `binnen`: the figure that a fact must count in to count here; `deelt`: whether figures like it sort what counts
    there into kinds, so that what moves from one to another is said to be so. `leeg`: its value where nothing counts
    (None: nvt). `samen`: how numbers are taken together; other than by `sum` a difference has no parts.
    `eenheid`: what it adds up where that is not its facts, of one and of more.
    """

    naam: str
    label: str
    soort: str
    geteld: str
    binnen: str = ""
    deelt: bool = False
    leeg: int | None = 0
    samen: Samen = sum
    eenheid: Woorden | None = None

    @property
    def telt_op(self) -> bool:
        """Whether what its facts add makes the figure, so that a difference has parts."""
        return self.samen is sum


Rijen = Callable[[Feiten, datetime.date], Iterable[tuple[str, str]]]
"""Rows that a list has at a day whether something counts in them or not: their keys and labels."""
Telling = dict[tuple[str, str], list[int]]
"""What counts in each (table.figure, key): the numbers, one a fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelsoort:
    """A table. Without `kop` its figures are of the programme as a whole; with it a row a key: `kop` is what keys are.

    `rijen`: rows that always stand there, with their labels; other keys that occur are their own label.
    `meeste_eerst`: ordered by the first figure, equal ones by label; else by label.
    `elders`: why a fact does not count in one row though it does in another; empty: its own row says so.
    `erbij`: whether a fact stands in the list behind a row at all, counted or not; None: each of its kind.
    """

    naam: str
    titel: str
    figuren: tuple[Figuursoort, ...]
    kop: str = ""
    rijen: Rijen | None = None
    meeste_eerst: bool = False
    elders: str = ""
    erbij: Callable[[Any, str, Feiten], bool] | None = None

    def sleutel(self, figuur: Figuursoort) -> str:
        """The name of a figure everywhere: `tabel.figuur`."""
        return f"{self.naam}.{figuur.naam}"

    def hoort_erbij(self, feit: Feit, sleutel: str, feiten: Feiten) -> bool:
        """Whether the list behind that row has the fact."""
        return self.erbij is None or not sleutel or self.erbij(feit, sleutel, feiten)
