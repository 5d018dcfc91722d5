"""What the tests of pages share."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from mantelzorg.models import User
from tests.praktijken.historiewacht import bewaakt


@pytest.fixture
def als() -> Callable[[User], Client]:
    """`als(user)`: a browser in which that person is logged in."""

    def ingelogd(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
        return client

    return ingelogd


@pytest.fixture(autouse=True)
def elke_wijziging_zegt_wie_en_waarom() -> Iterator[None]:
    """Whatever a test does by a page of the product, the history tells who did it and why."""
    with bewaakt() as zonder:
        yield
    assert zonder == []
