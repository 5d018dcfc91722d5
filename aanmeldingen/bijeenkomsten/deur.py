"""Who came: written down at the door, row by row, by one or more people at once."""

import datetime
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from aanmeldingen.bijeenkomsten import brieven
from aanmeldingen.bijeenkomsten.inschrijven import Persoon, afgemeld, bewaar, levend, maak
from aanmeldingen.bijeenkomsten.plaatsen import schuif_door, vrij
from aanmeldingen.bijeenkomsten.slot import is_open, op_slot
from aanmeldingen.models import Bijeenkomst, Inschrijving
from mantelzorg.models import User
from mantelzorg.samenloop import Bewerking, laatste_bewerkingen
from praktijken.models import Stand

NOG_NIET: Final = "De bijeenkomst is nog niet geweest. Wie er is, vult u op de dag zelf in; afmelden kan nu al."
DOOR_DE_DEUR: Final = "kwam zonder inschrijving"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tik:
    """A row after a tap. `ander`: what somebody else had put there after it was shown, and who; None: nobody did."""

    inschrijving: Inschrijving
    stond: str
    ander: Bewerking | None


@transaction.atomic
def tik(*, inschrijving: int, stand: str, gezien: str, op: datetime.datetime, door: User) -> Tik:
    """Put this down; empty: not known after all. The later of two people wins, and is told. Twice is once.

    ValidationError where somebody is said to have come to a meeting that lies ahead.
    """
    rij = Inschrijving.objects.get(pk=inschrijving)
    waar = op_slot(rij.bijeenkomst_id)
    rij.refresh_from_db()
    rij.bijeenkomst = waar
    stond = rij.stand
    if stond == stand:
        return Tik(inschrijving=rij, stond=stond, ander=None)
    _mag(waar, stand, op)
    ander = laatste_bewerkingen(Inschrijving, [rij.pk]).get(rij.pk) if stond != gezien else None
    _zet(rij, stand, op)
    if stand == Stand.AFGEMELD and is_open(waar, op):
        brieven.afgemeld(rij, door=door)
    schuif_door(waar, op=op)
    return Tik(inschrijving=rij, stond=stond, ander=ander)


@transaction.atomic
def kom_binnen(
    *, bijeenkomst: int, persoon: Persoon, inzending: UUID, op: datetime.datetime
) -> tuple[Inschrijving, bool]:
    """Somebody who walks in, and whether their address stood on the list already; sent before, the same row.

    Who had signed off gets their own row back, with what happened to it: one person is one row.
    """
    waar = op_slot(bijeenkomst)
    _mag(waar, Stand.AANWEZIG, op)
    eerder = Inschrijving.objects.filter(inzending=inzending).first()
    if eerder is not None and (eerder.naam, eerder.email) == (persoon.naam, persoon.email):
        return eerder, False
    bestaand = levend(waar, persoon.email) or afgemeld(waar, persoon.email)
    if bestaand is not None:
        if bestaand.stand != Stand.AANWEZIG:
            _zet(bestaand, Stand.AANWEZIG, op)
        return bestaand, True
    if eerder is not None:
        raise ValidationError("Dit formulier is al gebruikt voor iemand anders. Open de deurlijst opnieuw.")
    nieuw = maak(waar, persoon, inzending, aan_de_deur=True, stand=Stand.AANWEZIG)
    bewaar(nieuw, DOOR_DE_DEUR)
    return nieuw, False


@transaction.atomic
def rest_niet_gekomen(*, bijeenkomst: int, op: datetime.datetime) -> int:
    """Everybody with a place of whom nothing is known did not come; how many. `rest_terug` undoes it."""
    waar = op_slot(bijeenkomst)
    _mag(waar, Stand.NIET_GEKOMEN, op)
    rijen = list(waar.inschrijvingen.filter(stand="", op_wachtlijst=False))
    for rij in rijen:
        rij.stand, rij.met_de_rest = Stand.NIET_GEKOMEN, True
        bewaar(rij, "aan de deur: de rest is niet gekomen", "stand", "met_de_rest")
    return len(rijen)


@transaction.atomic
def rest_terug(*, bijeenkomst: int) -> int:
    """Of whom `rest_niet_gekomen` wrote down, nothing is known again; how many."""
    waar = op_slot(bijeenkomst)
    rijen = list(waar.inschrijvingen.filter(met_de_rest=True))
    for rij in rijen:
        rij.stand, rij.met_de_rest = "", False
        bewaar(rij, "aan de deur: de rest toch onbekend", "stand", "met_de_rest")
    return len(rijen)


def mogelijk(bijeenkomst: Bijeenkomst, dag: datetime.date) -> list[str]:
    """What can be put down on a day."""
    return [stand for stand in Stand.values if stand == Stand.AFGEMELD or bijeenkomst.sessie.datum <= dag]


def _mag(bijeenkomst: Bijeenkomst, stand: str, op: datetime.datetime) -> None:
    if stand and stand not in mogelijk(bijeenkomst, timezone.localdate(op)):
        raise ValidationError(NOG_NIET)


def _zet(rij: Inschrijving, stand: str, op: datetime.datetime) -> None:
    """Who signs on again before it begins gets a place only where one is free; who stands at the door is in."""
    if rij.stand == Stand.AFGEMELD and is_open(rij.bijeenkomst, op):
        rij.op_wachtlijst = not rij.aan_de_deur and vrij(rij.bijeenkomst) == 0
    if stand == Stand.AANWEZIG:
        rij.op_wachtlijst = False
    rij.stand, rij.met_de_rest = stand, False
    bewaar(rij, f"aan de deur: {stand or 'toch onbekend'}", "stand", "met_de_rest", "op_wachtlijst")
