"""Confirming a list: attendance, and whoever is new with a number and a participation from that day. Once."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models, transaction

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.models import Programma, User
from praktijken.models import Aanwezigheid, Deelname, Praktijk, Presentielijst, Sessie, Stand
from praktijken.register.nummers import volgende
from praktijken.sessies.aanwezigheid import NOG_NIET, leg_vast, lopend


class IntussenToegevoegd(Exception):
    """Somebody of that name was added to the practice after the list was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """What is to be done with one line. No `deelnemer`: somebody new. `aangeboden`: who was shown as perhaps them."""

    deelnemer: Deelnemer | None
    aangeboden: frozenset[int]
    naam: str
    email: str
    praktijk: Praktijk | None
    organisatie: Organisatie | None
    organisatietype: Organisatietype | None
    hoedanigheid: str


@transaction.atomic
def bevestig(
    *, sessie: Sessie, besluiten: Iterable[Besluit], door: User, inzending: UUID, vandaag: datetime.date
) -> Presentielijst:
    """Everybody on the list was there. Sent before: what came of it then.

    IntussenToegevoegd where the list must be looked at again; ValidationError where a record breaks a rule.
    """
    Programma.objects.select_for_update(no_key=True).get(pk=sessie.programma_id)
    Sessie.objects.select_for_update(of=("self",), no_key=True).get(pk=sessie.pk)
    eerder = Presentielijst.objects.filter(inzending=inzending).first()
    if eerder is not None:
        return eerder
    if sessie.datum > vandaag:
        raise ValidationError(NOG_NIET)
    nieuw = 0
    er_waren: set[int] = set()
    for besluit in besluiten:
        deelnemer = besluit.deelnemer or _nieuw(sessie, besluit)
        nieuw += besluit.deelnemer is None
        _laat_meedoen(sessie, deelnemer, besluit)
        er_waren.add(deelnemer.pk)
    _zet_aanwezig(sessie, er_waren, vandaag)
    return Presentielijst.objects.create(
        sessie=sessie, door=door, inzending=inzending, aanwezig=len(er_waren), nieuw=nieuw
    )


def _nieuw(sessie: Sessie, besluit: Besluit) -> Deelnemer:
    zelfde = Deelnemer.objects.filter(programma=sessie.programma_id, naam=besluit.naam, email=besluit.email)
    if zelfde.filter(deelnames__praktijk__sessies=sessie).exclude(pk__in=besluit.aangeboden).exists():
        raise IntussenToegevoegd
    deelnemer = Deelnemer(
        programma=sessie.programma, nummer=volgende(sessie.programma), naam=besluit.naam, email=besluit.email
    )
    _voeg_toe(deelnemer, sessie)
    return deelnemer


def _laat_meedoen(sessie: Sessie, deelnemer: Deelnemer, besluit: Besluit) -> None:
    """From the day of the session, where they don't take part in any of its practices then.

    Up to a participation that begins later: the two must not run side by side.
    """
    if lopend(sessie).filter(deelnemer=deelnemer).exists():
        return
    if besluit.praktijk is None:
        raise ValidationError("Kies aan welke praktijk deze deelnemer meedoet.")
    later = Deelname.objects.filter(deelnemer=deelnemer, praktijk=besluit.praktijk, vanaf__gt=sessie.datum)
    eerste = later.order_by("vanaf").first()
    deelname = Deelname(
        deelnemer=deelnemer,
        praktijk=besluit.praktijk,
        organisatie=besluit.organisatie,
        organisatietype=besluit.organisatietype,
        hoedanigheid=besluit.hoedanigheid,
        vanaf=sessie.datum,
        tot_en_met=eerste.vanaf - datetime.timedelta(days=1) if eerste else None,
    )
    _voeg_toe(deelname, sessie)


def _zet_aanwezig(sessie: Sessie, deelnemers: set[int], vandaag: datetime.date) -> None:
    bestaand = {rij.deelnemer_id: rij for rij in Aanwezigheid.objects.filter(sessie=sessie, deelnemer__in=deelnemers)}
    for sleutel in sorted(deelnemers):
        rij = bestaand.get(sleutel)
        if rij is None or rij.stand != Stand.AANWEZIG:
            leg_vast(
                sessie=sessie,
                deelnemer=sleutel,
                rij=rij,
                stand=Stand.AANWEZIG.value,
                vandaag=vandaag,
                reden="op de presentielijst",
            )


def _voeg_toe(record: models.Model, sessie: Sessie) -> None:
    record.full_clean()
    record._change_reason = f"op de presentielijst van de {sessie}"  # type: ignore[attr-defined]  # read by simple-history
    record.save(force_insert=True)
