"""What the rules of `signalen` look at, read for any number of practices in a fixed number of queries."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db.models import Count, Max, Q

from mantelzorg.models import Vorm
from praktijken.models import (
    Deelname,
    Experiment,
    Onderbreking,
    Ontwerpvraag,
    Praktijk,
    Praktijkpartner,
    Schoolvakantie,
)
from praktijken.models.praktijk import Status
from praktijken.querysets import loopt_op
from praktijken.signalen import Experimentrij, Periode, Praktijkrij


def praktijkrijen(praktijken: Iterable[Praktijk], dag: datetime.date) -> dict[int, Praktijkrij]:
    """Each practice as it is on `dag`, by key; five queries, and none a practice that came with its programma."""
    van = list(praktijken)
    vragen, onbekend = _aantal_vragen(van, dag), _aantal_onbekend(van, dag)
    partners, experimenten, onderbrekingen = _partners(van, dag), _experimenten(van, dag), _onderbrekingen(van, dag)
    return {
        praktijk.pk: Praktijkrij(
            actief=praktijk.status_op(dag) is Status.ACTIEF,
            met_gemeente=praktijk.programma.vorm == Vorm.LERENDE_PRAKTIJK,
            kernthema=praktijk.kernthema,
            ontwerpvragen=vragen[praktijk.pk],
            onbekend=onbekend[praktijk.pk],
            partnertypen=frozenset(soort for soort, _ in partners[praktijk.pk] if soort),
            partnerrollen=frozenset(rol for _, rol in partners[praktijk.pk] if rol),
            experimenten=tuple(experimenten[praktijk.pk]),
            onderbrekingen=tuple(onderbrekingen[praktijk.pk]),
        )
        for praktijk in van
    }


def vakanties_vanaf(dag: datetime.date) -> tuple[Periode, ...]:
    """The school holidays of `dag` and after it."""
    vakanties = Schoolvakantie.objects.filter(tot_en_met__gte=dag)
    return tuple(Periode(vanaf=een.vanaf, tot_en_met=een.tot_en_met, omdat=een.naam) for een in vakanties)


def _aantal_vragen(praktijken: list[Praktijk], dag: datetime.date) -> Counter[int]:
    vragen = Ontwerpvraag.objects.geldig_op(dag).filter(praktijk__in=praktijken).order_by()
    return Counter(dict(vragen.values_list("praktijk").annotate(Count("pk"))))


def _aantal_onbekend(praktijken: list[Praktijk], dag: datetime.date) -> Counter[int]:
    """Distinct persons without a known type there."""
    deelnames = Deelname.objects.onbekend_op(dag).filter(praktijk__in=praktijken).order_by()
    return Counter(dict(deelnames.values_list("praktijk").annotate(Count("deelnemer", distinct=True))))


def _partners(praktijken: list[Praktijk], dag: datetime.date) -> defaultdict[int, list[tuple[str | None, str]]]:
    """(organisatietype, rol) of who is partner on `dag`."""
    per_praktijk: defaultdict[int, list[tuple[str | None, str]]] = defaultdict(list)
    partners = Praktijkpartner.objects.filter(loopt_op(dag), praktijk__in=praktijken).order_by()
    for praktijk, soort, rol in partners.values_list("praktijk", "organisatie__organisatietype__naam", "rol"):
        per_praktijk[praktijk].append((soort, rol))
    return per_praktijk


def _experimenten(praktijken: list[Praktijk], dag: datetime.date) -> defaultdict[int, list[Experimentrij]]:
    """The experiments that run on `dag`, by code; a version that was corrected later is no entry."""
    telt = Q(voortgang__datum__lte=dag, voortgang__vervangen_door=None)
    lopend = Experiment.objects.opgestart_op(dag).filter(Q(einddatum=None) | Q(einddatum__gte=dag))
    rijen = (
        lopend.filter(ontwerpvraag__praktijk__in=praktijken)
        .annotate(laatste=Max("voortgang__datum", filter=telt))
        .order_by("code", "pk")
        .values_list("ontwerpvraag__praktijk", "pk", "code", "naam", "startdatum", "laatste")
    )
    per_praktijk = defaultdict(list)
    for praktijk, pk, code, naam, start, laatste in rijen:
        if start is not None:  # opgestart_op asks for one; the database may hold none
            rij = Experimentrij(pk=pk, code=code, naam=naam, startdatum=start, laatste_voortgang=laatste)
            per_praktijk[praktijk].append(rij)
    return per_praktijk


def _onderbrekingen(praktijken: list[Praktijk], dag: datetime.date) -> defaultdict[int, list[Periode]]:
    per_praktijk = defaultdict(list)
    nog = Q(tot_en_met=None) | Q(tot_en_met__gte=dag)
    for een in Onderbreking.objects.filter(nog, praktijk__in=praktijken).order_by("vanaf"):
        periode = Periode(vanaf=een.vanaf, tot_en_met=een.tot_en_met, omdat=f"onderbreking: {een.reden}")
        per_praktijk[een.praktijk_id].append(periode)
    return per_praktijk
