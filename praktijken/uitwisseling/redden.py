"""What becomes of a batch whose worker was killed. Nothing of it was stored: writing is one transaction."""

import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from praktijken.models import Importbatch, Importstand
from praktijken.models.importbatch import LOOPT, WACHT
from praktijken.uitwisseling.batches import bewaar, op_slot
from praktijken.uitwisseling.taken import werk_aan
from praktijken.uitwisseling.werkplaats import Werkplaats

VERGETEN_NA: Final = datetime.timedelta(minutes=2)
"""How long a batch waits before it is put in the queue once more."""
LEESPOGINGEN: Final = 2
AFGEBROKEN: Final = {
    Importstand.WORDT_GELEZEN: "Het lezen van het bestand is twee keer afgebroken.",
    Importstand.WORDT_VERWERKT: "Het bewaren is afgebroken.",
}


def red(nu: datetime.datetime) -> int:
    """Look after every batch that is not done with; how many were left."""
    open_ = Importbatch.objects.filter(Q(verwerkt_op=None) | ~Q(terug_gevraagd_op=None))
    open_ = open_.filter(mislukt_op=None, geannuleerd_op=None, verlopen_op=None, ongedaan_op=None)
    return sum(_red(batch.pk, nu) for batch in list(open_.defer("inhoud", "met_fouten")) if batch.is_bezig)


def _red(pk: int, nu: datetime.datetime) -> bool:
    werkplaats = Werkplaats(pk)
    with werkplaats.slot() as vrij:
        return vrij and _red_op_slot(pk, werkplaats, nu)


@transaction.atomic
def _red_op_slot(pk: int, werkplaats: Werkplaats, nu: datetime.datetime) -> bool:
    batch = op_slot(pk)
    if batch.stand in WACHT:
        return _herinner(batch, nu)
    if batch.stand not in LOOPT:
        return False
    werkplaats.vergeet()
    _ga_verder(batch)
    return True


def _herinner(batch: Importbatch, nu: datetime.datetime) -> bool:
    if batch.gevraagd_op > nu - VERGETEN_NA:
        return False
    bewaar(batch, gevraagd_op=nu)
    werk_aan.enqueue(batch.pk)
    return True


def _ga_verder(batch: Importbatch) -> None:
    """Reading starts again by itself, once; importing and undoing wait for a person to ask again."""
    if batch.stand is Importstand.WORDT_TERUGGEDRAAID:
        resultaat: dict[str, Any] = batch.resultaat | {"terug": {"afgebroken": True}}
        bewaar(batch, terug_gevraagd_op=None, begonnen_op=None, resultaat=resultaat)
    elif batch.stand is Importstand.WORDT_GELEZEN and batch.pogingen < LEESPOGINGEN:
        bewaar(batch, begonnen_op=None, gevraagd_op=timezone.now())
        werk_aan.enqueue(batch.pk)
    else:
        reden = AFGEBROKEN[batch.stand]
        bewaar(batch, mislukt_op=timezone.now(), begonnen_op=None, bevestigd_op=None, resultaat={"reden": reden})
