"""Withdraw an application."""

import datetime

from django.db import transaction

from aanmeldingen.formulier.indienen import op_beurt
from aanmeldingen.formulier.post import mail_ingetrokken
from aanmeldingen.models import Aanmelding, Gebeurtenis, Toelating
from aanmeldingen.plaatsen.acties import maak_vrij
from aanmeldingen.plaatsen.slot import op_slot
from mantelzorg.models import User


class AlToegelaten(Exception):
    """It became a practice: that ends as a practice does, not by withdrawing the application."""


def trek_in(*, aanmelding: int, reden: str, door: User | None, op: datetime.datetime) -> Aanmelding:
    """Withdraw it, sent in or not: its place comes free, an open question ends, and the applicant gets a mail.

    The second time it stays as it is. AlToegelaten. A draft needs no lock on the call; where it is sent in at this
    very moment, it is withdrawn after that.
    """
    if not Aanmelding.objects.ingediend().filter(pk=aanmelding).exists():
        with transaction.atomic():
            concept = op_beurt(aanmelding)
            if concept.ingediend_op is None:
                return _trek_in(concept, reden, door, op)
    with transaction.atomic():
        op_slot(Aanmelding.objects.values_list("oproep_id", flat=True).get(pk=aanmelding))
        return _trek_in(op_beurt(aanmelding), reden, door, op)


def _trek_in(een: Aanmelding, reden: str, door: User | None, op: datetime.datetime) -> Aanmelding:
    if een.ingetrokken_op is not None:
        return een
    if Toelating.objects.filter(aanmelding=een).exists():
        raise AlToegelaten
    een.ingetrokken_op, een.ingetrokken_omdat = op, reden
    een._change_reason = "aanmelding ingetrokken"  # type: ignore[attr-defined]  # read by simple-history
    een.save(update_fields=["ingetrokken_op", "ingetrokken_omdat"])
    if een.ingediend_op is not None:
        _sluit_verzoek(een, op)
        maak_vrij(aanmelding=een, gebeurtenis=Gebeurtenis.INGETROKKEN, reden=reden, door=door, op=op)
    mail_ingetrokken(een, door=door)
    return een


def _sluit_verzoek(aanmelding: Aanmelding, op: datetime.datetime) -> None:
    for verzoek in aanmelding.aanvulverzoeken.filter(afgesloten_op=None):
        verzoek.afgesloten_op = op
        verzoek._change_reason = "aanmelding ingetrokken"  # type: ignore[attr-defined]  # read by simple-history
        verzoek.save(update_fields=["afgesloten_op"])
