"""Asking people, and taking a request back: at once or not at all, one after the other."""

import datetime
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from deelnemers.models import Deelnemer
from mantelzorg.models import Programma, User
from mantelzorg.persoonlijkelink import nieuw_zout
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.samenloop import zelfde
from praktijken.kloptdit.brief import tekst_voor
from praktijken.kloptdit.plan import Doel, maak_plan
from praktijken.kloptdit.post import SOORT
from praktijken.models import Uitvraag

UITSTEL: Final = datetime.timedelta(minutes=30)
"""Between confirming and sending, so that the office can still read, change or hold the mails."""


class PlanVerouderd(Exception):
    """Other people would get a mail than the preview said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """What was confirmed: whom to ask, the mail, the fingerprint of the preview, and the form's own key."""

    doel: Doel
    onderwerp: str
    tekst: str
    gezien: str
    inzending: UUID


@transaction.atomic
def verstuur(opdracht: Opdracht, *, user: User, nu: datetime.datetime) -> int:
    """Put a mail ready for each; how many. The same form again makes none, and gives the first number."""
    Programma.objects.select_for_update(no_key=True).get(pk=opdracht.doel.programma.pk)
    if eerder := Uitvraag.objects.filter(inzending=opdracht.inzending).count():
        return eerder
    plan = maak_plan(user, opdracht.doel, localdate(nu))
    if not zelfde(plan.afdruk, opdracht.gezien):
        raise PlanVerouderd
    for deelnemer in plan.ontvangers:
        _vraag(deelnemer, opdracht, user, nu)
    return len(plan.ontvangers)


def _vraag(deelnemer: Deelnemer, opdracht: Opdracht, user: User, nu: datetime.datetime) -> None:
    brief = Brief(
        soort=SOORT,
        sleutel=f"klopt-dit:{opdracht.inzending}:{deelnemer.pk}",
        aan=deelnemer.email,
        aan_naam=deelnemer.naam,
        onderwerp=opdracht.onderwerp,
        tekst=tekst_voor(deelnemer, opdracht.tekst),
        over=deelnemer,
    )
    Uitvraag.objects.create(
        deelnemer=deelnemer,
        praktijk=opdracht.doel.praktijk,
        bericht=zet_klaar(brief, door=user, verstuur_na=nu + UITSTEL),
        zout=nieuw_zout(),
        gemaakt_door=user,
        inzending=opdracht.inzending,
    )


@transaction.atomic
def trek_in(*, uitvraag: int, user: User, nu: datetime.datetime) -> Uitvraag:
    """The link works no more, and a mail that still waits does not go; done before, nothing happens."""
    rij = Uitvraag.objects.select_for_update(of=("self",)).get(pk=uitvraag)
    if rij.ingetrokken_op is None:
        rij.ingetrokken_op, rij.ingetrokken_door = nu, user
        rij.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
    return rij
