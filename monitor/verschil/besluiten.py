"""What the office decides about late changes behind a fixed figure; the figure itself never moves."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from mantelzorg.models import User
from monitor.meten.opstellen import KanNiet
from monitor.meten.staten import zet_staat
from monitor.models import Meting, Metingstaat, Staatsoort
from monitor.verschil.achteraf import achteraf


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """A decision about the changes with this fingerprint, as somebody saw them."""

    soort: Staatsoort
    reden: str
    gezien: str
    inzending: UUID


@transaction.atomic
def besluit(meting: int, wat: Besluit, *, door: User, op: datetime.datetime) -> Metingstaat:
    """Write it down, numbered within its kind; the same `inzending` again gives the one there is. KanNiet."""
    eerder = Metingstaat.objects.filter(inzending=wat.inzending).first()
    if eerder is not None:
        return eerder
    Meting.objects.select_for_update(no_key=True).values_list("pk").get(pk=meting)  # decisions come one at a time
    rijen = Meting.objects.filter(pk=meting).select_related("vaststelling", "programma")
    if not rijen.geldend().exists():
        raise KanNiet("Deze meting geldt niet meer: zij is vervangen of ingetrokken.")
    (nu,) = achteraf(rijen.prefetch_related("vaststelling__staten"), op)
    if nu.afdruk != wat.gezien:
        raise KanNiet("De wijzigingen zijn veranderd terwijl u keek. Bekijk ze opnieuw.")
    if not nu.onbeslist:
        raise KanNiet("Over deze wijzigingen is al besloten, of er zijn er geen.")
    return zet_staat(
        nu.meting.vaststelling, wat.soort, reden=wat.reden, door=door, op=op, bij=nu.afdruk, inzending=wat.inzending
    )
