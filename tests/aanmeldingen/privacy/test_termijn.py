"""What goes by itself: drafts two weeks after closing, persons a year after; of who was admitted they stay."""

import datetime
from uuid import uuid4

import pytest
from freezegun import freeze_time

from aanmeldingen.formulier.beginnen import begin
from aanmeldingen.models import Aanmelding, Belangstelling, Contactpersoon, Inschrijving, Laattoegang, Toelating
from aanmeldingen.plaatsen.lezen import stand
from aanmeldingen.privacy.termijn import in_woorden, wis_na_termijn
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.privacy.conftest import BEGIN, NAAM, Wereld
from tests.gegevens import praktijk
from tests.praktijken.avg.gewist import alles_wat_er_staat
from tests.praktijken.leeshtml import gelezen

DAG = datetime.timedelta(days=1)
SLUIT = moment("2014-07-01 00:00")
NA_EEN_JAAR = SLUIT + 365 * DAG


def concept(wereld: Wereld, begonnen: datetime.datetime = BEGIN) -> Aanmelding:
    with freeze_time(begonnen):
        return begin(
            oproep=wereld.oproep, organisatie="Huis Half Af", naam="Hans Halfaf", email="hans@half.example",
            inzending=uuid4(), op=begonnen,
        )  # fmt: skip


def test_a_draft_stays_two_weeks_after_closing_and_then_its_words_go(wereld: Wereld):
    begonnen = concept(wereld)

    assert wis_na_termijn(SLUIT + 14 * DAG - datetime.timedelta(seconds=1)) == {}
    assert "Halfaf" in alles_wat_er_staat()
    assert wis_na_termijn(SLUIT + 14 * DAG) == {"aanmelding": 1, "bericht": 1, "contactpersoon": 1}

    assert [woord for woord in ("Halfaf", "Half Af", "hans@half.example") if woord in alles_wat_er_staat()] == []
    assert NAAM in alles_wat_er_staat()
    begonnen.refresh_from_db()
    assert (begonnen.organisatie, begonnen.ingediend_op) == ("", None)
    assert wis_na_termijn(SLUIT + 15 * DAG) == {}


def test_a_draft_with_access_after_closing_stays_as_long_as_that_works(wereld: Wereld):
    begonnen = concept(wereld)
    toegang = Laattoegang.objects.get()
    toegang.aanmelding = begonnen
    toegang.save()

    assert wis_na_termijn(moment("2014-07-31 23:59")) == {}
    assert wis_na_termijn(moment("2014-08-01 00:00"))["aanmelding"] == 1


def test_what_came_in_after_closing_has_its_term_from_then(wereld: Wereld):
    concept(wereld, begonnen=SLUIT + 30 * DAG)

    assert wis_na_termijn(SLUIT + 44 * DAG - datetime.timedelta(seconds=1)) == {}
    assert wis_na_termijn(SLUIT + 44 * DAG)["aanmelding"] == 1


def test_a_year_after_closing_persons_go_and_places_stay(wereld: Wereld):
    voor = stand(wereld.oproep)

    assert wis_na_termijn(NA_EEN_JAAR - datetime.timedelta(seconds=1)) == {}
    telling = wis_na_termijn(NA_EEN_JAAR)

    assert telling == {
        "indiening": 1, "bericht": 2, "toegang na sluiting": 1, "belangstelling": 1, "inschrijving": 1,
        "contactpersoon": 2,
    }  # fmt: skip
    assert not Contactpersoon.objects.exists()
    assert Belangstelling.objects.get().naam == Inschrijving.objects.get().naam == ""
    assert stand(wereld.oproep) == voor
    assert wis_na_termijn(NA_EEN_JAAR) == {}


def test_who_was_admitted_stays(wereld: Wereld):
    Toelating.objects.create(
        aanmelding=wereld.aanmelding, praktijk=praktijk(wereld.oproep.programma), door=wereld.mo, op=SLUIT,
        inzending=uuid4(),
    )  # fmt: skip

    wis_na_termijn(NA_EEN_JAAR)

    assert wereld.aanmelding.contactpersonen.count() == 2


def test_another_term_than_a_year_is_held_to_and_said_on_the_page_about_privacy(wereld: Wereld, client, settings):
    settings.BEWAARDAGEN, settings.CONCEPTDAGEN = 730, 10
    concept(wereld)

    tekst = gelezen(client.get("/privacy/")).tekst
    assert "Dan wissen wij de gegevens van personen 2 jaar na de sluiting van de oproep." in tekst
    assert "niet verstuurt, wissen wij 10 dagen na de sluiting van de oproep." in tekst
    assert wis_na_termijn(SLUIT + 10 * DAG)["aanmelding"] == 1
    assert wis_na_termijn(NA_EEN_JAAR) == {}
    assert wis_na_termijn(SLUIT + 730 * DAG)["contactpersoon"] == 2


@pytest.mark.parametrize(
    ("dagen", "woorden"),
    [(365, "een jaar"), (730, "2 jaar"), (14, "2 weken"), (7, "een week"), (10, "10 dagen"), (1, "een dag")],
)
def test_a_term_reads_in_the_largest_unit_that_it_is_whole_in(dagen, woorden):
    assert in_woorden(datetime.timedelta(days=dagen)) == woorden


def test_who_is_responsible_is_what_was_settled(client, settings):
    settings.PRIVACY_VERANTWOORDELIJK = "Movisie is verantwoordelijk voor uw gegevens."

    assert "programma van Movisie en Vilans. Movisie is verantwoordelijk" in gelezen(client.get("/privacy/")).tekst
