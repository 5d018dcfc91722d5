"""Apply after closing: by a link that the office gives, with a reason, and that works for one application."""

import datetime
from functools import partial
from typing import Unpack
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from aanmeldingen.formulier.beginnen import Bekend, begin
from aanmeldingen.formulier.post import mail_laattoegang, mail_na_sluiting
from aanmeldingen.models import Aanmelding, Laattoegang, Oproep
from mantelzorg.models import User


class AlGebruikt(Exception):
    """Another application was begun with it, or the office took it back."""


def geef_toegang(
    *, oproep: Oproep, email: str, reden: str, geldig_tot: datetime.date, inzending: UUID, door: User
) -> Laattoegang:
    """The link, mailed; the one given before with the same `inzending`."""
    try:
        with transaction.atomic():
            toegang = maak_toegang(
                oproep=oproep, email=email, reden=reden, geldig_tot=geldig_tot, inzending=inzending, door=door
            )
            mail_laattoegang(toegang)
    except IntegrityError:
        return Laattoegang.objects.get(inzending=inzending)
    return toegang


def maak_toegang(
    *, oproep: Oproep, email: str, reden: str, geldig_tot: datetime.date, inzending: UUID, door: User
) -> Laattoegang:
    """The access, stored; for who also says which application it is for, and mails."""
    toegang = Laattoegang(oproep=oproep, email=email, reden=reden, door=door, inzending=inzending)
    toegang.maak_link(geldig_tot=geldig_tot)
    toegang._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    toegang.save()
    return toegang


@transaction.atomic
def trek_toegang_in(*, toegang: int, op: datetime.datetime) -> Laattoegang:
    """The link opens nothing any more, and what was begun with it cannot be sent in. The second time: as it is."""
    een = Laattoegang.objects.select_for_update().get(pk=toegang)
    if een.ingetrokken_op is None:
        een.ingetrokken_op = op
        een._change_reason = "toegang ingetrokken"  # type: ignore[attr-defined]  # read by simple-history
        een.save(update_fields=["ingetrokken_op"])
    return een


@transaction.atomic
def begin_laat(
    *,
    toegang: int,
    organisatie: str,
    naam: str,
    email: str,
    inzending: UUID,
    op: datetime.datetime,
    **bekend: Unpack[Bekend],
) -> Aanmelding:
    """Begin an application with the link; the same one where it was sent twice. AlGebruikt."""
    een = _in_beurt(toegang)
    if een.aanmelding is not None:
        return _dezelfde(een.aanmelding, inzending)
    _keur(een, op)
    begonnen = begin(
        oproep=een.oproep, organisatie=organisatie, naam=naam, email=email, inzending=inzending, op=op,
        mail=partial(mail_na_sluiting, toegang=een), **bekend,
    )  # fmt: skip
    return verbind(een, begonnen)


@transaction.atomic
def ga_verder(*, toegang: int, op: datetime.datetime) -> Aanmelding:
    """Go on, with the link, with the draft that was begun from the same address. AlGebruikt where there is none."""
    een = _in_beurt(toegang)
    if een.aanmelding is not None:
        raise AlGebruikt
    _keur(een, op)
    if (eerder := begonnen(een)) is None:
        raise AlGebruikt
    return verbind(een, eerder)


def begonnen(toegang: Laattoegang) -> Aanmelding | None:
    """The last draft for this call from the address that the link was mailed to."""
    van_adres = Aanmelding.objects.filter(
        oproep=toegang.oproep_id,
        ingediend_op=None,
        ingetrokken_op=None,
        gewist_op=None,
        laattoegang=None,
        contactpersonen__volgorde=1,
        contactpersonen__email__iexact=toegang.email,
    )
    return van_adres.order_by("-pk").first()


def _in_beurt(toegang: int) -> Laattoegang:
    rijen = Laattoegang.objects.select_related("oproep")
    return rijen.select_for_update(of=("self",)).get(pk=toegang)


def _keur(toegang: Laattoegang, op: datetime.datetime) -> None:
    if toegang.ingetrokken_op is not None or toegang.link_geldig_tot < localdate(op):
        raise AlGebruikt


def _dezelfde(aanmelding: Aanmelding, inzending: UUID) -> Aanmelding:
    if aanmelding.inzending != inzending:
        raise AlGebruikt
    return aanmelding


def verbind(toegang: Laattoegang, aanmelding: Aanmelding) -> Aanmelding:
    """This application is what the access is for, and no other: it can be sent in until the access ends."""
    toegang.aanmelding = aanmelding
    toegang._change_reason = "aanmelding begonnen"  # type: ignore[attr-defined]  # read by simple-history
    toegang.save(update_fields=["aanmelding"])
    return aanmelding
