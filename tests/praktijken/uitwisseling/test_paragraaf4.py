"""What begrippen.md §4 promises of files that are not wrong: forms of cells, partial files, lists, keys, history."""

import datetime
from typing import Any

import pytest

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.inloggen import AccountBackend
from mantelzorg.models import Gemeente, Programma, User
from mantelzorg.toegang import Rol
from praktijken.models import (
    Adviseurschap,
    Deelname,
    Experiment,
    Ontwerpvraag,
    Praktijk,
    PraktijkGemeente,
    Praktijkpartner,
    PrangendeVraag,
    Thema,
    Voortgang,
)
from praktijken.uitwisseling.importeren import Wijze
from praktijken.uitwisseling.verslag import Verslag
from tests import gegevens
from tests.praktijken.uitwisseling.bestanden import KLEIN, VANDAAG, Bladen, dag, klein, met_cel, tellingen, voer_in

pytestmark = pytest.mark.django_db
GISTEREN = VANDAAG - datetime.timedelta(days=1)


def deel(**bladen: list[list[Any]]) -> Bladen:
    """A file of these sheets alone, beside Programma."""
    return {"Programma": klein()["Programma"], **bladen}


def goed(bladen: Bladen, **rest: Any) -> Verslag:
    """Import what must go well."""
    verslag = voer_in(bladen, **rest)
    assert [str(fout) for fout in verslag.fouten] == []
    return verslag


def veranderd(verslag: Verslag) -> dict[str, tuple[int, int]]:
    return {soort: (nieuw, anders) for soort, (nieuw, anders, _) in tellingen(verslag).items() if nieuw or anders}


# Columns and cells


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


# Lists and municipalities


def gemeenten_van(code: str) -> list[str]:
    return list(PraktijkGemeente.objects.filter(praktijk__code=code).values_list("gemeente_id", flat=True))


def test_a_list_replaces_the_list_in_its_order() -> None:
    goed(met_cel("Praktijken", 2, "gemeenten", "Arnhem; Ede"))
    assert gemeenten_van("ARN") == ["GM0202", "GM0228"]
    goed(met_cel("Praktijken", 2, "gemeenten", " gm0344 ;; Arnhem; Arnhem ;"))
    assert gemeenten_van("ARN") == ["GM0344", "GM0202"]
    goed(met_cel("Praktijken", 2, "gemeenten", "Arnhem;Utrecht"))
    assert gemeenten_van("ARN") == ["GM0202", "GM0344"]
    goed(met_cel("Praktijken", 2, "gemeenten", None))
    assert gemeenten_van("ARN") == []


def test_themes_are_replaced_and_unknown_ones_made_once() -> None:
    Thema.objects.create(naam="dementie")
    assert tellingen(goed(klein()))["thema's"] == (1, 0, 0)
    goed(met_cel("Ontwerpvragen", 2, "thema's", "Dementie; mantelzorgwoning"))
    assert set(Ontwerpvraag.objects.get().themas.values_list("naam", flat=True)) == {"Dementie", "mantelzorgwoning"}
    assert set(Thema.objects.values_list("naam", flat=True)) == {
        "dementie", "respijtzorg", "Dementie", "mantelzorgwoning",
    }  # fmt: skip


@pytest.mark.parametrize(
    "naam", ["Stein", "stein (L.)", "Gemeente Stein", "gemeente stein (L)", " GM0971 ", "gm0971", "STEIN (l.)"]
)
def test_a_municipality_goes_by_name_or_code_with_or_without_prefix_and_suffix(naam: str) -> None:
    goed(met_cel("Praktijken", 2, "gemeenten", naam))
    assert gemeenten_van("ARN") == ["GM0971"]


def start_van(praktijk: str | None, programma: str | None) -> Bladen:
    """A practice in Cuijk, which existed until 2022, with these beginnings."""
    return {
        "Programma": [
            ["slug", "naam", "vorm", "startdatum"],
            ["p", "P", "lerende praktijk", programma and dag(programma)],
        ],
        "Praktijken": [["code", "naam", "gemeenten", "startdatum"], ["C", "C", "Cuijk", praktijk and dag(praktijk)]],
    }


@pytest.mark.parametrize(
    ("praktijk", "programma", "vandaag", "bestond"),
    [
        ("2021-12-31", "2023-01-01", "2023-01-01", True),
        ("2022-01-01", "2019-01-01", "2020-01-01", False),
        (None, "2021-12-31", "2023-01-01", True),
        (None, "2022-01-01", "2020-01-01", False),
        (None, None, "2021-12-31", True),
        (None, None, "2022-01-01", False),
    ],
)
def test_a_practices_municipality_is_that_of_its_start_else_the_programmes_else_today(
    praktijk: str | None, programma: str | None, vandaag: str, bestond: bool
) -> None:
    verslag = voer_in(start_van(praktijk, programma), vandaag=dag(vandaag))
    grens = next(d for d in (praktijk, programma, vandaag) if d)
    op = f"{dag(grens):%d-%m-%Y}"
    fout = f"Blad 'Praktijken', rij 2, kolom 'gemeenten': 'Cuijk': deze gemeente bestond niet op {op}: zij bestond tot "
    assert [str(regel) for regel in verslag.fouten] == ([] if bestond else [f"{fout}01-01-2022."])


@pytest.mark.parametrize("naam", ["Cuijk", "Land van Cuijk", "GM1684", "Gemeente Cuijk"])
def test_an_organisations_municipality_may_be_any_that_ever_existed(naam: str) -> None:
    goed(deel(Organisaties=[["naam", "gemeente"], ["Zorg", naam]]), vandaag=dag("2024-01-01"))
    assert Organisatie.objects.get().gemeente.naam == ("Land van Cuijk" if "Land" in naam else "Cuijk")


def test_a_start_moved_to_a_day_its_municipality_no_longer_existed_is_an_error() -> None:
    goed(met_cel("Praktijken", 2, "gemeenten", "Cuijk"))
    bladen = deel(Praktijken=[["code", "naam", "startdatum"], ["ARN", "Arnhem", dag("2022-01-01")]])
    assert [str(fout) for fout in voer_in(bladen).fouten] == [
        "Blad 'Praktijken', rij 2, kolom 'startdatum': '01-01-2022' bij 'Cuijk': deze gemeente bestond niet op "
        "01-01-2022: zij bestond tot 01-01-2022."
    ]


# Advisers


def schappen() -> list[tuple[str, datetime.date | None, datetime.date | None]]:
    rijen = Adviseurschap.objects.order_by("adviseur__email", "pk")
    return list(rijen.values_list("adviseur__email", "vanaf", "tot_en_met"))


A, B = "a@voorbeeld.example", "b@voorbeeld.example"


def test_an_adviser_left_out_stops_and_one_named_anew_begins_today() -> None:
    goed(met_cel("Praktijken", 2, "adviseurs", f"{A}; {B}"))
    assert schappen() == [(A, None, None), (B, None, None)]
    goed(met_cel("Praktijken", 2, "adviseurs", B.upper()))
    assert schappen() == [(A, None, GISTEREN), (B, None, None)]
    goed(met_cel("Praktijken", 2, "adviseurs", f"{B}; {A}"))
    assert schappen() == [(A, None, GISTEREN), (A, VANDAAG, None), (B, None, None)]
    goed(met_cel("Praktijken", 2, "adviseurs", None))
    assert schappen() == [(A, None, GISTEREN), (B, None, GISTEREN)]
    goed(deel(Praktijken=[["code", "naam"], ["ARN", "Arnhem"]]))
    assert schappen() == [(A, None, GISTEREN), (B, None, GISTEREN)]


def test_an_adviser_without_account_gets_one_that_cannot_log_in_and_a_warning() -> None:
    verslag = goed(met_cel("Praktijken", 2, "adviseurs", "Ada@Voorbeeld.EXAMPLE"))
    assert [str(melding) for melding in verslag.waarschuwingen] == [
        "Blad 'Praktijken', rij 2, kolom 'adviseurs': 'ada@voorbeeld.example' heeft nog geen account; dat wordt "
        "gemaakt en werkt pas na een uitnodiging."
    ]
    ada = User.objects.get()
    assert (ada.email, ada.has_usable_password(), ada.rollen) == ("ada@voorbeeld.example", False, {Rol.ADVISEUR})
    for wachtwoord in ("", "!", ada.password):
        assert AccountBackend().authenticate(None, username=ada.email, password=wachtwoord) is None
    assert goed(met_cel("Praktijken", 2, "adviseurs", "ada@voorbeeld.example")).waarschuwingen == []


def test_an_account_made_by_an_import_cannot_ask_for_a_link_to_set_a_password(client, mailoutbox) -> None:
    goed(met_cel("Voortgang", 2, "door", "ada@voorbeeld.example"))
    mo = gegevens.gebruiker(Rol.MEDEWERKER)
    for email in ("ada@voorbeeld.example", mo.email):
        client.post("/wachtwoord/vergeten/", {"email": email}, secure=True)
    assert [mail.to for mail in mailoutbox] == [[mo.email]]


@pytest.mark.parametrize(
    ("blad", "kop", "waarde"),
    [("Voortgang", "door", f"{A};{B}"), ("Praktijken", "adviseurs", "x" * 250 + "@voorbeeld.example")],
)
def test_what_no_account_can_be_is_told_at_its_cell(blad: str, kop: str, waarde: str) -> None:
    fouten = voer_in(met_cel(blad, 2, kop, waarde)).fouten
    assert [(fout.blad, fout.rij, fout.kolom) for fout in fouten] == [(blad, 2, kop)]
    assert "één e-mailadres van hoogstens 254 tekens" in fouten[0].tekst
    assert not User.objects.exists()


# Sheets and references


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


# Nothing deleted, history whole


def test_what_a_file_no_longer_holds_stays() -> None:
    goed(klein())
    leeg = {naam: rijen[:1] for naam, rijen in klein().items()} | {"Programma": klein()["Programma"]}
    assert veranderd(goed(leeg)) == {}
    assert [model.objects.count() for model in MODELLEN] == [1, 1, 2, 1, 2, 1, 1, 1, 1, 2, 2]


MODELLEN: list[Any] = [
    Programma, PrangendeVraag, Organisatietype, Organisatie, Praktijk, Ontwerpvraag, Experiment, Voortgang,
    Praktijkpartner, Deelnemer, Deelname,
]  # fmt: skip


def test_history_holds_every_record_whole_with_who_and_why() -> None:
    goed(met_cel("Praktijken", 2, "adviseurs", A))
    for model in [*MODELLEN, PraktijkGemeente, Adviseurschap, Thema, User]:
        nieuwste = {rij.id: rij for rij in model.history.order_by("history_id")}
        assert len(nieuwste) == model.objects.count() > 0, model
        for record in model.objects.all():
            rij = nieuwste[record.pk]
            assert rij.history_change_reason == "proef van een test"
            velden = [veld.attname for veld in model.history.model.tracked_fields]
            assert {v: getattr(rij, v) for v in velden} == {v: getattr(record, v) for v in velden}


def test_a_changed_record_gets_one_line_of_history_and_an_unchanged_one_none() -> None:
    goed(klein())
    voor = {model: model.history.count() for model in MODELLEN}
    goed(met_cel("Praktijken", 2, "naam", "Arnhem-Noord"))
    assert {model: model.history.count() - aantal for model, aantal in voor.items()} == {
        model: int(model is Praktijk) for model in MODELLEN
    }
    regel = Praktijk.history.latest()
    assert (regel.naam, regel.code, regel.history_type, regel.prev_record.naam) == (
        "Arnhem-Noord",
        "ARN",
        "~",
        "Arnhem",
    )


def test_a_municipality_is_never_made_or_changed_by_an_import() -> None:
    voor = set(Gemeente.objects.values_list())
    goed(klein())
    assert set(Gemeente.objects.values_list()) == voor
