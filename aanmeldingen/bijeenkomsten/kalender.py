"""A meeting as calendars read it (RFC 5545, and RFC 5546 for invitations).

Its UID never changes; SEQUENCE is the meeting's `versie` and DTSTAMP the moment it is made, so a calendar takes the
newest. Outlook and others only update or remove what came as an invitation: METHOD is REQUEST or CANCEL, with the
office as organizer and the reader as the one attendee, of whom no answer is asked.
"""

import datetime
from typing import Final, Literal

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vText

from aanmeldingen.bijeenkomsten.slot import begint, eindigt
from aanmeldingen.models import Bijeenkomst, Inschrijving

Methode = Literal["REQUEST", "CANCEL"]
TZID: Final = "Europe/Amsterdam"
_PRODUCT: Final = "-//In voor mantelzorg//Informatiebijeenkomsten//NL"
_ZOMER: Final = datetime.datetime(1981, 3, 29, 2)  # noqa: DTZ001  # RFC 5545 wants local time here
_WINTER: Final = datetime.datetime(1996, 10, 27, 3)  # noqa: DTZ001  # idem
"""From when the rules hold that the European Union has now."""


def kalender(inschrijving: Inschrijving, *, methode: Methode, op: datetime.datetime) -> bytes:
    """The calendar with one meeting in it, for who signed up."""
    boek = Calendar()
    boek.add("prodid", _PRODUCT)
    boek.add("version", "2.0")
    boek.add("method", methode)
    boek.add_component(_tijdzone())
    boek.add_component(_afspraak(inschrijving, methode, op))
    return bytes(boek.to_ical())


def _afspraak(inschrijving: Inschrijving, methode: Methode, op: datetime.datetime) -> Event:
    bijeenkomst = inschrijving.bijeenkomst
    afspraak = Event()
    afspraak.add("uid", str(bijeenkomst.sessie.inzending))
    afspraak.add("sequence", bijeenkomst.versie)
    afspraak.add("dtstamp", op.astimezone(datetime.UTC))
    for naam, moment in (("dtstart", begint(bijeenkomst)), ("dtend", eindigt(bijeenkomst))):
        afspraak.add(naam, moment)
    afspraak.add("summary", f"Informatiebijeenkomst {bijeenkomst.oproep.naam}")
    afspraak.add("location", bijeenkomst.sessie.plaats or "Online")
    afspraak.add("description", _omschrijving(bijeenkomst))
    if bijeenkomst.online:
        afspraak.add("url", bijeenkomst.online)
    afspraak.add("status", "CANCELLED" if methode == "CANCEL" else "CONFIRMED")
    afspraak.add("organizer", _adres(bijeenkomst.oproep.contact_email, bijeenkomst.oproep.naam))
    afspraak.add("attendee", _genodigde(inschrijving), encode=False)
    return afspraak


def _omschrijving(bijeenkomst: Bijeenkomst) -> str:
    online = f"Online meedoen: {bijeenkomst.online}" if bijeenkomst.online else ""
    meenemen = f"Wat u kunt meenemen:\n{bijeenkomst.meenemen}" if bijeenkomst.meenemen else ""
    return "\n\n".join(deel for deel in (online, bijeenkomst.agenda, meenemen) if deel)


def _genodigde(inschrijving: Inschrijving) -> vCalAddress:
    adres = _adres(inschrijving.email, inschrijving.naam)
    adres.params["PARTSTAT"] = vText("ACCEPTED")
    adres.params["RSVP"] = vText("FALSE")
    return adres


def _adres(email: str, naam: str) -> vCalAddress:
    adres = vCalAddress(f"mailto:{email}")
    adres.params["CN"] = vText(naam.replace('"', "'"))  # RFC 5545 has no way to write a quote in a parameter
    return adres


def _tijdzone() -> Timezone:
    zone = Timezone()
    zone.add("tzid", TZID)
    for deel, vanaf, naam, van, naar, maand in (
        (TimezoneDaylight(), _ZOMER, "CEST", 1, 2, 3),
        (TimezoneStandard(), _WINTER, "CET", 2, 1, 10),
    ):
        deel.add("dtstart", vanaf)
        deel.add("tzname", naam)
        deel.add("tzoffsetfrom", datetime.timedelta(hours=van))
        deel.add("tzoffsetto", datetime.timedelta(hours=naar))
        deel.add("rrule", {"freq": "yearly", "bymonth": maand, "byday": "-1su"})
        zone.add_component(deel)
    return zone
