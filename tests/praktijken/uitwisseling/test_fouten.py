"""Every error of begrippen.md §4: one line each, with the cell, the value and what is allowed; nothing is kept."""

from typing import Any

import pytest

from mantelzorg.models import Programma, User
from praktijken.models import Deelname, Praktijk, Thema
from tests.praktijken.uitwisseling.bestanden import Bladen, dag, fouten, klein, met_cel, voer_in

pytestmark = pytest.mark.django_db

NERGENS = "bestaat niet; zet een rij op blad '{}' of verbeter de waarde"
GETAL = "geen getal; toegestaan: een heel getal van 0 tot en met 2147483647"
DATUM = "geen datum; toegestaan: een Exceldatum zonder tijd, dd-mm-jjjj of jjjj-mm-dd"
EEN_CEL: list[tuple[str, int, str, Any, list[str]]] = [
    ("Praktijken", 2, "startdatum", "31-02-2020", [f"'31-02-2020' is {DATUM}"]),
    ("Praktijken", 2, "startdatum", 43710, [f"'43710' is {DATUM}"]),
    ("Praktijken", 2, "startdatum", "2019-9-2", [f"'2019-9-2' is {DATUM}"]),
    ("Voortgang", 2, "ronde", "een", [f"'een' is {GETAL}"]),
    ("Prangende vragen", 2, "nummer", 1.5, [f"'1.5' is {GETAL}"]),
    ("Prangende vragen", 2, "nummer", -1, [f"'-1' is {GETAL}"]),
    ("Praktijken", 3, "naam", None, ["leeg, maar verplicht"]),
    ("Organisatietypen", 2, "verbonden aan organisatie", "misschien", ["'misschien' is onbekend; toegestaan: ja, nee"]),
    (
        "Programma", 2, "vorm", "cursus",
        ["'cursus' is onbekend; toegestaan: innovatietraject, lerende praktijk, praktijkversneller"],
    ),
    ("Voortgang", 2, "fase", "dromen", [
        "'dromen' is onbekend; toegestaan: voorbereiden, uitvoeren, evalueren, bijstellen"
    ]),
    ("Voortgang", 2, "besluit", "hopen", ["'hopen' is onbekend; toegestaan: doorgaan, aanpassen, stoppen, borgen"]),
    ("Praktijkpartners", 2, "rol", "gast", ["'gast' is onbekend; toegestaan: penvoerder, partner"]),
    (
        "Deelnemers", 2, "hoedanigheid", "buur",
        ["'buur' is onbekend; toegestaan: beroepskracht, vrijwilliger, (ex-)mantelzorger, bestuur of beleid"],
    ),
    ("Praktijkpartners", 2, "praktijk", "XXX", [f"'XXX' {NERGENS.format('Praktijken')}"]),
    ("Voortgang", 2, "experiment", "X", ["'X' bestaat niet; zet een rij op blad 'Experimenten' of verbeter de waarde"]),
    (
        "Experimenten", 2, "ontwerpvraag", 7,
        ["'ARN 7' bestaat niet; zet een rij op blad 'Ontwerpvragen' of verbeter de waarde"],
    ),
    ("Deelnemers", 3, "organisatietype", "Club", [f"'Club' {NERGENS.format('Organisatietypen')}"]),
    ("Praktijkpartners", 2, "organisatie", "Stad", [f"'Stad' {NERGENS.format('Organisaties')}"]),
    ("Praktijken", 2, "gemeenten", "Arnem", ["'Arnem': onbekende gemeente"]),
    (
        "Praktijken", 2, "gemeenten", "Land van Cuijk",
        ["'Land van Cuijk': deze gemeente bestond niet op 02-09-2019: zij bestaat vanaf 01-01-2022"],
    ),
    ("Organisaties", 2, "gemeente", "Nergenshuizen", ["'Nergenshuizen': onbekende gemeente"]),
    (
        "Deelnemers", 2, "organisatietype", "Vrijwilliger NVO",
        ["'Vrijwilliger NVO' verschilt van dat van Gemeente Ede: 'Gemeente'; toegestaan: hetzelfde of leeg"],
    ),
    (
        "Deelnemers", 2, "tot en met", dag("2019-09-30"),
        ["30-09-2019 ligt voor vanaf 01-10-2019; toegestaan: die dag of later"],
    ),
    (
        "Ontwerpvragen", 2, "vervallen op", dag("2019-10-31"),
        ["31-10-2019 ligt voor geformuleerd op 01-11-2019; toegestaan: die dag of later"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("blad", "rij", "kop", "waarde", "teksten"), EEN_CEL)
def test_a_wrong_cell_is_one_line_with_its_place(
    blad: str, rij: int, kop: str, waarde: Any, teksten: list[str]
) -> None:
    verwacht = [f"Blad '{blad}', rij {rij}, kolom '{kop}': {tekst}." for tekst in teksten]
    assert fouten(met_cel(blad, rij, kop, waarde)) == verwacht
    assert not Programma.objects.exists()
    assert not User.objects.exists()
    assert not Thema.objects.exists()


KOP = ["code", "naam", "startdatum", "einddatum", "afloop", "gaat verder in"]


def praktijken(*rijen: list[Any]) -> Bladen:
    """Just a programme and these practices."""
    return {"Programma": klein()["Programma"], "Praktijken": [KOP, *rijen]}


START, EIND = dag("2019-09-02"), dag("2020-03-01")


@pytest.mark.parametrize(
    ("rij", "regels"),
    [
        (["A", "A", START, EIND, None, None], ["'afloop': leeg bij einddatum 01-03-2020; vul beide in of geen"]),
        (["A", "A", START, None, "afgerond", None], ["'einddatum': leeg bij afloop 'afgerond'; vul beide in of geen"]),
        (["A", "A", None, EIND, "afgerond", None], ["'einddatum': 01-03-2020 zonder startdatum; vul die ook in"]),
        (
            ["A", "A", EIND, START, "afgerond", None],
            ["'einddatum': 02-09-2019 ligt voor startdatum 01-03-2020; toegestaan: die dag of later"],
        ),
        (
            ["A", "A", START, EIND, "samengevoegd", None],
            ["'gaat verder in': leeg bij afloop 'samengevoegd'; vul de code in van de praktijk waarin zij verdergaat"],
        ),
        (
            ["A", "A", START, EIND, "afgerond", "B"],
            ["'gaat verder in': 'B' bij afloop 'afgerond'; toegestaan: alleen bij afloop 'samengevoegd'"],
        ),
        (
            ["A", "A", START, EIND, "samengevoegd", "C"],
            ["'gaat verder in': 'C' bestaat niet; zet een rij op blad 'Praktijken' of verbeter de waarde"],
        ),
        (
            ["A", "A", START, EIND, "samengevoegd", "A"],
            ["'gaat verder in': 'A' is deze praktijk zelf; toegestaan: de code van een andere"],
        ),
    ],
)
def test_dates_and_outcome_of_a_practice_go_together(rij: list[Any], regels: list[str]) -> None:
    verwacht = [f"Blad 'Praktijken', rij 2, kolom {regel}." for regel in regels]
    assert fouten(praktijken(rij, ["B", "B", START, None, None, None])) == verwacht
    assert not Praktijk.objects.exists()


def test_a_rule_holds_for_what_the_file_leaves_as_it_is() -> None:
    voer_in(praktijken(["A", "A", START, None, None, None]))
    zonder_start = {"Programma": klein()["Programma"], "Praktijken": [["code", "naam", "einddatum", "afloop"]]}
    zonder_start["Praktijken"].append(["A", "A", dag("2019-09-01"), "afgerond"])
    assert fouten(zonder_start) == [
        "Blad 'Praktijken', rij 2, kolom 'einddatum': 01-09-2019 ligt voor startdatum 02-09-2019; "
        "toegestaan: die dag of later."
    ]


def test_the_later_of_two_rows_with_one_key_is_reported() -> None:
    bladen = klein()
    bladen["Praktijken"].append(["ARN", "Nog eens", None, None, None, None, None, None])
    bladen["Voortgang"].append(bladen["Voortgang"][1])
    bladen["Deelnemers"].append(bladen["Deelnemers"][1])
    assert fouten(bladen) == [
        "Blad 'Praktijken', rij 4, kolom 'code': ARN staat ook op rij 2; toegestaan: één keer.",
        "Blad 'Voortgang', rij 3, kolom 'experiment': ARN-1-1, 10-01-2020, uitvoeren, Het gaat goed. staat ook op "
        "rij 2; toegestaan: één keer.",
        "Blad 'Deelnemers', rij 4, kolom 'nummer': D1, EDE, 01-10-2019 staat ook op rij 2; toegestaan: één keer.",
    ]


def test_the_rows_of_one_person_may_not_disagree_but_may_be_silent() -> None:
    bladen = klein()
    kop = bladen["Deelnemers"][0]
    for naam, email, vanaf in [
        (None, "F@VOORBEELD.example", "2019-11-01"),
        ("Fatma B.", None, "2019-11-02"),
        (None, "x@voorbeeld.example", "2019-11-03"),
    ]:
        waarden = {"nummer": "D1", "naam": naam, "e-mail": email, "praktijk": "ARN", "vanaf": dag(vanaf)}
        bladen["Deelnemers"].append([waarden.get(kolom) for kolom in kop])
    assert fouten(bladen) == [
        "Blad 'Deelnemers', rij 5, kolom 'naam': 'Fatma B.' verschilt van 'Fatma' op rij 2 bij dezelfde deelnemer "
        "(D1); toegestaan: hetzelfde of leeg.",
        "Blad 'Deelnemers', rij 6, kolom 'e-mail': 'x@voorbeeld.example' verschilt van 'f@voorbeeld.example' op rij 2 "
        "bij dezelfde deelnemer (D1); toegestaan: hetzelfde of leeg.",
    ]


def test_sheets_and_columns_that_are_missing_or_double() -> None:
    zonder_programma = klein()
    del zonder_programma["Programma"]
    assert fouten(zonder_programma) == ["Blad 'Programma': dit blad ontbreekt of is leeg; het moet één rij hebben."]
    tweede = klein()
    tweede["Programma"].append(["ander", "Ander", "innovatietraject", None])
    assert fouten(tweede) == ["Blad 'Programma', rij 3, kolom 'slug': een tweede programma; toegestaan: één rij."]
    zonder_code = klein(Praktijken=[["naam"], ["Arnhem"]])
    assert fouten(zonder_code) == ["Blad 'Praktijken', rij 1, kolom 'code': deze verplichte kolom ontbreekt."]
    dubbel = klein(**{"Prangende vragen": [["nummer", "vraag", " VRAAG "], [1, "Hoe?", "Waarom?"]]})
    assert fouten(dubbel) == ["Blad 'Prangende vragen', rij 1, kolom 'VRAAG': deze kolom staat er meer dan eens."]


def test_a_value_in_a_column_without_header_is_an_error_and_an_unknown_column_a_warning() -> None:
    bladen = klein(**{"Prangende vragen": [["nummer", "vraag", None, "notitie"], [1, "Hoe?", "los", "mag"]]})
    verslag = voer_in(bladen)
    assert [str(fout) for fout in verslag.fouten] == [
        "Blad 'Prangende vragen', rij 2, kolom 'C': 'los' staat in een kolom zonder kop; zet er een kop boven of haal "
        "de waarde weg."
    ]
    assert [str(melding) for melding in verslag.waarschuwingen] == [
        "Blad 'Prangende vragen', rij 1, kolom 'notitie': onbekende kolom, wordt overgeslagen."
    ]


def test_what_is_merely_odd_is_told_and_kept() -> None:
    bladen = met_cel("Deelnemers", 3, "vanaf", dag("2019-09-01"))
    bladen["Experimenten"][1][4] = dag("2019-10-31")
    bladen["Deelnemers"][1][2] = "geen adres"
    verslag = voer_in(bladen)
    assert [str(melding) for melding in verslag.waarschuwingen] == [
        "Blad 'Experimenten', rij 2, kolom 'startdatum': 31-10-2019 ligt voor de dag waarop de ontwerpvraag is "
        "geformuleerd (01-11-2019).",
        "Blad 'Deelnemers', rij 2, kolom 'e-mail': 'geen adres' is geen e-mailadres.",
        "Blad 'Deelnemers', rij 3, kolom 'vanaf': 01-09-2019 ligt voor de start van de praktijk (02-09-2019).",
    ]
    assert verslag.fouten == []
    assert Deelname.objects.count() == 2


def test_every_error_is_told_not_the_first_alone() -> None:
    bladen = met_cel("Praktijken", 2, "startdatum", "ooit")
    bladen["Voortgang"][1][3] = "dromen"
    bladen["Deelnemers"][2][6] = "XXX"
    bladen["Programma"][1][2] = "cursus"
    assert [(fout.blad, fout.rij, fout.kolom) for fout in voer_in(bladen).fouten] == [
        ("Programma", 2, "vorm"),
        ("Praktijken", 2, "startdatum"),
        ("Voortgang", 2, "fase"),
        ("Deelnemers", 3, "praktijk"),
    ]


def test_another_kind_of_an_organisation_may_not_contradict_participations_outside_the_file() -> None:
    bladen = met_cel("Deelnemers", 2, "organisatietype", "Gemeente")
    assert fouten(bladen) == []
    ander_type = {"Programma": bladen["Programma"], "Organisaties": [["naam", "organisatietype"]]}
    ander_type["Organisaties"].append(["Gemeente Ede", "Vrijwilliger NVO"])
    assert fouten(ander_type) == [
        "Blad 'Organisaties', rij 2, kolom 'organisatietype': er zijn deelnames van Gemeente Ede met een ander eigen "
        "organisatietype; wijzig die eerst."
    ]
    assert Deelname.objects.filter(organisatie__organisatietype__naam="Gemeente").count() == 1
