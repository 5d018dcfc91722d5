"""Which words find which lessons: by Dutch stems on PostgreSQL, by letters on SQLite."""

import pytest
from django.db import connection

from praktijken.leren.fragment import Deel, begin, gemerkt, rondom
from praktijken.leren.zoekvector import LES, OPBRENGST, gevonden, woorden
from praktijken.models import Experiment, Lesversie
from tests.praktijken.leren.lesdaden import gedeelde_les

pytestmark = pytest.mark.django_db
POSTGRESQL = connection.vendor == "postgresql"


def gevonden_met(woord):
    return list(gevonden(Lesversie.objects.gedeeld(), LES, woord, "pk").values_list("titel", flat=True))


@pytest.fixture
def bibliotheek(mensen):
    """Three shared lessons, of which two speak of carers in another form of the word."""
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Een mantelzorger belt niet", advies="Bel zelf.")
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Vraag door", opbrengst="Mantelzorgers kwamen wél.")
    gedeelde_les(mensen.elders, mensen.cas, mensen.mo, titel="Enquête in Curaçao", situatie="Respijtzorg e-health.")
    return mensen


@pytest.mark.usefixtures("bibliotheek")
@pytest.mark.skipif(not POSTGRESQL, reason="stemmen per woordstam kan alleen PostgreSQL")
def test_on_postgresql_a_word_finds_its_other_forms_and_the_title_weighs_most():
    assert gevonden_met("mantelzorgers") == ["Een mantelzorger belt niet", "Vraag door"]
    assert gevonden_met("mantelzorger") == ["Een mantelzorger belt niet", "Vraag door"]


@pytest.mark.usefixtures("bibliotheek")
@pytest.mark.skipif(POSTGRESQL, reason="PostgreSQL zoekt op woordstam")
def test_on_sqlite_the_letters_must_stand_there():
    assert gevonden_met("mantelzorgers") == ["Vraag door"]
    assert gevonden_met("mantelzorger") == ["Een mantelzorger belt niet", "Vraag door"]


@pytest.mark.usefixtures("bibliotheek")
@pytest.mark.parametrize(
    ("woord", "titels"),
    [
        ("ENQUETE", ["Enquête in Curaçao"]),
        ("enquête curacao", ["Enquête in Curaçao"]),
        ("respijt", ["Enquête in Curaçao"]),
        ("e-health", ["Enquête in Curaçao"]),
        ("health respijtzorg", ["Enquête in Curaçao"]),
        ("respijtzorg mantelzorger", []),
        ("' OR 1=1 --", []),
        ("!!!", []),
        ("100%", []),
        ("zz:* & yy | !xx", []),
        ("\\", []),
        ("مقدم", []),
    ],
)
def test_every_word_must_stand_there_whatever_case_accents_or_signs(woord, titels):
    assert gevonden_met(woord) == titels


def test_a_word_that_postgresql_passes_over_is_found_by_its_letters(mensen):
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Veel is niet genoeg")
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Anders")

    assert gevonden_met("veel") == gevonden_met("veel niet") == ["Veel is niet genoeg"]
    assert gevonden_met("veel zonder") == []


def test_arabic_text_and_a_text_as_long_as_a_cell_are_found(mensen):
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="دعم مقدمي الرعاية", opbrengst="woord " * 5_400 + "speld")

    assert gevonden_met("دعم") == gevonden_met("speld") == ["دعم مقدمي الرعاية"]


@pytest.mark.skipif(not POSTGRESQL, reason="de index staat alleen in PostgreSQL")
@pytest.mark.parametrize(
    ("rijen", "velden", "index"),
    [(Lesversie, LES, "lesversie_zoeken"), (Experiment, OPBRENGST, "experiment_zoeken")],
    ids=["lessen", "opbrengsten"],
)
def test_postgresql_searches_with_the_index_of_the_migration(rijen, velden, index):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")

    assert index in gevonden(rijen.objects.order_by(), velden, "mantelzorgers", "pk").explain()


def test_a_fragment_is_cut_at_what_was_found():
    assert rondom("Wij belden de cliënt twee keer.", woorden("CLIENT")) == (
        Deel(tekst="Wij belden de ", gevonden=False),
        Deel(tekst="cliënt", gevonden=True),
        Deel(tekst=" twee keer.", gevonden=False),
    )
    assert rondom("Niets hier", ["elders"]) == begin("Niets hier")
    assert rondom("ﬁets en fiets", ["fiets"])[0] == Deel(tekst="ﬁets", gevonden=True)
    assert gemerkt("a \ue000b\ue001 c") == (
        Deel(tekst="a ", gevonden=False),
        Deel(tekst="b", gevonden=True),
        Deel(tekst=" c", gevonden=False),
    )
    assert "".join(deel.tekst for deel in rondom("x" * 500 + " speld " + "y" * 500, ["speld"])).count("speld") == 1
