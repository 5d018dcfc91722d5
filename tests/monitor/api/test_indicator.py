"""The API: the JSON of the command for who may see it; what one may not see is not there."""

import json

import pytest
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from freezegun import freeze_time

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from monitor.berekening import bereken
from monitor.weergave.als_json import als_json
from tests import gegevens
from tests.gegevens import dag, gebruiker
from tests.monitor.voorbeeld import JSON, PEILDATUM, voorbeeld

pytestmark = pytest.mark.django_db
ADRES = "/api/v1/indicatoren/23"
VRAAG = {"programma": "thuis", "peildatum": PEILDATUM}
NIET_GEVONDEN = {
    "type": "about:blank",
    "title": "Niet gevonden",
    "status": 404,
    "detail": "Dit is er niet, of u mag het niet zien.",
}


def vraag(user: User | None, parameters: dict[str, str] | str = VRAAG, adres: str = ADRES) -> HttpResponse:
    client = Client()
    if user is not None:
        client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    if isinstance(parameters, str):
        return client.get(f"{adres}?{parameters}")
    return client.get(adres, parameters)


def is_niet_gevonden(antwoord: HttpResponse) -> bool:
    return (
        antwoord.status_code,
        antwoord["Content-Type"],
        antwoord["API-Version"],
        json.loads(antwoord.content),
    ) == (404, "application/problem+json", "1.0.0", NIET_GEVONDEN)


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.MEDEWERKER, Rol.ANALIST])
def test_anja_mo_and_ben_get_the_figures_of_every_programme(rol: Rol):
    voorbeeld()
    antwoord = vraag(gebruiker(rol))
    assert (antwoord.status_code, antwoord["Content-Type"], antwoord["API-Version"]) == (
        200,
        "application/json",
        "1.0.0",
    )
    assert json.dumps(antwoord.json()) == json.dumps(JSON)


def test_ada_the_adviser_gets_the_figures_of_a_programme_in_which_she_guides_a_practice():
    programma = voorbeeld()
    ada = gebruiker(Rol.ADVISEUR)
    gegevens.adviseurschap(programma.praktijken.get(code="EPE"), ada)
    assert vraag(ada).json() == JSON


def test_ada_the_adviser_finds_no_other_programme():
    voorbeeld()
    ada = gebruiker(Rol.ADVISEUR)
    gegevens.adviseurschap(gegevens.praktijk(gegevens.programma("ander")), ada)
    assert is_niet_gevonden(vraag(ada))


def test_nel_without_a_role_and_anonymous_find_nothing_even_with_wrong_parameters():
    voorbeeld()
    for wie in (gebruiker(naam="Nel Nieuw"), None):
        assert [is_niet_gevonden(vraag(wie, vraagtekst)) for vraagtekst in (VRAAG, {}, {"peildatum": "x"})] == [
            True
        ] * 3


def test_an_ended_account_finds_nothing():
    voorbeeld()
    anja = gebruiker(Rol.BEHEERDER, einddatum=dag("2026-01-01"))
    with freeze_time("2026-01-02"):
        assert is_niet_gevonden(vraag(anja))


@pytest.mark.parametrize(
    ("adres", "parameters"),
    [
        (ADRES, {"programma": "elders"}),
        ("/api/v1/indicatoren/24", VRAAG),
        ("/api/v1/indicatoren/24", {}),
        ("/api/v1/indicatoren/23/", VRAAG),
        ("/api/v1/indicatoren", VRAAG),
        ("/api/v1/", {}),
    ],
)
def test_what_is_not_there_answers_like_what_one_may_not_see(adres: str, parameters: dict[str, str]):
    voorbeeld()
    assert is_niet_gevonden(vraag(gebruiker(Rol.BEHEERDER), parameters, adres))


GEEN_DATUM = "'30-06-2020' is geen datum. Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2020-06-30."
VERPLICHT = "is verplicht: de slug van het programma."


@pytest.mark.parametrize(
    ("parameters", "redenen"),
    [
        ("", {"programma": VERPLICHT}),
        ("programma=", {"programma": VERPLICHT}),
        ("programma=thuis&peildatum=30-06-2020", {"peildatum": GEEN_DATUM}),
        ("peildatum=30-06-2020", {"programma": VERPLICHT, "peildatum": GEEN_DATUM}),
        ("programma=thuis&programma=ander", {"programma": "staat er meer dan één keer."}),
    ],
)
def test_wrong_parameters_are_all_named(parameters: str, redenen: dict[str, str]):
    voorbeeld()
    antwoord = vraag(gebruiker(Rol.ANALIST), parameters)
    assert (antwoord.status_code, antwoord["Content-Type"], antwoord["API-Version"]) == (
        400,
        "application/problem+json",
        "1.0.0",
    )
    assert json.loads(antwoord.content) == {
        "type": "about:blank",
        "title": "Onjuiste parameters",
        "status": 400,
        "detail": " ".join(f"{naam}: {reden}" for naam, reden in redenen.items()),
        "parameters": [{"naam": naam, "reden": reden} for naam, reden in redenen.items()],
    }


def test_without_a_date_it_is_today_and_at_most_the_last_day_of_the_programme():
    voorbeeld()
    assert vraag(gebruiker(Rol.ANALIST), {"programma": "thuis"}).json()["peildatum"] == "2021-05-31"


def test_the_answer_is_what_the_command_prints(capsys: pytest.CaptureFixture[str]):
    voorbeeld()
    call_command("indicator", "23", "--programma", "thuis", "--peildatum", PEILDATUM, "--formaat", "json")
    assert vraag(gebruiker(Rol.ANALIST)).content.decode() == capsys.readouterr().out


def test_no_name_of_a_person_is_in_the_answer():
    programma = voorbeeld()
    assert "Geheime Naam" not in vraag(gebruiker(Rol.BEHEERDER)).content.decode()
    assert "Geheime Naam" not in als_json(bereken(programma, dag(PEILDATUM)))


def test_nothing_can_be_written():
    voorbeeld()
    client = Client()
    client.force_login(gebruiker(Rol.BEHEERDER), backend="mantelzorg.inloggen.AccountBackend")
    antwoord = client.post(ADRES, VRAAG)
    assert (antwoord.status_code, antwoord["Content-Type"], antwoord["API-Version"]) == (
        405,
        "application/problem+json",
        "1.0.0",
    )


@pytest.mark.parametrize("aantal", [1, 3])
def test_an_answer_takes_the_same_number_of_queries_with_1_and_with_3_practices(
    aantal: int, django_assert_num_queries: pytest.FixtureRequest
):
    programma = gegevens.programma()
    for nummer in range(aantal):
        praktijk = gegevens.praktijk(programma, f"P{nummer}", gemeenten=["GM0202"])
        gegevens.deelname(gegevens.deelnemer(programma, f"D{nummer}"), praktijk)
    client = Client()
    client.force_login(gebruiker(Rol.ANALIST), backend="mantelzorg.inloggen.AccountBackend")
    sessie_account_tempo_rol_en_programma, laatst_gewijzigd = 5, 1
    with django_assert_num_queries(sessie_account_tempo_rol_en_programma + laatst_gewijzigd + 7):
        client.get(ADRES, VRAAG)
