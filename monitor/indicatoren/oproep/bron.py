"""The facts of the calls of a programme as the records stand now: a constant number of queries."""

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, Min, OuterRef, Q
from django.utils import timezone

from aanmeldingen.models import (
    Aanmelding,
    Aanmeldpartner,
    Belangstelling,
    Besluit,
    Bijeenkomst,
    Contactwijze,
    Gebeurtenis,
    Oproep,
    Oproepsector,
    Partnersoort,
    Plaatsregel,
)
from monitor.feiten import Feiten
from monitor.indicatoren.oproep.feiten import (
    Aanmeldfeit,
    Belangstellingfeit,
    Besluitfeit,
    Bijeenkomstfeit,
    Capaciteit,
    Oproepfeit,
    Plaatsfeit,
)
from monitor.oproepen.dagen import eerste_dag, laatste_dag
from praktijken.models import Stand

if TYPE_CHECKING:
    from mantelzorg.models import Programma


def lees(programma: "Programma") -> Feiten:
    """Of published calls all that their figures are counted from; call it in a `momentopname`."""
    oproepen = Oproep.objects.filter(programma=programma).exclude(gepubliceerd_op=None)
    return Feiten(
        eigen=(*_oproepen(oproepen), *_aanmeldingen(oproepen), *_bijeenkomsten(oproepen), *_belangstelling(oproepen))
    )


def _dag(moment: datetime.datetime | None) -> datetime.date | None:
    return None if moment is None else timezone.localdate(moment)


def _oproepen(oproepen: Any) -> list[Oproepfeit]:
    sectoren, regels = defaultdict(list), defaultdict(list)
    bij = Oproepsector.objects.filter(oproep__in=oproepen).order_by("sector__naam")
    for oproep, sector in bij.values_list("oproep", "sector__naam"):
        sectoren[oproep].append(sector)
    vast = Plaatsregel.objects.filter(oproep__in=oproepen, gebeurtenis=Gebeurtenis.CAPACITEIT).order_by("nummer")
    for oproep, op, erbij in vast.values_list("oproep", "op", "capaciteit"):
        regels[oproep].append(Capaciteit(dag=timezone.localdate(op), erbij=erbij))
    return [
        Oproepfeit(
            id=een.pk,
            slug=een.slug,
            titel=een.naam,
            opent=eerste_dag(een.opent_op),
            sluit=laatste_dag(een.sluit_op),
            sectoren=tuple(sectoren[een.pk]),
            capaciteit=tuple(regels[een.pk]),
        )
        for een in oproepen.order_by("pk")
    ]


def _besluiten(oproepen: Any) -> dict[int, list[Besluitfeit]]:
    gevonden = defaultdict(list)
    rijen = Besluit.objects.filter(aanmelding__oproep__in=oproepen).exclude(bevestigd_op=None)
    met_herziening = rijen.annotate(herzien=Min("vervangen_door__bevestigd_op")).order_by("bevestigd_op", "pk")
    for aanmelding, op, soort, herzien in met_herziening.values_list("aanmelding", "bevestigd_op", "soort", "herzien"):
        gevonden[aanmelding].append(Besluitfeit(dag=timezone.localdate(op), besluit=soort, herzien=_dag(herzien)))
    return gevonden


def _plaatsen(oproepen: Any) -> dict[int, list[Plaatsfeit]]:
    gevonden = defaultdict(list)
    rijen = Plaatsregel.objects.filter(oproep__in=oproepen, aanmelding__isnull=False).order_by("nummer")
    for aanmelding, op, gebeurtenis, naar in rijen.values_list("aanmelding", "op", "gebeurtenis", "naar"):
        gevonden[aanmelding].append(Plaatsfeit(dag=timezone.localdate(op), gebeurtenis=gebeurtenis, naar=naar))
    return gevonden


def _aanmeldingen(oproepen: Any) -> list[Aanmeldfeit]:
    besluiten, plaatsen = _besluiten(oproepen), _plaatsen(oproepen)
    rijen = Aanmelding.objects.filter(oproep__in=oproepen).exclude(ingediend_op=None).order_by("pk")
    velden = ("pk", "oproep", "nummer", "sector__naam", "gemeente__provincie", "ingediend_op", "ingetrokken_op",
              "medewerkers", "over")  # fmt: skip
    return [
        Aanmeldfeit(
            id=pk,
            oproep=oproep,
            nummer=nummer,
            sector=sector,
            provincie=provincie,
            ontvangen=timezone.localdate(ingediend),
            ingetrokken=_dag(ingetrokken),
            medewerkers=medewerkers,
            sectoroverstijgend=over,
            besluiten=tuple(besluiten[pk]),
            plaatsen=tuple(plaatsen[pk]),
        )
        for pk, oproep, nummer, sector, provincie, ingediend, ingetrokken, medewerkers, over in rijen.annotate(
            over=_sectoroverstijgend()
        ).values_list(*velden)
    ]


def _sectoroverstijgend() -> Any:
    """About another sector too, or with a welfare organisation or a municipality as partner."""
    anderen = Aanmelding.sectoren.through.objects.filter(aanmelding=OuterRef("pk")).exclude(sector=OuterRef("sector"))
    soorten = [Partnersoort.WELZIJN, Partnersoort.GEMEENTE]
    return Exists(anderen) | Exists(Aanmeldpartner.objects.filter(aanmelding=OuterRef("pk"), soort__in=soorten))


def _bijeenkomsten(oproepen: Any) -> list[Bijeenkomstfeit]:
    wie = {
        "ingeschreven": Q(inschrijvingen__aan_de_deur=False, inschrijvingen__op_wachtlijst=False)
        & ~Q(inschrijvingen__stand=Stand.AFGEMELD),
        "aanwezig": Q(inschrijvingen__stand=Stand.AANWEZIG),
        "niet_gekomen": Q(inschrijvingen__stand=Stand.NIET_GEKOMEN),
        "aan_de_deur": Q(inschrijvingen__stand=Stand.AANWEZIG, inschrijvingen__aan_de_deur=True),
    }
    tellingen: dict[str, Any] = {naam: Count("inschrijvingen", filter=wie[naam]) for naam in wie}
    rijen: Any = Bijeenkomst.objects.filter(oproep__in=oproepen).order_by("pk").annotate(**tellingen)
    return [
        Bijeenkomstfeit(
            id=pk, oproep=oproep, datum=op, afgelast=afgelast is not None, capaciteit=capaciteit,
            **dict(zip(wie, aantallen, strict=True)),
        )
        for pk, oproep, op, afgelast, capaciteit, *aantallen in rijen.values_list(
            "pk", "oproep", "sessie__datum", "afgelast_op", "capaciteit", *wie
        )
    ]  # fmt: skip


def _belangstelling(oproepen: Any) -> list[Belangstellingfeit]:
    gesproken = Min("contactmomenten__op", filter=~Q(contactmomenten__hoe=Contactwijze.NIET_BEREIKT))
    rijen: Any = Belangstelling.objects.filter(oproep__in=oproepen).order_by("pk")
    velden = rijen.annotate(bereikt=gesproken).values_list("pk", "oproep", "op", "bereikt", "aanmelding__ingediend_op")
    return [
        Belangstellingfeit(id=pk, oproep=oproep, op=timezone.localdate(op), bereikt=bereikt, aangemeld=_dag(aangemeld))
        for pk, oproep, op, bereikt, aangemeld in velden
    ]
