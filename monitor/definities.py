"""What indicator 23 means, in versions: text and rule together, so that a figure is read by the rule it was counted by.

A new version is added at the end; an old one never changes, for what was fixed under it is counted again by it.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from monitor.feiten import Feiten
from monitor.oordelen import Oordeel, oordelen
from monitor.telregels import DEFINITIE, TELREGELS, Telregel


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitie:
    """A version. `vanaf`: the day from which measurements were made by it. `oordelen`: its rule, a fact at a time."""

    versie: int
    vanaf: datetime.date
    tekst: str
    telregels: tuple[Telregel, ...]
    wijziging: str
    oordelen: Callable[[Feiten, datetime.date], list[Oordeel]]


DEFINITIES: dict[int, Definitie] = {
    definitie.versie: definitie
    for definitie in (
        Definitie(
            versie=1,
            vanaf=datetime.date(2019, 1, 1),
            tekst=DEFINITIE,
            telregels=TELREGELS,
            wijziging="",
            oordelen=oordelen,
        ),
    )
}
HUIDIGE = DEFINITIES[max(DEFINITIES)]
