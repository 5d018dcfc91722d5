"""The selection after closing: all places at once, in one meeting."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from aanmeldingen.formulier.woorden import plaatszin
from aanmeldingen.models import Gebeurtenis, Plaatsregel, Plaatsstand, Selectie
from aanmeldingen.plaatsen import lezen
from aanmeldingen.plaatsen.boek import Boek, Positie
from aanmeldingen.plaatsen.doorschuiven import schuif_door
from aanmeldingen.plaatsen.post import mail_uitslag
from mantelzorg.models import User


class AlGeselecteerd(Exception):
    """The meeting has been recorded already, by somebody else; `selectie` is what stands."""

    def __init__(self, selectie: Selectie) -> None:
        super().__init__()
        self.selectie = selectie


class KandidatenGewijzigd(Exception):
    """Who are candidates is no longer what was shown: somebody withdrew, was rejected, or applied late."""


class TeVeelGekozen(Exception):
    """More were chosen than there are free places."""


class NogNietGesloten(Exception):
    """Applications still come in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """What the meeting decided. `gekozen`, `volgorde`: keys of applications; the second wait in that order."""

    gekozen: Sequence[int]
    volgorde: Sequence[int]
    datum: datetime.date
    aanwezigen: str
    verslag: str
    inzending: UUID


@transaction.atomic
def stel_vast(*, oproep: int, uitslag: Uitslag, door: User, op: datetime.datetime) -> Selectie:
    """Give the chosen their places and the others their ranks, and mail them; sent twice it is done once.

    Places that are left go to the first in rank as offers. NogNietGesloten, AlGeselecteerd, KandidatenGewijzigd,
    TeVeelGekozen.
    """
    boek = Boek(oproep, op)
    if bestaand := Selectie.objects.filter(oproep=oproep).first():
        if bestaand.inzending == uitslag.inzending:
            return bestaand
        raise AlGeselecteerd(bestaand)
    if op < boek.oproep.sluit_op:
        raise NogNietGesloten
    kandidaten = _kandidaten(boek, uitslag)
    selectie = _leg_vast(boek, uitslag, door)
    naar = dict.fromkeys(uitslag.gekozen, Plaatsstand.BEZET) | dict.fromkeys(uitslag.volgorde, Plaatsstand.WACHT)
    regels = [
        boek.zet(kandidaten[pk], stand, Gebeurtenis.GESELECTEERD, achteraan=True, selectie=selectie, door=door)
        for pk, stand in naar.items()
    ]
    schuif_door(boek)
    _mail(regels, door)
    return selectie


def _mail(regels: list[Plaatsregel], door: User) -> None:
    """Tell each what it got; who was offered a place that was left has been told so."""
    for regel in regels:
        plek = lezen.plek(regel.aanmelding) if regel.aanmelding else None
        if plek is not None and plek.stand != Plaatsstand.AANGEBODEN:
            mail_uitslag(regel, plaatszin(plek), door=door)


def _kandidaten(boek: Boek, uitslag: Uitslag) -> dict[int, Positie]:
    """The candidates, all of whom are in the outcome once. KandidatenGewijzigd, TeVeelGekozen."""
    regels = lezen.laatste_regels(boek.oproep).filter(naar=Plaatsstand.KANDIDAAT).select_related("aanmelding")
    posities = [Positie.van(regel) for regel in regels]
    kandidaten = {positie.aanmelding.pk: positie for positie in posities}
    if sorted([*uitslag.gekozen, *uitslag.volgorde]) != sorted(kandidaten):
        raise KandidatenGewijzigd
    if len(uitslag.gekozen) > max(boek.vrij(None), 0):
        raise TeVeelGekozen
    return kandidaten


def _leg_vast(boek: Boek, uitslag: Uitslag, door: User) -> Selectie:
    selectie = Selectie(
        oproep=boek.oproep,
        datum=uitslag.datum,
        aanwezigen=uitslag.aanwezigen,
        verslag=uitslag.verslag,
        inzending=uitslag.inzending,
        vastgesteld_op=boek.op,
        door=door,
    )
    selectie._change_reason = "selectie vastgesteld"  # type: ignore[attr-defined]  # read by simple-history
    selectie.save()
    return selectie
