"""The page on which an applicant answers an offer."""

import uuid

import pytest
from django.test import Client
from freezegun import freeze_time

from aanmeldingen.models import Aanmelding, Plaatsregel
from aanmeldingen.openbaar.bescherming import onderteken
from aanmeldingen.plaatsen import acties
from aanmeldingen.plaatsen.lezen import plek
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.plaatsen.plaatsboek import AANGEBODEN, BEZET, GEEN, ontvangen, oproep_met, trek_in

pytestmark = pytest.mark.django_db
TOEN = moment("2014-07-02 10:00")
OP_TIJD = moment("2014-07-09 23:59")
TE_LAAT = moment("2014-07-10 00:00")


@pytest.fixture
def tweede() -> Aanmelding:
    oproep = oproep_met(1)
    eerste, wie, _ = ontvangen(oproep), ontvangen(oproep), ontvangen(oproep)
    trek_in(eerste, op=TOEN)
    return wie


def adres(aanmelding: Aanmelding) -> str:
    return f"/aanmelding/{aanmelding.sleutel}/aanbod/"


def stuur(aanmelding: Aanmelding, antwoord: str, *, op=OP_TIJD):
    with freeze_time(op):
        velden = {"antwoord": antwoord, "inzending": str(uuid.uuid4()), "getoond": onderteken(op)}
        return Client().post(adres(aanmelding), velden, follow=True)


def open_pagina(aanmelding: Aanmelding, *, op=OP_TIJD) -> str:
    with freeze_time(op):
        return Client().get(adres(aanmelding)).content.decode()


def test_it_says_until_when_and_what_time_it_is_now(tweede):
    pagina = open_pagina(tweede, op=TOEN)

    assert "tot en met <strong>woensdag 9 juli 2014, 23.59 uur</strong>" in pagina
    assert "Het is nu woensdag 2 juli 2014, 10.00 uur" in pagina


def test_looking_at_it_answers_nothing(tweede):
    open_pagina(tweede)

    assert plek(tweede).stand == AANGEBODEN


@pytest.mark.parametrize(
    ("antwoord", "stand", "zin"), [("ja", BEZET, "De plaats is voor u"), ("nee", GEEN, "U wilt de plaats niet")]
)
def test_an_answer_is_taken_in_the_last_minute_and_sent_twice_it_is_one(tweede, antwoord, stand, zin):
    eerste, tweede_keer = stuur(tweede, antwoord), stuur(tweede, antwoord)

    assert (zin in eerste.content.decode(), zin in tweede_keer.content.decode()) == (True, True)
    assert plek(tweede).stand == stand
    assert Plaatsregel.objects.filter(aanmelding=tweede, van=AANGEBODEN).count() == 1


def test_who_chooses_nothing_is_asked_to_and_gives_nothing_away(tweede):
    antwoord = stuur(tweede, "")

    assert "Kies ja of nee." in antwoord.content.decode()
    assert plek(tweede).stand == AANGEBODEN


@pytest.mark.parametrize("werker_kwam", [False, True])
def test_after_the_term_it_says_so_kindly_and_where_to_ask(tweede, werker_kwam):
    if werker_kwam:
        acties.laat_verlopen(TE_LAAT)

    for pagina in (open_pagina(tweede, op=TE_LAAT), stuur(tweede, "ja", op=TE_LAAT).content.decode()):
        assert "De termijn is voorbij" in pagina
        assert "bureau@voorbeeld.example" in pagina
    assert plek(tweede).stand == (GEEN if werker_kwam else AANGEBODEN)


def test_a_second_answer_changes_nothing_and_says_what_holds(tweede):
    stuur(tweede, "ja")

    antwoord = stuur(tweede, "nee")

    assert "De plaats is voor u" in antwoord.content.decode()
    assert plek(tweede).stand == BEZET


@pytest.mark.usefixtures("tweede")
def test_without_an_offer_there_is_nothing_to_answer():
    wachtend = Aanmelding.objects.get(nummer=3)

    assert "U staat op nummer 1 van de wachtlijst" in open_pagina(wachtend)
    assert "Er is geen aanbod" in stuur(wachtend, "ja").content.decode()


def test_the_page_is_for_who_has_the_link_alone(tweede):
    with freeze_time(OP_TIJD):
        antwoord = Client().get(adres(tweede))
        onbekend = Client().get("/aanmelding/onbekend/aanbod/")

    assert onbekend.status_code == 404
    assert (antwoord["X-Robots-Tag"], "no-store" in antwoord["Cache-Control"]) == ("noindex, nofollow", True)
