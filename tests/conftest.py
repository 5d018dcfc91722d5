"""What holds for every test."""

from importlib import import_module
from typing import Any

from django.apps import apps
from django.contrib.staticfiles import finders
from django.db.models.signals import post_migrate
from hypothesis import settings
from whitenoise.middleware import WhiteNoiseMiddleware

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
