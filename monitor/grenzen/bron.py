"""The borders a map needs, in one query."""

import datetime
from collections.abc import Collection
from typing import Any

from django.db.models import Count, IntegerField, Q, QuerySet, Subquery
from django.db.models.functions import Abs, Cast

from monitor.kaartpunten import Kaartgebied, Kaartgrenzen
from monitor.models import Grens


def kaartgrenzen(codes: Collection[str], peildatum: datetime.date) -> Kaartgrenzen | None:
    """The borders of these municipalities and of the provinces; None where no year loaded has one of them.

    They are of the loaded year that has most of the municipalities: of all that have them, the one of `peildatum`
    itself, else the nearest, the later of two.
    """
    rijen = (
        Grens.objects.filter(Q(gemeente__in=codes) | Q(gemeente=None), jaar=Subquery(_beste_jaar(codes, peildatum)))
        .order_by("gemeente", "provincie")
        .values_list("jaar", "gemeente", "provincie", "ringen")
    )
    gebieden = [(jaar, code, provincie, _ringen(ringen)) for jaar, code, provincie, ringen in rijen]
    if not gebieden:
        return None
    return Kaartgrenzen(
        jaar=gebieden[0][0],
        gemeenten=tuple(Kaartgebied(gebied=code, ringen=ringen) for _, code, _, ringen in gebieden if code),
        provincies=tuple(Kaartgebied(gebied=naam, ringen=ringen) for _, code, naam, ringen in gebieden if not code),
    )


def _beste_jaar(codes: Collection[str], peildatum: datetime.date) -> QuerySet[Grens, Any]:
    afstand = Abs(Cast("jaar", IntegerField()) - peildatum.year)
    return (
        Grens.objects.filter(gemeente__in=codes)
        .values("jaar")
        .annotate(gehad=Count("pk"))
        .order_by("-gehad", afstand, "-jaar")
        .values("jaar")[:1]
    )


def _ringen(ringen: list[list[list[float]]]) -> tuple[tuple[tuple[float, float], ...], ...]:
    return tuple(tuple((lon, lat) for lon, lat in ring) for ring in ringen)
