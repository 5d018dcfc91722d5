"""Reads the sheets of an .xlsx file safely: any file may be offered, by anyone (begrippen.md §4).

A child process does the reading, so that neither memory nor a crash nor endless work touches the server.
"""

import datetime as dt
import json
import os
import selectors
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, cast

from mantelzorg.excel.grenzen import MAX_BESTAND, MAX_WACHTTIJD, TE_ZWAAR

Cel = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None

PROJECT = Path(__file__).resolve().parents[2]
HAP = 1 << 16
EERSTE_BLAD = ""
"""Stands for the first sheet of a workbook, whatever its name."""


class OnleesbaarBestand(Exception):
    """The file cannot or may not be read; its text is one Dutch line for the user."""


class Foutwaarde(str):
    """An error in a cell, by Excel's own English code (`#N/A`, `#REF!`), or `formule zonder uitkomst`.

    Never a value to store: the reader of the cell reports it.
    """

    __slots__ = ()


class Formule(str):
    """The text of a formula, empty where it shares that of another cell. Only `lees_alles` gives it.

    `uitkomst`: the value that was saved with it; None where there is none.
    """

    __slots__ = ("uitkomst",)
    uitkomst: Cel


def _formule(tekst: str) -> Formule:
    geschreven, cel = json.loads(tekst)
    formule = Formule(geschreven)
    formule.uitkomst = _cel(*cel) if type(cel) is list else cel
    return formule


SOORTEN: dict[str, Callable[[str], Cel]] = {
    "fout": Foutwaarde,
    "formule": _formule,
    "moment": dt.datetime.fromisoformat,
    "datum": dt.date.fromisoformat,
    "tijd": dt.time.fromisoformat,
    "duur": lambda tekst: dt.timedelta(milliseconds=int(tekst)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A row that holds at least one value.

    Attributes:
        nummer: as Excel numbers rows, from 1.
        cellen: from column A to the last value of the row; None where empty or nothing but white space.
            A date with time midnight is a `date`, another a `datetime`; a whole number is an `int`; text is not
            stripped, its line ends are `\\n`; an error is a `Foutwaarde`.
    """

    nummer: int
    cellen: tuple[Cel, ...]


def lees(pad: Path, bladen: Sequence[str]) -> Iterator[tuple[str, Rij]]:
    """The rows of these sheets, header included, sheet after sheet in the order of `bladen`, as they are read.

    Names of sheets are compared without case and outer spaces, and given as `bladen` has them; EERSTE_BLAD is the
    first one. A sheet that is not there gives nothing. Closing the iterator ends the child process.

    Raises:
        OnleesbaarBestand: from the first step on, as begrippen.md §4 (last bullet) lists; for what no first
            glance shows it may come after rows.
    """
    yield from _lees(pad, bladen)


def lees_alles(pad: Path) -> Iterator[tuple[str, Rij]]:
    """The rows of every sheet, as `lees` gives them, with a `Formule` where one stands.

    First, for every sheet in order, a row 0 without cells: there may be nothing else on it.
    """
    yield from _lees(pad, None)


def _lees(pad: Path, bladen: Sequence[str] | None) -> Iterator[tuple[str, Rij]]:
    namen = bladen or []
    with _open(pad) as bestand, tempfile.TemporaryFile() as klachten, _start(bestand, klachten, bladen) as kind:
        try:
            for regel in _regels(kind):
                melding = json.loads(regel)
                if "klaar" in melding:
                    return
                if "bladen" in melding:
                    namen = melding["bladen"]
                    yield from ((naam, Rij(nummer=0, cellen=())) for naam in namen)
                else:
                    yield from _rijen(melding, namen)
            raise _gestorven(kind, klachten)
        finally:
            kind.kill()


def _start(bestand: IO[bytes], klachten: IO[bytes], bladen: Sequence[str] | None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-E", "-s", "-m", "mantelzorg.excel.kindproces", json.dumps(bladen and list(bladen))],
        stdin=bestand,
        stdout=subprocess.PIPE,
        stderr=klachten,
        cwd=PROJECT,
        env=omgeving(),
    )


def _open(pad: Path) -> IO[bytes]:
    """The file, opened once and handed to the child as it is: no other can take its place in between."""
    try:
        if not pad.is_file():
            raise OnleesbaarBestand("Het bestand bestaat niet of is een map.")
        if pad.stat().st_size > MAX_BESTAND:
            raise OnleesbaarBestand("Het bestand is te groot: meer dan 20 MB.")
        return pad.open("rb")
    except OSError as fout:
        raise OnleesbaarBestand("Het bestand mag niet worden geopend.") from fout


def omgeving() -> dict[str, str]:
    """Nothing of the server's settings goes along, only where libraries are found."""
    return {naam: os.environ[naam] for naam in ("PATH", "LD_LIBRARY_PATH") if naam in os.environ}


def _regels(kind: subprocess.Popen[bytes]) -> Iterator[bytes]:
    """The lines of the child; time the reader of the lines takes doesn't count as waiting."""
    pijp = cast(IO[bytes], kind.stdout).fileno()
    half: list[bytes] = []
    for hap in _happen(pijp):
        *heel, rest = hap.split(b"\n")
        for regel in heel:
            yield b"".join([*half, regel])
            half = []
        half.append(rest)


def _happen(pijp: int) -> Iterator[bytes]:
    over = MAX_WACHTTIJD
    with selectors.DefaultSelector() as kiezer:
        kiezer.register(pijp, selectors.EVENT_READ)
        while True:
            begin = time.monotonic()
            if not kiezer.select(over):
                raise OnleesbaarBestand(TE_ZWAAR)
            over = max(0.0, over - (time.monotonic() - begin))
            if not (hap := os.read(pijp, HAP)):
                return
            yield hap


def _rijen(regel: dict[str, Any], bladen: Sequence[str]) -> Iterator[tuple[str, Rij]]:
    if "fout" in regel:
        raise OnleesbaarBestand(regel["fout"])
    naam = bladen[regel["blad"]]
    for nummer, cellen in regel["rijen"]:
        yield naam, Rij(nummer=nummer, cellen=tuple([_cel(*c) if type(c) is list else c for c in cellen]))


@lru_cache(maxsize=10_000)
def _cel(soort: str, tekst: str) -> Cel:
    """What the child wrote as `[kind, text]`; the same dates come back time and again."""
    return SOORTEN[soort](tekst)


def _gestorven(kind: subprocess.Popen[bytes], klachten: IO[bytes]) -> OnleesbaarBestand:
    """The child ended without a word; what it left on standard error goes along for who debugs."""
    status = kind.wait()
    klachten.seek(0)
    fout = OnleesbaarBestand(TE_ZWAAR)
    fout.add_note(f"Exit status {status}. {klachten.read(HAP).decode(errors='replace')}")
    return fout
