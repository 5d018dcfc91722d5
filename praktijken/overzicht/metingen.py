"""What the overview measures of practices on a day, for the database to show, filter and order by."""

import datetime

from django.db.models import Count, DateField, Exists, F, IntegerField, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mantelzorg.models import User
from praktijken.models import Deelname, Experiment, Partnerrol, PraktijkGemeente, Praktijkpartner, Voortgang
from praktijken.querysets import PraktijkQuerySet, loopt_op

MINSTENS, HOOGSTENS = 3, 5
"""How many design questions a practice is expected to have (begrippen.md §2)."""


def met_metingen_op(praktijken: PraktijkQuerySet, dag: datetime.date, user: User) -> PraktijkQuerySet:
    """Adds `status`, the numbers, progress and completeness on `dag`.

    `laatste_voortgang` is the last entry that `user` may see; None where there is none.
    """
    return (
        praktijken.met_status_op(dag)
        .met_aantallen_op(dag)
        .annotate(
            aantal_lopend=_lopend(dag),
            laatste_voortgang=_laatste_voortgang(dag, user),
            aantal_deelnemers=_personen(Deelname.objects.op(dag)),
            aantal_onbekend=_personen(Deelname.objects.onbekend_op(dag)),
            heeft_gemeente=Exists(PraktijkGemeente.objects.filter(praktijk=OuterRef("pk"))),
            heeft_penvoerder=Exists(
                Praktijkpartner.objects.filter(loopt_op(dag), praktijk=OuterRef("pk"), rol=Partnerrol.PENVOERDER)
            ),
        )
    )


def onvolledig() -> Q:
    """Condition on practices with measurements: something that is expected is missing."""
    return (
        Q(heeft_gemeente=False)
        | Q(kernthema="")
        | Q(aantal_ontwerpvragen__lt=MINSTENS)
        | Q(aantal_ontwerpvragen__gt=HOOGSTENS)
        | Q(heeft_penvoerder=False)
        | Q(aantal_onbekend__gt=0)
    )


def _lopend(dag: datetime.date) -> Coalesce:
    lopend = Experiment.objects.opgestart_op(dag).filter(Q(einddatum=None) | Q(einddatum__gte=dag))
    per_praktijk = lopend.filter(ontwerpvraag__praktijk=OuterRef("pk")).order_by().values("ontwerpvraag__praktijk")
    return Coalesce(Subquery(per_praktijk.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())


def _laatste_voortgang(dag: datetime.date, user: User) -> Subquery:
    zichtbaar = Voortgang.objects.zichtbaar_voor(user).filter(datum__lte=dag, vervangen_door=None)
    pad = "experiment__ontwerpvraag__praktijk"
    per_praktijk = zichtbaar.filter(**{pad: OuterRef("pk")}).order_by().values(pad)
    return Subquery(per_praktijk.annotate(laatste=Max("datum")).values("laatste"), output_field=DateField())


def _personen(deelnames: "QuerySet[Deelname]") -> Coalesce:
    per_praktijk = deelnames.filter(praktijk=OuterRef("pk")).order_by().values("praktijk")
    aantal = per_praktijk.annotate(n=Count(F("deelnemer"), distinct=True)).values("n")
    return Coalesce(Subquery(aantal), 0, output_field=IntegerField())
