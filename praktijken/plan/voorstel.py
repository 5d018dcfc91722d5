"""The first plan of a practice: four steps that fill its months, each in proportion."""

import calendar
import datetime
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from praktijken.models.plan import Stapsoort

DEEL: Final = {
    Stapsoort.INTAKE: Fraction(2, 20),
    Stapsoort.PLAN: Fraction(3, 20),
    Stapsoort.UITVOERING: Fraction(12, 20),
    Stapsoort.BORGING: Fraction(3, 20),
}
"""How much of the time each step takes: of twenty months two, three, twelve and three."""
WAT: Final = {
    Stapsoort.INTAKE: "Kennismaken, en vaststellen waar de organisatie nu staat.",
    Stapsoort.PLAN: "Een plan op maat maken, met wat u wilt bereiken en hoe u dat merkt.",
    Stapsoort.UITVOERING: "Uitvoeren wat in het plan staat, en onderweg bijstellen.",
    Stapsoort.BORGING: "Zorgen dat wat werkt ook blijft als de begeleiding stopt.",
}
_MAANDEN_PER_JAAR: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """A step of the plan: both days count."""

    soort: Stapsoort
    vanaf: datetime.date
    tot_en_met: datetime.date
    wat: str


def na_maanden(dag: datetime.date, maanden: int) -> datetime.date:
    """The same day of the month so many months on, or the last day of that month; at most the end of the calendar."""
    jaar, maand = divmod(dag.year * _MAANDEN_PER_JAAR + dag.month - 1 + maanden, _MAANDEN_PER_JAAR)
    if jaar > datetime.MAXYEAR:
        return datetime.date.max
    laatste = calendar.monthrange(jaar, maand + 1)[1]
    return datetime.date(jaar, maand + 1, min(dag.day, laatste))


def laatste_dag(start: datetime.date, maanden: int) -> datetime.date:
    """The last day of a track of at least one month that begins on `start`."""
    return max(start, na_maanden(start, maanden) - datetime.timedelta(days=1))


def eerste_plan(start: datetime.date, maanden: int) -> tuple[Stap, ...]:
    """The steps one after the other, without a day between or twice, from `start` up to the last day.

    Whole days, rounded down at each border. ValueError where the calendar ends before each step has a day.
    """
    dagen = (laatste_dag(start, maanden) - start).days + 1
    if dagen < len(DEEL):
        raise ValueError(f"{dagen} dagen zijn te kort voor {len(DEEL)} stappen")
    stappen, gehad = [], Fraction(0)
    for soort, deel in DEEL.items():
        vanaf = start + datetime.timedelta(days=int(gehad * dagen))
        gehad += deel
        tot_en_met = start + datetime.timedelta(days=int(gehad * dagen) - 1)
        stappen.append(Stap(soort=soort, vanaf=vanaf, tot_en_met=tot_en_met, wat=WAT[soort]))
    return tuple(stappen)
