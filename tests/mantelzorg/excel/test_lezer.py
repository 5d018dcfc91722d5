"""How the reader gives sheets, and how it treats the process it starts."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from django.conf import settings

from mantelzorg.excel.lezer import Rij, lees
from tests.mantelzorg.excel.maken import blad, delen, schrijf

VOORBEELD = Path(settings.BASE_DIR).parent / "shared" / "data" / "in-voor-mantelzorg-thuis-2020.xlsx"


def kinderen() -> set[str]:
    """The process ids of our children, those that have ended but were not waited for included."""
    return set(Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split())


def test_sheets_come_in_the_order_asked_for_by_the_name_asked_for(tmp_path: Path) -> None:
    bladen = [blad(f"<row><c><v>{n}</v></c></row>") for n in (1, 2)]
    pad = schrijf(tmp_path / "x.xlsx", delen(*bladen, namen=("Praktijken", " PROGRAMMA ")))
    assert list(lees(pad, ["programma", "Ontbreekt", " praktijken"])) == [
        ("programma", Rij(nummer=1, cellen=(2,))),
        (" praktijken", Rij(nummer=1, cellen=(1,))),
    ]


def test_rows_keep_the_number_excel_gives_them(tmp_path: Path) -> None:
    zonder_nummer = '<row/><row><c/><c/><c><v>2</v></c></row><row><c r="A9"><v>3</v></c></row>'
    rijen = f'<row r="3"><c r="B3"><v>1</v></c></row>{zonder_nummer}'
    pad = schrijf(tmp_path / "x.xlsx", delen(blad(rijen)))
    assert [rij for _, rij in lees(pad, ["Blad"])] == [
        Rij(nummer=3, cellen=(None, 1)),
        Rij(nummer=5, cellen=(None, None, 2)),
        Rij(nummer=9, cellen=(3,)),
    ]


@pytest.mark.skipif(not VOORBEELD.exists(), reason="het voorbeeldbestand staat niet naast de projectmap")
def test_the_workbook_of_2020_reads_as_openpyxl_reads_it() -> None:
    werkmap = openpyxl.load_workbook(VOORBEELD)
    namen = [naam for naam in werkmap.sheetnames if naam != "Toelichting"]
    gelezen = Counter(naam for naam, _ in lees(VOORBEELD, namen))
    assert gelezen == {naam: werkmap[naam].max_row for naam in namen}
    assert gelezen["Praktijken"] == 1 + 11
    teksten = [rij.cellen[0] for _, rij in lees(VOORBEELD, ["Deelnemers"])]
    assert teksten == [rij[0] for rij in werkmap["Deelnemers"].iter_rows(values_only=True)]


@pytest.fixture
def lang(tmp_path: Path) -> Iterator[tuple[str, Rij]]:
    """A reading that has far more to give than fits in a pipe."""
    rijen = f'<row><c t="str"><v>{"x" * 1000}</v></c></row>' * 5000
    return lees(schrijf(tmp_path / "lang.xlsx", delen(blad(rijen))), ["Blad"])


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="alleen Linux toont de kindprocessen in /proc")
def test_stopping_halfway_ends_the_child_and_leaves_no_zombie(lang: Iterator[tuple[str, Rij]]) -> None:
    ervoor = kinderen()
    next(lang)
    assert len(kinderen() - ervoor) == 1
    lang.close()  # type: ignore[attr-defined]
    assert kinderen() == ervoor


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="alleen Linux toont de kindprocessen in /proc")
def test_reading_to_the_end_leaves_no_zombie(lang: Iterator[tuple[str, Rij]]) -> None:
    ervoor = kinderen()
    assert sum(1 for _ in lang) == 5000
    assert kinderen() == ervoor
