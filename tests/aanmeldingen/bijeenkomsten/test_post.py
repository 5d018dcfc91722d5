"""The mails as they arrive: what they say, the link in them, and the .ics that follows the meeting."""

import datetime
import re

import pytest
from django.test import Client
from freezegun import freeze_time

from aanmeldingen.bijeenkomsten import plannen
from aanmeldingen.bijeenkomsten.inschrijven import meld_af
from aanmeldingen.bijeenkomsten.post import IS_AFGELAST, IS_AFGEMELD, NIEUWER
from aanmeldingen.models import Bijeenkomst, Inschrijving
from mantelzorg.models import Bericht
from mantelzorg.taken.werker import werk_af
from tests.aanmeldingen.bijeenkomsten.avond import (
    VOORAF,
    afspraak,
    bijeenkomst,
    ingeschreven,
    velden,
)
from tests.aanmeldingen.bijeenkomsten.test_plannen import wijzig
from tests.aanmeldingen.gegevens import moment
from tests.mailvanger import Mailvanger

pytestmark = pytest.mark.django_db(transaction=True)
TIJDEN = ("DTSTART", "DTEND")


@pytest.fixture(autouse=True)
def begin_juni():
    with freeze_time(VOORAF, ignore=["asyncio", "threading"]) as klok:
        yield klok


def test_the_confirmation_says_when_and_where_and_brings_the_entry(mail: Mailvanger) -> None:
    avond = bijeenkomst(online="https://praat.example/1")
    ingeschreven(avond, "Carla")

    werk_af()

    [binnen] = mail.berichten
    assert (binnen["To"], binnen["Subject"]) == ("Carla <carla@zorg.example>", "U bent ingeschreven: 24 juni 2014")
    assert "Wanneer: dinsdag 24 juni 2014, van 13.00 tot 16.00 uur" in mail.teksten[0]
    assert "Online meedoen: https://praat.example/1" in mail.teksten[0]
    boek = afspraak(binnen)
    assert (boek["METHOD"], boek["VERSION"]) == ("REQUEST", "2.0")
    assert velden(boek, *TIJDEN) == (moment("2014-06-24 13:00"), moment("2014-06-24 16:00"))
    assert velden(boek, "UID", "SEQUENCE", "STATUS", "LOCATION", "ATTENDEE", "ORGANIZER") == (
        str(avond.sessie.inzending),
        0,
        "CONFIRMED",
        "Zalencentrum De Brug, Utrecht",
        "mailto:carla@zorg.example",
        "mailto:bureau@voorbeeld.example",
    )


def test_the_entry_knows_summer_and_winter_time_by_itself(mail: Mailvanger) -> None:
    ingeschreven(bijeenkomst(), "Carla")

    werk_af()

    boek = afspraak(mail.berichten[0])
    [zone] = boek.walk("VTIMEZONE")
    amsterdam = zone.to_tz(lookup_tzid=False)
    verschil = [datetime.datetime(2014, maand, 24, 13, tzinfo=amsterdam).utcoffset() for maand in (1, 6, 12)]
    assert verschil == [datetime.timedelta(hours=uren) for uren in (1, 2, 1)]
    assert b"DTSTART;TZID=Europe/Amsterdam:20140624T130000" in boek.to_ical()


def test_the_link_opens_the_page_of_who_it_was_sent_to(mail: Mailvanger) -> None:
    ingeschreven(bijeenkomst(), "Carla")

    werk_af()

    assert "[persoonlijke link]" in Bericht.objects.get().tekst
    [link] = re.findall(r"http://127\.0\.0\.1:8000(/inschrijving/[\w-]{43}/)", mail.teksten[0])
    assert "<bdi>Carla</bdi>" in Client().get(link).content.decode()


def test_who_waits_gets_no_entry_until_there_is_a_place(mail: Mailvanger) -> None:
    carla, _ = ingeschreven(bijeenkomst(capaciteit=1, online="https://praat.example/1"), "Carla", "Dirk")
    werk_af()
    meld_af(inschrijving=carla.pk, op=VOORAF, door=None, reden="afgemeld met de eigen link")

    werk_af()

    van_dirk = [een for een in mail.berichten if een["To"].startswith("Dirk")]
    assert [een["Subject"] for een in van_dirk] == [
        "U staat op de wachtlijst: 24 juni 2014",
        "Er is plaats voor u: 24 juni 2014",
    ]
    assert (van_dirk[0].get_content_type(), "praat.example" in van_dirk[0].get_content()) == ("text/plain", False)
    assert afspraak(van_dirk[1])["METHOD"] == "REQUEST"
    [weg] = [een for een in mail.berichten if een["Subject"].startswith("U bent afgemeld")]
    assert velden(afspraak(weg), "STATUS", "ATTENDEE") == ("CANCELLED", "mailto:carla@zorg.example")


def test_the_entry_follows_the_meeting_under_one_uid(mail: Mailvanger, mo, begin_juni) -> None:
    avond = bijeenkomst()
    ingeschreven(avond, "Carla")
    werk_af()
    begin_juni.tick(60)
    wijzig(avond, mo, begin=datetime.time(14), plaats="Café ‘De Één’; hoek, Arnhem")
    werk_af()
    begin_juni.tick(60)
    plannen.gelast_af(bijeenkomst=avond.pk, reden="Ziek.", op=VOORAF, door=mo)

    werk_af()

    boeken = [afspraak(een) for een in mail.berichten]
    uid = str(avond.sessie.inzending)
    assert [velden(een, "UID", "SEQUENCE", "STATUS") for een in boeken] == [
        (uid, 0, "CONFIRMED"),
        (uid, 1, "CONFIRMED"),
        (uid, 2, "CANCELLED"),
    ]
    assert [een["METHOD"] for een in boeken] == ["REQUEST", "REQUEST", "CANCEL"]
    assert velden(boeken[1], "LOCATION", "DTSTART") == ("Café ‘De Één’; hoek, Arnhem", moment("2014-06-24 14:00"))
    gemaakt = [velden(een, "DTSTAMP")[0] for een in boeken]
    assert gemaakt == sorted(set(gemaakt))


def test_a_mail_that_waited_brings_the_entry_as_it_is_when_it_goes(mail: Mailvanger, mo) -> None:
    avond = bijeenkomst()
    ingeschreven(avond, "Carla")
    wijzig(avond, mo, plaats="Arnhem")

    werk_af()

    assert [velden(afspraak(een), "LOCATION", "SEQUENCE") for een in mail.berichten] == [("Arnhem", 1)] * 2


def test_mails_that_were_overtaken_do_not_go(mail: Mailvanger, mo) -> None:
    avond = bijeenkomst()
    carla, _ = ingeschreven(avond, "Carla", "Dirk")
    wijzig(avond, mo, plaats="Arnhem")
    wijzig(avond, mo, plaats="Zwolle")
    meld_af(inschrijving=carla.pk, op=VOORAF, door=None, reden="afgemeld met de eigen link")

    werk_af()

    niet = Bericht.objects.filter(stand="ingetrokken").order_by("pk").values_list("aan_naam", "soort", "uitkomst")
    assert list(niet) == [
        ("Carla", "inschrijving", IS_AFGEMELD),
        ("Carla", "bijeenkomst gewijzigd", IS_AFGEMELD),
        ("Dirk", "bijeenkomst gewijzigd", NIEUWER),
        ("Carla", "bijeenkomst gewijzigd", IS_AFGEMELD),
    ]
    assert [een["To"].partition(" ")[0] for een in mail.berichten] == ["Dirk", "Dirk", "Carla"]


def test_no_confirmation_goes_out_of_what_was_called_off(mail: Mailvanger, mo) -> None:
    avond = bijeenkomst()
    ingeschreven(avond, "Carla")
    plannen.gelast_af(bijeenkomst=avond.pk, reden="Ziek.", op=VOORAF, door=mo)

    werk_af()

    assert [een["Subject"] for een in mail.berichten] == ["De bijeenkomst gaat niet door: 24 juni 2014"]
    assert Bericht.objects.get(soort="inschrijving").uitkomst == IS_AFGELAST


def test_a_name_cannot_add_a_header_or_a_line_to_the_entry(mail: Mailvanger) -> None:
    avond = bijeenkomst()
    ingeschreven(avond, 'Carla" <x@kwaad.example>, "ATTENDEE:mailto:y', email="carla@zorg.example")

    werk_af()

    assert mail.ontvangers == [["carla@zorg.example"]]
    [een] = afspraak(mail.berichten[0]).walk("VEVENT")
    assert een["ATTENDEE"] == "mailto:carla@zorg.example"


def test_of_who_was_erased_no_mail_goes_out(mail: Mailvanger) -> None:
    [carla] = ingeschreven(bijeenkomst(), "Carla")
    Inschrijving.objects.filter(pk=carla.pk).update(gewist_op=VOORAF, naam="", email="", afdruk="")

    werk_af()

    assert (mail.berichten, Bijeenkomst.objects.count()) == ([], 1)
