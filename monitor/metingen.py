"""The published measurements of the Monitor Langer Thuis whose reference date is known (begrippen.md §1)."""

import datetime
from dataclasses import dataclass

from mantelzorg.models import Programma


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """A measurement: the year the monitor names it by, and the day its figures hold for."""

    jaar: int
    peildatum: datetime.date


LANGER_THUIS = "Langer Thuis"
METINGEN = (Meting(jaar=2020, peildatum=datetime.date(2020, 6, 30)),)


def metingen_van(programma: Programma) -> list[Meting]:
    """The measurements that hold figures of `programma`: it serves that policy, and ran on the day."""
    if LANGER_THUIS not in programma.beleidsprogramma or programma.startdatum is None:
        return []
    einde = programma.einddatum or datetime.date.max
    return [meting for meting in METINGEN if programma.startdatum <= meting.peildatum <= einde]
