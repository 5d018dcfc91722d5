"""What came free goes to who wait: first in rank, first offered."""

import datetime

from django.utils import timezone

from aanmeldingen.models import Gebeurtenis, Oproep, Plaatsstand
from aanmeldingen.plaatsen import lezen
from aanmeldingen.plaatsen.boek import Boek, Positie
from aanmeldingen.plaatsen.post import mail_aanbod
from mantelzorg.models import User


def antwoord_voor(oproep: Oproep, op: datetime.datetime) -> datetime.datetime:
    """The moment at which an offer made now lapses: the end of the last day of its term, in Amsterdam."""
    dag = timezone.localtime(op).date() + datetime.timedelta(days=oproep.aanbod_dagen + 1)
    return datetime.datetime.combine(dag, datetime.time.min, tzinfo=timezone.get_default_timezone())


def schuif_door(boek: Boek) -> None:
    """Offer each free place of each pot to the first who waits for it."""
    for sector in boek.potten:
        aantal = min(boek.vrij(sector), boek.wacht(sector))
        if aantal > 0:
            volgenden = lezen.wachtlijst(boek.oproep).filter(sector=sector).select_related("aanmelding")
            for regel in volgenden[:aantal]:
                bied_aan(boek, Positie.van(regel))


def bied_aan(boek: Boek, positie: Positie, *, reden: str = "", door: User | None = None) -> None:
    """Keep a place for this application until its term ends, and tell it so."""
    tot = antwoord_voor(boek.oproep, boek.op)
    naar = Plaatsstand.AANGEBODEN
    regel = boek.zet(positie, naar, Gebeurtenis.AANBOD, antwoord_voor=tot, reden=reden, door=door)
    mail_aanbod(regel, door=door)
