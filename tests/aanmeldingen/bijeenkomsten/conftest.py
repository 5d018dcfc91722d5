"""Named people, and a mail server that keeps what it gets."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker
from tests.mailvanger import Mailvanger, vang_mail

Als = Callable[[User], Client]


@pytest.fixture
def mo() -> User:
    return gebruiker(Rol.MEDEWERKER)


@pytest.fixture
def mail() -> Iterator[Mailvanger]:
    with vang_mail() as vanger:
        yield vanger


@pytest.fixture
def als() -> Als:
    def maak(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
        return client

    return maak
