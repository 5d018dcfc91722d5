"""Confirming a list: attendance, and whoever is new and came with a number and a participation from that day. Once."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models, transaction

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.models import Programma, User
from praktijken.models import Aanwezigheid, Deelname, Praktijk, Presentielijst, Sessie, Stand
from praktijken.register.nummers import volgende
from praktijken.sessies.aanwezigheid import NOG_NIET, leg_vast, lopend

KIES_EEN: Final = "Kies bij beide hetzelfde, of neem een van de twee niet op."
NIET_NIEUW: Final = "Wie er niet was, wordt door deze lijst geen deelnemer. Kies ‘Niet opnemen’."


class IntussenToegevoegd(Exception):
    """Somebody of that name was added to the practice after the list was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """What is to be done with one line. No `deelnemer`: somebody new. `aangeboden`: who was shown as perhaps them.

    `stand` is a Stand; by not coming, nobody becomes a participant.
    """

    stand: str
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
    """Write down who came and who did not. Sent before: what came of it then.

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
    standen: dict[int, str] = {}
    for besluit in besluiten:
        deelnemer = besluit.deelnemer or _nieuw(sessie, besluit)
        nieuw += besluit.deelnemer is None
        if besluit.stand == Stand.AANWEZIG:
            _laat_meedoen(sessie, deelnemer, besluit)
        if standen.setdefault(deelnemer.pk, besluit.stand) != besluit.stand:
            raise ValidationError(f"{deelnemer.naam or deelnemer.nummer} staat er twee keer. {KIES_EEN}")
    _zet_standen(sessie, standen, vandaag)
    aanwezig = list(standen.values()).count(Stand.AANWEZIG)
    return Presentielijst.objects.create(sessie=sessie, door=door, inzending=inzending, aanwezig=aanwezig, nieuw=nieuw)


def _nieuw(sessie: Sessie, besluit: Besluit) -> Deelnemer:
    if besluit.stand != Stand.AANWEZIG:
        raise ValidationError(NIET_NIEUW)
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


def _zet_standen(sessie: Sessie, standen: Mapping[int, str], vandaag: datetime.date) -> None:
    bestaand = {rij.deelnemer_id: rij for rij in Aanwezigheid.objects.filter(sessie=sessie, deelnemer__in=standen)}
    for sleutel, stand in sorted(standen.items()):
        rij = bestaand.get(sleutel)
        if rij is None or rij.stand != stand:
            leg_vast(
                sessie=sessie, deelnemer=sleutel, rij=rij, stand=stand, vandaag=vandaag, reden="op de presentielijst"
            )


def _voeg_toe(record: models.Model, sessie: Sessie) -> None:
    record.full_clean()
    record._change_reason = f"op de presentielijst van de {sessie}"  # type: ignore[attr-defined]  # read by simple-history
    record.save(force_insert=True)
