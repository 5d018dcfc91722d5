"""Columns and cells as begrippen.md §4 promises to read them: order, case, spaces, empty cells, numbers as text."""

import pytest

from deelnemers.models import Deelnemer
from praktijken.models import Deelname, Experiment, Ontwerpvraag, Praktijk, Voortgang
from tests.praktijken.uitwisseling.bestanden import dag, deel, goed, klein, met_cel, tellingen, veranderd, voer_in

pytestmark = pytest.mark.django_db


def test_columns_are_found_in_any_order_case_and_with_spaces_around() -> None:
    bladen = klein()
    for blad in bladen.values():
        blad[0] = [f"  {kop.upper()} " for kop in blad[0]]
        for rij in blad:
            rij.reverse()
    goed(bladen)
    assert veranderd(goed(klein())) == {}


def test_an_absent_column_leaves_the_field_and_an_empty_cell_empties_it() -> None:
    kop = ["code", "naam", "werkgebied", "kernthema", "startdatum", "prangende vragen"]
    goed(klein(Praktijken=[kop, ["ARN", "Arnhem", "wijk", "Samen", dag("2019-09-02"), 1], *KLEIN_EDE]))
    goed(deel(Praktijken=[["code", "naam", "kernthema"], ["ARN", "Arnhem", None]]))
    praktijk = Praktijk.objects.get(code="ARN")
    assert (praktijk.werkgebied, praktijk.kernthema, praktijk.startdatum) == ("wijk", "", dag("2019-09-02"))
    assert list(praktijk.prangende_vragen.values_list("nummer", flat=True)) == [1]
    goed(deel(Praktijken=[["code", "naam", "startdatum", "prangende vragen"], ["ARN", "Arnhem", None, None]]))
    praktijk.refresh_from_db()
    assert (praktijk.werkgebied, praktijk.startdatum, praktijk.prangende_vragen.count()) == ("wijk", None, 0)


KLEIN_EDE = [["EDE", "Ede", None, None, dag("2019-09-09"), None]]


def test_a_persons_own_field_empties_only_when_empty_on_all_of_their_rows() -> None:
    kop = ["nummer", "naam", "e-mail", "praktijk", "vanaf"]
    rij_een, rij_twee = ["D1", "Fatma", None, "EDE", dag("2019-10-01")], ["D1", None, None, "ARN", dag("2019-11-01")]
    goed(klein())
    goed(deel(Deelnemers=[kop, rij_een, rij_twee]))
    assert Deelnemer.objects.filter(nummer="D1").values_list("naam", "email").get() == ("Fatma", "")
    rij_een[1] = None
    goed(deel(Deelnemers=[kop, rij_een, rij_twee]))
    assert Deelnemer.objects.get(nummer="D1").naam == ""
    assert Deelname.objects.filter(deelnemer__nummer="D1").count() == 2


def test_a_number_where_text_is_expected_reads_as_its_digits() -> None:
    bladen = deel(
        Praktijken=[["code", "naam"], [1, 2020]],
        Ontwerpvragen=[["praktijk", "nummer", "ontwerpvraag", "geformuleerd op"], ["1", "3", 7, "02-09-2019"]],
        Experimenten=[["praktijk", "ontwerpvraag", "code", "naam"], [1, 3, 12.5, "Proef"]],
        Voortgang=[["experiment", "datum", "verslag"], ["12.5", "2020-01-31", 10]],
        Deelnemers=[["nummer", "naam", "praktijk", "vanaf"], [1, 7, 1, "01-10-2019"]],
    )
    goed(bladen)
    assert Praktijk.objects.values_list("code", "naam").get() == ("1", "2020")
    assert Ontwerpvraag.objects.values_list("nummer", "vraag", "geformuleerd_op").get() == (3, "7", dag("2019-09-02"))
    assert Experiment.objects.get().code == "12.5"
    assert Voortgang.objects.values_list("verslag", "datum").get() == ("10", dag("2020-01-31"))
    assert Deelnemer.objects.values_list("nummer", "naam").get() == ("1", "7")


def test_words_from_a_list_ignore_case_and_spaces_around() -> None:
    bladen = klein()
    bladen["Programma"][1][2] = " Lerende Praktijk "
    bladen["Organisatietypen"][1][1], bladen["Organisatietypen"][2][1] = "JA", " Nee"
    bladen["Voortgang"][1][3], bladen["Voortgang"][1][5] = "UITVOEREN", "Doorgaan "
    bladen["Praktijkpartners"][1][2] = "Penvoerder"
    bladen["Deelnemers"][1][2], bladen["Deelnemers"][1][5] = " F@Voorbeeld.EXAMPLE ", "Beroepskracht"
    goed(bladen)
    assert veranderd(goed(klein())) == {}


@pytest.mark.parametrize("code", ["arn", "ARN.", "A RN"])
def test_other_keys_are_exact(code: str) -> None:
    goed(klein())
    assert veranderd(goed(deel(Praktijken=[["code", "naam"], [code, "Arnhem"]]))) == {"praktijken": (1, 0)}


def test_spaces_around_a_key_do_not_count_and_a_row_of_spaces_is_passed_over() -> None:
    goed(klein())
    bladen = deel(Praktijken=[["code", "naam"], ["  ARN ", "\tArnhem\n"], ["  ", None], [None, " "]])
    assert tellingen(goed(bladen)) == {"programma": (0, 0, 1), "praktijken": (0, 0, 1)}


def test_the_longest_text_of_a_cell_comes_in_whole() -> None:
    lang = "ë" * 32_767
    goed(met_cel("Voortgang", 2, "verslag", lang))
    assert Voortgang.objects.get().verslag == lang
    assert veranderd(goed(met_cel("Voortgang", 2, "verslag", lang))) == {}


def test_a_name_of_more_than_500_characters_is_told() -> None:
    regels = [str(fout) for fout in voer_in(met_cel("Praktijken", 2, "naam", "n" * 501)).fouten]
    assert regels == [
        f"Blad 'Praktijken', rij 2, kolom 'naam': '{'n' * 79}…' is te lang (501 tekens); toegestaan: 500 tekens."
    ]
