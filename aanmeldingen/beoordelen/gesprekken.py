"""The talk with an applicant: plan, move or cancel it with a mail, and write down what came of it."""

import datetime
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from aanmeldingen.beoordelen.beurt import KanNiet, eis_lopend, op_beurt
from aanmeldingen.beoordelen.brief import mail_gesprek, mail_gesprek_af
from aanmeldingen.models import Intakegesprek
from mantelzorg.accounts.toestand import is_open
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.blad.acties import IntussenGewijzigd
from praktijken.blad.acties import afdruk as afdruk_van

AFSPRAAK: Final = ("adviseur", "moment", "waar")
UITKOMST: Final = ("verslag", "advies")
VERVALLEN: Final = "Dit gesprek gaat niet door. U kunt een nieuw gesprek plannen."
HEEFT_VERSLAG: Final = "Van dit gesprek staat er al een verslag. Het is dus geweest."


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """Who, when and where."""

    adviseur: User
    moment: datetime.datetime
    waar: str


def adviseurs(op: datetime.datetime) -> "QuerySet[User]":
    """Open accounts of advisers, each with `aantal`: the talks that lie ahead of them. Who has fewest comes first."""
    gepland = Q(intakegesprekken__vervallen_op=None, intakegesprekken__moment__gte=op)
    mensen = User.objects.filter(is_open(op.date()), groups__name=Rol.ADVISEUR.value)
    return mensen.annotate(aantal=Count("intakegesprekken", filter=gepland, distinct=True)).order_by(
        "aantal", "naam", "pk"
    )


@transaction.atomic
def plan(*, aanmelding: int, afspraak: Afspraak, inzending: UUID, door: User, op: datetime.datetime) -> Intakegesprek:
    """A talk, mailed to the applicant where it lies ahead. Sent before: the one that came of it. KanNiet: too late."""
    een = op_beurt(aanmelding)
    eerder = Intakegesprek.objects.filter(inzending=inzending, aanmelding=een).first()
    if eerder is not None:
        return eerder
    eis_lopend(een)
    gesprek = Intakegesprek(aanmelding=een, inzending=inzending)
    _vul(gesprek, afspraak)
    _met_reden(gesprek, "gesprek gepland").save(force_insert=True)
    _mail(gesprek, keer=1, door=door, op=op)
    return gesprek


@transaction.atomic
def verzet(*, gesprek: int, afspraak: Afspraak, gezien: str, door: User, op: datetime.datetime) -> Intakegesprek:
    """Another moment, place or adviser, mailed. The same twice is no change.

    IntussenGewijzigd where `gezien` is not how it stands; KanNiet where it was cancelled or has been.
    """
    rij = _in_beurt(gesprek)
    if (rij.adviseur_id, rij.moment, rij.waar) == (afspraak.adviseur.pk, afspraak.moment, afspraak.waar):
        return rij
    _eis_gepland(rij)
    if afdruk_van(rij, AFSPRAAK) != gezien:
        raise IntussenGewijzigd
    _vul(rij, afspraak)
    _met_reden(rij, "gesprek verzet").save(update_fields=AFSPRAAK)
    _mail(rij, keer=1 + rij.history.filter(history_change_reason="gesprek verzet").count(), door=door, op=op)
    return rij


@transaction.atomic
def zeg_af(*, gesprek: int, reden: str, door: User, op: datetime.datetime) -> Intakegesprek:
    """It does not take place, mailed with the reason where it lies ahead. Cancelled already: as it is."""
    rij = _in_beurt(gesprek)
    if rij.vervallen_op is not None:
        return rij
    _eis_gepland(rij)
    rij.vervallen_op = op
    _met_reden(rij, reden).save(update_fields=["vervallen_op"])
    if rij.moment > op:
        mail_gesprek_af(rij, reden=reden, door=door)
    return rij


@transaction.atomic
def leg_verslag_vast(*, gesprek: int, verslag: str, advies: str, gezien: str) -> Intakegesprek:
    """What came of the talk. The same twice is no change. IntussenGewijzigd where `gezien` is not how it stands."""
    rij = _in_beurt(gesprek)
    if (rij.verslag, rij.advies) == (verslag, advies):
        return rij
    if rij.vervallen_op is not None:
        raise KanNiet(VERVALLEN)
    if afdruk_van(rij, UITKOMST) != gezien:
        raise IntussenGewijzigd
    reden = "verslag gewijzigd" if rij.verslag else "verslag gemaakt"
    rij.verslag, rij.advies = verslag, advies
    rij.full_clean()
    _met_reden(rij, reden).save(update_fields=UITKOMST)
    return rij


def _in_beurt(gesprek: int) -> Intakegesprek:
    een = op_beurt(Intakegesprek.objects.values_list("aanmelding_id", flat=True).get(pk=gesprek))
    rij = Intakegesprek.objects.select_related("adviseur").get(pk=gesprek)
    rij.aanmelding = een
    return rij


def _eis_gepland(rij: Intakegesprek) -> None:
    eis_lopend(rij.aanmelding)
    if rij.vervallen_op is not None:
        raise KanNiet(VERVALLEN)
    if rij.verslag:
        raise KanNiet(HEEFT_VERSLAG)


def _vul(rij: Intakegesprek, afspraak: Afspraak) -> None:
    rij.adviseur, rij.moment, rij.waar = afspraak.adviseur, afspraak.moment, afspraak.waar
    rij.full_clean()


def _mail(rij: Intakegesprek, *, keer: int, door: User, op: datetime.datetime) -> None:
    if rij.moment > op:
        mail_gesprek(rij, keer=keer, door=door)


def _met_reden(rij: Intakegesprek, reden: str) -> Intakegesprek:
    rij._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    return rij
