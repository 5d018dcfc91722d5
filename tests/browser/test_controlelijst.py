"""The checklist in a browser: what holds a measurement up, refused without a reason, accepted with one."""

import pytest

from mantelzorg.toegang import Rol
from tests.browser.conftest import SMAL
from tests.gegevens import deelname, deelnemer, gebruiker, organisatietype, praktijk, programma
from tests.monitor.meten.gegevens import meting

pytestmark = pytest.mark.browser


def test_what_holds_a_measurement_up_is_accepted_with_a_reason(pagina_als, controleer, stamgegevens):  # noqa: ARG001  # asked for its effect
    thuis = programma(naam="In voor mantelzorg-thuis")
    arnhem = praktijk(thuis, "ARN", naam="Arnhem " + "w" * 120, gemeenten=["GM0202"])
    praktijk(thuis, "EDE", naam="Ede", start=None)
    deelname(deelnemer(thuis, "D1"), arnhem, organisatietype=organisatietype("Zorg " + "w" * 80))
    deelname(deelnemer(thuis, "D2"), arnhem)
    een = meting(thuis)
    pagina = pagina_als(user=gebruiker(Rol.MEDEWERKER, "Mo Meet"))
    pagina.set_viewport_size({"width": SMAL, "height": 640})
    pagina.goto(f"/monitor/metingen/{een.pk}/")
    pagina.get_by_role("link", name="Controlelijst").click()
    for uitklap in pagina.locator("main details summary").all():
        uitklap.click()
    controleer(pagina, "controlelijst")
    pagina.get_by_label("Waarom mag de meting zo worden vastgesteld?").fill("x" * 5_001)
    pagina.get_by_role("button", name="Aanvaarden").click()
    assert "De bevinding is nog niet aanvaard." in pagina.get_by_role("alert").inner_text()
    controleer(pagina, "controlelijst-fout")
    pagina.get_by_label("Waarom mag de meting zo worden vastgesteld?").fill("Ede is nooit begonnen.")
    pagina.get_by_role("button", name="Aanvaarden").click()
    assert pagina.get_by_text("Niets houdt het vaststellen tegen.").count() == 1
    controleer(pagina, "controlelijst-aanvaard")
