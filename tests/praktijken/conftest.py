"""What the tests of pages share."""

from collections.abc import Callable

import pytest
from django.test import Client

from mantelzorg.models import User
from tests.praktijken.historiewacht import elke_wijziging_zegt_wie_en_waarom  # noqa: F401  # a fixture


@pytest.fixture
def als() -> Callable[[User], Client]:
    """`als(user)`: a browser in which that person is logged in."""

    def ingelogd(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
        return client

    return ingelogd
