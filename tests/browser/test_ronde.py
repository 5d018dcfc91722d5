"""A round in a browser: the office opens it, an adviser confirms on a phone, the office sees it and closes."""

import pytest
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from tests.browser.conftest import SMAL
from tests.gegevens import adviseurschap, deelname, deelnemer, gebruiker, ontwerpvraag, praktijk, programma

pytestmark = pytest.mark.browser


@pytest.fixture
def arnhem(stamgegevens):  # noqa: ARG001  # asked for its effect
    een = praktijk(programma(naam="In voor mantelzorg-thuis"), "ARN", naam="Arnhem " + "w" * 120)
    deelname(deelnemer(een.programma), een)
    return een


@freeze_time("2020-07-02 10:00")
def test_a_round_from_opening_to_closing(pagina_als, controleer, arnhem):
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(arnhem, ada)
    praktijk(arnhem.programma, "EDE", naam="Ede", gemeenten=["GM0228"])
    mo = pagina_als(user=gebruiker(Rol.MEDEWERKER))
    mo.goto("/monitor/rondes/")
    mo.get_by_role("link", name="Meetronde openen").click()
    mo.get_by_label("Aanleiding").fill("Monitor 2020")
    mo.get_by_label("Peildatum").fill("2020-06-30")
    mo.get_by_label("Bevestigen tot en met").fill("2020-07-10")
    controleer(mo, "ronde-nieuw")
    mo.get_by_role("button", name="Meetronde openen").click()
    mo.get_by_role("button", name="Adviseurs herinneren").click()
    assert "1 mail staat klaar in de uitgaande post" in mo.get_by_role("status").inner_text()
    controleer(mo, "ronde-kantoor")

    telefoon = pagina_als(user=ada)
    telefoon.set_viewport_size({"width": SMAL, "height": 640})
    telefoon.goto("/taken/")
    telefoon.get_by_role("link", name="Cijfers bevestigen").click()
    controleer(telefoon, "ronde-praktijk")
    ontwerpvraag(arnhem)
    telefoon.get_by_role("button", name="Klopt per").click()
    assert "De cijfers zijn veranderd terwijl u keek" in telefoon.get_by_role("alert").inner_text()
    controleer(telefoon, "ronde-praktijk-gewijzigd")
    telefoon.get_by_role("button", name="Klopt per").click()
    assert "U heeft bevestigd: Arnhem" in telefoon.get_by_role("status").inner_text()

    mo.reload()
    assert mo.get_by_text("1 van 2 praktijken bevestigd").count() == 1
    mo.get_by_role("link", name="Reden noteren voor Ede").click()
    mo.get_by_label("Waarom gaat u zonder bevestiging verder?").fill("Ede heeft nu geen adviseur.")
    controleer(mo, "ronde-zonder")
    mo.get_by_role("button", name="Reden bewaren").click()
    controleer(mo, "ronde-bijna-klaar")
    mo.get_by_role("button", name="Meetronde sluiten").click()
    assert "Gesloten op 2 juli 2020 door Mo de Medewerker" in mo.locator("main").inner_text()
    mo.goto("/monitor/rondes/")
    controleer(mo, "rondes")
