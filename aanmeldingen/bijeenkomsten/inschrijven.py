"""Signing up for a meeting and off again: in turn, under a lock on the meeting, and once however often it is sent."""

import datetime
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q

from aanmeldingen.bijeenkomsten import brieven
from aanmeldingen.bijeenkomsten.plaatsen import schuif_door, vrij
from aanmeldingen.bijeenkomsten.slot import Gesloten, is_open, link_tot, op_slot
from aanmeldingen.models import Bijeenkomst, Inschrijving, Sector
from mantelzorg.models import User
from praktijken.models import Stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """Who comes. An empty `email`: somebody at the door who left none."""

    naam: str
    email: str
    organisatie: str
    sector: Sector | None


@transaction.atomic
def schrijf_in(*, bijeenkomst: int, persoon: Persoon, inzending: UUID, op: datetime.datetime) -> Inschrijving:
    """A place, or the end of the waiting list; a mail says which. Gesloten where it is too late.

    An address that is signed up already gets a mail that says so; what stood there stays as it was.
    """
    waar = op_slot(bijeenkomst)
    eerder = Inschrijving.objects.filter(inzending=inzending).first()
    if eerder is not None and zelfde_adres(eerder.email, persoon.email):
        return eerder
    if not is_open(waar, op):
        raise Gesloten
    bestaand = levend(waar, persoon.email)
    if bestaand is not None:
        brieven.stond_al(bestaand, persoon.naam, dag=op.date())
        return bestaand
    nieuw = maak(waar, persoon, uuid4() if eerder else inzending, op_wachtlijst=vrij(waar) == 0)
    bewaar(nieuw, "ingeschreven")
    brieven.bevestig(nieuw)
    return nieuw


@transaction.atomic
def meld_af(*, inschrijving: int, op: datetime.datetime, door: User | None, reden: str) -> Inschrijving:
    """Signed off: the place goes to who waits longest. Twice is once. Gesloten where it is too late."""
    rij = Inschrijving.objects.get(pk=inschrijving)
    waar = op_slot(rij.bijeenkomst_id)
    rij.refresh_from_db()
    rij.bijeenkomst = waar
    if rij.stand == Stand.AFGEMELD:
        return rij
    if not is_open(waar, op):
        raise Gesloten
    rij.stand = Stand.AFGEMELD
    bewaar(rij, reden, "stand")
    brieven.afgemeld(rij, door=door)
    schuif_door(waar, op=op)
    return rij


def levend(bijeenkomst: Bijeenkomst, email: str) -> Inschrijving | None:
    """Who is signed up with this address, whatever its capitals, and has not signed off."""
    return _met_adres(bijeenkomst, email, ~Q(stand=Stand.AFGEMELD))


def afgemeld(bijeenkomst: Bijeenkomst, email: str) -> Inschrijving | None:
    """Who signed off with this address."""
    return _met_adres(bijeenkomst, email, Q(stand=Stand.AFGEMELD))


def _met_adres(bijeenkomst: Bijeenkomst, email: str, welke: Q) -> Inschrijving | None:
    """The first of them; nobody is found by an empty address."""
    gevonden = bijeenkomst.inschrijvingen.filter(welke, email__iexact=email).order_by("pk").first() if email else None
    if gevonden is not None:
        gevonden.bijeenkomst = bijeenkomst
    return gevonden


def maak(bijeenkomst: Bijeenkomst, persoon: Persoon, inzending: UUID, **velden: object) -> Inschrijving:
    """A sign-up with its link, not stored yet."""
    nieuw = Inschrijving(
        bijeenkomst=bijeenkomst,
        naam=persoon.naam,
        email=persoon.email,
        organisatie=persoon.organisatie,
        sector=persoon.sector,
        inzending=inzending,
        **velden,
    )
    nieuw.maak_link(geldig_tot=link_tot(bijeenkomst))
    return nieuw


def bewaar(inschrijving: Inschrijving, reden: str, *velden: str) -> None:
    """Store these fields, or all of one that is new, with the reason."""
    inschrijving.full_clean(validate_unique=False)
    inschrijving._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    inschrijving.save(update_fields=velden or None)


def zelfde_adres(een: str, ander: str) -> bool:
    """Whether two addresses are one: people type capitals as they like."""
    return een.casefold() == ander.casefold()
