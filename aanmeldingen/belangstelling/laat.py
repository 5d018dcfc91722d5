"""An interest that becomes an application after the call has closed: nothing is typed twice."""

import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from aanmeldingen.belangstelling.acties import GEWIST, KanNiet, aanmelding_van, begin_aanmelding, in_beurt
from aanmeldingen.formulier.laat import maak_toegang, verbind
from aanmeldingen.formulier.post import mail_na_sluiting
from aanmeldingen.models import Aanmelding, Belangstelling, Laattoegang
from mantelzorg.models import User


@transaction.atomic
def word_aanmelding_na_sluiting(
    *,
    belangstelling: int,
    reden: str,
    geldig_tot: datetime.date,
    inzending: UUID,
    door: User,
    op: datetime.datetime,
) -> Aanmelding:
    """The draft with all that is known, or the one begun in time, with access until that day and its link by mail.

    Sent twice (`inzending`) it is once. KanNiet: not after closing, or there is nothing to give access to.
    """
    rij = in_beurt(belangstelling)
    een = aanmelding_van(rij)
    if een is not None and Laattoegang.objects.filter(aanmelding=een, inzending=inzending).exists():
        return een
    _keur(rij, een, op)
    toegang = maak_toegang(
        oproep=rij.oproep, email=rij.email, reden=reden, geldig_tot=geldig_tot, inzending=inzending, door=door
    )
    mail = partial(mail_na_sluiting, toegang=toegang)
    if een is None:
        een = begin_aanmelding(rij, op, mail=mail)
    else:
        mail(een, een.contactpersonen.get(volgorde=1))
    return verbind(toegang, een)


def kan_na_sluiting(rij: Belangstelling, een: Aanmelding | None, op: datetime.datetime) -> bool:
    """Whether the office can still let this organisation apply."""
    try:
        _keur(rij, een, op)
    except KanNiet:
        return False
    return True


def _keur(rij: Belangstelling, een: Aanmelding | None, op: datetime.datetime) -> None:
    if rij.gewist_op is not None or (een is not None and een.gewist_op is not None):
        raise KanNiet(GEWIST)
    if op < rij.oproep.sluit_op:
        raise KanNiet("De oproep is nog niet gesloten. Toegang na sluiting is nu niet nodig.")
    if een is None:
        return
    if een.ingediend_op is not None or een.ingetrokken_op is not None:
        raise KanNiet("De aanmelding is al verstuurd of ingetrokken.")
    if Laattoegang.objects.filter(aanmelding=een).exists():
        raise KanNiet("Voor deze aanmelding is al toegang na sluiting gegeven. Kijk bij de oproep.")
