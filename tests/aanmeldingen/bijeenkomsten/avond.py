"""Small builders of meetings, who signs up, and the mails they get."""

import datetime
from collections.abc import Sequence
from email.message import EmailMessage
from typing import Any
from uuid import uuid4

from icalendar import Calendar

from aanmeldingen.bijeenkomsten.inschrijven import Persoon, schrijf_in
from aanmeldingen.bijeenkomsten.plannen import Plan, maak
from aanmeldingen.models import Bijeenkomst, Inschrijving, Oproep
from mantelzorg.models import Bericht
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.gegevens import moment

VOORAF = moment("2014-06-02 10:00")
OP_DE_DAG = moment("2014-06-24 13:30")


def plan(**velden: Any) -> Plan:
    """Tuesday 24 June 2014 in Utrecht, for thuiszorg, with two places."""
    sectoren = tuple(gegevens.sector(naam) for naam in velden.pop("sectoren", ["thuiszorg"]))
    gewoon = {
        "datum": datetime.date(2014, 6, 24),
        "begin": datetime.time(13),
        "eind": datetime.time(16),
        "plaats": "Zalencentrum De Brug, Utrecht",
        "online": "",
        "capaciteit": 2,
        "agenda": "13.00 uur: welkom",
        "meenemen": "De toolkit",
        "stukken_vooraf": False,
    }
    return Plan(**gewoon | velden, sectoren=sectoren)


def bijeenkomst(oproep: Oproep | None = None, **velden: Any) -> Bijeenkomst:
    """A meeting as planned above."""
    oproep = oproep or Oproep.objects.filter(slug="oproep-2014").first() or gegevens.oproep()
    return maak(oproep=oproep, plan=plan(**velden), inzending=uuid4())


def persoon(naam: str, **velden: Any) -> Persoon:
    """Somebody of home care, with an address after their name."""
    gewoon = {"email": f"{naam.lower()}@zorg.example", "organisatie": f"Zorg van {naam}"}
    return Persoon(naam=naam, **gewoon | velden, sector=gegevens.sector())


def ingeschreven(
    waar: Bijeenkomst, *namen: str, op: datetime.datetime = VOORAF, **velden: Any
) -> Sequence[Inschrijving]:
    """Who signed up, in this order."""
    mensen = [persoon(naam, **velden) for naam in namen]
    return [schrijf_in(bijeenkomst=waar.pk, persoon=een, inzending=uuid4(), op=op) for een in mensen]


def standen(waar: Bijeenkomst) -> dict[str, str]:
    """Of each person whether they have a place, wait, or what else is known."""
    return {
        rij.naam: rij.stand or ("wacht" if rij.op_wachtlijst else "plaats")
        for rij in Inschrijving.objects.filter(bijeenkomst=waar).order_by("pk")
    }


def post() -> list[tuple[str, str]]:
    """Whom the outbox has which kind of mail for, oldest first."""
    return list(Bericht.objects.order_by("pk").values_list("aan_naam", "soort"))


def afspraak(mail: EmailMessage) -> Calendar:
    """The calendar in a mail, as a calendar program finds it; the file beside it must say the same."""
    deel = next(deel for deel in mail.walk() if deel.get_content_type() == "text/calendar")
    los = next(deel for deel in mail.walk() if deel.get_filename() == "bijeenkomst.ics")
    boek = Calendar.from_ical(los.get_content())
    assert Calendar.from_ical(deel.get_content()) == boek
    assert deel["Content-Type"].params["method"] == boek["METHOD"]
    return boek


def velden(boek: Calendar, *namen: str) -> tuple[Any, ...]:
    """What stands in the one entry of a calendar, as Python has it."""
    [een] = boek.walk("VEVENT")
    return tuple(getattr(een[naam], "dt", een[naam]) for naam in namen)
