"""The pages that come instead of the one that was asked for: each clean, and each giving back what was typed."""

import pytest
from django.template.loader import render_to_string

from mantelzorg.ingevuld import Veld
from mantelzorg.toegang import Rol

pytestmark = pytest.mark.browser
GETYPT = Veld(naam="Toelichting", waarde="Belde vanochtend.\nwww" + "w" * 300)


def test_who_is_logged_out_meanwhile_gets_the_text_back(pagina_als, controleer):
    pagina = pagina_als(Rol.MEDEWERKER)
    pagina.goto("/verzoeken/nieuw/")
    pagina.get_by_label("Wat vraagt de persoon?").select_option("inzage")
    pagina.get_by_label("Hoe kwam het binnen?").select_option("telefoon")
    pagina.get_by_label("Toelichting").fill("Belde vanochtend.")
    pagina.context.clear_cookies(name="sessionid")
    pagina.get_by_role("button", name="Bewaren").click()

    assert pagina.locator("h1").inner_text() == "U bent niet meer ingelogd"
    assert pagina.get_by_label("Toelichting", exact=True).input_value() == "Belde vanochtend."
    controleer(pagina, "foutpagina-uitgelogd")


def test_a_form_without_the_secret_of_the_session_is_refused_with_what_was_typed(pagina_als, controleer):
    pagina = pagina_als()
    pagina.goto("/wachtwoord/vergeten/")
    pagina.get_by_label("E-mailadres").fill("ada@voorbeeld.example")
    pagina.context.clear_cookies()
    pagina.get_by_role("button", name="Mail mij een link").click()

    assert pagina.locator("h1").inner_text() == "Het formulier is niet verstuurd"
    assert pagina.get_by_label("E-mailadres", exact=True).input_value() == "ada@voorbeeld.example"
    controleer(pagina, "foutpagina-niet-verstuurd")


def test_who_guesses_passwords_has_to_wait(pagina_als, controleer, settings):
    settings.AXES_FAILURE_LIMIT = 1
    pagina = pagina_als()
    pagina.goto("/inloggen/")
    pagina.get_by_label("E-mailadres").fill("ada@voorbeeld.example")
    pagina.get_by_label("Wachtwoord").fill("geraden")
    pagina.get_by_role("button", name="Inloggen").click()

    assert pagina.locator("h1").inner_text() == "Te vaak geprobeerd"
    controleer(pagina, "foutpagina-te-vaak")


@pytest.mark.parametrize(
    ("sjabloon", "status", "kop"),
    [
        ("400.html", 400, "Dit verzoek klopt niet"),
        ("500.html", 500, "Er ging iets mis"),
        ("503.html", 503, "Het is nu te druk"),
        ("praktijken/kloptdit/te_vaak.html", 429, "Er zijn te veel antwoorden gegeven met deze link"),
    ],
)
def test_a_page_that_the_server_makes_in_trouble_is_clean(pagina_als, controleer, sjabloon, status, kop):
    pagina = pagina_als()
    inhoud = render_to_string(sjabloon, {"velden": [GETYPT]})
    pagina.route("**/in-nood/", lambda route: route.fulfill(status=status, content_type="text/html", body=inhoud))
    pagina.goto("/in-nood/")

    assert pagina.locator("h1").inner_text() == kop
    controleer(pagina, f"foutpagina-{status}")
