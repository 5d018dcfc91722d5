"""Things done at the same moment, each on a connection of its own."""

import threading
from collections.abc import Callable, Sequence

from django.db import connection

DRADEN = 40
"""As many connections at once; PostgreSQL allows 100."""


def tegelijk(*daden: Callable[[], object]) -> list[object]:
    """What each gave, or the exception it raised, in the order given: all threads begin at one moment."""
    uitkomsten: list[object] = [None] * len(daden)
    draden = min(DRADEN, len(daden))
    samen = threading.Barrier(draden)

    def draad(plekken: Sequence[int]) -> None:
        connection.ensure_connection()
        samen.wait()
        try:
            for plek in plekken:
                uitkomsten[plek] = uitkomst(daden[plek])
        finally:
            connection.close()

    bezig = [threading.Thread(target=draad, args=(range(begin, len(daden), draden),)) for begin in range(draden)]
    for een in bezig:
        een.start()
    for een in bezig:
        een.join()
    return uitkomsten


def uitkomst(daad: Callable[[], object]) -> object:
    try:
        return daad()
    except Exception as fout:
        return fout
