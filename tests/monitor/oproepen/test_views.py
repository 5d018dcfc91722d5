"""The pages, files and API of a call's figures: who gets what, and what the address may hold."""

import json

import pytest
from django.test import Client
from freezegun import freeze_time

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import oproep, programma_2014
from tests.gegevens import adviseurschap, gebruiker, praktijk
from tests.monitor.oproepen.gegevens import voorbeeldoproep, vul_aan

pytestmark = pytest.mark.django_db
LIJST = "/monitor/oproepen/"
PAGINA = f"{LIJST}oproep-2014/"
BESTANDEN = [f"{PAGINA}{formaat}/" for formaat in ("xlsx", "csv", "json")]
API = "/api/v1/oproepen/oproep-2014/cijfers"


def als(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client


def antwoorden(client: Client) -> set[int]:
    return {client.get(adres).status_code for adres in (PAGINA, *BESTANDEN, API)}


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.MEDEWERKER, Rol.ANALIST])
def test_anja_mo_and_ben_see_the_figures_of_every_call(rol):
    oproep()
    client = als(gebruiker(rol))

    assert antwoorden(client) == {200}
    assert PAGINA in client.get(LIJST).content.decode()


def test_ada_the_adviser_sees_the_calls_of_programmes_in_which_she_guides_a_practice():
    ada, thuis = gebruiker(Rol.ADVISEUR), programma_2014()
    oproep(thuis)
    client = als(ada)

    assert antwoorden(client) == {404}
    assert PAGINA not in client.get(LIJST).content.decode()

    adviseurschap(praktijk(thuis), ada)

    assert antwoorden(client) == {200}
    assert PAGINA in client.get(LIJST).content.decode()


def test_nel_without_a_role_finds_nothing_and_a_visitor_logs_in_first():
    oproep()
    nel, bezoeker = als(gebruiker(naam="Nel Nieuw")), Client()

    assert antwoorden(nel) == {404}
    assert nel.get(LIJST).status_code == 404
    assert bezoeker.get(API).status_code == 404
    assert {bezoeker.get(adres)["Location"].partition("?")[0] for adres in (LIJST, PAGINA, *BESTANDEN)} == {
        "/inloggen/"
    }


def test_a_call_that_is_not_published_yet_is_for_who_manages_calls():
    oproep(gepubliceerd=None)

    assert antwoorden(als(gebruiker(Rol.MEDEWERKER))) == {200}
    assert antwoorden(als(gebruiker(Rol.ANALIST))) == {404}


def test_what_is_not_there_is_a_problem_in_dutch_and_so_is_a_wrong_day():
    oproep()
    client = als(gebruiker(Rol.ANALIST))
    fout = client.get(API, {"peildatum": "30-06-2014"})

    assert client.get(f"{LIJST}elders/").status_code == 404
    assert client.get(f"{PAGINA}pdf/").status_code == 404
    assert client.get("/api/v1/oproepen/elders/cijfers").json()["title"] == "Niet gevonden"
    assert client.get(f"{API}?peildatum=2014-06-30&peildatum=2014-07-01").status_code == 400
    assert (fout.status_code, fout["Content-Type"], fout.json()["parameters"]) == (
        400,
        "application/problem+json",
        [
            {
                "naam": "peildatum",
                "reden": "'30-06-2014' is geen datum. Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2020-06-30.",
            }
        ],
    )


def test_a_day_that_is_no_date_stays_in_the_field_and_gives_no_file():
    oproep()
    client = als(gebruiker(Rol.ANALIST))

    pagina, bestand = client.get(PAGINA, {"peildatum": "<gisteren>"}), client.get(BESTANDEN[0], {"peildatum": "x"})

    assert 'value="&lt;gisteren&gt;"' in pagina.content.decode()
    assert "Dit is geen datum" in pagina.content.decode()
    assert (bestand.status_code, bestand["Content-Type"]) == (400, "text/html; charset=utf-8")


@freeze_time("2014-05-20 12:00")
def test_without_a_day_it_is_today_and_people_may_write_it_their_way():
    voorbeeldoproep()
    client = als(gebruiker(Rol.ANALIST))

    assert client.get(API).json()["peildatum"] == "2014-05-20"
    assert client.get(PAGINA).context["rapport"].peildatum.isoformat() == "2014-05-20"
    assert client.get(PAGINA, {"peildatum": "12-04-2014"}).context["rapport"].peildatum.isoformat() == "2014-04-12"
    assert client.get(BESTANDEN[1])["Content-Disposition"] == (
        'attachment; filename="oproep-oproep-2014-2014-05-20.csv"'
    )


def test_nothing_can_be_written_and_files_are_not_kept():
    oproep()
    client = als(gebruiker(Rol.BEHEERDER))

    assert {client.post(adres).status_code for adres in (LIJST, PAGINA, *BESTANDEN, API)} == {405}
    assert "no-store" in client.get(BESTANDEN[2])["Cache-Control"]
    assert json.loads(client.get(BESTANDEN[2]).content)["oproep"] == "oproep-2014"


@pytest.mark.parametrize("aantal", [1, 3])
def test_figures_take_the_same_number_of_queries_with_1_and_with_3_times_as_many_rows(
    aantal, django_assert_num_queries
):
    programma = programma_2014()
    for nummer in range(aantal):
        voorbeeldoproep(f"oproep-{nummer}", programma=programma)
    client = als(gebruiker(Rol.ANALIST))
    sessie_account_en_rollen = 3

    tempo = 1
    with django_assert_num_queries(sessie_account_en_rollen + tempo + 1 + 7):
        assert client.get("/api/v1/oproepen/oproep-0/cijfers").status_code == 200
    with django_assert_num_queries(sessie_account_en_rollen + 1):
        assert client.get(LIJST).content.count(b"Opent op") == aantal


@pytest.mark.parametrize("keer", [1, 3])
def test_one_call_takes_the_same_number_of_queries_with_5_and_with_15_applications(keer, django_assert_num_queries):
    een = voorbeeldoproep()
    for _ in range(keer - 1):
        vul_aan(een)
    client = als(gebruiker(Rol.ANALIST))

    sessie_account_en_rollen, tempo = 3, 1
    with django_assert_num_queries(sessie_account_en_rollen + tempo + 1 + 7):
        assert client.get(API).json()["aanmeldingen"]["totaal"] == 5 * keer
