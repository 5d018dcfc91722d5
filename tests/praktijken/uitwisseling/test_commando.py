"""`manage.py importeer` as people run it: what stands on which stream, with which exit status (begrippen.md §4)."""

import io
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from mantelzorg.excel.grenzen import MAX_BESTAND
from mantelzorg.models import Programma
from praktijken.models import Deelname, Praktijk
from tests.praktijken.uitwisseling.bestanden import Bladen, klein, met_cel, schrijf
from tests.settings import SJABLOON

TABEL = """\
soort                  nieuw   gewijzigd  ongewijzigd
accounts                   1           0            0
thema's                    2           0            0
programma                  1           0            0
prangende vragen           1           0            0
organisatietypen           2           0            0
organisaties               1           0            0
praktijken                 2           0            0
ontwerpvragen              1           0            0
experimenten               1           0            0
voortgang                  1           0            0
praktijkpartners           1           0            0
deelnemers                 2           0            0
deelnames                  2           0            0
"""
LET_OP = (
    "Let op: Blad 'Voortgang', rij 2, kolom 'door': 'ada@voorbeeld.example' heeft nog geen account; dat wordt gemaakt "
    "en werkt pas na een uitnodiging.\n"
)
GEEN_XLSX = "Het bestand is geen Excelbestand (.xlsx).\n"
VERSLEUTELD = "Het bestand is versleuteld met een wachtwoord. Haal het wachtwoord eraf en probeer het opnieuw.\n"
Uitslag = tuple[int, str, str]


def met_adviseur() -> Bladen:
    """The smallest programme, with a warning: its adviser has no account."""
    return met_cel("Voortgang", 2, "door", "ada@voorbeeld.example")


def twee_fouten() -> Bladen:
    """The smallest programme, two cells of it wrong."""
    bladen = met_cel("Praktijken", 2, "startdatum", "ooit")
    bladen["Deelnemers"][2][6] = "XXX"
    return bladen


FOUTREGELS = (
    "Blad 'Praktijken', rij 2, kolom 'startdatum': 'ooit' is geen datum; toegestaan: een Exceldatum zonder tijd, "
    "dd-mm-jjjj of jjjj-mm-dd.\n"
    "Blad 'Deelnemers', rij 3, kolom 'praktijk': 'XXX' bestaat niet; zet een rij op blad 'Praktijken' of verbeter de "
    "waarde.\n"
)


def importeer(*argumenten: str | Path) -> Uitslag:
    """(exit status, standard output, standard error) of the command."""
    uit, fout = io.StringIO(), io.StringIO()
    status: object = 0
    try:
        call_command("importeer", *map(str, argumenten), stdout=uit, stderr=fout, no_color=True)
    except SystemExit as einde:
        status = einde.code
    assert isinstance(status, int)
    return status, uit.getvalue(), fout.getvalue()


@pytest.mark.django_db
def test_success_is_a_table_of_counts_after_the_warnings(tmp_path: Path) -> None:
    assert importeer(schrijf(met_adviseur(), tmp_path / "a.xlsx")) == (0, LET_OP + TABEL, "")
    assert list(Programma.objects.values_list("slug", flat=True)) == ["thuis"]
    assert Deelname.objects.count() == 2


@pytest.mark.django_db
def test_a_second_time_nothing_is_new_or_changed(tmp_path: Path) -> None:
    pad = schrijf(klein(), tmp_path / "a.xlsx")
    importeer(pad)
    status, uit, fout = importeer(pad)
    kop, *rijen = [regel.rsplit(maxsplit=3) for regel in uit.splitlines()]
    assert (status, fout, kop) == (0, "", ["soort", "nieuw", "gewijzigd", "ongewijzigd"])
    assert {(nieuw, gewijzigd) for _, nieuw, gewijzigd, _ in rijen} == {("0", "0")}


@pytest.mark.django_db
def test_a_trial_reports_the_same_and_keeps_nothing(tmp_path: Path) -> None:
    pad = schrijf(met_adviseur(), tmp_path / "a.xlsx")
    assert importeer(pad, "--proef") == (0, LET_OP + TABEL + "Proef: er is niets bewaard.\n", "")
    assert (Programma.objects.count(), Praktijk.objects.count()) == (0, 0)
    assert Programma.history.count() == 0
    assert importeer(pad) == (0, LET_OP + TABEL, "")


@pytest.mark.django_db
@pytest.mark.parametrize("opties", [(), ("--proef",)])
def test_errors_are_one_a_line_on_standard_error_and_nothing_is_kept(tmp_path: Path, opties: tuple[str, ...]) -> None:
    assert importeer(schrijf(twee_fouten(), tmp_path / "a.xlsx"), *opties) == (1, "", FOUTREGELS)
    assert not Programma.objects.exists()


@pytest.mark.django_db
def test_an_error_in_a_cell_of_several_lines_is_still_one_line(tmp_path: Path) -> None:
    pad = schrijf(met_cel("Praktijken", 2, "startdatum", "eerste\nregel\ttwee"), tmp_path / "a.xlsx")
    _, _, fout = importeer(pad)
    assert fout.count("\n") == 1
    assert "'eerste regel twee' is geen datum" in fout


def ontbreekt(map_: Path) -> Path:
    return map_ / "nergens.xlsx"


def een_map(map_: Path) -> Path:
    return map_


def een_tekst(map_: Path) -> Path:
    pad = map_ / "tekst.xlsx"
    pad.write_text("praktijk;naam")
    return pad


def leeg(map_: Path) -> Path:
    pad = map_ / "leeg.xlsx"
    pad.touch()
    return pad


def versleuteld(map_: Path) -> Path:
    """What Excel saves with a password is an OLE container, known by its first bytes and the stream's name."""
    pad = map_ / "versleuteld.xlsx"
    pad.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(900)
    )
    return pad


def te_groot(map_: Path) -> Path:
    pad = map_ / "groot.xlsx"
    with pad.open("wb") as bestand:
        bestand.truncate(MAX_BESTAND + 1)
    return pad


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("maak", "regel"),
    [
        (ontbreekt, "Het bestand bestaat niet of is een map.\n"),
        (een_map, "Het bestand bestaat niet of is een map.\n"),
        (een_tekst, GEEN_XLSX),
        (leeg, GEEN_XLSX),
        (versleuteld, VERSLEUTELD),
        (te_groot, "Het bestand is te groot: meer dan 20 MB.\n"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_on_standard_error(tmp_path: Path, maak, regel: str) -> None:
    assert importeer(maak(tmp_path)) == (1, "", regel)


@pytest.mark.django_db
def test_without_a_file_the_command_says_what_it_needs() -> None:
    with pytest.raises(CommandError, match="bestand"):
        call_command("importeer")


@pytest.fixture(scope="module")
def omgeving(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A database file of its own for real processes: a copy of the run's migrated one, where there is one."""
    map_ = tmp_path_factory.mktemp("commando")
    omgeving = os.environ | {"DATABASE_URL": f"sqlite:///{map_ / 'db.sqlite3'}", "DATA_DIR": str(map_)}
    if (sjabloon := Path(os.environ.get(SJABLOON, ""))).is_file():
        shutil.copy(sjabloon, map_ / "db.sqlite3")
    else:
        subprocess.run([*MANAGE, "migrate", "-v0"], env=omgeving, check=True)  # noqa: S603  # our own program
    return omgeving


MANAGE = (sys.executable, str(Path(settings.BASE_DIR) / "manage.py"))


def als_proces(omgeving: dict[str, str], *argumenten: str | Path) -> Uitslag:
    klaar = subprocess.run(  # noqa: S603  # our own program
        [*MANAGE, "importeer", *map(str, argumenten)], env=omgeving, capture_output=True, text=True, check=False
    )
    return klaar.returncode, klaar.stdout, klaar.stderr


def test_a_real_process_fails_with_status_1_and_a_bar_on_no_stream(tmp_path: Path, omgeving: dict[str, str]) -> None:
    assert als_proces(omgeving, schrijf(twee_fouten(), tmp_path / "fout.xlsx")) == (1, "", FOUTREGELS)


def test_a_real_process_imports_and_shows_no_bar_where_nobody_looks(tmp_path: Path, omgeving: dict[str, str]) -> None:
    pad = schrijf(met_adviseur(), tmp_path / "goed.xlsx")
    proef = LET_OP + TABEL + "Proef: er is niets bewaard.\n"
    assert als_proces(omgeving, pad, "--proef") == (0, proef, "")
    assert als_proces(omgeving, pad) == (0, LET_OP + TABEL, "")


def test_on_a_terminal_a_bar_shows_how_far_it_is(tmp_path: Path, omgeving: dict[str, str]) -> None:
    pad = schrijf(klein(), tmp_path / "goed.xlsx")
    scherm, toetsen = pty.openpty()
    kind = subprocess.Popen(  # noqa: S603  # our own program
        [*MANAGE, "importeer", str(pad), "--proef"], env=omgeving, stdout=subprocess.PIPE, stderr=toetsen
    )
    os.close(toetsen)
    getoond = _alles(scherm)
    uit, _ = kind.communicate()
    assert kind.returncode == 0
    assert [stap for stap in ("lezen", "controleren", "bewaren") if stap in getoond] == [
        "lezen",
        "controleren",
        "bewaren",
    ]
    assert "Proef: er is niets bewaard." in uit.decode()
    assert "rijen" not in uit.decode()


def _alles(scherm: int) -> str:
    """What came on the terminal until the other end closed it (Linux then gives EIO)."""
    stukken = []
    while True:
        try:
            stuk = os.read(scherm, 65_536)
        except OSError:
            stuk = b""
        if not stuk:
            os.close(scherm)
            return b"".join(stukken).decode()
        stukken.append(stuk)
