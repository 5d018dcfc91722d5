"""What holds for every test."""

import pytest
from hypothesis import settings

# How long one example takes says something of the machine, nothing of the code.
settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")


@pytest.fixture(autouse=True)
def snelle_wachtwoorden(settings) -> None:
    """A password hash that is slow on purpose would make up most of the suite's time."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
