"""`make test`: the whole suite on SQLite, then on PostgreSQL, and at the end what was left out.

A test that asks for no database runs once: on the other database it would be the very same. Both databases are migrated
from zero at the same time, and each worker takes a copy.

Run as `python -m tests.alles`; further arguments go to pytest. Exit status 0 only where all that ran passed, and with
CI in the environment only where nothing was left out either.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from playwright.sync_api import sync_playwright
from psycopg.conninfo import conninfo_to_dict

from tests import spectral
from tests.browser.chromium import chromium_pad

PROJECT = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest", "--ds=tests.settings", "-n2", "--dist=worksteal", "-q"]
GEEN_TESTS = 5  # pytest's exit status where a choice of tests comes out empty
CHROMIUM = "sudo apt-get install chromium-headless-shell   (of: .venv/bin/playwright install chromium)"
POSTGRESQL = (
    "sudo apt-get install postgresql && sudo -u postgres createuser --superuser $USER && createdb test   "
    "(of: TEST_POSTGRES_URL=postgres://…)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weggelaten:
    """What this machine could not run, and the command that brings it."""

    wat: str
    breng: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ronde:
    """One run of the suite: where, in what environment, with what for pytest; `sjabloon` is the migrated database."""

    waar: str
    omgeving: dict[str, str]
    sjabloon: str
    keuze: tuple[str, ...] = ()


def main(argumenten: list[str]) -> int:
    """Run everything this machine can; the exit status."""
    postgres = postgres_url()
    with TemporaryDirectory(prefix="mantelzorg-tests-") as map_:
        rondes = list(_rondes(map_, postgres))
        gelukt = [_pytest(ronde, argumenten) for ronde in rondes] if _migreer(rondes) else [False]
    weggelaten = list(_weggelaten(postgres))
    _vertel(weggelaten)
    if weggelaten and os.environ.get("CI"):
        return 1
    return 0 if all(gelukt) else 1


def _rondes(map_: str, postgres: str | None) -> Iterator[Ronde]:
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in ("DATABASE_URL", "DEBUG")}
    omgeving["TEST_DATA_DIR"] = map_
    yield Ronde(waar="SQLite", omgeving=omgeving, sjabloon=str(Path(map_) / "sjabloon.sqlite3"))
    if postgres is not None:
        yield Ronde(
            waar="PostgreSQL",
            omgeving=omgeving | {"DATABASE_URL": postgres},
            sjabloon=f"{conninfo_to_dict(postgres)['dbname']}_sjabloon",
            keuze=("--create-db", "-m", "database and not browser"),
        )


def _migreer(rondes: list[Ronde]) -> bool:
    """Make the migrated database of each run, all at once; whether that went well."""
    bezig = [
        subprocess.Popen([sys.executable, "-m", "tests.sjabloon", ronde.sjabloon], cwd=PROJECT, env=ronde.omgeving)  # noqa: S603  # our own program
        for ronde in rondes
    ]
    statussen = [proces.wait() for proces in bezig]
    return not any(statussen)


def postgres_url() -> str | None:
    """A PostgreSQL server that lets us in, as a DATABASE_URL; None where there is none."""
    gegeven = os.environ.get("TEST_POSTGRES_URL")
    return next(filter(_antwoordt, [gegeven] if gegeven else _gebruikelijk()), None)


def _gebruikelijk() -> list[str]:
    return [f"postgres://{naam}@127.0.0.1:5432/test" for naam in dict.fromkeys(["postgres", "root", _gebruiker()])]


def _gebruiker() -> str:
    try:
        return getuser()
    except (KeyError, OSError):  # a container may run as a number without a name
        return "postgres"


def _antwoordt(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def _pytest(ronde: Ronde, argumenten: list[str]) -> bool:
    """One run of the suite; whether all of it passed."""
    sys.stdout.write(f"\n== De tests op {ronde.waar} ==\n")
    sys.stdout.flush()
    omgeving = ronde.omgeving | {"TEST_SJABLOON": ronde.sjabloon}
    # The arguments are this project's own, and what the developer typed; no shell.
    klaar = subprocess.run([*PYTEST, *ronde.keuze, *argumenten], cwd=PROJECT, env=omgeving, check=False)  # noqa: S603
    return klaar.returncode == 0 or (klaar.returncode == GEEN_TESTS and bool(argumenten))


def _weggelaten(postgres: str | None) -> Iterator[Weggelaten]:
    with sync_playwright() as playwright:
        if chromium_pad(playwright) is None:
            yield Weggelaten(wat="de browsertests: er is geen Chromium", breng=CHROMIUM)
    if postgres is None:
        yield Weggelaten(wat="de tests op PostgreSQL: er antwoordt geen server", breng=POSTGRESQL)
    if spectral.REGELS.exists() and spectral.spectral_pad() is None:
        yield Weggelaten(wat="de NL API Design Rules: er is geen Spectral", breng=spectral.BRENG)


def _vertel(weggelaten: list[Weggelaten]) -> None:
    if not weggelaten:
        sys.stdout.write("\nNiets weggelaten: alle tests, op SQLite en PostgreSQL, met browser.\n")
    for deel in weggelaten:
        sys.stdout.write(f"\nWeggelaten: {deel.wat}.\n  Zo draaien ze mee: {deel.breng}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
