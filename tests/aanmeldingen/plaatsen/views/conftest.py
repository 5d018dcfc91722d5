"""Somebody of the office, logged in."""

import pytest
from django.test import Client

from mantelzorg.models import User


@pytest.fixture
def als_mo(mo: User) -> Client:
    client = Client()
    client.force_login(mo, backend="mantelzorg.inloggen.AccountBackend")
    return client
