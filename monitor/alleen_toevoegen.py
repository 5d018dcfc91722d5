"""Triggers that refuse to change or delete a row of what is fixed, on SQLite and PostgreSQL.

SQLite loses them when a migration rebuilds a table, so they are put after every `migrate`, and a check of the database
reports one that is missing.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from monitor.models import AlleenToevoegen

MELDING = "vastgesteld: deze rij kan niet worden gewijzigd of verwijderd"
_FUNCTIE = "monitor_alleen_toevoegen"
_ACTIES = {"sqlite": ("UPDATE", "DELETE"), "postgresql": ("UPDATE", "DELETE", "TRUNCATE")}


def tabellen() -> list[str]:
    """The tables that are only added to."""
    return sorted(model._meta.db_table for model in apps.get_models() if issubclass(model, AlleenToevoegen))


def zet(verbinding: BaseDatabaseWrapper) -> None:
    """Put every trigger that is missing; on tables that do not exist yet, none."""
    if verbinding.vendor == "postgresql":
        _voer_uit(verbinding, _functie())
    for tabel, actie in ontbrekend(verbinding):
        _gooi_weg(verbinding, tabel, actie)
        _voer_uit(verbinding, _trigger(verbinding.vendor, tabel, actie))


def ontbrekend(verbinding: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    """Table and action of each trigger that should be there and is not, or is not what it should be."""
    with verbinding.cursor() as cursor:
        bestaan = {een.name for een in verbinding.introspection.get_table_list(cursor)}
        cursor.execute(_AANWEZIG[verbinding.vendor])
        aanwezig = {tekst.replace('"', "") for (tekst,) in cursor.fetchall()}
    return [
        (tabel, actie)
        for tabel in tabellen()
        for actie in _ACTIES[verbinding.vendor]
        if tabel in bestaan and _staat_er_als(verbinding.vendor, tabel, actie) not in aanwezig
    ]


@contextmanager
def opgeheven(verbinding: BaseDatabaseWrapper, tabel: str) -> Iterator[None]:
    """Without the triggers of one table: for a test that empties it, or breaks into it. Never in the product."""
    for actie in _ACTIES[verbinding.vendor]:
        _gooi_weg(verbinding, tabel, actie)
    yield
    zet(verbinding)


def na_migreren(using: str, **_: Any) -> None:
    """After each `migrate`."""
    zet(connections[using])


def controleer(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """A check of the database: a missing trigger is an error."""
    return [
        Error(
            f"De tabel {tabel} is niet beschermd tegen {actie}.",
            hint="Draai `manage.py migrate`: dat zet de bescherming terug.",
            id="monitor.E001",
        )
        for alias in databases or [DEFAULT_DB_ALIAS]
        for tabel, actie in ontbrekend(connections[alias])
    ]


_AANWEZIG = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT pg_get_triggerdef(t.oid, true) || ':' || p.prosrc FROM pg_trigger t "
    "JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
}
"""What each trigger does, as the database keeps it: one of the right name that does nothing is none."""
_INHOUD = f" BEGIN RAISE EXCEPTION '{MELDING}' USING ERRCODE = 'restrict_violation'; END "


def _naam(tabel: str, actie: str) -> str:
    return f"{tabel}_geen_{actie.lower()}"


def _functie() -> str:
    return f"CREATE OR REPLACE FUNCTION {_FUNCTIE}() RETURNS trigger LANGUAGE plpgsql AS $${_INHOUD}$$"


def _trigger(soort: str, tabel: str, actie: str) -> str:
    naam = _naam(tabel, actie)
    if soort == "sqlite":
        return f"CREATE TRIGGER {naam} BEFORE {actie} ON {tabel} BEGIN SELECT RAISE(ABORT, '{MELDING}'); END"
    per = "STATEMENT" if actie == "TRUNCATE" else "ROW"
    return f"CREATE TRIGGER {naam} BEFORE {actie} ON {tabel} FOR EACH {per} EXECUTE FUNCTION {_FUNCTIE}()"


def _staat_er_als(soort: str, tabel: str, actie: str) -> str:
    trigger = _trigger(soort, tabel, actie)
    return f"{trigger}:{_INHOUD}" if soort == "postgresql" else trigger


def _gooi_weg(verbinding: BaseDatabaseWrapper, tabel: str, actie: str) -> None:
    van = f" ON {tabel}" if verbinding.vendor == "postgresql" else ""
    _voer_uit(verbinding, f"DROP TRIGGER IF EXISTS {_naam(tabel, actie)}{van}")


def _voer_uit(verbinding: BaseDatabaseWrapper, opdracht: str) -> None:
    with verbinding.cursor() as cursor:
        cursor.execute(opdracht)
