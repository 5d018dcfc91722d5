"""The plan as the practice's page shows it: each step with how it stands, and what asks for attention."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.formats import date_format

from praktijken.models import Planstap, Praktijk, Traject
from praktijken.plan.lijn import als_svg
from praktijken.plan.voorstel import laatste_dag


class Stapstand(StrEnum):
    """How a step stands on a day; follows from its days, never stored."""

    GEPLAND = "gepland"
    BEZIG = "bezig"
    OVER_DE_DATUM = "over de datum"
    KLAAR = "klaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapregel:
    """A step with how it stands."""

    stap: Planstap
    stand: Stapstand


@dataclass(frozen=True, slots=True, kw_only=True)
class Planblad:
    """The plan on the page. `te_starten`: the practice has not started; `svg`: the steps as a line, "" without them."""

    traject: Traject | None
    eind: datetime.date | None
    stappen: tuple[Stapregel, ...]
    te_starten: bool
    signalen: tuple[str, ...]
    svg: str


def stapstand(stap: Planstap, dag: datetime.date) -> Stapstand:
    """Done once it says so; else by its days, both included."""
    if stap.klaar_op is not None:
        return Stapstand.KLAAR
    if stap.tot_en_met < dag:
        return Stapstand.OVER_DE_DATUM
    return Stapstand.BEZIG if stap.vanaf <= dag else Stapstand.GEPLAND


def start_voorbij(praktijk: Praktijk, traject: Traject, dag: datetime.date) -> bool:
    """Whether the planned start has passed without a startbijeenkomst."""
    return praktijk.startdatum is None and traject.geplande_start < dag


def is_voorbij(praktijk: Praktijk, dag: datetime.date) -> bool:
    """Whether the practice has ended: its plan asks nothing any more."""
    return praktijk.einddatum is not None and praktijk.einddatum < dag


def startzin(traject: Traject) -> str:
    """What is said where the planned start has passed."""
    return f"De geplande start was {date_format(traject.geplande_start)}. Er is nog geen startbijeenkomst."


def stapzin(stap: Planstap) -> str:
    """What is said where a step is past its day."""
    return f"De stap {stap.soort} moest op {date_format(stap.tot_en_met)} klaar zijn."


def planblad(praktijk: Praktijk, dag: datetime.date) -> Planblad | None:
    """The plan of a practice that came with it; None where it has none."""
    traject: Traject | None = getattr(praktijk, "traject", None)
    stappen = tuple(Stapregel(stap=stap, stand=stapstand(stap, dag)) for stap in praktijk.planstappen.all())
    if traject is None and not stappen:
        return None
    return Planblad(
        traject=traject,
        eind=laatste_dag(traject.geplande_start, traject.maanden) if traject else None,
        stappen=stappen,
        te_starten=praktijk.startdatum is None,
        signalen=tuple(_signalen(praktijk, traject, stappen, dag)),
        svg=als_svg(praktijk.naam, [(een.stap, een.stand) for een in stappen], dag) if stappen else "",
    )


def _signalen(
    praktijk: Praktijk, traject: Traject | None, stappen: tuple[Stapregel, ...], dag: datetime.date
) -> Iterator[str]:
    if is_voorbij(praktijk, dag):
        return
    if traject is not None and start_voorbij(praktijk, traject, dag):
        yield startzin(traject)
    yield from (stapzin(een.stap) for een in stappen if een.stand is Stapstand.OVER_DE_DATUM)
