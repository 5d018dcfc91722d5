"""The page of a call's figures in a browser: both widths, dark, on paper, with and without a date that is one."""

import pytest

from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import oproep
from tests.browser.conftest import SCHERMEN
from tests.monitor.oproepen.gegevens import voorbeeldoproep

pytestmark = pytest.mark.browser


def test_the_figures_of_a_call_read_in_both_widths_in_the_dark_and_on_paper(pagina_als, controleer):
    voorbeeldoproep()
    pagina = pagina_als(Rol.ANALIST)
    pagina.goto("/monitor/oproepen/")
    controleer(pagina, "oproepcijfers-lijst")
    pagina.get_by_role("link", name="In voor Mantelzorg 2014", exact=True).click()
    pagina.get_by_role("textbox", name="Peildatum").fill("12-07-2014")
    pagina.get_by_role("button", name="Toon cijfers").click()

    assert pagina.url.endswith("/monitor/oproepen/oproep-2014/?peildatum=12-07-2014")
    assert pagina.locator("figure > svg[role=img]").count() == 3
    controleer(pagina, "oproepcijfers")
    pagina.pdf(path=SCHERMEN / "oproepcijfers.pdf", format="A4")


def test_a_call_without_applications_and_a_day_that_is_none(pagina_als, controleer):
    oproep()
    pagina = pagina_als(Rol.ANALIST)
    pagina.goto("/monitor/oproepen/oproep-2014/?peildatum=2014-03-01")
    assert pagina.get_by_text("Op 1 maart 2014 is de oproep nog niet open.").is_visible()
    controleer(pagina, "oproepcijfers-leeg")

    pagina.goto("/monitor/oproepen/oproep-2014/?peildatum=gisteren")
    assert pagina.get_by_role("textbox", name="Peildatum").input_value() == "gisteren"
    controleer(pagina, "oproepcijfers-fout")
