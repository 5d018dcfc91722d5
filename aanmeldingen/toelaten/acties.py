"""Make a practice of an admitted application: all of it or nothing, once, however often it is sent."""

import datetime
from typing import TypeVar
from uuid import UUID

from django.db import models, transaction
from django.utils.timezone import localdate

from aanmeldingen.models import Aanmelding, Besluit, Besluitsoort, Plaatsstand, Toelating
from aanmeldingen.plaatsen.lezen import plek
from aanmeldingen.plaatsen.slot import op_slot
from aanmeldingen.toelaten.opdracht import Huisopdracht, Mensopdracht, Opdracht
from aanmeldingen.toelaten.post import mail_aanmelder, mail_adviseur
from aanmeldingen.toelaten.voorstel import afdruk
from deelnemers.models import Deelnemer, Organisatie
from mantelzorg.models import Programma, User
from mantelzorg.samenloop import zelfde
from praktijken.models import (
    Adviseurschap,
    Deelname,
    Planstap,
    Praktijk,
    PraktijkGemeente,
    Praktijkpartner,
    Traject,
)
from praktijken.models.deelname import Partnerrol
from praktijken.plan.voorstel import eerste_plan
from praktijken.register.nummers import volgende

M = TypeVar("M", bound=models.Model)


class NietToelaatbaar(Exception):
    """No practice can be made of it as things stand; `tekst` says in Dutch why."""

    def __init__(self, tekst: str) -> None:
        super().__init__(tekst)
        self.tekst = tekst


class IntussenGewijzigd(Exception):
    """The application is not what was shown any more."""


def bezwaar(aanmelding: Aanmelding) -> str:
    """Why no practice can be made of it now, in Dutch; empty where it can."""
    if aanmelding.gewist_op is not None:
        return "De persoonsgegevens van deze aanmelding zijn gewist."
    if aanmelding.ingetrokken_op is not None:
        return "Deze aanmelding is ingetrokken."
    geldend = Besluit.objects.geldend().filter(aanmelding=aanmelding)
    if not geldend.filter(soort=Besluitsoort.TOELATEN).exists():
        return "Er is nog geen besluit om deze aanmelding toe te laten."
    if plek(aanmelding).stand != Plaatsstand.BEVESTIGD:
        return "De plaats van deze aanmelding is nog niet bevestigd."
    return ""


@transaction.atomic
def laat_toe(
    *, aanmelding: int, opdracht: Opdracht, gezien: str, inzending: UUID, door: User, op: datetime.datetime
) -> Toelating:
    """The practice with all that belongs to it, and mails to its adviser and the applicant; the one there is already.

    NietToelaatbaar where a rule says no; IntussenGewijzigd where `gezien` is not how the application stands;
    ValidationError where a record breaks a rule. Its startdatum stays empty: the startbijeenkomst gives it.
    """
    een = _op_beurt(aanmelding)
    eerder = Toelating.objects.filter(aanmelding=een).select_related("praktijk").first()
    if eerder is not None:
        return eerder
    if tekst := bezwaar(een):
        raise NietToelaatbaar(tekst)
    if not zelfde(afdruk(een, een.partners.all(), een.contactpersonen.all()), gezien):
        raise IntussenGewijzigd
    praktijk = _Bouw(een).bouw(opdracht, localdate(op))
    toelating = Toelating(aanmelding=een, praktijk=praktijk, door=door, op=op, inzending=inzending)
    toelating._change_reason = "praktijk gemaakt van de aanmelding"  # type: ignore[attr-defined]  # read by simple-history
    toelating.save(force_insert=True)
    mail_adviseur(toelating, opdracht.adviseur, door=door)
    mail_aanmelder(toelating, opdracht.adviseur, door=door)
    return toelating


def _op_beurt(aanmelding: int) -> Aanmelding:
    """The call, the application and the programme, kept from others: places, codes and numbers stay as they are."""
    op_slot(Aanmelding.objects.values_list("oproep_id", flat=True).get(pk=aanmelding))
    rijen = Aanmelding.objects.select_related("oproep__programma", "sector", "gemeente")
    een = rijen.select_for_update(of=("self",)).get(pk=aanmelding)
    Programma.objects.select_for_update(no_key=True).get(pk=een.oproep.programma_id)
    return een


class _Bouw:
    """Adds the records, each with the same reason in its history."""

    def __init__(self, aanmelding: Aanmelding) -> None:
        self.reden = f"toegelaten: {aanmelding} van {aanmelding.oproep}"
        self.programma = aanmelding.oproep.programma

    def bouw(self, opdracht: Opdracht, dag: datetime.date) -> Praktijk:
        praktijk = self._nieuw(Praktijk(programma=self.programma, code=opdracht.code, naam=opdracht.naam))
        if opdracht.gemeente is not None:
            self._nieuw(PraktijkGemeente(praktijk=praktijk, gemeente=opdracht.gemeente))
        self._nieuw(Adviseurschap(praktijk=praktijk, adviseur=opdracht.adviseur, vanaf=dag))
        self._plan(praktijk, opdracht)
        huizen = [self._partner(praktijk, huis, opdracht.start) for huis in opdracht.huizen]
        for mens in opdracht.mensen:
            self._deelname(praktijk, mens, huizen[0], opdracht.start)
        return praktijk

    def _plan(self, praktijk: Praktijk, opdracht: Opdracht) -> None:
        self._nieuw(Traject(praktijk=praktijk, geplande_start=opdracht.start, maanden=opdracht.maanden))
        for stap in eerste_plan(opdracht.start, opdracht.maanden):
            self._nieuw(
                Planstap(
                    praktijk=praktijk, soort=stap.soort, vanaf=stap.vanaf, tot_en_met=stap.tot_en_met, wat=stap.wat
                )
            )

    def _partner(self, praktijk: Praktijk, huis: Huisopdracht, vanaf: datetime.date) -> Organisatie:
        organisatie = huis.bekend or self._nieuw(
            Organisatie(naam=huis.naam, organisatietype=huis.soort, gemeente=huis.gemeente)
        )
        rol = Partnerrol.PENVOERDER if huis.penvoerder else Partnerrol.PARTNER
        self._nieuw(Praktijkpartner(praktijk=praktijk, organisatie=organisatie, rol=rol, vanaf=vanaf))
        return organisatie

    def _deelname(self, praktijk: Praktijk, mens: Mensopdracht, organisatie: Organisatie, vanaf: datetime.date) -> None:
        deelnemer = mens.bekend or self._nieuw(
            Deelnemer(programma=self.programma, nummer=volgende(self.programma), naam=mens.naam, email=mens.email)
        )
        self._nieuw(
            Deelname(
                deelnemer=deelnemer,
                praktijk=praktijk,
                organisatie=organisatie,
                hoedanigheid=mens.hoedanigheid,
                vanaf=vanaf,
            )
        )

    def _nieuw(self, record: M) -> M:
        record.full_clean()
        record._change_reason = self.reden  # type: ignore[attr-defined]  # read by simple-history
        record.save(force_insert=True)
        return record
