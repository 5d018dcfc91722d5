"""What is published of indicator 23: its figures, with protected counts of persons left out. Plain Python.

A count of persons is an `int`, or None: protected, for itself or because another protected count would follow from it.
"""

import datetime
from dataclasses import dataclass

from monitor.indicator import Experimenten, Ontwerpvragen, Praktijken

TEKEN = "–"
"""Stands where a count is protected."""

UITLEG = (
    "Een streepje (–) staat waar een aantal personen is afgeschermd: dat aantal is klein, "
    "of een ander klein aantal zou eruit te berekenen zijn."
)
"""Said where a protected count is shown; a sentence that names a bound would tell more than the rule does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeschermdType:
    """A row of table 1: one kind of organisation, or small kinds together (`soorten`, in alphabetical order).

    `soorten` is empty for a kind on its own. A kind in it has at least one person, or had so in an earlier version of
    the same peildatum.
    """

    naam: str
    aantal: int | None
    soorten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BeschermdeDeelnemers:
    """People. `typen`: published kinds, most first, then the row of kinds together; empty where all are protected."""

    totaal: int | None
    bekend: int | None
    onbekend: int | None
    typen: tuple[BeschermdType, ...]

    @property
    def overig(self) -> BeschermdType | None:
        """The row of kinds together; None where there is none."""
        return next((regel for regel in self.typen if regel.soorten), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class BeschermdePraktijkcijfers:
    """The figures of one practice opgestart."""

    code: str
    naam: str
    ontwerpvragen: int
    experimenten: int
    deelnemers: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeschermdeCijfers:
    """All that is published of one programme on one day.

    `versie`: 1 for the first publication of this peildatum. `drempel`: the threshold it was protected with, 0: none.
    """

    programma: str
    peildatum: datetime.date
    versie: int
    drempel: int
    praktijken: Praktijken
    gemeenten: int
    organisaties: int
    ontwerpvragen: Ontwerpvragen
    experimenten: Experimenten
    deelnemers: BeschermdeDeelnemers
    deelnemers_tot_nu_toe: BeschermdeDeelnemers
    per_praktijk: tuple[BeschermdePraktijkcijfers, ...]

    @property
    def iets_beschermd(self) -> bool:
        """Whether a count is protected or kinds stand together, so that UITLEG has something to explain."""
        tellingen = (self.deelnemers, self.deelnemers_tot_nu_toe)
        return any(praktijk.deelnemers is None for praktijk in self.per_praktijk) or any(
            telling.totaal is None or telling.overig is not None for telling in tellingen
        )


def overignaam(soorten: tuple[str, ...]) -> str:
    """What the row of these kinds together is called: `Overig (7 soorten)`; a single kind keeps its name."""
    return soorten[0] if len(soorten) == 1 else f"Overig ({len(soorten)} soorten)"
