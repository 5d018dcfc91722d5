"""Databases to measure on: made for the run and removed after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql


@contextmanager
def databank(server: str | None, naam: str, map_: Path) -> Iterator[str]:
    """The DATABASE_URL of an empty database: on the PostgreSQL `server`, else an SQLite file in `map_`."""
    if server is None:
        yield f"sqlite:///{map_ / naam}.sqlite3"
        for bestand in map_.glob(f"{naam}.sqlite3*"):
            bestand.unlink()
        return
    volledig = f"meting_{naam}"
    _doe(server, "DROP DATABASE IF EXISTS {}", volledig)
    _doe(server, "CREATE DATABASE {}", volledig)
    try:
        yield urlsplit(server)._replace(path=f"/{volledig}").geturl()
    finally:
        _doe(server, "DROP DATABASE {} WITH (FORCE)", volledig)


def _doe(server: str, opdracht: str, naam: str) -> None:
    with psycopg.connect(server, autocommit=True) as verbinding:
        verbinding.execute(sql.SQL(opdracht).format(sql.Identifier(naam)))
