"""Measures the figures, the pages and the import, beside plain SQL and django-import-export, and prints what came out.

`python -m benchmarks.meet [--klein]`. Makes and removes databases of its own: SQLite files, or with DATABASE_URL
(`postgres://…`) databases beside that one. Reads /proc: Linux only. In full it takes some ten minutes, of which
django-import-export most; so the two are compared on fewer rows than the import itself is measured with.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.databank import databank
from benchmarks.geheugen import Verbruik, draai

MB = 1024 * 1024
GRENS = 300  # MB, for an import of 100,000 participants, all its processes together
PYTHON = sys.executable


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    """How much to measure with."""

    programmas: int
    praktijken: int
    deelnemers: int
    vergeleken: int


VOL = Maat(programmas=200, praktijken=10_000, deelnemers=100_000, vergeleken=10_000)
KLEIN = Maat(programmas=20, praktijken=1_000, deelnemers=5_000, vergeleken=500)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """Where the measuring happens."""

    server: str | None
    map: Path

    def databank(self, naam: str) -> AbstractContextManager[str]:
        return databank(self.server, naam, self.map)

    def draai(self, url: str, *opdracht: str) -> Verbruik:
        omgeving = {"DATABASE_URL": url, "DATA_DIR": str(self.map), "DEBUG": "0"}
        omgeving["DJANGO_SETTINGS_MODULE"] = "mantelzorg.settings"
        return draai([PYTHON, *opdracht], omgeving)


def main() -> None:
    """Measure and print."""
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--klein", action="store_true", help="a quick run with a tenth and less of the rows")
    maat = KLEIN if lezer.parse_args().klein else VOL
    server = os.environ.get("DATABASE_URL", "")
    with tempfile.TemporaryDirectory(prefix="mantelzorg-meting-") as map_:
        plek = Plek(server=server if server.startswith("postgres") else None, map=Path(map_))
        print(f"# {'PostgreSQL' if plek.server else 'SQLite'}, {os.cpu_count()} cores", flush=True)
        meet_cijfers(plek, maat)
        meet_paginas(plek, maat)
        meet_import(plek, maat)


def meet_cijfers(plek: Plek, maat: Maat) -> None:
    """The figures of one programme, in the whole table and in a tenth of it."""
    print("\n## Indicator 23 van één programma", flush=True)
    for deel in (10, 1):
        with plek.databank("cijfers") as url:
            opdracht = ("-m", "benchmarks.cijfers", str(maat.programmas // deel), str(maat.praktijken // deel))
            print(plek.draai(url, *opdracht).uitvoer, end="", flush=True)


def meet_paginas(plek: Plek, maat: Maat) -> None:
    """The office's pages on the whole table."""
    print("\n## Pagina's", flush=True)
    with plek.databank("paginas") as url:
        opdracht = ("-m", "benchmarks.paginas", str(maat.programmas), str(maat.praktijken))
        print(plek.draai(url, *opdracht).uitvoer, end="", flush=True)


def meet_import(plek: Plek, maat: Maat) -> None:
    """Participants through the product's import, twice; then fewer, through it and through django-import-export."""
    print("\n## Import van deelnemers uit Excel", flush=True)
    leeg, deel, vol = (_bestand(plek, aantal) for aantal in (0, maat.vergeleken, maat.deelnemers))
    with _gemigreerd(plek) as url:
        for keer in ("eerste", "tweede"):
            _toon(f"importeer, {keer} keer", maat.deelnemers, _importeer(plek, url, vol))
    with _gemigreerd(plek) as url:
        for stap in ("lezen", "bewaren", "terugdraaien"):
            bestand = [str(vol)] if stap == "lezen" else []
            verbruik = plek.draai(url, "-m", "benchmarks.webimport", stap, *bestand)
            _toon(f"werker, {stap}", maat.deelnemers, verbruik)
    for naam, opdracht in (
        ("importeer", ("manage.py", "importeer", str(deel))),
        ("django-import-export", ("-m", "benchmarks.importexport", str(deel))),
    ):
        with _gemigreerd(plek) as url:
            _importeer(plek, url, leeg)
            _toon(naam, maat.vergeleken, plek.draai(url, *opdracht))


def _bestand(plek: Plek, deelnemers: int) -> Path:
    pad = plek.map / f"{deelnemers}.xlsx"
    plek.draai("", "-m", "benchmarks.bestand", str(pad), str(deelnemers))
    return pad


@contextmanager
def _gemigreerd(plek: Plek) -> Iterator[str]:
    """A database with empty tables."""
    with plek.databank("import") as url:
        plek.draai(url, "manage.py", "migrate", "--verbosity", "0")
        yield url


def _importeer(plek: Plek, url: str, bestand: Path) -> Verbruik:
    return plek.draai(url, "manage.py", "importeer", str(bestand))


def _toon(naam: str, deelnemers: int, verbruik: Verbruik) -> None:
    pss, rss = verbruik.pss / MB, verbruik.rss / MB
    te_veel = "" if pss < GRENS else f"   boven de {GRENS} MB"
    tempo = (
        f"{verbruik.seconden:>7.1f} s {verbruik.rekentijd:>7.1f} s rekentijd {deelnemers / verbruik.seconden:>6.0f}/s"
    )
    geheugen = f"{pss:>4.0f} MB PSS, {rss:>4.0f} MB RSS, {verbruik.processen} processen{te_veel}"
    print(f"{naam:<22} {deelnemers:>7} deelnemers {tempo}   {geheugen}", flush=True)


if __name__ == "__main__":
    main()
