"""What holds for every test."""

import os
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db.models.signals import post_migrate
from hypothesis import settings

# How long one example takes says something of the machine, nothing of the code.
settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")


def zet_stamgegevens_terug(**_: Any) -> None:
    """The roles and municipalities that migrations made.

    A test with transactions of its own ends with a flush of all tables, after which Django sends this signal; so tests
    may run in any order.
    """
    migratie = import_module("mantelzorg.migrations.0002_rollen_en_gemeenten")
    migratie.maak_rollen(apps, None)
    if not apps.get_model("mantelzorg", "Gemeente").objects.exists():
        migratie.laad_gemeenten(apps, None)


post_migrate.connect(zet_stamgegevens_terug, sender=apps.get_app_config("mantelzorg"))

ALLEEN_DATABASE = "TEST_ALLEEN_DATABASE"
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a second database only the tests that touch one are run again; the others cannot come out differently."""
    if os.environ.get(ALLEEN_DATABASE):
        zonder = [item for item in items if not gebruikt_database(item)]
        items[:] = [item for item in items if gebruikt_database(item)]
        config.hook.pytest_deselected(items=zonder)


def gebruikt_database(item: pytest.Item) -> bool:
    """By its mark or by a fixture it asks for."""
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(fixtures & DATABASE_FIXTURES)
