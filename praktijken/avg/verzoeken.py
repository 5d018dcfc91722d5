"""What is done with requests about personal data: taken in, worked on, extended, answered. Each step is kept."""

import datetime
from typing import Final
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction

from deelnemers.models import Deelnemer
from mantelzorg.models import User
from praktijken.models import Verzoek, Verzoeksoort, Verzoekstap
from praktijken.models.avg import maanden_later

ONTVANGEN: Final = "Verzoek vastgelegd."
TE_LAAT_VERLENGD: Final = "Verlengen kan alleen in de eerste maand."
AL_AFGEHANDELD: Final = "Dit verzoek is al afgehandeld."


@transaction.atomic
def registreer_verzoek(
    *,
    soort: str,
    deelnemer: Deelnemer | None,
    ontvangen_op: datetime.date,
    kanaal: str,
    wie: str = "",
    toelichting: str = "",
    door: User | None = None,
    inzending: UUID | None = None,
) -> Verzoek:
    """A request in the register, with its clock; sent before (`inzending`), the one that stands there.

    For people who ask through *Klopt dit?* too: `door` is None, and `inzending` that of their own form. A beperking
    holds from the day it came in.
    """
    sleutel = inzending or uuid4()
    if eerder := Verzoek.objects.filter(inzending=sleutel).first():
        return eerder
    verzoek = Verzoek(
        soort=soort,
        deelnemer=deelnemer,
        wie=wie,
        ontvangen_op=ontvangen_op,
        kanaal=kanaal,
        toelichting=toelichting,
        door=door,
        inzending=sleutel,
    )
    _bewaar(verzoek, "verzoek vastgelegd")
    zet_stap(verzoek, ONTVANGEN, door)
    if soort == Verzoeksoort.BEPERKING and deelnemer is not None:
        beperk(deelnemer.pk, sinds=ontvangen_op)
    return verzoek


def zet_stap(verzoek: Verzoek, tekst: str, door: User | None) -> Verzoekstap:
    """Add a step."""
    stap = Verzoekstap(verzoek=verzoek, tekst=tekst, door=door)
    stap.full_clean()
    stap.save()
    return stap


@transaction.atomic
def stel_identiteit_vast(pk: int, *, hoe: str, dag: datetime.date, door: User) -> Verzoek:
    """It is certain who asks. Said before: the first day stays."""
    verzoek = _open(pk)
    if verzoek.identiteit_op is None:
        verzoek.identiteit_op, verzoek.identiteit = dag, hoe
        _bewaar(verzoek, "identiteit vastgesteld")
        zet_stap(verzoek, f"Identiteit vastgesteld: {hoe}", door)
    return verzoek


@transaction.atomic
def verleng(pk: int, *, reden: str, dag: datetime.date, door: User) -> Verzoek:
    """Two months more (AVG, art. 12, third paragraph); ValidationError after the first month."""
    verzoek = _open(pk)
    if verzoek.verlengd_op is not None:
        return verzoek
    if dag > maanden_later(verzoek.ontvangen_op, 1):
        raise ValidationError(TE_LAAT_VERLENGD)
    verzoek.verlengd_op, verzoek.verlenging_reden = dag, reden
    _bewaar(verzoek, "termijn verlengd")
    zet_stap(verzoek, f"Termijn verlengd tot en met {verzoek.uiterlijk_op:%d-%m-%Y}: {reden}", door)
    return verzoek


@transaction.atomic
def handel_af(pk: int, *, uitkomst: str, toelichting: str, dag: datetime.date, door: User) -> Verzoek:
    """The request is answered."""
    verzoek = _open(pk)
    verzoek.afgehandeld_op, verzoek.uitkomst, verzoek.toelichting = dag, uitkomst, toelichting
    _bewaar(verzoek, "verzoek afgehandeld")
    zet_stap(verzoek, f"Afgehandeld: {uitkomst}.", door)
    return verzoek


def _open(pk: int) -> Verzoek:
    verzoek = Verzoek.objects.select_for_update(of=("self",)).get(pk=pk)
    if verzoek.afgehandeld_op is not None:
        raise ValidationError(AL_AFGEHANDELD)
    return verzoek


@transaction.atomic
def beperk(pk: int, *, sinds: datetime.date | None) -> Deelnemer:
    """Restrict the use of somebody's data, or with None lift that: no mail goes, and nobody changes the record."""
    persoon = Deelnemer.objects.select_for_update(of=("self",)).get(pk=pk)
    if (persoon.beperkt_op is None) != (sinds is None):
        persoon.beperkt_op = sinds
        persoon._change_reason = "gebruik beperkt" if sinds else "beperking opgeheven"  # type: ignore[attr-defined]
        persoon.save(update_fields=["beperkt_op"])
    return persoon


def _bewaar(verzoek: Verzoek, reden: str) -> None:
    verzoek._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    verzoek.full_clean()
    verzoek.save()
