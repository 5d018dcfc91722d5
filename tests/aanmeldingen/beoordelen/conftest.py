"""Named people around one call with three criteria, and a way to do things at the same moment."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection, connections
from django.test import Client

from aanmeldingen.models import Aanmelding
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.aanmeldingen.beoordelen.gegevens import met_plaats, roep_op
from tests.gegevens import gebruiker
from tests.praktijken.historiewacht import bewaakt

Daad = Callable[[], Any]


@pytest.fixture
def mensen(db: None) -> SimpleNamespace:  # noqa: ARG001  # asked for its effect
    """Mo and Mia of the office, Anja who manages accounts too, advisers Ada and Bo, Ben who sees figures alone."""
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)
    return SimpleNamespace(
        mo=gebruiker(Rol.MEDEWERKER, "Mo Medewerker"),
        mia=gebruiker(Rol.MEDEWERKER, "Mia Medewerker"),
        anja=gebruiker(Rol.BEHEERDER, "Anja Beheerder"),
        ada=gebruiker(Rol.ADVISEUR, "Ada Adviseur"),
        bo=gebruiker(Rol.ADVISEUR, "Bo Adviseur"),
        ben=gebruiker(Rol.ANALIST, "Ben Analist"),
    )


@pytest.fixture
def een(mensen: SimpleNamespace) -> Aanmelding:
    """De Linde, sent in under version 2 of the conditions, in a call of one place: it holds that place."""
    return met_plaats(roep_op(mensen.mo), "De Linde")


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
def gelijktijdig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[list[Any], Any]]:
    """`gelijktijdig(een, ander, daarna=lees)`: both at the same moment on connections of their own, then `lees()`.

    SQLite's test database lives in memory, where nobody waits for a lock: the threads get a copy on disk.
    """

    def draai(*daden: Daad, daarna: Daad) -> tuple[list[Any], Any]:
        with monkeypatch.context() as tijdelijk:
            if connection.vendor == "sqlite":
                bestand = tmp_path / "kopie.sqlite3"
                connection.ensure_connection()
                with closing(sqlite3.connect(bestand)) as kopie:
                    connection.connection.backup(kopie)
                tijdelijk.setitem(connections.settings["default"], "NAME", str(bestand))
            return sorted(_samen(daden)), _samen((daarna,))[0]

    return draai


def _samen(daden: tuple[Daad, ...]) -> list[Any]:
    start = threading.Barrier(len(daden))
    uitkomsten: list[Any] = []

    def draad(daad: Daad) -> None:
        connection.ensure_connection()
        start.wait()
        try:
            uitkomsten.append(daad())
        finally:
            connection.close()

    draden = [threading.Thread(target=draad, args=(daad,)) for daad in daden]
    for een in draden:
        een.start()
    for een in draden:
        een.join()
    return uitkomsten
