"""The page of a difference in a browser: the bridge and its parts, another figure, both widths, in the dark."""

import pytest

from mantelzorg.toegang import Rol
from tests.monitor.verschil.gegevens import twee_metingen

pytestmark = pytest.mark.browser


def test_a_difference_opens_its_records_and_another_figure(pagina_als, controleer):
    twee_metingen()
    pagina = pagina_als(Rol.ANALIST)
    pagina.goto("/monitor/verschil/")
    pagina.get_by_role("link", name="Actief", exact=True).click()
    assert pagina.get_by_role("img", name="Van 11 naar 9: Actief").is_visible()
    pagina.get_by_text("Opgegaan in een andere praktijk: welke?").click()
    assert pagina.get_by_role("link", name="Venlo (VEN)").is_visible()
    controleer(pagina, "verschil")
