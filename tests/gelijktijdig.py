"""Two at the same moment, each on a connection of their own."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

Daad = Callable[[], Any]


@pytest.fixture
def gelijktijdig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[list[Any], Any]]:
    """`gelijktijdig(een, ander, daarna=lees)`: both at the same moment on connections of their own, then `lees()`.

    What they give comes sorted, with the name of what was raised. On SQLite the threads work on a copy of the database,
    with what the test wrote and did not commit.
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
    """What each gave, or the name of what it raised."""
    start = threading.Barrier(len(daden))
    uitkomsten: list[Any] = []

    def draad(daad: Daad) -> None:
        connection.ensure_connection()
        start.wait()
        try:
            uitkomsten.append(daad())
        except Exception as fout:
            uitkomsten.append(type(fout).__name__)
        finally:
            connection.close()

    draden = [threading.Thread(target=draad, args=(daad,)) for daad in daden]
    for een in draden:
        een.start()
    for een in draden:
        een.join()
    return uitkomsten
