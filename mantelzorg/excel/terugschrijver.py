"""Has the same workbook made with a column of messages, by a child process with limits (`foutkolom`)."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mantelzorg.excel.foutkolom import Meldingen
from mantelzorg.excel.grenzen import MAX_WACHTTIJD, TE_ZWAAR
from mantelzorg.excel.lezer import PROJECT, OnleesbaarBestand, omgeving

POLS = 0.3
"""Seconds between two calls of who may want to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teruggeschreven:
    """The workbook, and the sheets that had no place for their messages."""

    inhoud: bytes
    zonder: list[str]


def schrijf_terug(werkboek: bytes, meldingen: Meldingen, pols: Callable[[], None]) -> Teruggeschreven:
    """The workbook with its column. `pols` is called while it waits, and may stop it by raising.

    Raises OnleesbaarBestand where it cannot be made.
    """
    with tempfile.TemporaryDirectory() as map_, tempfile.TemporaryFile() as bestand:
        bestand.write(werkboek)
        bestand.seek(0)
        vraag, uit = Path(map_) / "meldingen.json", Path(map_) / "uit.xlsx"
        vraag.write_text(json.dumps(meldingen))
        kind = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-E", "-s", "-m", "mantelzorg.excel.foutkolom", str(vraag), str(uit)],
            stdin=bestand,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=PROJECT,
            env=omgeving(),
        )
        with kind:
            try:
                _wacht(kind, pols)
            finally:
                kind.kill()
            regel = kind.stdout.read() if kind.stdout else b""
        antwoord = json.loads(regel or "{}")
        if "klaar" not in antwoord:
            raise OnleesbaarBestand(antwoord.get("fout", TE_ZWAAR))
        return Teruggeschreven(inhoud=uit.read_bytes(), zonder=antwoord["zonder"])


def _wacht(kind: "subprocess.Popen[bytes]", pols: Callable[[], None]) -> None:
    einde = time.monotonic() + MAX_WACHTTIJD
    while time.monotonic() < einde:
        try:
            kind.wait(POLS)
        except subprocess.TimeoutExpired:
            pols()
        else:
            return
    raise OnleesbaarBestand(TE_ZWAAR)
