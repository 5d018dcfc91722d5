"""Carla, who applied for a care organisation with Dirk, came to a meeting, and asked to be called before."""

import datetime
from dataclasses import dataclass
from uuid import uuid4

import pytest
from freezegun import freeze_time

from aanmeldingen.formulier.beginnen import begin
from aanmeldingen.formulier.indienen import dien_in
from aanmeldingen.models import (
    Aanmelding,
    Belangstelling,
    Bijeenkomst,
    Contactmoment,
    Contactpersoon,
    Inschrijving,
    Laattoegang,
    Oproep,
)
from aanmeldingen.plaatsen.acties import stel_capaciteit
from mantelzorg.models import Gemeente, User
from mantelzorg.toegang import Rol
from praktijken.models import Sessie, Sessiesoort
from tests.aanmeldingen.gegevens import ARNHEM, moment, oproep, sector
from tests.gegevens import gebruiker

NAAM, EMAIL = "Carla Verborgen", "carla@verborgen.example"
DIRK = ("Dirk Gewoon", "dirk@gewoon.example")
BEGIN = moment("2014-04-02 09:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wereld:
    """What stands there about Carla. `gesprek` is a note of staff that names her."""

    oproep: Oproep
    aanmelding: Aanmelding
    belangstelling: Belangstelling
    inschrijving: Inschrijving
    gesprek: Contactmoment
    mo: User


def dien_compleet_in(een: Aanmelding) -> Aanmelding:
    een.kvk, een.sector, een.plaats = "12345678", sector(), "Arnhem"
    een.gemeente, een.medewerkers, een.vraag = Gemeente.objects.get(code=ARNHEM), 25, "Hoe betrekken wij mantelzorgers?"
    een.save()
    return dien_in(aanmelding=een.pk, versie=een.oproep.voorwaarden.get().nummer, op=BEGIN)


def bijeenkomst(van: Oproep) -> Bijeenkomst:
    sessie = Sessie.objects.create(
        programma=van.programma, soort=Sessiesoort.INFORMATIEBIJEENKOMST, datum=datetime.date(2014, 6, 20),
        inzending=uuid4(),
    )  # fmt: skip
    return Bijeenkomst.objects.create(
        sessie=sessie, oproep=van, begin=datetime.time(10), eind=datetime.time(12), capaciteit=20
    )


@pytest.fixture
def wereld(db: None) -> Wereld:  # noqa: ARG001  # asked for its effect
    with freeze_time(BEGIN):
        return maak_wereld()


def maak_wereld() -> Wereld:
    mo, call = gebruiker(Rol.MEDEWERKER), oproep()
    stel_capaciteit(oproep=call.pk, plaatsen=80, reden="vastgesteld", door=mo, op=call.opent_op)
    een = begin(oproep=call, organisatie="Zorghuis", naam=NAAM, email=EMAIL, inzending=uuid4(), op=BEGIN)
    Contactpersoon.objects.create(aanmelding=een, volgorde=2, naam=DIRK[0], email=DIRK[1])
    eerder = Belangstelling.objects.create(
        oproep=call, sector=sector(), organisatie="Zorghuis", naam=NAAM, email=EMAIL.upper(), telefoon="026-1234567",
        adviseur=mo, inzending=uuid4(),
    )  # fmt: skip
    gesprek = Contactmoment.objects.create(
        belangstelling=eerder,
        op=BEGIN.date(),
        hoe="telefoon",
        verslag=f"{NAAM} belt terug.",
        door=mo,
        inzending=uuid4(),
    )
    inschrijving = Inschrijving(bijeenkomst=bijeenkomst(call), naam=NAAM, email=EMAIL, inzending=uuid4())
    inschrijving.maak_link(geldig_tot=datetime.date(2030, 1, 1))
    inschrijving.save()
    toegang = Laattoegang(oproep=call, reden="was ziek", email=EMAIL, door=mo, inzending=uuid4())
    toegang.maak_link(geldig_tot=datetime.date(2014, 7, 31))
    toegang.save()
    return Wereld(
        oproep=call, aanmelding=dien_compleet_in(een), belangstelling=eerder, inschrijving=inschrijving,
        gesprek=gesprek, mo=mo,
    )  # fmt: skip
