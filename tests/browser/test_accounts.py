"""Logging in, passwords and accounts in a browser."""

import re

import pytest

from mantelzorg.toegang import Rol
from tests.gegevens import WACHTWOORD, gebruiker
from tests.mantelzorg.accounts.postbus import postbus

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def snelle_wachtwoorden(settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def test_somebody_logs_in_with_the_keyboard_and_gets_the_page_asked_for(pagina_als, controleer):
    pagina = pagina_als()
    anja = gebruiker(Rol.BEHEERDER)
    pagina.goto("/accounts/")
    controleer(pagina, "inloggen")

    pagina.keyboard.type(anja.email)
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("verkeerd wachtwoord")
    pagina.keyboard.press("Enter")
    pagina.get_by_text("Inloggen is niet gelukt").wait_for()
    controleer(pagina, "inloggen-niet-gelukt")

    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.keyboard.press("Enter")
    pagina.get_by_role("heading", name="Accounts", level=1).wait_for()
    assert pagina.url.endswith("/accounts/")

    pagina.get_by_role("button", name="Uitloggen").click()
    pagina.get_by_role("link", name="Inloggen").first.wait_for()
    pagina.go_back()
    assert "/inloggen/" in pagina.url


def test_a_beheerder_invites_and_the_invited_chooses_a_password(pagina_als, controleer):
    beheer = pagina_als(Rol.BEHEERDER)
    beheer.goto("/accounts/")
    beheer.get_by_role("link", name="Iemand uitnodigen").click()
    beheer.get_by_label("E-mailadres").fill("piet@voorbeeld.example")
    beheer.get_by_label("Naam").fill("Piet Pieters")
    beheer.get_by_label("VWS-analist").check()
    beheer.get_by_role("button", name="Uitnodigen").click()
    beheer.get_by_text("De uitnodiging voor piet@voorbeeld.example staat klaar en gaat zo uit.").wait_for()
    controleer(beheer, "account")

    piet = pagina_als()
    piet.goto(re.search(r"/wachtwoord/instellen/\S+", postbus()[0].body)[0])
    assert piet.url.endswith("/kiezen/")
    controleer(piet, "wachtwoord-instellen")
    piet.get_by_label("Nieuw wachtwoord", exact=True).fill(WACHTWOORD)
    piet.get_by_label("Nieuw wachtwoord, nog een keer").fill(WACHTWOORD)
    piet.get_by_role("button", name="Wachtwoord instellen").click()
    piet.get_by_text("U kunt nu inloggen.").wait_for()
    piet.get_by_label("E-mailadres").fill("piet@voorbeeld.example")
    piet.get_by_label("Wachtwoord").fill(WACHTWOORD)
    piet.get_by_role("button", name="Inloggen").click()
    piet.get_by_text("Piet Pieters").wait_for()

    beheer.get_by_role("button", name="Account nu sluiten").click()
    beheer.get_by_text("is gesloten").first.wait_for()
    piet.goto("/wachtwoord/wijzigen/")
    assert "/inloggen/" in piet.url


def test_who_saves_second_sees_both_versions(pagina_als, controleer):
    ben = gebruiker(naam="Ben")
    eerste, tweede = pagina_als(Rol.BEHEERDER), pagina_als(Rol.BEHEERDER)
    for pagina, werkgever in ((eerste, "RIVM"), (tweede, "VWS")):
        pagina.goto(f"/accounts/{ben.pk}/")
        pagina.get_by_label("Werkgever").fill(werkgever)
    eerste.get_by_role("button", name="Bewaren").click()
    eerste.get_by_text("Het account is gewijzigd.").wait_for()
    tweede.get_by_role("button", name="Bewaren").click()
    assert tweede.get_by_role("row").all_inner_texts() == [
        "Veld\tNu bewaard\tDoor u ingevuld",
        "Werkgever\tRIVM\tVWS",
    ]
    controleer(tweede, "account-twee-versies")
    tweede.get_by_role("button", name="Mijn versie bewaren").click()
    tweede.get_by_text("Het account is gewijzigd.").wait_for()
    ben.refresh_from_db()
    assert ben.werkgever == "VWS"


def test_the_pages_for_everybody_are_clean(pagina_als, controleer):
    pagina = pagina_als()
    for adres, kop, naam in (
        ("/wachtwoord/gemaild/", "Kijk in uw mail", "wachtwoord-gemaild"),
        ("/wachtwoord/instellen/MQ/abc-def/", "Deze link werkt niet meer", "wachtwoord-oude-link"),
        ("/er-is-niets/", "Deze pagina is er niet", "niet-gevonden"),
    ):
        pagina.goto(adres)
        assert pagina.locator("h1").inner_text() == kop
        controleer(pagina, naam)
