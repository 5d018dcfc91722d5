"""Publishing and the public figures in a browser: both widths, dark, on paper, and without any script."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SCHERMEN
from tests.monitor.meten.gegevens import controleur, vastgesteld
from tests.monitor.publicatie.gegevens import gepubliceerd, met_kleine_aantallen, teksten

pytestmark = pytest.mark.browser

VERDIEPING = "In {gemeenten} gemeenten, 4 jaar lang."


def test_mo_publishes_and_everybody_reads_it(pagina_als, controleer):
    programma = met_kleine_aantallen()
    teksten(programma, beschrijving="Telt pilots: {praktijken.opgestart}.", verdieping="")
    gepubliceerd(vastgesteld(programma, 2019, "2019-06-30", nvt="niet gemeten"))
    meting = vastgesteld(programma).meting_id
    pagina = pagina_als(user=controleur())
    pagina.goto(f"/monitor/metingen/{meting}/publiceren/")
    controleer(pagina, "publiceren")
    pagina.get_by_role("link", name="Teksten en drempel wijzigen").click()
    pagina.get_by_role("textbox", name="Verdieping").fill(VERDIEPING)
    pagina.get_by_role("spinbutton", name="Drempel").fill("2")
    pagina.get_by_role("button", name="Bewaren").click()
    expect(pagina.get_by_text("Kies 0 (niets afschermen) of een drempel van ten minste 3.").first).to_be_visible()
    pagina.get_by_role("spinbutton", name="Drempel").fill("5")
    controleer(pagina, "publicatieteksten")
    pagina.get_by_role("button", name="Bewaren").click()
    pagina.get_by_role("link", name="Getallen nakijken").click()
    pagina.get_by_role("textbox", name="Reden").fill("Zo lang liep het programma, in jaren.")
    pagina.get_by_role("button", name="Laten staan").click()
    expect(pagina.get_by_text("Er is nog niets aanvaard.")).to_be_visible()
    controleer(pagina, "publicatiegetallen")
    pagina.get_by_role("checkbox", name="‘4’ in ‘verdieping’").check()
    pagina.get_by_role("button", name="Laten staan").click()
    expect(pagina.get_by_text("Deze getallen mogen blijven.")).to_be_visible()
    controleer(pagina, "publiceren-met-getal")
    pagina.get_by_role("button", name="Publiceren", exact=True).click()
    expect(pagina).to_have_url(re.compile("/cijfers/thuis/2020/1/"))

    lezer = pagina_als()
    lezer.goto("/cijfers/")
    controleer(lezer, "cijfers-lijst")
    lezer.get_by_role("link", name="Thuis").click()
    controleer(lezer, "cijfers-reeks")
    lezer.get_by_role("link", name="2020", exact=True).click()
    expect(lezer.get_by_text("In 3 gemeenten, 4 jaar lang.")).to_be_visible()
    assert lezer.locator("script[src]").count() == 0
    controleer(lezer, "cijfers-blad")
    lezer.pdf(path=SCHERMEN / "cijfers-blad.pdf", format="A4")
