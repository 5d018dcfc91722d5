"""The API with a token: what it opens, what it does not, and how often one may ask."""

import datetime
import logging
from uuid import uuid4

import pytest
from django.test import Client
from freezegun import freeze_time

from mantelzorg.accounts import tokens
from mantelzorg.logboek import ZonderSleutels
from mantelzorg.models import Programma, Toegangstoken, User
from mantelzorg.toegang import Rol, Tokenrecht
from praktijken.models import Praktijk
from tests import gegevens
from tests.aanmeldingen.gegevens import oproep
from tests.gegevens import dag, gebruiker
from tests.monitor.api.vragen import API, client_van, namen, probleem

pytestmark = pytest.mark.django_db
ALLES = tuple(Tokenrecht)


def met_token(user: User, *rechten: Tokenrecht, tot: str = "2999-12-31") -> Client:
    """A program that shows a token of `user`."""
    sleutel = tokens.maak(eigenaar=user, naam="Test", rechten=rechten, geldig_tot_en_met=dag(tot), inzending=uuid4())
    return Client(headers={"Authorization": f"Bearer {sleutel}"})


@pytest.fixture
def praktijken() -> None:
    """A practice with an experiment in each of two programmes, and a call that is not published."""
    for slug in ("thuis", "ander"):
        praktijk = gegevens.praktijk(gegevens.programma(slug), slug.upper())
        gegevens.experiment(gegevens.ontwerpvraag(praktijk), f"{slug}-1")
    oproep(Programma.objects.get(slug="thuis"), gepubliceerd=None)


@pytest.mark.usefixtures("praktijken")
@pytest.mark.parametrize("rol", [None, *Rol])
def test_a_token_for_everything_opens_what_its_owner_sees_in_the_browser(rol: Rol | None):
    wie = gebruiker(rol)
    gegevens.adviseurschap(Praktijk.objects.get(code="THUIS"), wie)
    program, browser = met_token(wie, *ALLES), client_van(wie)

    for wat in ("programmas", "praktijken", "experimenten", "oproepen"):
        assert namen(program, wat) == namen(browser, wat)
    vraag = {"programma": "thuis"}
    assert program.get(f"{API}/indicatoren/23", vraag).content == browser.get(f"{API}/indicatoren/23", vraag).content


@pytest.mark.usefixtures("praktijken")
def test_mo_the_medewerker_with_a_token_for_one_thing_gets_that_and_a_reason_for_the_rest():
    mo = gebruiker(Rol.MEDEWERKER)
    adressen = {
        Tokenrecht.CIJFERS: [f"{API}/programmas", f"{API}/indicatoren/23?programma=thuis"],
        Tokenrecht.PRAKTIJKEN: [f"{API}/praktijken", f"{API}/experimenten", f"{API}/praktijken/999999"],
    }
    for recht, eigen in adressen.items():
        program = met_token(mo, recht)
        assert {program.get(adres).status_code for adres in eigen} <= {200, 404}
        for ander in {adres for lijst in adressen.values() for adres in lijst} - set(eigen):
            antwoord = program.get(ander)
            assert probleem(antwoord)["title"] == "Toegangstoken te beperkt"
            assert antwoord["WWW-Authenticate"] == 'Bearer error="insufficient_scope"'
        assert namen(program, "oproepen") == []
    assert namen(met_token(mo, Tokenrecht.OPROEPEN), "oproepen") == ["oproep-2014"]


@pytest.mark.parametrize("kop", ["Bearer ", "Bearer ivm_verzonnen", "bearer x y z", "Bearer \x00"])
@pytest.mark.parametrize("adres", ["programmas", "oproepen", "openapi.json", "oproepen/x"])
def test_a_token_that_does_not_work_is_refused_everywhere(kop: str, adres: str):
    antwoord = Client(headers={"Authorization": kop}).get(f"{API}/{adres}")

    assert probleem(antwoord)["title"] == "Toegangstoken niet geldig"
    assert (antwoord.status_code, antwoord["WWW-Authenticate"]) == (401, 'Bearer realm="api"')


def test_a_token_that_is_over_or_withdrawn_or_of_an_ended_account_is_refused():
    ben = gebruiker(Rol.ANALIST, einddatum=dag("2026-02-01"))
    with freeze_time("2026-01-05"):
        kort, lang, ingetrokken = (
            met_token(ben, Tokenrecht.CIJFERS, tot=tot) for tot in ("2026-01-10", "2027-01-01", "2027-01-02")
        )
        tokens.trek_in(Toegangstoken.objects.latest("pk"), door=ben)
        statussen = [client.get(f"{API}/programmas").status_code for client in (kort, lang, ingetrokken)]
        assert statussen == [200, 200, 401]
    for moment, verwacht in (("2026-01-11 12:00", [401, 200]), ("2026-02-02 12:00", [401, 401])):
        with freeze_time(moment):
            assert [client.get(f"{API}/programmas").status_code for client in (kort, lang)] == verwacht


def test_a_token_opens_the_api_and_no_page():
    program = met_token(gebruiker(Rol.BEHEERDER), *ALLES)

    assert program.get("/praktijken/")["Location"].startswith("/inloggen/")


def test_a_token_in_an_address_is_no_token_and_its_secret_stays_out_of_the_log(caplog):
    sleutel = "ivm_" + "A" * 43
    antwoord = Client().get(f"{API}/programmas?token={sleutel}")
    regel = logging.makeLogRecord({"msg": "Bad Request: %s", "args": (f"/api/v1/programmas?token={sleutel}",)})
    ZonderSleutels().filter(regel)

    assert probleem(antwoord)["status"] == 400
    assert regel.getMessage() == "Bad Request: /api/v1/programmas?token=…"
    assert sleutel not in caplog.text


def test_another_way_to_log_in_is_passed_over():
    assert Client(headers={"Authorization": "Basic eDp5"}).get(f"{API}/programmas").status_code == 200


def test_who_asks_too_often_waits_for_the_next_slot_and_others_do_not(settings):
    settings.OPENBAAR_TEMPO = settings.OPENBAAR_TEMPO | {"api-anoniem": 2, "api-bekend": 3}
    ben = gebruiker(Rol.ANALIST)
    een, ander, browser = met_token(ben, Tokenrecht.CIJFERS), met_token(ben, Tokenrecht.CIJFERS), client_van(ben)
    with freeze_time("2026-01-05 12:01:30") as klok:
        for client, grens in ((Client(), 2), (een, 3), (ander, 3), (browser, 3)):
            statussen = [client.get(f"{API}/oproepen").status_code for _ in range(grens + 1)]
            assert statussen == [200] * grens + [429]
        antwoord = een.get(f"{API}/oproepen")
        assert (probleem(antwoord)["title"], antwoord["Retry-After"]) == ("Te veel verzoeken", "510")
        klok.tick(datetime.timedelta(seconds=510))
        assert een.get(f"{API}/oproepen").status_code == 200


def test_who_tries_tokens_is_slowed_down(settings):
    settings.OPENBAAR_TEMPO = settings.OPENBAAR_TEMPO | {"api-anoniem": 2}
    statussen = [
        Client(headers={"Authorization": f"Bearer {poging}"}).get(f"{API}/oproepen").status_code for poging in range(3)
    ]
    assert statussen == [401, 401, 429]


def test_a_request_with_a_token_says_when_it_was_used():
    program = met_token(gebruiker(Rol.ANALIST), Tokenrecht.CIJFERS)
    with freeze_time("2026-01-05 12:00:00"):
        program.get(f"{API}/programmas")

    assert Toegangstoken.objects.get().laatst_gebruikt_op == datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC)


def test_what_a_token_got_is_kept_by_nobody_else():
    antwoord = met_token(gebruiker(Rol.ANALIST), Tokenrecht.CIJFERS).get(f"{API}/programmas")

    assert set(antwoord["Cache-Control"].split(", ")) == {"no-cache", "private"}
    assert "Authorization" in antwoord["Vary"].split(", ")
