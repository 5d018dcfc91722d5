"""Filters on what follows from dates, as it is today."""

from django.db.models import Q

from mantelzorg.beheer import KeuzeFilter, Rijen
from mantelzorg.klok import vandaag
from praktijken.models.praktijk import Status
from praktijken.querysets import loopt_op


class StatusFilter(KeuzeFilter):
    """Status of a practice or experiment, by its dates (begrippen.md §3)."""

    title = "status vandaag"
    parameter_name = "status"
    keuzes = tuple(Status)

    def kies(self, rijen: Rijen, keuze: str) -> Rijen:
        dag = vandaag()
        match keuze:
            case Status.GEPLAND:
                return rijen.filter(Q(startdatum=None) | Q(startdatum__gt=dag))
            case Status.ACTIEF:
                return rijen.filter(Q(einddatum=None) | Q(einddatum__gte=dag), startdatum__lte=dag)
            case _:
                return rijen.filter(einddatum__lt=dag, afloop=keuze)


class ExperimentStatusFilter(StatusFilter):
    """An experiment has no status samengevoegd."""

    keuzes = tuple(status for status in Status if status is not Status.SAMENGEVOEGD)


class GeldigFilter(KeuzeFilter):
    """Design questions that count today, and those that do not."""

    title = "telt vandaag"
    parameter_name = "geldig"
    keuzes = ("telt mee", "nog niet", "vervallen")

    def kies(self, rijen: Rijen, keuze: str) -> Rijen:
        dag = vandaag()
        match keuze:
            case "telt mee":
                return rijen.filter(Q(vervallen_op=None) | Q(vervallen_op__gt=dag), geformuleerd_op__lte=dag)
            case "nog niet":
                return rijen.filter(Q(vervallen_op=None) | Q(vervallen_op__gt=dag), geformuleerd_op__gt=dag)
            case _:
                return rijen.filter(vervallen_op__lte=dag)


class LooptFilter(KeuzeFilter):
    """Participations by their own dates."""

    title = "loopt vandaag"
    parameter_name = "loopt"
    keuzes = ("loopt", "nog niet begonnen", "voorbij")

    def kies(self, rijen: Rijen, keuze: str) -> Rijen:
        dag = vandaag()
        match keuze:
            case "loopt":
                return rijen.filter(loopt_op(dag))
            case "nog niet begonnen":
                return rijen.filter(vanaf__gt=dag)
            case _:
                return rijen.filter(tot_en_met__lt=dag)
