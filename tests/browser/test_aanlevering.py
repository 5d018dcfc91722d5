"""Having a delivery made in a browser: the bar moves, the zip comes, and who received it stands with it."""

import io
import zipfile

import pytest

from mantelzorg.taken.werker import werk_af
from mantelzorg.toegang import Rol
from tests.browser.conftest import bekijk
from tests.monitor.meten.gegevens import vastgesteld
from tests.monitor.voorbeeld import voorbeeld

pytestmark = pytest.mark.browser


def test_an_analyst_has_it_made_downloads_it_and_writes_down_who_received_it(pagina_als):
    meting = vastgesteld(voorbeeld()).meting_id
    pagina = pagina_als(Rol.ANALIST)
    pagina.goto(f"/monitor/metingen/{meting}/")
    pagina.get_by_role("link", name="Aanlevering, antwoordnotitie en navraag").click()
    fouten = bekijk(pagina, "aanlevering-leeg")

    pagina.get_by_role("button", name="Aanlevering maken").click()
    pagina.get_by_role("progressbar", name="Voortgang van de aanlevering").wait_for()
    fouten += bekijk(pagina, "aanlevering-bezig")
    werk_af()
    pagina.get_by_role("link", name="Ververs").click()
    with pagina.expect_download() as wacht:
        pagina.get_by_role("link", name="Versie 1 downloaden (zip)").click()
    with zipfile.ZipFile(io.BytesIO(wacht.value.path().read_bytes())) as pak:
        assert "indicator-23.docx" in pak.namelist()
    pagina.get_by_role("link", name="Opschrijven wie versie 1 kreeg").click()
    pagina.get_by_label("Aan wie").fill("RIVM, team Monitor")
    pagina.get_by_role("button", name="Bewaren").click()
    pagina.get_by_role("link", name="Vraag opschrijven").click()
    pagina.get_by_label("Van wie").fill("RIVM")
    pagina.get_by_label("Vraag", exact=True).fill("Waarom 2?")
    pagina.get_by_role("button", name="Bewaren").click()

    pagina.get_by_role("heading", name="Vraag van RIVM").wait_for()
    assert pagina.get_by_text("Aan RIVM, team Monitor op").first.is_visible()
    assert fouten + bekijk(pagina, "aanlevering-vol") == []
    assert pagina.fouten == []
