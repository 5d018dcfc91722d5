"""What holds for every test."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

import freezegun.api
import pytest
from django.conf import settings as instellingen
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client, TransactionTestCase
from hypothesis import settings
from simple_history.manager import HistoryManager
from whitenoise.middleware import WhiteNoiseMiddleware

from mantelzorg.models import User
from tests.gelijktijdig import gelijktijdig  # noqa: F401  # a fixture for all
from tests.settings import SJABLOON
from tests.stamgegevens import Stamgegevens

GEEFT_DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}
LANGSTE = ("tests/test_voordeur.py", "tests/praktijken/uitwisseling/test_commando.py", "tests/browser/")

# How long one example takes says something of the machine, nothing of the code.
settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Marks what may reach the database, for pytest-django refuses it to any other test; puts the longest first.

    So at the end of a run only short ones are left, and no worker waits long for another.
    """
    for item in items:
        vraagt = item.get_closest_marker("django_db") or GEEFT_DATABASE & set(getattr(item, "fixturenames", ()))
        if vraagt or issubclass(getattr(item, "cls", None) or object, TransactionTestCase):
            item.add_marker("database")
    yield
    items.sort(key=lambda item: not item.nodeid.startswith(LANGSTE))


def pytest_collection_finish() -> None:
    """All of the product is loaded before a test stops the clock, whose classes would stand in what is loaded then.

    What is loaded by now stays to the end; going over it at each round of the garbage took a tenth of the time.
    """
    import_module(instellingen.ROOT_URLCONF)
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:  # noqa: ARG001  # asked for its effect
    """Lays down the copy of the migrated database, if there is one; PostgreSQL makes it itself, by its settings."""
    if (sjabloon := os.environ.get(SJABLOON)) and connection.vendor == "sqlite":
        shutil.copy(sjabloon, connection.settings_dict["TEST"]["NAME"])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:  # noqa: ARG001  # asked for its effect
    """The test database; a test with transactions of its own leaves it as it was, so tests may run in any order."""
    with django_db_blocker.unblock():
        stamgegevens = Stamgegevens()
    TransactionTestCase._fixture_teardown = lambda _test: stamgegevens.zet_terug()


@pytest.fixture
def als() -> Callable[[User], Client]:
    """`als(user)`: a browser in which that person is logged in."""

    def ingelogd(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
        return client

    return ingelogd


statische_bestanden: dict[tuple[Any, ...], dict[str, Any]] = {}
zoek_statische_bestanden = WhiteNoiseMiddleware.add_files_from_finders


def neem_gevonden_bestanden(whitenoise: WhiteNoiseMiddleware) -> None:
    """The static files, looked up once a process and again where the settings of the finders changed.

    A web server starts once, but each `Client` of a test starts the product anew, and this took most of that.
    """
    sleutel = (whitenoise.static_prefix, *finders.get_finders())
    if sleutel not in statische_bestanden:
        zoek_statische_bestanden(whitenoise)
        statische_bestanden[sleutel] = whitenoise.files
    whitenoise.files = {**whitenoise.files, **statische_bestanden[sleutel]}


WhiteNoiseMiddleware.add_files_from_finders = neem_gevonden_bestanden

# Each record that is saved makes this class anew, by going over all methods of a queryset.
HistoryManager.from_queryset = cache(HistoryManager.from_queryset)

# Each `freeze_time` looks in all modules whether they got another name since: counting them does, sorting them is slow.
freezegun.api._get_module_attributes_hash = lambda module: f"{id(module)}-{len(vars(module))}"
