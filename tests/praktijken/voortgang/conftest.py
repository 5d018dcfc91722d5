"""Named people around one experiment, and a way to do things at the same moment."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, connections

from mantelzorg.toegang import Rol
from tests.gegevens import adviseurschap, experiment, gebruiker, ontwerpvraag, praktijk, programma

Daad = Callable[[], Any]


@pytest.fixture
def mensen() -> SimpleNamespace:
    """Ada guides Arnhem with its experiment, Bo another practice of the programme, Cas one elsewhere."""
    thuis = programma()
    arnhem = praktijk(thuis, "ARN", naam="Arnhem")
    wie = SimpleNamespace(
        ada=gebruiker(Rol.ADVISEUR, "Ada Adviseur"),
        bo=gebruiker(Rol.ADVISEUR, "Bo Buur"),
        cas=gebruiker(Rol.ADVISEUR, "Cas Elders"),
        mo=gebruiker(Rol.MEDEWERKER, "Mo Medewerker"),
        ben=gebruiker(Rol.ANALIST, "Ben Analist"),
        zora=gebruiker(naam="Zora Zonderrol"),
        arnhem=arnhem,
        proef=experiment(ontwerpvraag(arnhem), "ARN-1-1", naam="Een logeerweekend"),
    )
    adviseurschap(arnhem, wie.ada)
    adviseurschap(praktijk(thuis, "BRE", naam="Breda"), wie.bo)
    adviseurschap(praktijk(programma("elders"), "ELD", naam="Elders"), wie.cas)
    return wie


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
