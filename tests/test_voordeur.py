"""The front door: `manage.py demonstratie`, as `make run` starts it, in a process of its own."""

import http.cookiejar
import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings

MONITOR = "/monitor/23/?programma=in-voor-mantelzorg-thuis&peildatum=2020-06-30"
WACHTTIJD = 120  # seconds, after which a demonstration that does not come is a failure
Start = Callable[[], "Demonstratie"]


class Demonstratie:
    """A running demonstration, with what it printed."""

    def __init__(self, poort: int, map_: Path) -> None:
        self.uitvoer = map_ / f"uitvoer-{poort}.txt"
        self._adres = f"http://127.0.0.1:{poort}"
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in ("DATABASE_URL", "SECRET_KEY")}
        omgeving |= {"DEBUG": "1", "DATA_DIR": str(map_ / "data"), "DJANGO_SETTINGS_MODULE": "mantelzorg.settings"}
        with self.uitvoer.open("w") as uitvoer:
            self._proces = subprocess.Popen(  # noqa: S603  # our own interpreter with fixed words
                [sys.executable, "manage.py", "demonstratie", "--poort", str(poort)],
                cwd=settings.BASE_DIR, env=omgeving, stdout=uitvoer, stderr=subprocess.STDOUT,
            )  # fmt: skip
        self._browser = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )

    def wacht(self) -> "Demonstratie":
        """Until it answers; what it printed is then on its output already."""
        einde = time.monotonic() + WACHTTIJD
        while not self._antwoordt():
            assert self._proces.poll() is None, self.uitvoer.read_text()
            assert time.monotonic() < einde, self.uitvoer.read_text()
            time.sleep(0.1)
        return self

    def _antwoordt(self) -> bool:
        try:
            self.haal("/inloggen/")
        except urllib.error.URLError:
            return False
        return True

    def haal(self, pad: str, **formulier: str) -> str:
        """The page at `pad`; with fields it is posted."""
        inhoud = urllib.parse.urlencode(formulier).encode() if formulier else None
        vraag = urllib.request.Request(self._adres + pad, inhoud, {"Referer": self._adres + pad})  # noqa: S310  # http
        with self._browser.open(vraag) as antwoord:
            return antwoord.read().decode()

    def haal_met_geheim(self, pad: str, **formulier: str) -> str:
        """The form on the page at `pad`, filled in and sent."""
        geheim = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.haal(pad))[1]
        return self.haal(pad, csrfmiddlewaretoken=geheim, **formulier)

    def log_in(self, email: str) -> None:
        """With the password it printed, on the page that people use."""
        self.haal_met_geheim("/inloggen/", username=email, password=self.wachtwoord)

    @property
    def wachtwoord(self) -> str:
        return re.search(r"^Wachtwoord: (\S+)$", self.uitvoer.read_text(), re.MULTILINE)[1]

    def stop(self) -> None:
        self._proces.terminate()
        self._proces.wait(timeout=30)


class _Tekst(HTMLParser):
    """Collects what a reader reads."""

    def __init__(self) -> None:
        super().__init__()
        self.delen: list[str] = []

    def handle_data(self, data: str) -> None:
        self.delen.append(data)


def leestekst(html: str) -> str:
    """The text of a page, on one line."""
    lezer = _Tekst()
    lezer.feed(html)
    return " ".join(" ".join(lezer.delen).split())


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstration keeps its data: one for all tests here, for filling it takes a while."""
    return tmp_path_factory.mktemp("demonstratie")


@pytest.fixture
def start(map_: Path) -> Iterator[Start]:
    """Starts the demonstration, each time on the same data; all of them are stopped at the end."""
    gestart: list[Demonstratie] = []

    def begin() -> Demonstratie:
        gestart.append(Demonstratie(_vrije_poort(), map_))
        return gestart[-1].wacht()

    yield begin
    for demonstratie in gestart:
        demonstratie.stop()


def _vrije_poort() -> int:
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        return stekker.getsockname()[1]


def test_the_demonstration_prints_how_to_get_in_and_shows_the_figures_of_2020(start: Start) -> None:
    demonstratie = start()
    regels = demonstratie.uitvoer.read_text().splitlines()

    assert sum(regel.count(demonstratie.wachtwoord) for regel in regels) == 1
    for rol in ("beheerder", "medewerker", "adviseur", "analist"):
        assert sum(f"{rol}@voorbeeld.example" in regel for regel in regels) == 1
    demonstratie.log_in("analist@voorbeeld.example")
    getallen = re.findall(r"\d+", leestekst(demonstratie.haal(MONITOR)))
    assert {"11", "35", "171", "151"} <= set(getallen)


def test_a_second_start_keeps_the_data_and_the_password(start: Start) -> None:
    eerste = start()
    eerste.log_in("medewerker@voorbeeld.example")
    pagina = leestekst(eerste.haal("/praktijken/"))
    eerste.stop()

    tweede = start()
    tweede.log_in("medewerker@voorbeeld.example")

    assert tweede.wachtwoord == eerste.wachtwoord
    assert leestekst(tweede.haal("/praktijken/")) == pagina


def test_the_worker_runs_along_puts_mail_in_a_folder_and_stops_with_the_server(start: Start, map_: Path) -> None:
    demonstratie = start()
    demonstratie.log_in("medewerker@voorbeeld.example")
    tot = time.monotonic() + WACHTTIJD
    while "Het versturen werkte om" not in demonstratie.haal("/post/"):
        assert time.monotonic() < tot
        time.sleep(0.5)
    demonstratie.haal_met_geheim("/wachtwoord/vergeten/", email="analist@voorbeeld.example")
    while "/wachtwoord/instellen/" not in _post(map_):
        assert time.monotonic() < tot
        time.sleep(0.5)
    werker = _werkers(map_)

    demonstratie.stop()
    while any(_leeft(pid) for pid in werker):
        assert time.monotonic() < tot
        time.sleep(0.5)

    assert werker
    assert "wachtwoord/instellen" not in demonstratie.uitvoer.read_text()


def _post(map_: Path) -> str:
    """All mail that came so far; the worker sends other mail as well."""
    return "".join(mail.read_text() for mail in (map_ / "data" / "post").glob("*.log"))


def _werkers(map_: Path) -> list[int]:
    """The process numbers of the workers that showed themselves last."""
    with closing(sqlite3.connect(map_ / "data" / "db.sqlite3")) as db:
        rijen = db.execute("SELECT werker FROM mantelzorg_hartslag ORDER BY op DESC LIMIT 1").fetchall()
    return [int(naam.removeprefix("werker-")) for (naam,) in rijen]


def _leeft(pid: int) -> bool:
    """Whether it runs; one that ended and that nobody asked after (a zombie) does not."""
    stand = Path(f"/proc/{pid}/stat")
    if stand.parent.parent.exists():
        return stand.exists() and stand.read_text().rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_without_debug_there_is_no_demonstration() -> None:
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam != "DEBUG"}

    klaar = subprocess.run(
        [sys.executable, "manage.py", "demonstratie"],
        cwd=settings.BASE_DIR, env=omgeving, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert klaar.returncode == 1
    assert "alleen met DEBUG aan" in klaar.stderr
