"""Where the worker and the pages meet about one batch: files beside the database, in DATA_DIR.

An import writes in one transaction, and SQLite lets nobody else write meanwhile: how far it is, and that somebody wants
it to stop, cannot go through the database. Who works on a batch holds the lock on its file; the system lets go of that
when the process ends, however it ends. So a batch at work while its lock is free was left by a process that died.
"""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

TUSSENPOOS: Final = 0.3
"""Seconds between two looks whether it must stop."""


class Geannuleerd(Exception):
    """Somebody asked to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voortgang:
    """How far it is; `totaal` is 0 where nobody knows how many rows there are."""

    stap: str
    gedaan: int
    totaal: int

    @property
    def procent(self) -> int | None:
        return min(100, self.gedaan * 100 // self.totaal) if self.totaal else None


class Werkplaats:
    """The files of one batch."""

    def __init__(self, pk: int) -> None:
        self._map = Path(settings.DATA_DIR) / "import"
        self._map.mkdir(mode=0o700, exist_ok=True)
        self._pk = pk

    def _pad(self, soort: str) -> Path:
        return self._map / f"{self._pk}.{soort}"

    @contextmanager
    def slot(self) -> Iterator[bool]:
        """Whether this process now is the one that works on the batch; False where another is."""
        greep = os.open(self._pad("slot"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            try:
                fcntl.flock(greep, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True
        finally:
            os.close(greep)

    def vraag_stop(self) -> None:
        """Ask who works on it to stop."""
        self._pad("stop").touch(mode=0o600)

    def moet_stoppen(self) -> bool:
        return self._pad("stop").exists()

    def vergeet(self) -> None:
        """What was asked and told belongs to work that is over."""
        for soort in ("stop", "json"):
            self._pad(soort).unlink(missing_ok=True)

    def ruim(self) -> None:
        """For a batch that is done with."""
        self.vergeet()
        for soort in ("nieuw", "slot"):
            self._pad(soort).unlink(missing_ok=True)

    def vertel(self, voortgang: Voortgang) -> None:
        """Write how far it is, whole at once: a reader never sees half of it."""
        nieuw = self._pad("nieuw")
        nieuw.write_text(json.dumps([voortgang.stap, voortgang.gedaan, voortgang.totaal]))
        nieuw.replace(self._pad("json"))

    @property
    def voortgang(self) -> Voortgang | None:
        """How far it was when last told; None where nothing is."""
        try:
            stap, gedaan, totaal = json.loads(self._pad("json").read_text())
        except FileNotFoundError:
            return None
        return Voortgang(stap=stap, gedaan=gedaan, totaal=totaal)


def met_bestanden() -> list[int]:
    """The keys of the batches that have files here."""
    return [int(pad.stem) for pad in (Path(settings.DATA_DIR) / "import").glob("*.slot")]


class Melder:
    """Tells how far the work is, and stops it where somebody asked for that; not at every row, for both take time."""

    def __init__(self, werkplaats: Werkplaats, totaal: int = 0) -> None:
        self._werkplaats = werkplaats
        self._totaal = totaal
        self._stap = ""
        self._keek = 0.0

    def __call__(self, stap: str, gedaan: int, totaal: int) -> None:
        """Raises Geannuleerd. Without a `totaal`, the one expected holds."""
        if stap == self._stap and time.monotonic() - self._keek < TUSSENPOOS:
            return
        self._stap = stap
        self.pols()
        self._werkplaats.vertel(Voortgang(stap=stap, gedaan=gedaan, totaal=totaal or self._totaal))

    def pols(self) -> None:
        """Raises Geannuleerd."""
        if time.monotonic() - self._keek >= TUSSENPOOS:
            self._keek = time.monotonic()
            if self._werkplaats.moet_stoppen():
                raise Geannuleerd
