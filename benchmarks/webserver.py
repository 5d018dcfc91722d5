"""The product behind gunicorn, on this machine alone, for as long as a measurement takes."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

GEEN_GRENS = str(10**9)
OPSTARTEN = 30.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Webserver:
    """Where it listens, and the process that its workers are children of."""

    poort: int
    pid: int

    def rekentijd(self) -> float:
        """Seconds of processor time of the workers so far."""
        return sum(_seconden(stat) for stat in _processen() if stat[3] == str(self.pid))


def rekentijd_databank(naam: str) -> float:
    """Seconds of processor time so far of PostgreSQL's processes that serve this database now."""
    return sum(_seconden(stat) for stat in _processen() if f" {naam} " in stat[-1])


def _processen() -> Iterator[list[str]]:
    """Fields of /proc/…/stat of every process, and behind them its command line."""
    for map_ in Path("/proc").glob("[0-9]*"):
        try:
            stat = re.sub(r"\(.*\)", "x", (map_ / "stat").read_text()).split()
            yield [*stat, (map_ / "cmdline").read_text().replace("\0", " ")]
        except (FileNotFoundError, ProcessLookupError):  # it ended while we looked
            continue


def _seconden(stat: list[str]) -> float:
    return (int(stat[13]) + int(stat[14])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def webserver(werkers: int) -> Iterator[Webserver]:
    """Running. Without limits per address, for all visitors come from this one, and without a minimum time."""
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        poort = int(stekker.getsockname()[1])
    omgeving = os.environ | {"TEMPO_BEGINNEN": GEEN_GRENS, "TEMPO_STAP": GEEN_GRENS, "OPENBAAR_MINSTE_SECONDEN": "0"}
    opdracht = [sys.executable, "-m", "gunicorn", "--workers", str(werkers), "--backlog", "2048"]
    opdracht += ["--bind", f"127.0.0.1:{poort}", "--log-level", "warning", "mantelzorg.wsgi"]
    proces = subprocess.Popen(opdracht, env=omgeving)  # noqa: S603  # a program of our own, with our own arguments
    try:
        _wacht_op(poort)
        yield Webserver(poort=poort, pid=proces.pid)
    finally:
        proces.terminate()
        proces.wait(timeout=OPSTARTEN)


def _wacht_op(poort: int) -> None:
    eind = time.monotonic() + OPSTARTEN
    while time.monotonic() < eind:
        with socket.socket() as stekker:
            if stekker.connect_ex(("127.0.0.1", poort)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("gunicorn does not answer")
