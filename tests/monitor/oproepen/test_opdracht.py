"""`manage.py oproepcijfers`: a bad question is one Dutch line on standard error, and exit status 2."""

import pytest

from monitor.management.commands.oproepcijfers import Command
from tests.aanmeldingen.gegevens import oproep

pytestmark = pytest.mark.django_db
VRAAG = ("--oproep", "oproep-2014", "--peildatum", "2014-07-31")
SCHRIJF_ZO = "Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2020-06-30."


def op_de_opdrachtregel(*argumenten: str) -> int:
    """The exit status of the command as run from a terminal."""
    with pytest.raises(SystemExit) as einde:
        Command().run_from_argv(["manage.py", "oproepcijfers", *argumenten])
    return einde.value.code


@pytest.mark.parametrize(
    ("argumenten", "melding"),
    [
        ((), "Geef de oproep, met --oproep en de slug van de oproep."),
        (("--oproep",), "Geef de oproep, met --oproep en de slug van de oproep."),
        (("--oproep", "elders"), "Onbekende oproep: 'elders'."),
        (("--oproep", "a\nb"), "Onbekende oproep: 'a b'."),
        ((*VRAAG[:3], "2014-02-30"), f"Peildatum: De dag '2014-02-30' bestaat niet. {SCHRIJF_ZO}"),
        ((*VRAAG[:3], "31-07-2014"), f"Peildatum: '31-07-2014' is geen datum. {SCHRIJF_ZO}"),
        (VRAAG[:3], f"Peildatum: '' is geen datum. {SCHRIJF_ZO}"),
        ((*VRAAG, "--formaat", "pdf"), "Onbekend formaat: 'pdf'. Kies uit json, tekst, csv of xlsx."),
        ((*VRAAG, "--formaat", "xlsx"), "Geef een bestand, met --uit BESTAND."),
        ((*VRAAG, "--uit"), "Geef een bestand, met --uit BESTAND."),
        ((*VRAAG, "over"), "Onbekend argument: over. Zie: manage.py oproepcijfers --help"),
        ((*VRAAG, "--uit", "/"), "Het bestand '/' is niet te schrijven: dat is een map."),
    ],
)
def test_what_cannot_be_given_is_one_dutch_line_and_exit_status_2(
    argumenten: tuple[str, ...], melding: str, capsys: pytest.CaptureFixture[str]
):
    oproep()

    assert op_de_opdrachtregel(*argumenten) == 2
    assert tuple(capsys.readouterr()) == ("", f"{melding}\n")
