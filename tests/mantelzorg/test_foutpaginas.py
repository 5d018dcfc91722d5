"""What people see when something goes wrong, and what they keep of what they typed."""

import pytest
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from mantelzorg.formulierfout import csrf_fout
from mantelzorg.ingevuld import Veld, ingevuld
from mantelzorg.toegang import Rol
from mantelzorg.urls import urlpatterns as alle
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db

FORMULIER = {"naam": "Jan <b>", "verslag": "Lang verhaal", "old_password": "geheim", "leeg": " ", "wachtwoord": "x"}


def _druk(_: HttpRequest) -> HttpResponse:
    raise OperationalError("database is locked")


def _kapot(_: HttpRequest) -> HttpResponse:
    raise OperationalError("no such table: praktijken_praktijk")


urlpatterns = [path("druk/", _druk), path("kapot/", _kapot), *alle]


@override_settings(ROOT_URLCONF=__name__)
def test_when_the_database_is_busy_who_typed_gets_it_back_and_hears_what_to_do():
    antwoord = Client().post("/druk/", FORMULIER)
    pagina = antwoord.content.decode()
    assert (antwoord.status_code, antwoord["Retry-After"]) == (503, "10")
    assert "Het is nu te druk" in pagina
    assert antwoord.context["velden"] == (
        Veld(naam="naam", waarde="Jan <b>"),
        Veld(naam="verslag", waarde="Lang verhaal"),
    )
    assert "Jan &lt;b&gt;</textarea>" in pagina
    assert "geheim" not in pagina


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL raises another error for a missing table")
def test_another_fault_of_the_database_is_no_crowd():
    antwoord = Client(raise_request_exception=False).post("/kapot/", FORMULIER)
    assert antwoord.status_code == 500
    assert "Er ging iets mis" in antwoord.content.decode()


def test_a_page_for_who_is_not_there_is_404_in_dutch():
    antwoord = Client().get("/er-is-niets/")
    assert antwoord.status_code == 404
    assert "Deze pagina is er niet" in antwoord.content.decode()


@pytest.mark.parametrize("sjabloon", ["500.html", "400.html"])
def test_the_pages_for_faults_need_nothing_but_themselves(sjabloon):
    assert "<h1>" in render_to_string(sjabloon)


def test_a_form_from_another_session_of_ours_comes_back_with_what_was_typed():
    ben = gebruiker(Rol.ANALIST)
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(ben, backend="mantelzorg.inloggen.AccountBackend")
    antwoord = streng.post("/wachtwoord/vergeten/", FORMULIER, headers={"Origin": "http://testserver"})
    assert antwoord.status_code == 403
    assert "Lang verhaal" in antwoord.content.decode()
    assert "geheim" not in antwoord.content.decode()


@pytest.mark.parametrize("herkomst", ["http://evil.example", "null", "http://testserver.evil.example"])
def test_text_from_another_site_is_not_shown(herkomst):
    antwoord = Client(enforce_csrf_checks=True).post("/wachtwoord/vergeten/", FORMULIER, headers={"Origin": herkomst})
    assert antwoord.status_code == 403
    assert "Lang verhaal" not in antwoord.content.decode()


def test_a_form_without_any_origin_shows_nothing_either():
    antwoord = csrf_fout(RequestFactory().post("/x/", FORMULIER))
    assert "Lang verhaal" not in antwoord.content.decode()


def test_every_value_of_a_field_that_was_sent_twice_is_kept():
    request = RequestFactory().post("/x/", {"rollen": ["a", "b"]})
    assert ingevuld(request) == (Veld(naam="rollen", waarde="a"), Veld(naam="rollen", waarde="b"))


def test_an_address_that_never_was_gives_nothing_back():
    """Another site may post to it; its text has no place on our page."""
    antwoord = Client().post("/er-is-niets/", FORMULIER)

    assert (antwoord.status_code, antwoord.context["velden"]) == (404, ())


@pytest.mark.parametrize(
    ("naam", "label"),
    [
        ("ontvangen_op", "Ontvangen op"),
        ("persoon-tot_en_met", "Persoon tot en met"),
        ("deelname-17-organisatie", "Deelname organisatie"),
        ("email", "E-mailadres"),
        ("Waarom?", "Waarom?"),
    ],
)
def test_what_was_typed_stands_under_words_that_people_read(naam, label):
    assert Veld(naam=naam, waarde="x").label == label
