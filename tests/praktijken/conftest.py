"""What the tests of pages share."""

from collections.abc import Callable

import pytest
from django.test import Client

from mantelzorg.models import User


@pytest.fixture
def als() -> Callable[[User], Client]:
    """`als(user)`: a browser in which that person is logged in."""

    def ingelogd(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
        return client

    return ingelogd
