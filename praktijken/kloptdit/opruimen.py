"""Emptying what is no longer needed: links that are dead, answers that were dealt with. Once a day, by the worker.

The rows stay, and tell that somebody was asked and answered, what was decided and when it was emptied; what the person
wrote is gone, and the dead link cannot be made again.
"""

import datetime
from typing import Final

from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from praktijken.models import Antwoord, Antwoordsoort, Uitvraag

BEWAAR: Final = datetime.timedelta(days=183)
"""How long an answer is kept after it was dealt with; the participant's page says half a year."""
PER_KEER: Final = 1_000  # rows of each kind: the rest follows the next day


@task()
def ruim_op() -> int:
    """Empty what is due; how many rows were."""
    nu = timezone.now()
    return _dode_links(timezone.localdate(nu)) + _oude_antwoorden(nu)


def _dode_links(dag: datetime.date) -> int:
    """A link that waits to be sent has no last day yet, and stays."""
    dood = Uitvraag.objects.filter(Q(geldig_tot__lt=dag) | ~Q(ingetrokken_op=None)).exclude(zout="")
    rijen = list(dood.order_by("pk")[:PER_KEER])
    for rij in rijen:
        rij.zout = rij.afdruk = ""
        rij.save(update_fields=["zout", "afdruk"])
    return len(rijen)


def _oude_antwoorden(nu: datetime.datetime) -> int:
    """What waits for staff is never emptied; that all was right needed no decision, and goes after the same term."""
    bevestigd = Q(soort=Antwoordsoort.KLOPT, ontvangen_op__lt=nu - BEWAAR)
    oud = Antwoord.objects.filter(Q(besloten_op__lt=nu - BEWAAR) | bevestigd, opgeruimd_op=None)
    rijen = list(oud.order_by("pk")[:PER_KEER])
    for rij in rijen:
        rij.organisatie_naam = rij.hoedanigheid = rij.toelichting = rij.besluit_reden = rij.gezien = ""
        rij.organisatietype, rij.opgeruimd_op = None, nu
        rij.save()
    return len(rijen)
