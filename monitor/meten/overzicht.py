"""Measurements as a list shows them: their state, their value, and the series of the Monitor over the years."""

import json
from collections.abc import Iterable
from enum import StrEnum

from monitor.indicatoren.register import indicator
from monitor.indicatoren.soort import Uitkomst
from monitor.models import Meting, MetingQuerySet, Staatsoort, Vaststelling
from monitor.reeks import Punt

GEEN = "–"
"""Stands where there is no value."""


class Stand(StrEnum):
    """How far a measurement is, or what became of it."""

    CONCEPT = "concept"
    GECONTROLEERD = "gecontroleerd"
    VASTGESTELD = "vastgesteld"
    VERVANGEN = "vervangen"
    INGETROKKEN = "ingetrokken"
    VERVALLEN = "vervallen"


def met_vaststelling(metingen: MetingQuerySet) -> MetingQuerySet:
    """Each with all that `stand_van` and `waarde_van` read, in two queries."""
    bij = ("programma", "vaststelling__door", "gemaakt_door", "gecontroleerd_door")
    return metingen.select_related(*bij).prefetch_related("vaststelling__staten")


def vaststelling_van(meting: Meting) -> Vaststelling | None:
    """What was fixed of it; None as long as it was not."""
    return getattr(meting, "vaststelling", None)


def stand_van(meting: Meting) -> Stand:
    """The last of its states that counts."""
    if meting.vervallen_op is not None:
        return Stand.VERVALLEN
    vaststelling = vaststelling_van(meting)
    if vaststelling is None:
        return Stand.CONCEPT if meting.gecontroleerd_op is None else Stand.GECONTROLEERD
    soorten = {staat.soort for staat in vaststelling.staten.all()}
    for soort, stand in ((Staatsoort.INGETROKKEN, Stand.INGETROKKEN), (Staatsoort.VERVANGEN, Stand.VERVANGEN)):
        if soort in soorten:
            return stand
    return Stand.VASTGESTELD


def nvt_van(meting: Meting) -> str:
    """Why it has no value as a whole; of a fixed one as that was fixed."""
    vaststelling = vaststelling_van(meting)
    return meting.nvt if vaststelling is None else vaststelling.inhoud["nvt"]


def waarde_van(meting: Meting) -> str:
    """Its value in words: nvt with the reason, the figure that was fixed or checked, or – while nobody has looked."""
    if nvt := nvt_van(meting):
        return f"nvt ({nvt})"
    vaststelling = vaststelling_van(meting)
    if vaststelling is not None:
        return _als_tekst(meting, vaststelling.inhoud["uitkomst"])
    if meting.gecontroleerde_uitkomst:
        return _als_tekst(meting, json.loads(meting.gecontroleerde_uitkomst))
    return GEEN


def _als_tekst(meting: Meting, uitkomst: Uitkomst) -> str:
    waarde = indicator(meting.indicator).waarde(uitkomst)
    return GEEN if waarde is None else str(waarde)


def kort(meting: Meting) -> str:
    """`meting 1 van 2020`, with its indicator where that is not the first."""
    soort = indicator(meting.indicator)
    return f"meting {meting.nummer} van {meting.jaar}" + ("" if soort.eigen_vormen else f" ({soort.naam})")


def van_de_monitor(metingen: Iterable[Meting]) -> list[Meting]:
    """Of the measurements of one indicator and programme those of the Monitor that hold, one a year, oldest first."""
    per_jaar: dict[int, Meting] = {}
    for meting in metingen:
        if meting.voor_monitor and stand_van(meting) is Stand.VASTGESTELD:
            eerder = per_jaar.get(meting.jaar)
            per_jaar[meting.jaar] = meting if eerder is None or meting.nummer > eerder.nummer else eerder
    return [per_jaar[jaar] for jaar in sorted(per_jaar)]


def reeks(metingen: Iterable[Meting]) -> list[Punt]:
    """Those of `van_de_monitor`, as points of a series."""
    return [_punt(een) for een in van_de_monitor(metingen)]


def _punt(meting: Meting) -> Punt:
    inhoud = meting.vaststelling.inhoud
    return Punt(
        pk=meting.pk,
        jaar=meting.jaar,
        peildatum=meting.peildatum,
        waarde=None if inhoud["nvt"] else indicator(meting.indicator).waarde(inhoud["uitkomst"]),
        nvt=inhoud["nvt"],
        definitie=meting.vaststelling.definitie,
    )
