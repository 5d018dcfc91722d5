"""Absent sheets, and rows that refer to others: in the file, the database or another programme (begrippen.md §4)."""

import pytest

from deelnemers.models import Organisatie
from mantelzorg.models import Programma
from praktijken.models import Deelname, Experiment, Ontwerpvraag, Praktijk, Voortgang
from praktijken.uitwisseling.importeren import Wijze
from tests.praktijken.uitwisseling.bestanden import KLEIN, VANDAAG, dag, deel, goed, klein, met_cel, veranderd, voer_in

pytestmark = pytest.mark.django_db


def test_a_missing_sheet_means_no_rows_of_it() -> None:
    goed(klein())
    for weg in KLEIN.keys() - {"Programma"}:
        bladen = klein()
        del bladen[weg]
        assert veranderd(goed(bladen)) == {}


@pytest.mark.parametrize("blad", [naam for naam in KLEIN if naam != "Programma"])
def test_one_sheet_beside_programma_refers_to_what_the_database_holds(blad: str) -> None:
    goed(klein())
    assert veranderd(goed(deel(**{blad: klein()[blad]}))) == {}


def test_references_to_what_only_the_database_holds_are_written() -> None:
    goed(klein())
    goed(
        deel(
            Experimenten=[["praktijk", "ontwerpvraag", "code", "naam"], ["ARN", 1, "ARN-1-2", "Tweede"]],
            Voortgang=[["experiment", "datum", "verslag"], ["ARN-1-1", dag("2020-02-01"), "Verder."]],
            Deelnemers=[
                ["nummer", "organisatie", "organisatietype", "praktijk", "vanaf"],
                ["D9", "Gemeente Ede", "Gemeente", "EDE", dag("2020-01-01")],
            ],
        )
    )
    assert Experiment.objects.get(code="ARN-1-2").ontwerpvraag == Ontwerpvraag.objects.get()
    assert Voortgang.objects.count() == 2
    deelname = Deelname.objects.get(deelnemer__nummer="D9")
    assert (deelname.organisatie.naam, deelname.organisatietype.naam) == ("Gemeente Ede", "Gemeente")


def test_every_error_is_told_also_without_the_sheet_programma() -> None:
    bladen = met_cel("Praktijken", 2, "afloop", "afgerond")
    del bladen["Programma"]
    assert [(fout.blad, fout.rij, fout.kolom) for fout in voer_in(bladen).fouten] == [
        ("Programma", 0, ""),
        ("Praktijken", 2, "einddatum"),
    ]


def test_practices_go_on_in_one_lower_on_the_sheet_and_in_a_new_one() -> None:
    eind = dag("2020-03-01")
    kop = ["code", "naam", "startdatum", "einddatum", "afloop", "gaat verder in"]
    start = dag("2019-09-02")
    goed(
        deel(
            Praktijken=[
                kop,
                ["A", "A", start, eind, "samengevoegd", "C"],
                ["B", "B", start, eind, "Samengevoegd", "A"],
                ["C", "C", start, None, None, None],
            ]
        )
    )
    assert set(Praktijk.objects.values_list("code", "afloop", "gaat_verder_in__code")) == {
        ("A", "samengevoegd", "C"), ("B", "samengevoegd", "A"), ("C", "", None),
    }  # fmt: skip
    bladen = deel(
        Praktijken=[kop, ["C", "C", start, eind, "samengevoegd", "N"], ["N", "Nieuw", eind, None, None, None]]
    )
    assert veranderd(goed(bladen)) == {"praktijken": (1, 1)}
    assert Praktijk.objects.get(code="C").gaat_verder_in.code == "N"
    assert veranderd(goed(bladen)) == {}


def test_a_practice_that_goes_on_elsewhere_can_be_opened_again() -> None:
    eind = dag("2020-03-01")
    goed(
        samen := deel(Praktijken=[SAMENKOP, ["A", "A", VANDAAG, None, None, None], ["B", "B", None, None, None, None]])
    )
    samen["Praktijken"][1] = ["A", "A", dag("2019-09-02"), eind, "samengevoegd", "B"]
    goed(samen)
    samen["Praktijken"][1] = ["A", "A", dag("2019-09-02"), None, None, None]
    goed(samen)
    assert Praktijk.objects.filter(code="A").values_list("einddatum", "afloop", "gaat_verder_in").get() == (
        None, "", None,
    )  # fmt: skip


SAMENKOP = ["code", "naam", "startdatum", "einddatum", "afloop", "gaat verder in"]


def test_an_experiment_moves_to_another_question_also_a_new_one_of_another_practice() -> None:
    goed(klein())
    bladen = deel(
        Ontwerpvragen=[
            ["praktijk", "nummer", "ontwerpvraag", "geformuleerd op"],
            ["EDE", 4, "Wie helpt?", dag("2019-11-01")],
        ],
        Experimenten=[["praktijk", "ontwerpvraag", "code", "naam"], ["EDE", 4, "ARN-1-1", "Keukentafel"]],
    )
    assert veranderd(goed(bladen)) == {"ontwerpvragen": (1, 0), "experimenten": (0, 1)}
    experiment = Experiment.objects.get()
    assert (experiment.ontwerpvraag.praktijk.code, experiment.ontwerpvraag.nummer) == ("EDE", 4)
    assert experiment.startdatum == dag("2019-12-01")
    assert Voortgang.objects.get().experiment == experiment


def test_a_second_programme_may_use_the_same_codes() -> None:
    goed(klein())
    ander = met_cel("Programma", 2, "slug", "ander")
    ander["Praktijken"][1][1] = "Arnhem-Zuid"
    assert veranderd(goed(ander)) == {
        soort: (aantal, 0)
        for soort, aantal in {
            "programma": 1, "prangende vragen": 1, "praktijken": 2, "ontwerpvragen": 1, "experimenten": 1,
            "voortgang": 1, "praktijkpartners": 1, "deelnemers": 2, "deelnames": 2,
        }.items()
    }  # fmt: skip
    assert Praktijk.objects.get(programma__slug="thuis", code="ARN").naam == "Arnhem"
    assert Organisatie.objects.count() == 1
    assert veranderd(goed(klein())) == {}


def test_other_programmes_whose_organisations_and_types_change_are_named() -> None:
    goed(klein())
    goed(met_cel("Programma", 2, "slug", "ander") | {"Organisatietypen": klein()["Organisatietypen"]})
    Programma.objects.filter(slug="ander").update(naam="Het andere programma")
    organisatie = deel(Organisaties=[["naam", "gemeente"], ["Gemeente Ede", "Arnhem"]])
    assert goed(organisatie, wijze=Wijze.VOORBEELD).andere_programmas == {"Het andere programma"}
    soort = deel(Organisatietypen=[["naam", "verbonden aan organisatie"], ["Vrijwilliger NVO", "ja"]])
    assert goed(soort, wijze=Wijze.VOORBEELD).andere_programmas == {"Het andere programma"}
    assert goed(klein(), wijze=Wijze.VOORBEELD).andere_programmas == set()


def test_what_saving_would_refuse_the_preview_refuses_too() -> None:
    goed(met_cel("Deelnemers", 2, "organisatietype", "Gemeente"))
    bladen = deel(Organisaties=[["naam", "organisatietype"], ["Gemeente Ede", "Vrijwilliger NVO"]])
    regel = (
        "Blad 'Organisaties', rij 2, kolom 'organisatietype': er zijn deelnames van Gemeente Ede met een ander eigen "
        "organisatietype; wijzig die eerst."
    )
    for wijze in Wijze:
        assert [str(fout) for fout in voer_in(bladen, wijze=wijze).fouten] == [regel]


def test_an_organisation_and_its_participations_change_their_kind_together() -> None:
    bladen = met_cel("Deelnemers", 2, "organisatietype", "Gemeente")
    goed(bladen)
    bladen["Deelnemers"][1][4] = bladen["Organisaties"][1][1] = "Vrijwilliger NVO"
    assert veranderd(goed(bladen)) == {"organisaties": (0, 1), "deelnames": (0, 1)}
