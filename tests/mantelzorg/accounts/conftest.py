"""What the tests of accounts share."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import WACHTWOORD, gebruiker
from tests.mantelzorg.accounts.postbus import postbus

LINK = re.compile(r"http://127\.0\.0\.1:8000(/wachtwoord/instellen/\S+)")


@pytest.fixture(autouse=True)
def snelle_wachtwoorden(settings) -> None:
    """A hash that costs nothing: these tests log in hundreds of times."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def als() -> Callable[[User], Client]:
    """`als(user)`: a browser of its own in which this person has logged in with the password."""

    def ingelogd(user: User, wachtwoord: str = WACHTWOORD) -> Client:
        client = Client()
        antwoord = client.post("/inloggen/", {"username": user.email, "password": wachtwoord})
        assert antwoord.status_code == 302
        return client

    return ingelogd


def gemailde_link(nummer: int = -1) -> str:
    """The address in a mail that was sent, after what waits has gone out."""
    gevonden = LINK.search(postbus()[nummer].body)
    assert gevonden is not None
    return gevonden[1]


def open_link(client: Client, link: str) -> str:
    """Click a mailed link; the address at which the form stands."""
    antwoord = client.get(link)
    assert antwoord.status_code == 302
    return antwoord["Location"]


@pytest.fixture
def anja() -> User:
    return gebruiker(Rol.BEHEERDER)


@pytest.fixture
def beheer(anja: User) -> Client:
    client = Client()
    client.force_login(anja, backend="mantelzorg.inloggen.AccountBackend")
    return client
