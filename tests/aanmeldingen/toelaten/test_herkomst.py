"""Where a practice came from, on its page, and the way there from the application; and what waits for a practice."""

import pytest
from freezegun import freeze_time

from aanmeldingen.models import Toelating
from mantelzorg.toegang import Rol
from praktijken.herinneringen.bronnen import takenlijst
from tests.aanmeldingen.gegevens import belangstelling
from tests.aanmeldingen.toelaten.conftest import JULI
from tests.gegevens import adviseurschap, dag, gebruiker, praktijk
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nu():
    with freeze_time("2014-07-15 10:00"):
        yield


@pytest.fixture
def arnhem(rijn, mo, ada):
    rijn.belangstelling = belangstelling(rijn.oproep, "Thuiszorg Rijn", sector_naam="thuiszorg")
    rijn.save()
    arnhem = praktijk(rijn.oproep.programma, "ARN", naam="Arnhem", start=None)
    adviseurschap(arnhem, ada)
    Toelating.objects.create(aanmelding=rijn, praktijk=arnhem, door=mo, op=JULI, inzending=rijn.inzending)
    return arnhem


def test_the_page_of_the_practice_tells_it_to_who_may_see_the_application(als, arnhem, rijn, mo, ada):
    pad, bron = f"/praktijken/{arnhem.pk}/", f"/intake/aanmeldingen/{rijn.pk}/"
    bo = gebruiker(Rol.ADVISEUR, "Bo Buur")
    adviseurschap(praktijk(arnhem.programma, "BRE"), bo)

    gezien = [bron in gelezen(als(user).get(pad)).links for user in (mo, ada, bo, gebruiker(Rol.ANALIST))]

    assert gezien == [True, True, False, False]
    tekst = gelezen(als(mo).get(pad)).tekst
    assert "Herkomst Belangstelling , getoond op 15 juli 2014" in tekst
    assert "Aanmelding 1 van oproep In voor Mantelzorg 2014" in tekst


def test_only_the_office_is_led_on_to_an_interest_of_another(als, arnhem, rijn, mo, ada):
    pad = f"/intake/belangstelling/{rijn.belangstelling_id}/"

    assert [pad in gelezen(als(user).get(f"/praktijken/{arnhem.pk}/")).links for user in (mo, ada)] == [True, False]


def test_a_practice_of_no_application_says_nothing(als, mo, rijn):
    ander = praktijk(rijn.oproep.programma, "AND")

    assert "Herkomst" not in gelezen(als(mo).get(f"/praktijken/{ander.pk}/")).tekst


def test_the_application_leads_to_the_form_and_then_to_the_practice(als, rijn, mo, ada):
    pad, formulier = f"/intake/aanmeldingen/{rijn.pk}/", f"/intake/aanmeldingen/{rijn.pk}/toelaten/"
    assert formulier in gelezen(als(mo).get(pad)).links
    arnhem = praktijk(rijn.oproep.programma, "ARN", start=None)
    adviseurschap(arnhem, ada)
    Toelating.objects.create(aanmelding=rijn, praktijk=arnhem, door=mo, op=JULI, inzending=rijn.inzending)

    links = gelezen(als(mo).get(pad)).links
    assert (f"/praktijken/{arnhem.pk}/" in links, formulier in links) == (True, False)


def test_an_admitted_application_is_a_task_until_it_is_a_practice(rijn, mo, ada):
    def gezien(user):
        taken = takenlijst(user, dag("2014-07-15")).taken
        return [(taak.tekst, taak.adres) for taak in taken if taak.regel.naam == "toegelaten-zonder-praktijk"]

    adres = f"/intake/aanmeldingen/{rijn.pk}/toelaten/"
    assert gezien(mo) == [("Aanmelding 1 is toegelaten. Maak er een praktijk van.", adres)]
    assert gezien(ada) == []
    arnhem = praktijk(rijn.oproep.programma, "ARN", start=None)
    Toelating.objects.create(aanmelding=rijn, praktijk=arnhem, door=mo, op=JULI, inzending=rijn.inzending)
    assert gezien(mo) == []
