"""Planning, changing and calling off a meeting: its session goes along, and who signed up hears what matters."""

import datetime
from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from aanmeldingen.bijeenkomsten import plannen
from aanmeldingen.bijeenkomsten.plannen import IntussenGewijzigd, Plan
from aanmeldingen.models import Bijeenkomst, Inschrijving
from mantelzorg.models import Bericht
from praktijken.models import Sessie
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.bijeenkomsten.avond import (
    OP_DE_DAG,
    VOORAF,
    bijeenkomst,
    ingeschreven,
    plan,
    post,
    standen,
)

pytestmark = pytest.mark.django_db


def wijzig(avond: Bijeenkomst, door, op=VOORAF, **velden) -> int:
    avond = Bijeenkomst.objects.get(pk=avond.pk)
    nieuw = replace(Plan.van(avond), **velden)
    return plannen.wijzig(bijeenkomst=avond.pk, plan=nieuw, gezien=plannen.afdruk(avond), op=op, door=door)


def test_a_meeting_is_a_session_of_the_programme_without_practices() -> None:
    avond = bijeenkomst()

    sessie = Sessie.objects.get()
    assert (sessie.programma, sessie.soort, sessie.datum, sessie.plaats) == (
        avond.oproep.programma,
        "informatiebijeenkomst",
        datetime.date(2014, 6, 24),
        "Zalencentrum De Brug, Utrecht",
    )
    assert list(sessie.praktijken.all()) == []
    assert [een.history_change_reason for een in (*sessie.history.all(), *avond.history.all())] == [
        "bijeenkomst gepland",
        "bijeenkomst gepland",
    ]


def test_a_form_sent_twice_plans_one_meeting() -> None:
    oproep, inzending = gegevens.oproep(), uuid4()

    een, twee = (plannen.maak(oproep=oproep, plan=plan(), inzending=inzending) for _ in range(2))

    assert een == twee
    assert (Bijeenkomst.objects.count(), Sessie.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("velden", "regel"),
    [
        ({"datum": datetime.date(2014, 6, 25)}, "De dag was 24 juni 2014 en is nu 25 juni 2014."),
        ({"begin": datetime.time(14)}, "De tijd was 13.00 tot 16.00 uur en is nu 14.00 tot 16.00 uur."),
        ({"plaats": "Arnhem"}, "De plaats was Zalencentrum De Brug, Utrecht en is nu Arnhem."),
        ({"online": "https://praat.example/1"}, "Het adres om online mee te doen is veranderd."),
    ],
)
def test_another_day_time_or_place_is_mailed_to_who_signed_up(mo, velden, regel) -> None:
    avond = bijeenkomst(capaciteit=1)
    ingeschreven(avond, "Carla", "Dirk")

    gemaild = wijzig(avond, mo, **velden)

    avond.refresh_from_db()
    assert (gemaild, avond.versie) == (2, 1)
    assert post()[2:] == [("Carla", "bijeenkomst gewijzigd"), ("Dirk", "bijeenkomst gewijzigd")]
    assert regel in Bericht.objects.first().tekst


def test_another_agenda_raises_the_version_and_mails_nobody(mo) -> None:
    avond = bijeenkomst()
    ingeschreven(avond, "Carla")

    assert wijzig(avond, mo, agenda="14.00 uur: koffie") == 0

    avond.refresh_from_db()
    assert (avond.versie, post()) == (1, [("Carla", "inschrijving")])


def test_what_is_the_same_changes_nothing(mo) -> None:
    avond = bijeenkomst()

    assert wijzig(avond, mo) == 0

    avond.refresh_from_db()
    assert (avond.versie, avond.history.count()) == (0, 1)


def test_more_places_let_the_waiting_list_in(mo) -> None:
    avond = bijeenkomst(capaciteit=1)
    ingeschreven(avond, "Carla", "Dirk", "Els")

    assert wijzig(avond, mo, capaciteit=2) == 1

    assert standen(avond) == {"Carla": "plaats", "Dirk": "plaats", "Els": "wacht"}


def test_fewer_places_put_nobody_out(mo) -> None:
    avond = bijeenkomst(capaciteit=2)
    ingeschreven(avond, "Carla", "Dirk")

    wijzig(avond, mo, capaciteit=1)
    ingeschreven(avond, "Els")

    assert standen(avond) == {"Carla": "plaats", "Dirk": "plaats", "Els": "wacht"}


def test_links_go_along_with_another_day(mo) -> None:
    avond = bijeenkomst()
    ingeschreven(avond, "Carla")

    wijzig(avond, mo, datum=datetime.date(2014, 7, 1))

    assert Inschrijving.objects.get().link_geldig_tot == datetime.date(2014, 12, 31)


def test_who_is_second_to_change_it_is_told(mo) -> None:
    avond = bijeenkomst()
    gezien = plannen.afdruk(avond)
    wijzig(avond, mo, plaats="Arnhem")

    with pytest.raises(IntussenGewijzigd):
        plannen.wijzig(bijeenkomst=avond.pk, plan=plan(plaats="Zwolle"), gezien=gezien, op=VOORAF, door=mo)

    assert Sessie.objects.get().plaats == "Arnhem"


def test_a_change_after_the_meeting_mails_nobody(mo) -> None:
    avond = bijeenkomst()
    ingeschreven(avond, "Carla")

    assert wijzig(avond, mo, op=OP_DE_DAG, plaats="Arnhem") == 0

    assert post() == [("Carla", "inschrijving")]


def test_calling_it_off_mails_everybody_who_is_to_come_once(mo) -> None:
    avond = bijeenkomst(capaciteit=1)
    ingeschreven(avond, "Carla", "Dirk")

    gemaild = [
        plannen.gelast_af(bijeenkomst=avond.pk, reden="De spreker is ziek.", op=VOORAF, door=mo) for _ in range(2)
    ]

    avond.refresh_from_db()
    assert (gemaild, avond.versie, avond.afgelast_op) == ([2, 0], 1, VOORAF)
    assert avond.history.first().history_change_reason == "afgelast: De spreker is ziek."
    assert post()[2:] == [("Carla", "bijeenkomst afgelast"), ("Dirk", "bijeenkomst afgelast")]
    assert "De reden: De spreker is ziek." in Bericht.objects.first().tekst


def test_what_was_called_off_cannot_be_changed(mo) -> None:
    avond = bijeenkomst()
    plannen.gelast_af(bijeenkomst=avond.pk, reden="Ziek.", op=VOORAF, door=mo)

    with pytest.raises(ValidationError, match="afgelast"):
        wijzig(avond, mo, plaats="Arnhem")


def test_what_has_begun_cannot_be_called_off(mo) -> None:
    avond = bijeenkomst()

    with pytest.raises(ValidationError, match="al begonnen"):
        plannen.gelast_af(bijeenkomst=avond.pk, reden="Ziek.", op=OP_DE_DAG, door=mo)
