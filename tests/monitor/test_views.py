"""The start page, the page of indicator 23 and its files: who gets what, and what the address may hold."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from tests.gegevens import (
    WACHTWOORD,
    adviseurschap,
    deelname,
    deelnemer,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatietype,
    praktijk,
    programma,
)

pytestmark = pytest.mark.django_db
PAGINA = "/monitor/23/"
BESTANDEN = [f"{PAGINA}{formaat}/" for formaat in ("xlsx", "csv", "json")]


def als(rol: Rol) -> Client:
    client = Client()
    client.force_login(gebruiker(rol), backend="mantelzorg.inloggen.AccountBackend")
    return client


def peildatum(antwoord):
    return antwoord.context["rapport"].peildatum.isoformat()


def gevulde_praktijk(thuis, code):
    nieuw = praktijk(thuis, code, gemeenten=["GM0202"])
    experiment(ontwerpvraag(nieuw), f"{code}-E1")
    deelname(deelnemer(thuis, f"{code}-D1"), nieuw, organisatietype=organisatietype(f"Type {code}"))
    return nieuw


@pytest.mark.parametrize("adres", [PAGINA, *BESTANDEN])
def test_without_a_session_one_gets_the_log_in_page_first(client, adres):
    antwoord = client.get(f"{adres}?programma=thuis&peildatum=2020-06-30")

    assert (antwoord.status_code, antwoord["Location"]) == (
        302,
        f"/inloggen/?next={adres}%3Fprogramma%3Dthuis%26peildatum%3D2020-06-30",
    )


def test_after_logging_in_one_sees_the_page_asked_for(client):
    praktijk(programma("thuis"))
    analist = gebruiker(Rol.ANALIST)

    inlogpagina = client.get(PAGINA, {"programma": "thuis", "peildatum": "2020-06-30"})["Location"]
    antwoord = client.post(inlogpagina, {"username": analist.email, "password": WACHTWOORD})

    assert antwoord["Location"] == f"{PAGINA}?programma=thuis&peildatum=2020-06-30"


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.MEDEWERKER, Rol.ANALIST])
@pytest.mark.parametrize("adres", [PAGINA, *BESTANDEN])
def test_staff_and_analysts_see_every_programme(rol, adres):
    programma("thuis")

    assert als(rol).get(adres, {"programma": "thuis"}).status_code == 200


@pytest.mark.parametrize("adres", [PAGINA, *BESTANDEN])
def test_an_adviser_sees_the_programmes_they_advise_in_and_no_other(client, adres):
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(praktijk(programma("eigen")), ada)
    praktijk(programma("vreemd"))
    client.force_login(ada, backend="mantelzorg.inloggen.AccountBackend")

    codes = [client.get(adres, {"programma": slug}).status_code for slug in ("eigen", "vreemd", "onbekend", "\0")]

    assert codes == [200, 404, 404, 404]


def test_the_choice_of_programmes_holds_only_what_one_may_see(client):
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(praktijk(programma("eigen", naam="Eigen programma")), ada)
    programma("vreemd", naam="Vreemd programma")
    client.force_login(ada, backend="mantelzorg.inloggen.AccountBackend")

    antwoord = client.get(PAGINA)

    assert antwoord.context["form"].fields["programma"].choices == [("eigen", "Eigen programma")]


@pytest.mark.parametrize("adres", [PAGINA, *BESTANDEN])
def test_who_has_no_role_finds_nothing(client, adres):
    programma("thuis")
    client.force_login(gebruiker(), backend="mantelzorg.inloggen.AccountBackend")

    assert client.get(adres, {"programma": "thuis"}).status_code == 404


def test_without_any_programme_the_page_says_so():
    antwoord = als(Rol.ANALIST).get(PAGINA)

    assert "Er is nog geen programma waarvan u de cijfers kunt zien." in antwoord.content.decode()


@pytest.mark.parametrize(("vandaag", "verwacht"), [("2020-03-01", "2020-03-01"), ("2026-03-01", "2021-05-31")])
def test_without_a_peildatum_it_is_today_and_at_most_the_last_day_of_the_programme(vandaag, verwacht):
    programma("thuis", einddatum="2021-05-31")

    with freeze_time(f"{vandaag} 12:00"):
        antwoorden = [als(Rol.ANALIST).get(PAGINA, {"programma": "thuis", **leeg}) for leeg in ({}, {"peildatum": " "})]

    assert [peildatum(antwoord) for antwoord in antwoorden] == [verwacht, verwacht]


@pytest.mark.parametrize("tekst", ["2020-06-30", "30-06-2020", " 30-06-2020 "])
def test_a_peildatum_reads_in_both_ways_of_writing(tekst):
    programma("thuis")

    antwoord = als(Rol.ANALIST).get(PAGINA, {"programma": "thuis", "peildatum": tekst})

    assert peildatum(antwoord) == "2020-06-30"
    assert 'value="30-06-2020"' in antwoord.content.decode()


@pytest.mark.parametrize("tekst", ["31-06-2020", "gisteren", "2020", "30-06-20", '"><script>', "0000-01-01", "\0"])
def test_what_is_no_day_gives_an_error_and_keeps_what_was_typed(tekst):
    programma("thuis")

    antwoord = als(Rol.ANALIST).get(PAGINA, {"programma": "thuis", "peildatum": tekst})

    veld = antwoord.context["form"]["peildatum"]
    assert (antwoord.status_code, veld.value(), list(veld.errors)) == (
        200,
        tekst,
        ["Dit is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 30-06-2020."],
    )
    assert "lokale pilots" not in antwoord.content.decode()


@pytest.mark.parametrize("tekst", ["0001-01-01", "2020-02-29", "9999-12-31"])
def test_every_day_of_the_calendar_can_be_asked(tekst):
    praktijk(programma("thuis"))

    antwoord = als(Rol.ANALIST).get(PAGINA, {"programma": "thuis", "peildatum": tekst})

    assert peildatum(antwoord) == tekst


def test_the_page_only_reads():
    programma("thuis")

    assert als(Rol.ANALIST).post(PAGINA, {"programma": "thuis"}).status_code == 405


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_takes_the_same_number_of_queries_for_1_and_3_practices(aantal, django_assert_num_queries):
    thuis = programma("thuis")
    for nummer in range(aantal):
        gevulde_praktijk(thuis, f"P{nummer}")
    client = als(Rol.ANALIST)

    with django_assert_num_queries(12 + 1 + 1):  # borders, and the measurement before
        client.get(PAGINA, {"programma": "thuis", "peildatum": "2020-06-30"})


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_start_page_takes_the_same_number_of_queries_for_1_and_3_programmes(aantal, django_assert_num_queries):
    for nummer in range(aantal):
        gevulde_praktijk(programma(f"thuis-{nummer}"), f"P{nummer}")
    client = als(Rol.ANALIST)

    with django_assert_num_queries(4 + 1):  # the calls
        client.get("/")


EIGEN_SCRIPTS = [
    '<script src="/static/js/toetsen.js" defer>',
    '<script src="/static/js/aanwijzen.js" data-controle="/persoonsgegevens/controle/" defer>',
]


def test_names_cannot_become_html_on_the_page_or_its_map():
    naam = "<script>alert(1)</script>"
    praktijk(programma("thuis", naam=naam), naam=naam, gemeenten=["GM0202"])

    inhoud = als(Rol.ANALIST).get(PAGINA, {"programma": "thuis"}).content.decode()

    assert re.findall("<script[^>]*>", inhoud) == EIGEN_SCRIPTS
    assert "&lt;script&gt;" in inhoud


def test_files_have_a_plain_name_and_are_kept_by_nobody():
    programma("Thuis: één/../2019")

    antwoord = als(Rol.ANALIST).get(
        reverse("monitor:indicator23-bestand", args=["csv"]),
        {"programma": "Thuis: één/../2019", "peildatum": "2020-06-30"},
    )

    assert antwoord["Content-Disposition"] == 'attachment; filename="indicator-23-thuis-een2019-2020-06-30.csv"'
    assert antwoord["Cache-Control"] == "private, no-store"


def test_the_json_file_is_what_the_api_gives():
    gevulde_praktijk(programma("thuis"), "ARN")
    client, vraag = als(Rol.ANALIST), {"programma": "thuis", "peildatum": "2020-06-30"}

    bestand = client.get(f"{PAGINA}json/", vraag)

    assert bestand["Content-Type"] == "application/json"
    assert json.loads(bestand.content) == client.get("/api/v1/indicatoren/23", vraag).json()


def test_a_form_of_file_that_is_not_there_is_not_found():
    programma("thuis")

    assert als(Rol.ANALIST).get(f"{PAGINA}pdf/", {"programma": "thuis"}).status_code == 404


def test_a_file_of_no_day_is_an_error_with_the_form():
    programma("thuis")

    antwoord = als(Rol.ANALIST).get(f"{PAGINA}xlsx/", {"programma": "thuis", "peildatum": "gisteren"})

    assert antwoord.status_code == 400
    assert antwoord.context["form"]["peildatum"].value() == "gisteren"


def test_the_start_page_tells_a_visitor_what_this_is_and_names_no_programme(client):
    programma("thuis", naam="Geheim programma")

    inhoud = client.get("/").content.decode()

    assert "Geheim programma" not in inhoud
    assert 'href="/inloggen/"' in inhoud


def test_the_start_page_links_to_the_measurement_that_holds_figures_of_the_programme():
    programma("thuis", beleidsprogramma="Programma Langer Thuis")
    programma("later", beleidsprogramma="Programma Langer Thuis", startdatum="2020-07-01")
    programma("anders", beleidsprogramma="Iets anders")

    antwoord = als(Rol.ANALIST).get("/")

    metingen = {
        programma.slug: [meting.jaar for meting in metingen] for programma, metingen in antwoord.context["programmas"]
    }
    assert metingen == {"thuis": [2020], "later": [], "anders": []}
    assert 'href="/monitor/23/?programma=thuis&amp;peildatum=2020-06-30"' in antwoord.content.decode()
