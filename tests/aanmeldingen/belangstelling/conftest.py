"""A call for hospitals and home care, two advisers and the office."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import belangstellingsoproep
from tests.gegevens import gebruiker
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
