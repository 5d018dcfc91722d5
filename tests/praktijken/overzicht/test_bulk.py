"""Bulk actions: what is shown is done, with who and why; what nobody touched since can be undone."""

import uuid

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mantelzorg.toegang import Rol
from praktijken.models import Bulkactie, Praktijk
from praktijken.overzicht.bulk import HOOGSTENS
from tests.gegevens import dag, gebruiker, praktijk
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.overzicht.bulkdaden import AFRONDEN, BULK, bekijk, gekozen, historie, voer_uit

OVERZICHT = reverse("praktijken:overzicht")
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_30_juni")]


def einden():
    return dict(Praktijk.objects.order_by("code").values_list("code", "afloop"))


def test_what_is_ticked_gets_a_preview_that_says_what_changes_and_what_cannot(kantoor, wereld):
    begin = kantoor.post(
        BULK, {"actie": "beeindigen", "praktijk": [wereld.arnhem.pk, wereld.breda.pk, wereld.elders.pk]}
    )
    voorbeeld = gelezen(bekijk(kantoor, AFRONDEN | gekozen(wereld.arnhem, wereld.breda, wereld.elders)))

    assert "U koos 3 praktijken. Er is nog niets gewijzigd." in gelezen(begin).tekst
    assert "Voorbeeld: 2 van 3 praktijken veranderen" in voorbeeld.tekst
    assert voorbeeld.tabellen == {
        "Wat er verandert": [
            ["Praktijk", "Nu", "Wordt"],
            ["Arnhem (ARN)", "–", "30-06-2020, afgerond"],
            ["Elders (ELD)", "31-03-2020, afgerond", "30-06-2020, afgerond"],
        ],
        "Wat zo blijft": [["Praktijk", "Waarom"], ["Breda (BRE)", "heeft geen startdatum"]],
    }
    assert einden() == {"ARN": "", "BRE": "", "ELD": "afgerond"}


def test_confirmed_it_is_done_with_who_and_why_on_each_record(kantoor, wereld):
    antwoord = voer_uit(kantoor, AFRONDEN | gekozen(wereld.arnhem, wereld.breda))

    actie = Bulkactie.objects.get()
    wereld.arnhem.refresh_from_db()
    assert antwoord.url == reverse("praktijken:bulkactie", args=[actie.pk])
    assert (wereld.arnhem.einddatum, wereld.arnhem.afloop) == (dag("2020-06-30"), "afgerond")
    assert historie(wereld.arnhem) == [("~", "Mo de Medewerker", f"Programma voorbij (bulkactie {actie.pk})")]
    assert historie(wereld.breda) == []
    assert actie.stappen == [
        {
            "soort": "praktijk",
            "pk": wereld.arnhem.pk,
            "praktijk": wereld.arnhem.pk,
            "voor": {"einddatum": None, "afloop": ""},
            "na": {"einddatum": "2020-06-30", "afloop": "afgerond"},
        }
    ]
    assert gelezen(kantoor.get(antwoord.url)).tabellen["Per praktijk"] == [
        ["Praktijk", "Was", "Werd"],
        ["Arnhem (ARN)", "einddatum –, afloop –", "einddatum 30-06-2020, afloop afgerond"],
    ]


def test_sent_twice_it_is_done_once(kantoor, wereld):
    invoer = AFRONDEN | gekozen(wereld.arnhem)
    gezien = bekijk(kantoor, invoer).context["gezien"]

    antwoorden = [kantoor.post(BULK, invoer | {"stap": "uitvoeren", "gezien": gezien}) for _ in range(2)]

    assert {antwoord.url for antwoord in antwoorden} == {
        reverse("praktijken:bulkactie", args=[Bulkactie.objects.get().pk])
    }
    assert len(historie(wereld.arnhem)) == 1


def test_what_was_not_shown_is_not_done(kantoor, wereld):
    invoer = AFRONDEN | gekozen(wereld.arnhem)
    gezien = bekijk(kantoor, invoer).context["gezien"]
    Praktijk.objects.filter(pk=wereld.arnhem.pk).update(einddatum=dag("2020-05-31"), afloop="voortijdig gestopt")

    antwoord = kantoor.post(BULK, invoer | {"stap": "uitvoeren", "gezien": gezien})

    assert antwoord.status_code == 409
    assert "31-05-2020, voortijdig gestopt" in antwoord.content.decode()
    assert (einden()["ARN"], Bulkactie.objects.count()) == ("voortijdig gestopt", 0)


def test_the_area_is_set_where_it_differs(kantoor, wereld):
    voer_uit(
        kantoor,
        {"actie": "werkgebied", "werkgebied": "wijk", "reden": "Nagekeken"} | gekozen(wereld.arnhem, wereld.breda),
    )

    assert list(Praktijk.objects.order_by("code").values_list("code", "werkgebied")) == [
        ("ARN", "wijk"),
        ("BRE", "wijk"),
        ("ELD", ""),
    ]
    assert [stap["praktijk"] for stap in Bulkactie.objects.get().stappen] == [wereld.breda.pk]


def test_all_of_the_filter_is_all_of_it_and_nothing_else(kantoor, wereld):
    for nummer in range(60):
        praktijk(wereld.thuis, f"P{nummer:02}")

    antwoord = kantoor.post(BULK, {"actie": "werkgebied", "alles": "on", "vraag": "programma=thuis&pagina=2"})

    assert "U koos 62 praktijken" in gelezen(antwoord).tekst


def fouten(antwoord):
    return [str(melding) for melding in get_messages(antwoord.wsgi_request)]


@pytest.mark.parametrize(
    ("invoer", "melding"),
    [
        ({"praktijk": "1"}, "Kies eerst wat u wilt doen."),
        ({"actie": "werkgebied"}, "Kies eerst een of meer praktijken."),
        ({"actie": "werkgebied", "praktijk": ["x", "9" * 40]}, "Kies eerst een of meer praktijken."),
        ({"actie": "verwijderen", "praktijk": "1"}, "Kies eerst wat u wilt doen."),
    ],
)
@pytest.mark.usefixtures("wereld")
def test_what_is_missing_is_told_on_the_list_as_it_was(kantoor, invoer, melding):
    antwoord = kantoor.post(BULK, invoer | {"vraag": "status=actief"})

    assert (antwoord.url, fouten(antwoord)) == (f"{OVERZICHT}?status=actief", [melding])


def test_more_than_a_person_can_look_through_is_refused(kantoor, wereld):
    Praktijk.objects.bulk_create(
        Praktijk(programma=wereld.thuis, code=f"V{nummer}", naam="Veel") for nummer in range(HOOGSTENS)
    )

    antwoord = kantoor.post(BULK, {"actie": "werkgebied", "alles": "on"})

    assert fouten(antwoord) == ["Kies hoogstens 500 praktijken tegelijk: maak de lijst korter."]


def test_an_error_in_the_form_keeps_what_was_typed_and_which_were_chosen(kantoor, wereld):
    selectie = gekozen(wereld.arnhem)

    antwoord = bekijk(kantoor, AFRONDEN | selectie | {"einddatum": "31-31-2020"})

    assert antwoord.status_code == 400
    assert antwoord.context["form"]["reden"].value() == "Programma voorbij"
    assert antwoord.context["selectie"]["praktijken"].value() == selectie["praktijken"]
    assert list(antwoord.context["form"].errors) == ["einddatum"]


@pytest.mark.parametrize("praktijken", ["", "x", "1;2", "1,", "9" * 30])
def test_a_selection_that_cannot_be_read_changes_nothing(kantoor, praktijken):
    antwoord = bekijk(kantoor, AFRONDEN | {"praktijken": praktijken, "inzending": str(uuid.uuid4())})

    assert fouten(antwoord) == ["Die selectie is niet te lezen. Kies de praktijken opnieuw."]


@pytest.mark.parametrize("rol", [Rol.ADVISEUR, Rol.ANALIST, None])
def test_for_others_bulk_actions_are_not_there(als, kantoor, wereld, rol):
    voer_uit(kantoor, AFRONDEN | gekozen(wereld.arnhem))
    actie = Bulkactie.objects.get()
    ander = als(gebruiker(rol))
    gedaan, ongedaan = (reverse(f"praktijken:{naam}", args=[actie.pk]) for naam in ("bulkactie", "bulk_ongedaan"))

    antwoorden = [
        ander.get(BULK),
        ander.get(gedaan),
        ander.post(ongedaan),
        ander.post(BULK, {"actie": "beeindigen", "praktijk": wereld.arnhem.pk}),
        bekijk(ander, AFRONDEN | gekozen(wereld.elders)),
        ander.post(BULK, AFRONDEN | gekozen(wereld.elders) | {"stap": "uitvoeren"}),
    ]

    assert [antwoord.status_code for antwoord in antwoorden] == [404] * 6
    assert einden()["ARN"] == "afgerond"


def test_the_office_finds_what_was_done(als, kantoor, wereld):
    voer_uit(kantoor, AFRONDEN | gekozen(wereld.arnhem))

    rijen = gelezen(als(gebruiker(Rol.BEHEERDER)).get(BULK)).tabellen["Bulkacties"]

    assert [rij[:3] + rij[4:] for rij in rijen[1:]] == [
        ["Einddatum 30-06-2020, afloop afgerond", "1", "Mo de Medewerker", "nee"]
    ]


def test_the_number_of_queries_of_a_preview_and_a_report_does_not_grow(kantoor, wereld):
    meer = [praktijk(wereld.thuis, f"M{nummer}") for nummer in range(2)]
    invoer = {"actie": "adviseur_toevoegen", "adviseur": wereld.cas.pk, "vanaf": "2020-07-01", "reden": "Erbij"}
    aantallen = []

    for praktijken in ([wereld.arnhem], [wereld.breda, *meer]):
        with CaptureQueriesContext(connection) as voorbeeld:
            bekijk(kantoor, invoer | gekozen(*praktijken))
        aantallen.append(len(voorbeeld))
        antwoord = voer_uit(kantoor, invoer | gekozen(*praktijken))
        with CaptureQueriesContext(connection) as verslag:
            kantoor.get(antwoord.url)
        aantallen.append(len(verslag))

    assert aantallen == [7, 7, 7, 7]
