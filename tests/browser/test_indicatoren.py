"""The pages of indicators beside 23 in a browser: list, figures, records, a date that is none, and a measurement."""

import pytest
from playwright.sync_api import expect

from mantelzorg.toegang import Rol
from tests.browser.conftest import SCHERMEN
from tests.monitor.meten.gegevens import vastgesteld
from tests.monitor.oproepen.gegevens import voorbeeldoproep
from tests.monitor.verschil.gegevens import programma_2020

pytestmark = pytest.mark.browser


def test_from_the_list_to_the_figures_and_the_persons_behind_one(pagina_als, controleer):
    programma_2020()
    pagina = pagina_als(Rol.MEDEWERKER)
    pagina.goto("/monitor/indicatoren/")
    controleer(pagina, "indicatoren")
    pagina.get_by_role("link", name="Bereik", exact=True).click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Aantal deelnemers dat het programma bereikte")
    pagina.get_by_role("textbox", name="Peildatum").fill("30-06-2020")
    pagina.get_by_role("button", name="Toon cijfers").click()
    expect(pagina.get_by_text("zijn 3 deelnemers bereikt, in 11 opgestarte praktijken.")).to_be_visible()
    controleer(pagina, "bereik")
    pagina.pdf(path=SCHERMEN / "bereik.pdf", format="A4")
    pagina.locator(".hoofdgetal a").click()
    expect(pagina.get_by_role("link", name="Els Eg")).to_be_visible()


def test_the_figures_of_calls_and_a_day_that_is_none(pagina_als, controleer):
    voorbeeldoproep()
    pagina = pagina_als(Rol.ANALIST)
    pagina.goto("/monitor/oproep/?peildatum=2014-07-31")
    expect(pagina.get_by_text("kwamen er 5 aanmeldingen binnen, bij 1 oproep.")).to_be_visible()
    controleer(pagina, "oproepen-samen")
    pagina.goto("/monitor/oproep/?peildatum=gisteren")
    expect(pagina.get_by_role("textbox", name="Peildatum")).to_have_value("gisteren")
    controleer(pagina, "oproepen-samen-fout")


def test_a_measurement_of_it_as_it_was_fixed(pagina_als, controleer):
    vast = vastgesteld(programma_2020(), indicator="bereik")
    pagina = pagina_als(Rol.ANALIST)
    pagina.goto("/monitor/metingen/")
    pagina.get_by_role("link", name="2020, nummer 1").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Meting 1 van 2020: Bereik")
    expect(pagina.get_by_text(vast.zegel)).to_be_visible()
    controleer(pagina, "meting-bereik")
