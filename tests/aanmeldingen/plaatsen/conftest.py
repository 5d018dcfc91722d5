"""Named people of the office."""

import pytest

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker


@pytest.fixture
def mo() -> User:
    return gebruiker(Rol.MEDEWERKER)
