"""A medewerker and their browser, for the tests of the pages to import and download."""

import pytest
from django.test import Client

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker
from tests.praktijken.uitwisseling.pagina.bezoek import browser


@pytest.fixture(autouse=True)
def zonder_https(settings) -> None:
    settings.SECURE_SSL_REDIRECT = False


@pytest.fixture
def mo() -> User:
    return gebruiker(Rol.MEDEWERKER)


@pytest.fixture
def client(mo: User) -> Client:
    """The browser of Mo, a medewerker."""
    return browser(mo)
