"""The reminder, two days before a meeting: once, to who has a place, and to nobody who signed up after it was due."""

import datetime
from typing import Final

from django.utils import timezone
from django_tasks import task

from aanmeldingen.bijeenkomsten import brieven
from aanmeldingen.bijeenkomsten.plaatsen import met_plaats
from aanmeldingen.models import Inschrijving
from praktijken.models import Stand

VOORAF: Final = datetime.timedelta(days=2)


@task()
def zet_herinneringen_klaar() -> int:
    """Once a day, by the worker; how many people were due."""
    return herinner(timezone.localdate())


def herinner(dag: datetime.date) -> int:
    """Mails for meetings within two days from `dag`: a day that the worker stood still is made up for.

    A mail goes once for each day that a meeting is held on, so one that was moved is reminded of again.
    """
    rijen = Inschrijving.objects.filter(
        met_plaats(),
        bijeenkomst__afgelast_op=None,
        bijeenkomst__sessie__datum__gt=dag,
        bijeenkomst__sessie__datum__lte=dag + VOORAF,
    ).exclude(stand__in=[Stand.AANWEZIG, Stand.NIET_GEKOMEN])
    rijen = rijen.select_related("bijeenkomst__sessie", "bijeenkomst__oproep").order_by("pk")
    op_tijd = [rij for rij in rijen if timezone.localdate(rij.op) < rij.bijeenkomst.sessie.datum - VOORAF]
    for rij in op_tijd:
        brieven.herinnering(rij)
    return len(op_tijd)
