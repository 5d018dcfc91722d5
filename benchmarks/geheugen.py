"""Runs a program and watches the memory of it and all its children together."""

import os
import resource
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
TUSSENPOOS = 0.02  # seconds between two looks


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbruik:
    """What a run took.

    `rekentijd`: seconds of processor, which other work here hardly changes. `pss`, `rss`: the highest sum over
    its processes, in bytes; of pages that processes share PSS counts each its part, RSS counts them every time.
    `processen`: how many at most.
    """

    seconden: float
    rekentijd: float
    pss: int
    rss: int
    processen: int
    uitvoer: str


def draai(opdracht: Sequence[str], omgeving: Mapping[str, str]) -> Verbruik:
    """Run to the end; raises RuntimeError with what it printed where it fails."""
    begin, gerekend = time.monotonic(), _rekentijd()
    proces = subprocess.Popen(  # noqa: S603  # our own programs with our own words; no shell
        opdracht, cwd=PROJECT, env={**os.environ, **omgeving}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    pss = rss = processen = 0
    while proces.poll() is None:
        standen = [_stand(pid) for pid in _familie(proces.pid)]
        pss = max(pss, sum(stand[0] for stand in standen))
        rss = max(rss, sum(stand[1] for stand in standen))
        processen = max(processen, len(standen))
        time.sleep(TUSSENPOOS)
    seconden = time.monotonic() - begin
    uitvoer = proces.stdout.read() if proces.stdout else ""
    if proces.returncode:
        raise RuntimeError(f"{' '.join(opdracht)}:\n{uitvoer}")
    return Verbruik(
        seconden=seconden,
        rekentijd=_rekentijd() - gerekend,
        pss=pss,
        rss=rss,
        processen=processen,
        uitvoer=uitvoer,
    )


def _rekentijd() -> float:
    """Of all programs that ran so far and have ended, and of their children."""
    stand = resource.getrusage(resource.RUSAGE_CHILDREN)
    return stand.ru_utime + stand.ru_stime


def _familie(pid: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield pid
    try:
        kinderen = [
            int(kind)
            for draad in Path(f"/proc/{pid}/task").iterdir()
            for kind in (draad / "children").read_text().split()
        ]
    except (FileNotFoundError, ProcessLookupError):  # ended since we looked
        return
    for kind in kinderen:
        yield from _familie(kind)


def _stand(pid: int) -> tuple[int, int]:
    """PSS and RSS in bytes; nothing for a process that has ended."""
    try:
        regels = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0, 0
    waarden = {deel[0]: int(deel[1]) * 1024 for deel in (regel.split() for regel in regels[1:])}
    return waarden.get("Pss:", 0), waarden.get("Rss:", 0)
