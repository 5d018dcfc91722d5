"""Offers: answered by who got one, or lapsed at the end of their term."""

import datetime

from django.db import transaction

from aanmeldingen.models import Aanmelding, Gebeurtenis, Plaatsregel, Plaatsstand
from aanmeldingen.plaatsen import lezen
from aanmeldingen.plaatsen.boek import Boek, Positie
from aanmeldingen.plaatsen.doorschuiven import schuif_door
from aanmeldingen.plaatsen.post import mail_verlopen
from mantelzorg.models import User


class AanbodVerlopen(Exception):
    """The term of the offer has ended."""


class GeenAanbod(Exception):
    """There is no offer to answer: there was none, it was answered otherwise, or it was taken back."""


@transaction.atomic
def antwoord(*, aanmelding: Aanmelding, ja: bool, door: User | None, op: datetime.datetime, reden: str = "") -> None:
    """Take the offered place, or leave it to the next. The same answer twice is one. AanbodVerlopen, GeenAanbod."""
    boek = Boek(aanmelding.oproep_id, op)
    boek.volg_quota()
    positie = boek.positie(aanmelding)
    gebeurtenis = Gebeurtenis.AANVAARD if ja else Gebeurtenis.AFGESLAGEN
    if positie.gebeurtenis == gebeurtenis:
        return
    _kan_antwoorden(positie, op)
    boek.zet(positie, Plaatsstand.BEZET if ja else Plaatsstand.GEEN, gebeurtenis, reden=reden, door=door)
    schuif_door(boek)


def _kan_antwoorden(positie: Positie, op: datetime.datetime) -> None:
    if positie.gebeurtenis == Gebeurtenis.VERLOPEN:
        raise AanbodVerlopen
    if positie.antwoord_voor is None:
        raise GeenAanbod
    if op >= positie.antwoord_voor:
        raise AanbodVerlopen


def laat_verlopen(op: datetime.datetime) -> int:
    """End each offer whose term has ended and pass its place on; how many. Each call in a transaction of its own."""
    aanbiedingen = Plaatsregel.objects.filter(naar=Plaatsstand.AANGEBODEN, antwoord_voor__lte=op)
    oproepen = aanbiedingen.filter(~lezen.heeft_latere()).order_by().values_list("oproep", flat=True).distinct()
    return sum(_laat_verlopen(oproep, op) for oproep in oproepen)


@transaction.atomic
def _laat_verlopen(oproep: int, op: datetime.datetime) -> int:
    boek = Boek(oproep, op)
    boek.volg_quota()
    open_ = lezen.laatste_regels(oproep).filter(naar=Plaatsstand.AANGEBODEN, antwoord_voor__lte=op)
    verlopen = [Positie.van(regel) for regel in open_.select_related("aanmelding")]
    for positie in verlopen:
        mail_verlopen(boek.zet(positie, Plaatsstand.GEEN, Gebeurtenis.VERLOPEN))
    schuif_door(boek)
    return len(verlopen)
