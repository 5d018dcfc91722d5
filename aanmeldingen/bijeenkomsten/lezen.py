"""Reading meetings: figures for lists, people for the door, and what was done to one."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from aanmeldingen.bijeenkomsten.plaatsen import met_plaats, wacht
from aanmeldingen.models import Bijeenkomst, Inschrijving
from praktijken.models import Stand


def met_aantallen(bijeenkomsten: "QuerySet[Bijeenkomst]") -> Any:
    """Each with `ingeschreven` (has a place), `wacht`, and by what is known of their coming; no names."""
    bij = "inschrijvingen__"
    wie = {
        "ingeschreven": met_plaats(bij),
        "wacht": wacht(bij),
        "aanwezig": Q(inschrijvingen__stand=Stand.AANWEZIG),
        "afgemeld": Q(inschrijvingen__stand=Stand.AFGEMELD),
        "niet_gekomen": Q(inschrijvingen__stand=Stand.NIET_GEKOMEN),
        "onbekend": Q(inschrijvingen__stand="", inschrijvingen__op_wachtlijst=False),
        "zonder_inschrijving": Q(inschrijvingen__aan_de_deur=True),
        "met_de_rest": Q(inschrijvingen__met_de_rest=True),
    }
    tellingen = {naam: Count("inschrijvingen", filter=voorwaarde) for naam, voorwaarde in wie.items()}
    return bijeenkomsten.select_related("sessie", "oproep").annotate(**tellingen)


def openbare_bijeenkomsten(oproep_id: int, dag: datetime.date) -> list[Any]:
    """The meetings of a call still to come, as its public page shows them, each with `vol`; two queries."""
    komend = Bijeenkomst.objects.filter(afgelast_op=None, oproep=oproep_id, sessie__datum__gte=dag)
    rijen = list(met_aantallen(komend).prefetch_related("sectoren").order_by("sessie__datum", "begin", "pk"))
    for rij in rijen:
        rij.vol = rij.ingeschreven >= rij.capaciteit
    return rijen


@dataclass(frozen=True, slots=True, kw_only=True)
class Deurlijst:
    """Who was to come, who waits and who signed off, each by name."""

    verwacht: list[Inschrijving]
    wachtlijst: list[Inschrijving]
    afgemeld: list[Inschrijving]

    @property
    def aantal(self) -> int:
        """How many people in all."""
        return len(self.verwacht) + len(self.wachtlijst) + len(self.afgemeld)


def deurlijst(bijeenkomst: Bijeenkomst, zoek: str = "") -> Deurlijst:
    """The people of a meeting whose name or organisation has each word of `zoek`; one query."""
    rijen = Inschrijving.objects.filter(bijeenkomst=bijeenkomst).select_related("sector")
    for woord in zoek.split():
        rijen = rijen.filter(Q(naam__icontains=woord) | Q(organisatie__icontains=woord))
    mensen = sorted(rijen, key=lambda rij: (rij.naam.casefold(), rij.pk))
    afgemeld = [rij for rij in mensen if rij.stand == Stand.AFGEMELD]
    wachtend = [rij for rij in mensen if rij.op_wachtlijst and rij not in afgemeld]
    verwacht = [rij for rij in mensen if not rij.op_wachtlijst and rij not in afgemeld]
    return Deurlijst(verwacht=verwacht, wachtlijst=sorted(wachtend, key=lambda rij: rij.pk), afgemeld=afgemeld)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A line of the history of a meeting."""

    op: datetime.datetime
    door: str
    wat: str


def geschiedenis(bijeenkomst: Bijeenkomst) -> list[Regel]:
    """What was done to a meeting and its documents, newest first."""
    van_stukken = bijeenkomst.stukken.model.history.filter(bijeenkomst_id=bijeenkomst.pk)
    bronnen: Iterable[Any] = (
        bijeenkomst.history.annotate(waarvan=F("versie")).select_related("history_user"),
        van_stukken.annotate(waarvan=F("naam")).select_related("history_user"),
    )
    regels = [_regel(een) for bron in bronnen for een in bron]
    return sorted(regels, key=lambda regel: regel.op, reverse=True)


def _regel(een: Any) -> Regel:
    wie = str(een.history_user) if een.history_user else ""
    waarvan = f" ({een.waarvan})" if isinstance(een.waarvan, str) else ""
    return Regel(op=een.history_date, door=wie, wat=f"{een.history_change_reason or 'opgeslagen'}{waarvan}")
