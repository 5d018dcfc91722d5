"""The start page in a browser."""

import pytest

from mantelzorg.toegang import Rol
from tests.gegevens import programma

pytestmark = pytest.mark.browser


def test_the_start_page_is_clean_for_who_is_not_logged_in(pagina_als, controleer):
    pagina = pagina_als()

    pagina.goto("/")

    assert pagina.locator("h1").inner_text() == "In voor mantelzorg"
    controleer(pagina, "start-anoniem")


@pytest.mark.parametrize("rol", list(Rol))
def test_the_start_page_is_clean_for_each_role(pagina_als, controleer, rol):
    pagina = pagina_als(rol)
    programma()

    pagina.goto("/")

    controleer(pagina, f"start-{rol.name.lower()}")
