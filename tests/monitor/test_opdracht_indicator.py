"""`manage.py indicator`: figures on standard output and nothing else, errors in one Dutch line."""

import io
import json
from pathlib import Path

import openpyxl
import pytest
from django.core.management import call_command
from freezegun import freeze_time

from monitor.management.commands.indicator import Command
from tests import gegevens
from tests.gegevens import dag
from tests.monitor.voorbeeld import JSON, PEILDATUM, voorbeeld

pytestmark = pytest.mark.django_db
VRAAG = ("--programma", "thuis", "--peildatum", PEILDATUM)
SCHRIJF_ZO = "Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2020-06-30."


def uitvoer(*argumenten: str) -> str:
    uit = io.StringIO()
    call_command("indicator", *argumenten, stdout=uit)
    return uit.getvalue()


def op_de_opdrachtregel(*argumenten: str) -> int:
    """The exit status of the command as run from a terminal."""
    with pytest.raises(SystemExit) as einde:
        Command().run_from_argv(["manage.py", "indicator", *argumenten])
    return einde.value.code


def test_json_is_all_that_stands_on_standard_output():
    voorbeeld()
    assert json.loads(uitvoer("23", *VRAAG, "--formaat", "json")) == JSON


def test_text_is_the_default_format():
    voorbeeld()
    assert uitvoer("23", *VRAAG) == uitvoer("23", *VRAAG, "--formaat", "tekst")


@pytest.mark.parametrize(("nu", "peildatum"), [("2020-06-30", "2020-06-30"), ("2026-01-01", "2021-05-31")])
def test_without_a_date_it_is_today_and_at_most_the_last_day_of_the_programme(nu: str, peildatum: str):
    voorbeeld()
    with freeze_time(nu):
        assert json.loads(uitvoer("23", "--programma", "thuis", "--formaat", "json"))["peildatum"] == peildatum


def test_without_a_last_day_it_is_today():
    gegevens.programma(einddatum=None)
    with freeze_time("2026-01-01"):
        assert json.loads(uitvoer("23", "--programma", "thuis", "--formaat", "json"))["peildatum"] == "2026-01-01"


@pytest.mark.parametrize("formaat", ["json", "tekst", "csv"])
def test_a_file_holds_what_the_screen_would_show(formaat: str, tmp_path: Path):
    voorbeeld()
    bestand = tmp_path / "uit"
    assert uitvoer("23", *VRAAG, "--formaat", formaat, "--uit", str(bestand)) == ""
    assert bestand.read_bytes().decode() == uitvoer("23", *VRAAG, "--formaat", formaat)


def test_excel_goes_to_a_file(tmp_path: Path):
    voorbeeld()
    bestand = tmp_path / "indicator.xlsx"
    uitvoer("23", *VRAAG, "--formaat", "xlsx", "--uit", str(bestand))
    assert len(openpyxl.load_workbook(bestand).worksheets) > 1


@pytest.mark.parametrize(
    ("argumenten", "melding"),
    [
        ((), "Geef het nummer van de indicator, bijvoorbeeld: manage.py indicator 23 --programma SLUG"),
        (("24", *VRAAG), "Onbekende indicator: '24'. Beschikbaar: 23, bereik, oproep."),
        (("023", *VRAAG), "Onbekende indicator: '023'. Beschikbaar: 23, bereik, oproep."),
        (("23",), "Geef het programma, met --programma en de slug van het programma."),
        (("23", "--programma"), "Geef het programma, met --programma en de slug van het programma."),
        (("23", "--programma", "elders"), "Onbekend programma: 'elders'."),
        (("23", "--programma", "a\nb"), "Onbekend programma: 'a b'."),
        (("23", *VRAAG[:3], "2020-02-30"), f"Peildatum: De dag '2020-02-30' bestaat niet. {SCHRIJF_ZO}"),
        (("23", *VRAAG[:3], "20200630"), f"Peildatum: '20200630' is geen datum. {SCHRIJF_ZO}"),
        (("23", *VRAAG[:3], "2020-W01-1"), f"Peildatum: '2020-W01-1' is geen datum. {SCHRIJF_ZO}"),
        (("23", *VRAAG[:3], "30-06-2020"), f"Peildatum: '30-06-2020' is geen datum. {SCHRIJF_ZO}"),
        (("23", *VRAAG[:3]), f"Peildatum: '' is geen datum. {SCHRIJF_ZO}"),
        (("23", *VRAAG, "--formaat", "pdf"), "Onbekend formaat: 'pdf'. Kies uit json, tekst, csv of xlsx."),
        (("23", *VRAAG, "--formaat", "xlsx"), "Geef een bestand, met --uit BESTAND."),
        (("23", *VRAAG, "--uit"), "Geef een bestand, met --uit BESTAND."),
        (("23", *VRAAG, "over"), "Onbekend argument: over. Zie: manage.py indicator --help"),
        (("23", "-v", "veel", *VRAAG), "De opdracht is niet te lezen. Zie: manage.py indicator --help"),
        (("23", *VRAAG, "--uit", "/"), "Het bestand '/' is niet te schrijven: dat is een map."),
        (
            ("23", *VRAAG, "--uit", "/bestaat/niet"),
            "Het bestand '/bestaat/niet' is niet te schrijven: die map bestaat niet.",
        ),
    ],
)
def test_what_cannot_be_given_is_one_dutch_line_and_exit_status_2(
    argumenten: tuple[str, ...], melding: str, capsys: pytest.CaptureFixture[str]
):
    gegevens.programma()
    assert op_de_opdrachtregel(*argumenten) == 2
    assert tuple(capsys.readouterr()) == ("", f"{melding}\n")


def test_help_tells_the_arguments_and_the_formats(capsys: pytest.CaptureFixture[str]):
    assert op_de_opdrachtregel("--help") == 0
    uit = capsys.readouterr().out
    for woord in ("--programma SLUG", "--peildatum JJJJ-MM-DD", "json, tekst, csv of xlsx", "--uit BESTAND"):
        assert woord in " ".join(uit.replace("[", "").replace("]", "").split())


def test_the_day_before_the_first_practice_gives_zeros():
    voorbeeld()
    cijfers = json.loads(uitvoer("23", *VRAAG[:3], "2019-06-30", "--formaat", "json"))
    assert (cijfers["peildatum"], cijfers["praktijken"]["opgestart"]) == (dag("2019-06-30").isoformat(), 0)
