"""What the office decides about late changes behind a fixed figure; the figure itself never moves."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from mantelzorg.models import User
from monitor.meten.opstellen import KanNiet
from monitor.meten.staten import zet_staat
from monitor.models import Meting, Metingstaat, Staatsoort
from monitor.publicatie.erratum import openbare_tekst
from monitor.verschil.achteraf import Achteraf, achteraf


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """A decision about the changes with this fingerprint, as somebody saw them.

    `openbaar`: of an erratum what readers are told; of anything else empty.
    """

    soort: Staatsoort
    reden: str
    openbaar: str
    gezien: str
    inzending: UUID


@transaction.atomic
def besluit(meting: int, wat: Besluit, *, door: User, op: datetime.datetime) -> Metingstaat:
    """Write it down, numbered within its kind; the same `inzending` again gives the one there is.

    KanNiet; KanZoNietOpenbaar where it is the text for readers.
    """
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
    return _leg_vast(nu, wat, door=door, op=op)


def _leg_vast(nu: Achteraf, wat: Besluit, *, door: User, op: datetime.datetime) -> Metingstaat:
    vaststelling = nu.meting.vaststelling
    return zet_staat(
        vaststelling,
        wat.soort,
        reden=wat.reden,
        openbaar=openbare_tekst(vaststelling, wat.openbaar, op) if wat.openbaar else "",
        door=door,
        op=op,
        bij=nu.afdruk,
        inzending=wat.inzending,
    )
