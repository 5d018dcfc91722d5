"""What the office does to one place by hand, with a reason."""

import datetime

from django.db import transaction

from aanmeldingen.models import Aanmelding, Besluit, Gebeurtenis, Plaatsregel, Plaatsstand
from aanmeldingen.plaatsen import lezen
from aanmeldingen.plaatsen.aanbod import antwoord
from aanmeldingen.plaatsen.acties import GeenPlaats
from aanmeldingen.plaatsen.boek import Boek, Positie
from aanmeldingen.plaatsen.doorschuiven import bied_aan, schuif_door
from aanmeldingen.plaatsen.post import mail_antwoord, mail_teruggezet
from mantelzorg.models import User

TERUG_TE_ZETTEN = (Plaatsstand.GEEN, Plaatsstand.AANGEBODEN, Plaatsstand.BEZET)
AAN_TE_BIEDEN = (Plaatsstand.GEEN, Plaatsstand.WACHT)


class DoetNietMee(Exception):
    """The application was withdrawn or rejected, or is not sent in; or it is admitted, and the decision goes first."""


class AanDeBeurt(Exception):
    """Put back there, it would be offered the same place again at once: it is the first who waits."""


class IntussenGewijzigd(Exception):
    """Something happened to its place after it was shown; `positie` is how it stands."""

    def __init__(self, positie: Positie) -> None:
        super().__init__()
        self.positie = positie


@transaction.atomic
def zet_terug(
    *, aanmelding: Aanmelding, achteraan: bool, reden: str, door: User, op: datetime.datetime, gezien: int | None = None
) -> None:
    """Put it on the list again, with its former rank or at the end: whose offer ended, or who has to give a place back.

    It gets a mail that says so, unless a place is offered to it at once: then it gets that mail.
    `gezien`: the number of its last line when it was shown. DoetNietMee, AanDeBeurt, IntussenGewijzigd.
    """
    boek, positie = _open(aanmelding, op, gezien)
    if positie.stand in (Plaatsstand.WACHT, Plaatsstand.KANDIDAAT):
        return
    _doet_mee(positie, TERUG_TE_ZETTEN)
    naar = Plaatsstand.KANDIDAAT if boek.selectie_loopt() else Plaatsstand.WACHT
    regel = boek.zet(positie, naar, Gebeurtenis.TERUGGEZET, achteraan=achteraan, reden=reden, door=door)
    if positie.stand != Plaatsstand.GEEN and _eerste(boek, positie) and boek.vrij(positie.sector) > 0:
        raise AanDeBeurt
    schuif_door(boek)
    mail_teruggezet(regel, lezen.plek(aanmelding), door=door)


@transaction.atomic
def bied_met_de_hand_aan(
    *, aanmelding: Aanmelding, reden: str, door: User, op: datetime.datetime, gezien: int | None = None
) -> None:
    """Offer a free place to somebody who is out, without the list. DoetNietMee, GeenPlaats, IntussenGewijzigd."""
    boek, positie = _open(aanmelding, op, gezien)
    if positie.stand == Plaatsstand.AANGEBODEN:
        return
    _doet_mee(positie, AAN_TE_BIEDEN)
    if boek.vrij(positie.sector) < 1 or boek.selectie_loopt():
        raise GeenPlaats
    bied_aan(boek, positie, reden=reden, door=door)


@transaction.atomic
def antwoord_namens(
    *, aanmelding: Aanmelding, ja: bool, reden: str, door: User, op: datetime.datetime, gezien: int | None = None
) -> None:
    """The answer to an offer, as the office heard it; by mail they read what was noted.

    AanbodVerlopen, GeenAanbod, IntussenGewijzigd.
    """
    _, positie = _open(aanmelding, op, gezien)
    antwoord(aanmelding=aanmelding, ja=ja, door=door, op=op, reden=reden)
    laatste = aanmelding.plaatsregels.latest("nummer")
    if laatste.nummer != positie.regel:
        mail_antwoord(laatste, door=door)


def _open(aanmelding: Aanmelding, op: datetime.datetime, gezien: int | None) -> tuple[Boek, Positie]:
    boek = Boek(aanmelding.oproep_id, op)
    boek.volg_quota()
    positie = boek.positie(aanmelding)
    if gezien is not None and gezien != positie.regel:
        raise IntussenGewijzigd(positie)
    return boek, positie


def doet_mee(aanmelding: Aanmelding) -> bool:
    """Whether nothing keeps it out: it was not withdrawn, and no rejection or admission holds."""
    besloten = Besluit.objects.geldend().filter(aanmelding=aanmelding)
    ingetrokken = Aanmelding.objects.filter(pk=aanmelding.pk, ingetrokken_op__isnull=False)
    laatste = Plaatsregel.objects.filter(aanmelding=aanmelding).order_by("-nummer").first()
    eruit = laatste is not None and laatste.gebeurtenis in (Gebeurtenis.INGETROKKEN, Gebeurtenis.AFGEWEZEN)
    return not eruit and not besloten.exists() and not ingetrokken.exists()


def _doet_mee(positie: Positie, standen: tuple[Plaatsstand, ...]) -> None:
    if positie.stand not in standen or not doet_mee(positie.aanmelding):
        raise DoetNietMee


def _eerste(boek: Boek, positie: Positie) -> bool:
    eerste = lezen.wachtlijst(boek.oproep).filter(sector=positie.sector).first()
    return eerste is not None and eerste.aanmelding_id == positie.aanmelding.pk
