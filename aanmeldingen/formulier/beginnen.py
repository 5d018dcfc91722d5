"""Begin an application: a draft with its first contact person, and its link by mail."""

import datetime
from collections.abc import Callable
from typing import TypedDict, Unpack
from uuid import UUID

from django.db import IntegrityError, transaction

from aanmeldingen.formulier.post import mail_link
from aanmeldingen.formulier.termijn import link_tot
from aanmeldingen.models import Aanmelding, Belangstelling, Bijeenkomst, Contactpersoon, Oproep, Sector
from mantelzorg.models import Gemeente

REDEN = "aanmelding begonnen"


class Bekend(TypedDict, total=False):
    """What is known already and need not be typed again: fields of `Aanmelding`."""

    kvk: str
    geen_kvk: str
    sector: Sector
    plaats: str
    gemeente: Gemeente | None
    medewerkers: int | None
    vraag: str
    belangstelling: Belangstelling
    bijeenkomst: Bijeenkomst


def begin(
    *,
    oproep: Oproep,
    organisatie: str,
    naam: str,
    email: str,
    inzending: UUID,
    op: datetime.datetime,
    telefoon: str = "",
    mail: Callable[[Aanmelding, Contactpersoon], None] = mail_link,
    **bekend: Unpack[Bekend],
) -> Aanmelding:
    """The draft, with contact person 1 and its link in the outbox; the one begun before with the same `inzending`.

    `mail`: the mail that the link is in; after closing another than in time.
    Whether one may begin (the call is open, or the office gave access) is for the caller to ask.
    """
    aanmelding = Aanmelding(oproep=oproep, organisatie=organisatie, inzending=inzending, **bekend)
    aanmelding.maak_link(geldig_tot=link_tot(oproep, op))
    aanmelding._change_reason = REDEN  # type: ignore[attr-defined]  # read by simple-history
    eerste = Contactpersoon(aanmelding=aanmelding, volgorde=1, naam=naam, email=email, telefoon=telefoon)
    eerste._change_reason = REDEN  # type: ignore[attr-defined]  # read by simple-history
    try:
        with transaction.atomic():
            aanmelding.save()
            eerste.save()
            mail(aanmelding, eerste)
    except IntegrityError:
        if (eerder := Aanmelding.objects.filter(inzending=inzending).first()) is None:
            raise
        return eerder
    return aanmelding
