"""Gives a test with transactions of its own back the database as migrations left it, whatever it filled.

Django's own flush empties all hundred tables and makes anew what belongs in them, also where a test touched three.
"""

from contextlib import nullcontext
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction

from mantelzorg.models import Gemeente
from monitor import alleen_toevoegen

GEVULD_DOOR_MIGRATIES: tuple[type[models.Model], ...] = (ContentType, Permission, Group, Gemeente)
"""In an order in which they can be filled; all other tables are empty before a test."""


class Stamgegevens:
    """The rows that migrations made, as they stood before the first test of this process."""

    def __init__(self) -> None:
        self._rijen = {model: _rijen(model) for model in GEVULD_DOOR_MIGRATIES}

    def zet_terug(self) -> None:
        """Empty the tables a test filled, and give those of migrations their rows again where they differ."""
        anders = [model for model, rijen in self._rijen.items() if _rijen(model) != rijen]
        goed = {model._meta.db_table for model in self._rijen if model not in anders}
        with transaction.atomic():
            for tabel in set(_gevulde_tabellen()) - goed:
                _leeg(tabel)
            for model in anders:
                model._base_manager.bulk_create(model(**rij) for rij in self._rijen[model])
        ContentType.objects.clear_cache()


def _rijen(model: type[models.Model]) -> list[dict[str, Any]]:
    return list(model._base_manager.order_by("pk").values())


def _gevulde_tabellen() -> list[str]:
    tabellen = connection.introspection.django_table_names(include_views=False)
    namen = [connection.ops.quote_name(tabel) for tabel in tabellen]
    vragen = ", ".join(f"EXISTS(SELECT 1 FROM {naam})" for naam in namen)  # noqa: S608  # tables of models
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {vragen}")
        return [tabel for tabel, gevuld in zip(tabellen, cursor.fetchone(), strict=True) if gevuld]


def _leeg(tabel: str) -> None:
    """Keys to rows that are still to go are checked at the end of the transaction."""
    vast = alleen_toevoegen.opgeheven(connection, tabel) if tabel in alleen_toevoegen.tabellen() else nullcontext()
    with vast, connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {connection.ops.quote_name(tabel)}")  # noqa: S608  # a table of a model
