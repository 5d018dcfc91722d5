"""Documents of a meeting: added, removed, and when who signed up finds them."""

import datetime
from uuid import UUID

from django.db import transaction

from aanmeldingen.bijeenkomsten.slot import begint, op_slot
from aanmeldingen.models import Bijeenkomst, Bijeenkomststuk
from mantelzorg.models import User
from praktijken.voortgang.bijlagen import Bestand


@transaction.atomic
def voeg_toe(*, bijeenkomst: int, bestand: Bestand, inzending: UUID, door: User) -> Bijeenkomststuk:
    """A document; sent before, the one there is."""
    op_slot(bijeenkomst)
    eerder = Bijeenkomststuk.objects.filter(inzending=inzending).first()
    if eerder is not None:
        return eerder
    nieuw = Bijeenkomststuk(
        bijeenkomst_id=bijeenkomst,
        naam=bestand.naam,
        soort=bestand.mediatype,
        inhoud=bestand.inhoud,
        door=door,
        inzending=inzending,
    )
    nieuw.full_clean()
    nieuw._change_reason = "document toegevoegd"  # type: ignore[attr-defined]  # read by simple-history
    nieuw.save()
    return nieuw


@transaction.atomic
def verwijder(*, stuk: int, op: datetime.datetime) -> None:
    """Its content is gone for good; its name stays in the history. Twice is once."""
    rij = Bijeenkomststuk.objects.select_for_update(no_key=True).get(pk=stuk)
    if rij.verwijderd_op is not None:
        return
    rij.verwijderd_op, rij.inhoud = op, b""
    rij._change_reason = "document verwijderd"  # type: ignore[attr-defined]  # read by simple-history
    rij.save(update_fields=["verwijderd_op", "inhoud"])


def te_tonen(bijeenkomst: Bijeenkomst, op: datetime.datetime) -> list[Bijeenkomststuk]:
    """What who signed up finds at this moment: from the begin, or before it where the office so chose."""
    if not bijeenkomst.stukken_vooraf and op < begint(bijeenkomst):
        return []
    return list(bijeenkomst.stukken.filter(verwijderd_op=None).defer("inhoud"))
