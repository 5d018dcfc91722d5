"""Practices as far as they ever got, by their history: what was reached once stays reached.

The weekly mail never goes about a step back. So a rule must hold twice before it is mailed: of a practice as it is,
and of the same practice as if nothing had been corrected, emptied or opened again. The task list shows what is.
"""

import datetime
from collections import defaultdict
from dataclasses import replace
from typing import Any

from django.db.models import Max, Q
from django.utils import timezone

from praktijken.models import Deelname, Experiment, Ontwerpvraag, Praktijk, Praktijkpartner, Voortgang
from praktijken.signalen import MEESTE_ONTWERPVRAGEN, MINSTE_ONTWERPVRAGEN, Experimentrij, Praktijkrij

Sleutels = list[int]


def verste_rijen(rijen: dict[int, Praktijkrij], dag: datetime.date) -> dict[int, Praktijkrij]:
    """Each of `rijen` as far as that practice ever got by `dag`; ten queries, however many there are."""
    praktijken = list(rijen)
    thema, partners, vragen = _met_kernthema(praktijken), _partners(praktijken, dag), _vragen(praktijken, dag)
    bekend, experimenten = _bekend_geweest(praktijken, dag), _experimenten(rijen, dag)
    heropend = _heropend(Praktijk.history.filter(id__in=praktijken), dag)
    return {
        pk: replace(
            rij,
            actief=rij.actief and _ging_verder(rij, heropend.get(pk)),
            kernthema=rij.kernthema or thema.get(pk, ""),
            ontwerpvragen=_aantal(rij.ontwerpvragen, *vragen[pk]),
            onbekend=max(0, rij.onbekend - bekend[pk]),
            partnertypen=rij.partnertypen | {soort for soort, _ in partners[pk]},
            partnerrollen=rij.partnerrollen | {rol for _, rol in partners[pk]},
            experimenten=experimenten[pk],
        )
        for pk, rij in rijen.items()
    }


def _met_kernthema(praktijken: Sleutels) -> dict[int, str]:
    ooit = Praktijk.history.filter(id__in=praktijken).exclude(kernthema="")
    return dict(ooit.order_by("history_id").values_list("id", "kernthema"))


def _partners(praktijken: Sleutels, dag: datetime.date) -> defaultdict[int, set[tuple[str, str]]]:
    ooit = Praktijkpartner.history.filter(praktijk_id__in=praktijken, vanaf__lte=dag)
    per_praktijk = defaultdict(set)
    velden = ("praktijk_id", "organisatie__organisatietype__naam", "rol")
    for praktijk, soort, rol in ooit.order_by().values_list(*velden).distinct():
        per_praktijk[praktijk].add((soort or "", rol))
    return per_praktijk


def _vragen(praktijken: Sleutels, dag: datetime.date) -> defaultdict[int, tuple[int, int]]:
    """(questions there ever were, questions that hold again after they had lapsed)."""
    ooit = Ontwerpvraag.history.filter(praktijk_id__in=praktijken, geformuleerd_op__lte=dag)
    gesteld, vervallen = defaultdict(set), defaultdict(set)
    for praktijk, vraag, op in ooit.order_by().values_list("praktijk_id", "id", "vervallen_op").distinct():
        gesteld[praktijk].add(vraag)
        if op is not None and op <= dag:
            vervallen[praktijk].add(vraag)
    nu = Ontwerpvraag.objects.geldig_op(dag).filter(praktijk__in=praktijken).order_by().values_list("praktijk", "pk")
    terug: defaultdict[int, int] = defaultdict(int)
    for praktijk, vraag in nu:
        terug[praktijk] += vraag in vervallen[praktijk]
    return defaultdict(lambda: (0, 0), {pk: (len(gesteld[pk]), terug[pk]) for pk in praktijken})


def _aantal(nu: int, ooit: int, terug: int) -> int:
    if nu < MINSTE_ONTWERPVRAGEN:
        return max(nu, min(ooit, MINSTE_ONTWERPVRAGEN))
    return nu if nu <= MEESTE_ONTWERPVRAGEN else nu - terug


def _bekend_geweest(praktijken: Sleutels, dag: datetime.date) -> defaultdict[int, int]:
    """How many who take part now, of unknown kind, were of a known kind there once."""
    met_type = Q(organisatietype__isnull=False) | Q(organisatie__organisatietype__isnull=False)
    nu = Deelname.objects.op(dag).filter(praktijk__in=praktijken).order_by()
    bekend = set(nu.filter(met_type).values_list("praktijk", "deelnemer"))
    onbekend = set(nu.exclude(met_type).values_list("praktijk", "deelnemer")) - bekend
    personen = {deelnemer for _, deelnemer in onbekend}
    ooit = Deelname.history.filter(praktijk_id__in=praktijken, deelnemer_id__in=personen).filter(met_type)
    ooit_bekend = set(ooit.order_by().values_list("praktijk_id", "deelnemer_id").distinct())
    per_praktijk: defaultdict[int, int] = defaultdict(int)
    for praktijk, _ in onbekend & ooit_bekend:
        per_praktijk[praktijk] += 1
    return per_praktijk


def _experimenten(rijen: dict[int, Praktijkrij], dag: datetime.date) -> dict[int, tuple[Experimentrij, ...]]:
    """The experiments that run, each from the latest day that ever stood there; one that was opened again not."""
    sleutels = [een.pk for rij in rijen.values() for een in rij.experimenten]
    ooit = Experiment.history.filter(id__in=sleutels)
    starten = _laatste(ooit.filter(startdatum__lte=dag), "id", "startdatum")
    verslagen = _laatste(Voortgang.history.filter(experiment_id__in=sleutels, datum__lte=dag), "experiment_id", "datum")
    heropend = _heropend(ooit, dag)

    def verst(een: Experimentrij) -> Experimentrij:
        laatste = max(filter(None, (een.laatste_voortgang, verslagen.get(een.pk))), default=None)
        return replace(
            een, startdatum=max(een.startdatum, starten.get(een.pk, een.startdatum)), laatste_voortgang=laatste
        )

    return {
        pk: tuple(verst(een) for een in rij.experimenten if _na(een, heropend.get(een.pk))) for pk, rij in rijen.items()
    }


def _laatste(versies: Any, sleutel: str, veld: str) -> dict[int, datetime.date]:
    return dict(versies.order_by().values_list(sleutel).annotate(Max(veld)))


def _heropend(versies: Any, dag: datetime.date) -> dict[int, datetime.date]:
    """The einddatum of what had ended and was opened again, by key: a later version moved or emptied it."""
    eerder: dict[int, datetime.date | None] = {}
    heropend = {}
    rijen = versies.order_by("history_id").values_list("id", "einddatum", "history_date")
    for pk, einde, op in rijen:
        vorige = eerder.get(pk)
        if vorige is not None and vorige < min(dag, timezone.localdate(op)) and (einde is None or einde > vorige):
            heropend[pk] = vorige
        eerder[pk] = einde
    return heropend


def _ging_verder(rij: Praktijkrij, gesloten_op: datetime.date | None) -> bool:
    return gesloten_op is None or any(_na(een, gesloten_op) for een in rij.experimenten)


def _na(experiment: Experimentrij, gesloten_op: datetime.date | None) -> bool:
    """Whether progress was entered after that day; always where there is none."""
    laatste = experiment.laatste_voortgang
    return gesloten_op is None or (laatste is not None and laatste > gesloten_op)
