"""An admitted application in a browser: the form, its errors, and the practice that came of it."""

import pytest

from mantelzorg.toegang import Rol
from praktijken.models import Praktijk
from tests.aanmeldingen.plaatsen.plaatsboek import ontvangen
from tests.aanmeldingen.toelaten.conftest import toegelaten
from tests.gegevens import deelnemer, gebruiker, organisatie, organisatietype

pytestmark = pytest.mark.browser


@pytest.fixture
def rijn(stamgegevens):  # noqa: ARG001  # asked for its effect
    for naam in ("(Thuis)zorgorganisatie", "Welzijnsorganisatie", "Gemeente"):
        organisatietype(naam)
    gebruiker(Rol.ADVISEUR)
    een = toegelaten(gebruiker(Rol.MEDEWERKER, "Mo Medewerker"))
    organisatie("Thuiszorg Rijn en Waal")
    deelnemer(een.oproep.programma, "D7", naam="Carla Contact")
    return een


def test_the_form_says_what_is_to_be_chosen_and_makes_the_practice(pagina_als, controleer, rijn):
    pagina = pagina_als(Rol.MEDEWERKER)
    pagina.goto(f"/intake/aanmeldingen/{rijn.pk}/")
    pagina.get_by_role("link", name="Praktijk maken van deze aanmelding").click()
    controleer(pagina, "toelaten")
    pagina.locator("form.formulier").evaluate("formulier => { formulier.noValidate = true; formulier.requestSubmit() }")
    pagina.wait_for_selector(".melding.fout")
    controleer(pagina, "toelaten-fouten")

    pagina.locator("#id_adviseur_0").check()
    for plek in ("huis_0", "mens_0"):
        pagina.locator(f"input[name={plek}][value=nieuw]").check()
    for nummer in range(2):
        pagina.locator(f"select[name=mens_{nummer}_hoedanigheid]").select_option("beroepskracht")
    pagina.get_by_role("button", name="Praktijk maken").press("Enter")
    pagina.wait_for_url("**/praktijken/*/")

    assert "De praktijk is gemaakt." in pagina.locator(".melding.succes").inner_text()
    assert pagina.locator("#herkomst").is_visible()
    controleer(pagina, "toelaten-praktijk")
    assert Praktijk.objects.get().deelnames.count() == 2


def test_without_a_decision_the_page_says_why_not(pagina_als, controleer, rijn):
    wacht = ontvangen(rijn.oproep, "Thuiszorg Waal")
    pagina = pagina_als(Rol.MEDEWERKER)
    pagina.goto(f"/intake/aanmeldingen/{wacht.pk}/toelaten/")

    assert "Er is nog geen besluit" in pagina.locator("main").inner_text()
    controleer(pagina, "toelaten-niet")
