"""Undoing a bulk action: what nobody touched since goes back, the rest stays and is told."""

import pytest
from django.urls import reverse

from praktijken.models import Adviseurschap, Bulkactie, Praktijk
from tests.gegevens import adviseurschap, dag
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.overzicht.bulkdaden import AFRONDEN, bekijk, gekozen, historie, voer_uit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_30_juni")]


def test_undone_all_is_as_it_was_and_the_history_tells(kantoor, wereld):
    voer_uit(kantoor, AFRONDEN | gekozen(wereld.arnhem, wereld.elders))
    actie = Bulkactie.objects.get()
    adres = reverse("praktijken:bulk_ongedaan", args=[actie.pk])

    antwoorden = [kantoor.post(adres) for _ in range(2)]

    wereld.arnhem.refresh_from_db(), wereld.elders.refresh_from_db()
    assert [(een.einddatum, een.afloop) for een in (wereld.arnhem, wereld.elders)] == [
        (None, ""),
        (dag("2020-03-31"), "afgerond"),
    ]
    assert historie(wereld.arnhem) == [
        ("~", "Mo de Medewerker", f"Programma voorbij (bulkactie {actie.pk})"),
        ("~", "Mo de Medewerker", f"bulkactie {actie.pk} ongedaan gemaakt"),
    ]
    assert "2 teruggezet, 0 gebleven" in gelezen(kantoor.get(antwoorden[1].url)).tekst


def test_what_was_changed_since_stays_and_is_told(kantoor, wereld):
    voer_uit(kantoor, AFRONDEN | gekozen(wereld.arnhem, wereld.elders))
    Praktijk.objects.filter(pk=wereld.arnhem.pk).update(einddatum=dag("2020-07-31"))

    antwoord = kantoor.post(reverse("praktijken:bulk_ongedaan", args=[Bulkactie.objects.get().pk]))

    pagina = gelezen(kantoor.get(antwoord.url))
    wereld.arnhem.refresh_from_db()
    assert wereld.arnhem.einddatum == dag("2020-07-31")
    assert "1 teruggezet, 1 gebleven" in pagina.tekst
    assert [rij[3] for rij in pagina.tabellen["Per praktijk"]] == [
        "Ongedaan gemaakt",
        "nee: is intussen opnieuw gewijzigd",
        "ja",
    ]


def test_another_field_that_was_changed_since_does_not_stand_in_the_way(kantoor, wereld):
    voer_uit(kantoor, AFRONDEN | gekozen(wereld.arnhem))
    Praktijk.objects.filter(pk=wereld.arnhem.pk).update(kernthema="Intussen anders")

    kantoor.post(reverse("praktijken:bulk_ongedaan", args=[Bulkactie.objects.get().pk]))

    wereld.arnhem.refresh_from_db()
    assert (wereld.arnhem.kernthema, wereld.arnhem.afloop) == ("Intussen anders", "")


def test_what_can_no_longer_be_as_it_was_stays(kantoor, wereld):
    voer_uit(kantoor, AFRONDEN | gekozen(wereld.elders))
    Praktijk.objects.filter(pk=wereld.elders.pk).update(startdatum=dag("2020-05-01"))

    antwoord = kantoor.post(reverse("praktijken:bulk_ongedaan", args=[Bulkactie.objects.get().pk]))

    assert gelezen(kantoor.get(antwoord.url)).tabellen["Per praktijk"][1][3] == (
        "nee: De einddatum ligt voor de startdatum, of er is geen startdatum."
    )


def test_an_adviser_is_added_where_not_there_yet_and_taken_away_again(kantoor, wereld):
    invoer = {"actie": "adviseur_toevoegen", "adviseur": wereld.ada.pk, "vanaf": "2020-07-01", "reden": "Erbij"}

    voer_uit(kantoor, invoer | gekozen(wereld.arnhem, wereld.breda))

    actie, nieuw = Bulkactie.objects.get(), Adviseurschap.objects.get(praktijk=wereld.breda)
    assert (nieuw.adviseur, nieuw.vanaf, nieuw.tot_en_met, nieuw.waarnemer) == (
        wereld.ada,
        dag("2020-07-01"),
        None,
        False,
    )
    assert [regel.history_change_reason for regel in nieuw.history.all()] == [f"Erbij (bulkactie {actie.pk})"]
    assert wereld.arnhem.adviseurschappen.count() == 1
    assert (
        "Ada Adviseur, vanaf 01-07-2020" in gelezen(kantoor.get(reverse("praktijken:bulkactie", args=[actie.pk]))).tekst
    )
    assert "Ada" not in f"{actie.wat} {actie.stappen}"

    kantoor.post(reverse("praktijken:bulk_ongedaan", args=[actie.pk]))

    assert Adviseurschap.objects.filter(praktijk=wereld.breda).count() == 0
    assert [
        (regel.history_type, regel.history_change_reason) for regel in Adviseurschap.history.filter(id=nieuw.pk)
    ] == [
        ("-", f"bulkactie {actie.pk} ongedaan gemaakt"),
        ("+", f"Erbij (bulkactie {actie.pk})"),
    ]


def test_an_adviser_stops_and_guides_on_when_undone(kantoor, wereld):
    adviseurschap(wereld.breda, wereld.ada, vanaf="2020-08-01")
    invoer = {"actie": "adviseur_beeindigen", "adviseur": wereld.ada.pk, "tot_en_met": "2020-06-30", "reden": "Weg"}
    selectie = gekozen(wereld.arnhem, wereld.breda, wereld.elders)

    assert gelezen(bekijk(kantoor, invoer | selectie)).tabellen == {
        "Wat er verandert": [
            ["Praktijk", "Nu", "Wordt"],
            ["Arnhem (ARN)", "Ada Adviseur, vanaf het begin", "Ada Adviseur, vanaf het begin tot en met 30-06-2020"],
        ],
        "Wat zo blijft": [
            ["Praktijk", "Waarom"],
            ["Breda (BRE)", "wordt pas vanaf 01-08-2020 door deze adviseur begeleid"],
            ["Elders (ELD)", "wordt na die dag niet door deze adviseur begeleid"],
        ],
    }
    voer_uit(kantoor, invoer | selectie)
    assert wereld.arnhem.adviseurschappen.get().tot_en_met == dag("2020-06-30")
    kantoor.post(reverse("praktijken:bulk_ongedaan", args=[Bulkactie.objects.get().pk]))
    assert wereld.arnhem.adviseurschappen.get().tot_en_met is None
