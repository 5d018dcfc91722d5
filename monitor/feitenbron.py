"""The facts of a programme as the records stand now (`monitor.feiten`), in a constant number of queries."""

import datetime
from collections import defaultdict
from itertools import chain
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Coalesce

from mantelzorg.models import Programma
from monitor.feiten import (
    Betrokkenheid,
    Deelnamefeit,
    Deelnemerfeit,
    Experimentfeit,
    Feiten,
    Gemeentefeit,
    Organisatiefeit,
    Praktijkfeit,
    Vraagfeit,
)
from praktijken.models import (
    Deelname,
    Experiment,
    Ontwerpvraag,
    Organisatieaanwezigheid,
    Praktijk,
    PraktijkGemeente,
    Praktijkpartner,
)

PARTNER, DEELNEMER = "partner", "deelnemer"
"""How an organisation is involved."""
LEEG = Value("", output_field=CharField())


def lees_feiten(programma: Programma) -> Feiten:
    """All facts, whatever their days; call it in a `momentopname`."""
    return Feiten(
        praktijken=lees_praktijken(programma),
        ontwerpvragen=_ontwerpvragen(programma),
        experimenten=_experimenten(programma),
        organisaties=_organisaties(programma),
        deelnemers=lees_deelnemers(programma),
    )


def lees_praktijken(programma: Programma) -> tuple[Praktijkfeit, ...]:
    """Of every practice, also those that are planned."""
    gemeenten: dict[int, list[Gemeentefeit]] = defaultdict(list)
    koppelingen = PraktijkGemeente.objects.filter(praktijk__programma=programma).order_by("volgorde", "id")
    for praktijk, code, naam, provincie in koppelingen.values_list(
        "praktijk", "gemeente__code", "gemeente__naam", "gemeente__provincie"
    ):
        gemeenten[praktijk].append(Gemeentefeit(code=code, naam=naam, provincie=provincie))
    rijen = Praktijk.objects.filter(programma=programma).select_related("gaat_verder_in").order_by("pk")
    return tuple(
        Praktijkfeit(
            id=een.pk,
            code=een.code,
            naam=een.naam,
            startdatum=een.startdatum,
            einddatum=een.einddatum,
            afloop=een.afloop,
            gaat_verder_in=een.gaat_verder_in.code if een.gaat_verder_in else "",
            gemeenten=tuple(gemeenten[een.pk]),
        )
        for een in rijen
    )


def _ontwerpvragen(programma: Programma) -> tuple[Vraagfeit, ...]:
    rijen = Ontwerpvraag.objects.filter(praktijk__programma=programma).order_by("pk")
    return tuple(
        Vraagfeit(**rij) for rij in rijen.values("id", "praktijk", "nummer", "geformuleerd_op", "vervallen_op")
    )


def _experimenten(programma: Programma) -> tuple[Experimentfeit, ...]:
    rijen = Experiment.objects.filter(ontwerpvraag__praktijk__programma=programma).order_by("pk")
    velden = rijen.values("id", "code", "startdatum", "einddatum", "afloop", praktijk=F("ontwerpvraag__praktijk"))
    return tuple(Experimentfeit(**rij) for rij in velden)


def _organisaties(programma: Programma) -> tuple[Organisatiefeit, ...]:
    """Who is involved as a partner, or through somebody who takes part; each day in a practice once."""
    partners = _betrokken(Praktijkpartner.objects.all(), programma, PARTNER)
    deelnames = _betrokken(Deelname.objects.exclude(organisatie=None), programma, DEELNEMER)
    gewist = _betrokken(Organisatieaanwezigheid.objects.all(), programma, DEELNEMER)
    per_organisatie: dict[tuple[int, str], set[Betrokkenheid]] = defaultdict(set)
    for organisatie, naam, betrokkenheid in chain(partners, deelnames, gewist):
        per_organisatie[organisatie, naam].add(betrokkenheid)
    return tuple(
        Organisatiefeit(id=pk, naam=naam, betrokken=tuple(sorted(alle, key=_volgorde)))
        for (pk, naam), alle in sorted(per_organisatie.items())
    )


def _betrokken(rijen: QuerySet[Any], programma: Programma, als: str) -> list[tuple[int, str, Betrokkenheid]]:
    velden = ("organisatie", "organisatie__naam", "praktijk", "vanaf", "tot_en_met")
    gevonden = rijen.filter(praktijk__programma=programma).order_by().values_list(*velden).distinct()
    return [
        (pk, naam, Betrokkenheid(praktijk=praktijk, als=als, vanaf=vanaf, tot_en_met=einde))
        for pk, naam, praktijk, vanaf, einde in gevonden
    ]


def lees_deelnemers(programma: Programma) -> tuple[Deelnemerfeit, ...]:
    """Of everybody who takes part or did."""
    deelnames: dict[int, list[Deelnamefeit]] = defaultdict(list)
    rijen = Deelname.objects.filter(praktijk__programma=programma).order_by()
    for persoon, praktijk, soort, vanaf, einde in rijen.values_list(
        "deelnemer",
        "praktijk",
        Coalesce("organisatietype__naam", "organisatie__organisatietype__naam", LEEG),
        "vanaf",
        "tot_en_met",
    ):
        deelnames[persoon].append(Deelnamefeit(praktijk=praktijk, type=soort, vanaf=vanaf, tot_en_met=einde))
    return tuple(
        Deelnemerfeit(persoon=str(pk), deelnames=tuple(sorted(alle, key=_volgorde)))
        for pk, alle in sorted(deelnames.items())
    )


def _volgorde(een: Betrokkenheid | Deelnamefeit) -> tuple[Any, ...]:
    als = een.als if isinstance(een, Betrokkenheid) else ""
    return (een.praktijk, een.vanaf, een.tot_en_met or datetime.date.max, als)
