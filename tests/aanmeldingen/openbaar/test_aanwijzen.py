"""Personal data in what people without an account type: pointed out, never kept, never in the way."""

import logging

import pytest
from django.test import Client
from freezegun import freeze_time

from aanmeldingen.models import Aanmelding, Belangstelling
from tests.aanmeldingen.formulier.invullen import NU, adres, verstuur
from tests.aanmeldingen.gegevens import aanmelding, belangstellingsoproep, sector
from tests.aanmeldingen.openbaar.velden import eerlijk
from tests.aanmeldingen.plaatsen.plaatsboek import oproep_met
from tests.gegevens import deelnemer, programma
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
PAD = "/tekstcontrole/"
MET = "Bel Fatima op 026-1234567 of mail fatima@zorg.example."


@pytest.fixture(autouse=True)
def klok():
    with freeze_time(NU) as klok:
        yield klok


def stukken(antwoord) -> list[tuple[str, str]]:
    return [(een["soort"], een["tekst"]) for een in antwoord.json()["aanwijzingen"]]


def test_who_has_no_account_sees_it_while_typing_and_nothing_is_logged_or_kept(client, caplog):
    caplog.set_level(logging.DEBUG)

    antwoord = client.post(PAD, {"tekst": MET})

    assert stukken(antwoord) == [("telefoonnummer", "026-1234567"), ("e-mailadres", "fatima@zorg.example")]
    assert antwoord["Cache-Control"] == "no-store"
    assert "1234567" not in caplog.text


def test_it_does_not_tell_whom_the_programme_knows(client):
    fatima = deelnemer(programma(), naam="Fatima Berg")

    antwoord = client.post(PAD, {"tekst": "Vraag het Fatima Berg.", "praktijk": str(fatima.pk)})

    assert stukken(antwoord) == []


def test_it_is_asked_as_often_as_people_type_and_no_more(client, settings):
    settings.OPENBAAR_TEMPO = settings.OPENBAAR_TEMPO | {"controle": 2}

    assert [client.post(PAD, {"tekst": MET}).status_code for _ in range(3)] == [200, 200, 429]


def test_it_takes_a_form_of_our_own_alone(client):
    streng = Client(enforce_csrf_checks=True)

    assert (client.get(PAD).status_code, streng.post(PAD, {"tekst": MET}).status_code) == (405, 403)


def test_before_sending_the_form_says_it_and_does_not_stop_anybody(client):
    een = aanmelding(oproep_met(1), vraag=MET)

    controleren = gelezen(client.get(adres(een, "controleren"))).tekst
    verstuur(een)
    erna = gelezen(client.get(adres(een))).tekst

    for tekst in (controleren, erna):
        assert "Let op, dit lijken persoonsgegevens in uw tekst: telefoonnummer: 026-1234567" in tekst
    een.refresh_from_db()
    assert een.nummer == 1


def test_a_text_without_them_is_left_alone(client):
    een = aanmelding(oproep_met(1))

    assert "persoonsgegevens in uw tekst" not in gelezen(client.get(adres(een, "controleren"))).tekst


def toon(client, **velden):
    ingevuld = {"organisatie": "Rijnzicht", "plaats": "Arnhem", "naam": "Zita", "email": "zita@z.example"}
    keuze = {"sector": sector("ziekenhuis").naam, "telefoon": "", "vraag": MET}
    return client.post("/oproepen/oproep-2014/belangstelling/", eerlijk(NU) | ingevuld | keuze | velden)


def test_without_a_script_interest_is_asked_about_once_and_then_taken(client):
    belangstellingsoproep()

    eerst = gelezen(toon(client, zonder_script="1"))
    assert "Er is nog niets verstuurd. Let op, dit lijken persoonsgegevens:" in eerst.tekst
    assert Belangstelling.objects.count() == 0
    assert toon(client, zonder_script="1", toch="1").status_code == 302

    assert Belangstelling.objects.get().vraag == MET


def test_with_a_script_interest_is_taken_at_once(client):
    belangstellingsoproep()

    assert toon(client).status_code == 302


def test_without_a_script_who_withdraws_is_asked_about_the_reason_once(client):
    een = aanmelding(oproep_met(1))
    velden = eerlijk(NU) | {"reden": MET, "zonder_script": "1"}

    eerst = gelezen(client.post(adres(een, "intrekken"), velden)).tekst
    assert "Er is nog niets ingetrokken. Let op, dit lijken persoonsgegevens:" in eerst
    assert Aanmelding.objects.get().ingetrokken_op is None
    client.post(adres(een, "intrekken"), velden | {"toch": "1"})

    assert Aanmelding.objects.get().ingetrokken_op is not None
