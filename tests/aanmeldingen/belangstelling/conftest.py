"""A call for hospitals and home care, two advisers and the office."""

import pytest

from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import belangstellingsoproep
from tests.gegevens import gebruiker
from tests.praktijken.historiewacht import elke_wijziging_zegt_wie_en_waarom  # noqa: F401  # a fixture


@pytest.fixture
def oproep(db):  # noqa: ARG001  # asked for its effect
    return belangstellingsoproep()


@pytest.fixture
def ada(db):  # noqa: ARG001  # asked for its effect
    return gebruiker(Rol.ADVISEUR, "Ada Adviseur")


@pytest.fixture
def bo(db):  # noqa: ARG001  # asked for its effect
    return gebruiker(Rol.ADVISEUR, "Bo Buur")


@pytest.fixture
def mo(db):  # noqa: ARG001  # asked for its effect
    return gebruiker(Rol.MEDEWERKER, "Mo Medewerker")
