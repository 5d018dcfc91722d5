"""A list taken over: chosen, new, confirmed once; and what it does to indicator 23."""

import pytest

from deelnemers.models import Deelnemer
from monitor.berekening import bereken
from praktijken.models import Aanwezigheid, Deelname, Presentielijst
from tests.gegevens import adviseurschap, dag, deelname, deelnemer, organisatietype, sessie
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.sessies.presentielijst.lijsten import bevestig, controle, velden


def standen(een):
    return dict(Aanwezigheid.objects.filter(sessie=een).values_list("deelnemer__naam", "stand"))


def test_who_is_found_chosen_and_new_are_there_and_the_new_one_counts_from_that_day(als, tafel):
    tafel.arnhem.startdatum = dag("2020-01-06")
    tafel.arnhem.save()
    deelname(deelnemer(tafel.thuis, "D3", naam="Pieter Jansen"), tafel.arnhem, organisatie=tafel.huis)
    ada = als(tafel.ada)

    def cijfers(op):
        uit = bereken(tafel.thuis, dag(op))
        return uit.deelnemers.totaal, uit.deelnemers.bekend, uit.deelnemers.onbekend, uit.deelnemers_tot_nu_toe.totaal

    voor = [cijfers(op) for op in ("2020-05-31", "2020-06-01")]
    antwoord, data = controle(ada, tafel.sessie, "Gerda de Groot\nPieter Janssen\nNienke Nieuw;;nienke@nieuw.example")
    tussen = Presentielijst.objects.count(), Deelnemer.objects.count(), data.get("rij1-keuze")
    klaar = bevestig(ada, tafel.sessie, data, **{"rij1-keuze": Deelnemer.objects.get(nummer="D3").pk})

    assert "Gevonden: 1. Nog te bekijken: 2." in gelezen(antwoord).tekst
    assert tussen == (0, 3, None)
    assert klaar.status_code == 302
    assert standen(tafel.sessie) == dict.fromkeys(["Gérda de Groot", "Pieter Jansen", "Nienke Nieuw"], "aanwezig")
    nienke = Deelname.objects.get(deelnemer__naam="Nienke Nieuw")
    assert (nienke.deelnemer.nummer, nienke.deelnemer.email, nienke.praktijk, str(nienke.vanaf)) == (
        "D4",
        "nienke@nieuw.example",
        tafel.arnhem,
        "2020-06-01",
    )
    assert nienke.history.get().history_change_reason == "op de presentielijst van de ontwerpsessie op 01-06-2020"
    totaal, bekend, onbekend, ooit = voor[1]
    assert [cijfers(op) for op in ("2020-05-31", "2020-06-01")] == [
        voor[0],
        (totaal + 1, bekend, onbekend + 1, ooit + 1),
    ]
    lijst = Presentielijst.objects.get()
    assert (lijst.aanwezig, lijst.nieuw, lijst.door) == (3, 1, tafel.ada)


def test_sent_twice_nobody_is_added_twice(als, tafel):
    _, data = controle(als(tafel.ada), tafel.sessie, "Nienke Nieuw")

    antwoorden = [bevestig(als(tafel.ada), tafel.sessie, data).status_code for _ in range(2)]

    assert antwoorden == [302, 302]
    assert (Deelnemer.objects.filter(naam="Nienke Nieuw").count(), Presentielijst.objects.count()) == (1, 1)


def test_two_lists_with_the_same_new_name_ask_the_second_to_choose(als, tafel):
    _, van_ada = controle(als(tafel.ada), tafel.sessie, "Nienke Nieuw")
    _, van_mo = controle(als(tafel.mo), tafel.sessie, "Nienke Nieuw")
    bevestig(als(tafel.ada), tafel.sessie, van_ada)

    tweede = bevestig(als(tafel.mo), tafel.sessie, van_mo)
    nienke = Deelnemer.objects.get(naam="Nienke Nieuw")
    derde = bevestig(als(tafel.mo), tafel.sessie, velden(tweede), **{"rij0-keuze": nienke.pk})

    assert "Intussen staat er iemand in het register die hierop lijkt." in gelezen(tweede).tekst
    assert (derde.status_code, Deelnemer.objects.filter(naam="Nienke Nieuw").count()) == (302, 1)


def test_in_doubt_one_must_choose_and_what_was_filled_in_stays(als, tafel):
    _, data = controle(als(tafel.ada), tafel.sessie, "G. de Groot\nNienke Nieuw")

    antwoord = bevestig(als(tafel.ada), tafel.sessie, data, **{"rij1-hoedanigheid": "vrijwilliger"})

    assert "Kies wie dit is." in gelezen(antwoord).tekst
    assert velden(antwoord)["rij1-hoedanigheid"] == ["vrijwilliger"]
    assert (Aanwezigheid.objects.count(), Deelnemer.objects.count()) == (0, 2)


def test_the_kind_is_asked_and_must_fit_the_organisation(als, tafel):
    gemeente = organisatietype("Gemeente")
    _, data = controle(als(tafel.ada), tafel.sessie, "Nienke Nieuw;Zorggroep Voorbeeld\nOmar Onbekend;Nergens BV")

    fout = bevestig(als(tafel.ada), tafel.sessie, data, **{"rij0-organisatietype": gemeente.pk})
    rest = {"rij0-organisatietype": "", "rij1-organisatietype": gemeente.pk, "rij1-hoedanigheid": "bestuur of beleid"}
    bevestig(als(tafel.ada), tafel.sessie, data, **rest)

    assert "De organisatie is van een andere soort: Thuiszorg." in gelezen(fout).tekst
    nieuwen = Deelname.objects.filter(deelnemer__nummer__in=["D3", "D4"]).order_by("deelnemer__nummer")
    assert list(nieuwen.values_list("organisatie__naam", "organisatietype__naam", "hoedanigheid")) == [
        ("Zorggroep Voorbeeld", None, ""),
        (None, "Gemeente", "bestuur of beleid"),
    ]


def test_who_does_not_take_part_on_that_day_does_from_then_up_to_what_begins_later(als, tafel):
    later = deelnemer(tafel.thuis, "D3", naam="Lies Later")
    deelname(later, tafel.arnhem, vanaf="2020-06-20")
    _, data = controle(als(tafel.ada), tafel.sessie, "Lies Later")

    bevestig(als(tafel.ada), tafel.sessie, data, **{"rij0-keuze": later.pk})

    assert [(str(een.vanaf), str(een.tot_en_met)) for een in later.deelnames.order_by("vanaf")] == [
        ("2020-06-01", "2020-06-19"),
        ("2020-06-20", "None"),
    ]


def test_who_takes_part_already_gets_no_second_participation(als, tafel):
    _, data = controle(als(tafel.ada), tafel.sessie, "Gerda de Groot\ngerda@geheim.example")
    bevestig(als(tafel.ada), tafel.sessie, data)

    assert (tafel.gerda.deelnames.count(), standen(tafel.sessie)) == (1, {"Gérda de Groot": "aanwezig"})


def test_in_a_joint_session_somebody_new_is_added_to_the_practice_one_chooses_of_the_own(als, tafel):
    adviseurschap(tafel.breda, tafel.ada)
    _, data = controle(als(tafel.ada), tafel.samen, "Nienke Nieuw")
    bevestig(als(tafel.ada), tafel.samen, data, **{"rij0-praktijk": tafel.breda.pk})
    _, van_bo = controle(als(tafel.bo), tafel.samen, "Olga Ook")
    vreemd = bevestig(als(tafel.bo), tafel.samen, van_bo, **{"rij0-praktijk": tafel.arnhem.pk})

    assert Deelname.objects.get(deelnemer__naam="Nienke Nieuw").praktijk == tafel.breda
    assert (vreemd.status_code, Deelnemer.objects.filter(naam="Olga Ook").exists()) == (200, False)


def test_a_list_for_a_session_that_lies_ahead_is_refused_and_given_back(als, tafel):
    later = sessie(tafel.arnhem, datum="2020-07-01")

    antwoord, data = controle(als(tafel.ada), later, "Nienke Nieuw")
    rij = {
        "aantal": "1",
        "rij0-lijstnaam": "Nienke Nieuw",
        "rij0-naam": "N",
        "rij0-keuze": "nieuw",
        "rij0-stand": "aanwezig",
    }
    gehaast = bevestig(als(tafel.ada), later, rij)

    assert data["tekst"] == ["Nienke Nieuw"]
    assert ["De sessie is nog niet geweest." in gelezen(een).tekst for een in (antwoord, gehaast)] == [True, True]
    assert Deelnemer.objects.count() == 2


def test_who_was_there_is_read_shown_and_only_they_count(als, tafel):
    """Gerda stayed away, Olga too and is in no register; Nienke came. Of the three, one joins: Nienke."""
    ada = als(tafel.ada)
    lijst = "Naam;Aanwezig\nGerda de Groot;nee\nNienke Nieuw;ja\nOlga Ook;nee"
    antwoord, data = controle(ada, tafel.sessie, lijst)
    klaar = ada.get(bevestig(ada, tafel.sessie, data).url)

    assert "Op deze lijst: aanwezig 1, afgemeld 0, niet gekomen 2, status onbekend 0." in gelezen(antwoord).tekst
    assert "Aanwezig: 1. Niet gekomen: 1. Nieuw: 1." in gelezen(klaar).tekst
    assert standen(tafel.sessie) == {"Gérda de Groot": "niet gekomen", "Nienke Nieuw": "aanwezig"}
    assert set(Deelname.objects.values_list("deelnemer__naam", "praktijk__code")) == {
        ("Gérda de Groot", "ARN"),
        ("Truus Verborgen", "BRE"),
        ("Nienke Nieuw", "ARN"),
    }
    lijst = Presentielijst.objects.get()
    assert (lijst.aanwezig, lijst.nieuw) == (1, 1)


def test_a_status_that_is_unknown_must_be_chosen_and_is_changed_on_the_screen(als, tafel):
    ada = als(tafel.ada)
    antwoord, data = controle(ada, tafel.sessie, "Naam;Status\nGerda de Groot;misschien\nNienke Nieuw;afwezig")
    onbeslist = bevestig(ada, tafel.sessie, data)
    tussen = Aanwezigheid.objects.count()
    gekozen = {"rij0-stand": "afgemeld", "rij1-stand": "aanwezig", "rij1-keuze": "nieuw"}
    bevestig(ada, tafel.sessie, velden(onbeslist), **gekozen)

    assert "status onbekend 1." in gelezen(antwoord).tekst
    assert "Bij deze persoon staat: misschien" in gelezen(antwoord).tekst
    assert "Kies of deze persoon er was." in gelezen(onbeslist).tekst
    assert (data["rij0-stand"], data["rij1-keuze"], tussen) == ([""], "weg", 0)
    assert standen(tafel.sessie) == {"Gérda de Groot": "afgemeld", "Nienke Nieuw": "aanwezig"}


@pytest.mark.parametrize(
    ("rij", "melding"),
    [
        ({"rij0-stand": "niet gekomen", "rij0-keuze": "nieuw"}, "wordt door deze lijst geen deelnemer"),
        ({"rij0-stand": "aanwezig", "rij0-keuze": "weg"}, "Kies ook wie dit is."),
        ({"rij0-stand": "iets", "rij0-keuze": "nieuw"}, "iets staat niet in de lijst. Kies iets uit de lijst."),
    ],
)
def test_who_stayed_away_becomes_no_participant_and_who_came_is_not_lost(als, tafel, rij, melding):
    _, data = controle(als(tafel.ada), tafel.sessie, "Nienke Nieuw (afgemeld)")
    antwoord = bevestig(als(tafel.ada), tafel.sessie, data, **rij)

    assert (data["rij0-lijstnaam"], data["rij0-stand"], data["rij0-keuze"]) == (["Nienke Nieuw"], ["afgemeld"], "weg")
    assert melding in gelezen(antwoord).tekst
    assert (Deelnemer.objects.count(), Aanwezigheid.objects.count()) == (2, 0)


def test_who_is_known_but_stayed_away_takes_part_no_sooner_for_it(als, tafel):
    buiten = deelnemer(tafel.thuis, "D3", naam="Lies Later", email="lies@later.example")
    deelname(buiten, tafel.arnhem, vanaf="2020-06-20")
    _, data = controle(als(tafel.ada), tafel.sessie, "Naam;Aanwezig\nLies Later;nee")
    bevestig(als(tafel.ada), tafel.sessie, data, **{"rij0-keuze": buiten.pk})

    assert standen(tafel.sessie) == {"Lies Later": "niet gekomen"}
    assert [str(een.vanaf) for een in buiten.deelnames.all()] == ["2020-06-20"]


def test_afwezig_on_a_list_leaves_it_that_somebody_sent_word(als, tafel):
    Aanwezigheid.objects.create(sessie=tafel.sessie, deelnemer=tafel.gerda, stand="afgemeld")
    _, afwezig = controle(als(tafel.ada), tafel.sessie, "Gerda de Groot;afwezig")
    antwoord, aanwezig = controle(als(tafel.ada), tafel.sessie, "Gerda de Groot;aanwezig")
    bevestig(als(tafel.ada), tafel.sessie, afwezig)

    assert (afwezig["rij0-stand"], aanwezig["rij0-stand"]) == (["afgemeld"], ["aanwezig"])
    assert "Nu vastgelegd: afgemeld." in gelezen(antwoord).tekst
    assert standen(tafel.sessie) == {"Gérda de Groot": "afgemeld"}


def test_one_person_on_two_lines_that_disagree_is_asked_about(als, tafel):
    _, data = controle(als(tafel.ada), tafel.sessie, "Gerda de Groot;aanwezig\ngerda@geheim.example;afwezig")
    antwoord = bevestig(als(tafel.ada), tafel.sessie, data)

    assert "Gérda de Groot staat er twee keer." in gelezen(antwoord).tekst
    assert Aanwezigheid.objects.count() == 0


@pytest.mark.parametrize("aantal", ["", "x", "-1", "99999999999", "²"])
def test_a_form_without_a_readable_number_of_rows_adds_nobody(als, tafel, aantal):
    antwoord = bevestig(als(tafel.ada), tafel.sessie, {"aantal": aantal, "rij0-keuze": "nieuw"})

    assert (antwoord.status_code in (200, 302), Deelnemer.objects.count()) == (True, 2)


def test_hostile_names_stand_there_as_typed(als, tafel):
    aanval = '<script>alert("x")</script>'

    antwoord, data = controle(als(tafel.ada), tafel.sessie, f"{aanval}\nعلي ‘حسن’")
    bevestig(als(tafel.ada), tafel.sessie, data)

    assert "<script>alert" not in antwoord.content.decode()
    assert set(standen(tafel.sessie)) == {aanval, "علي ‘حسن’"}


@pytest.mark.parametrize("aantal", [1, 3])
def test_matching_one_and_three_lines_costs_the_same_queries(als, tafel, django_assert_num_queries, aantal):
    client = als(tafel.ada)
    tekst = "\n".join(f"Nienke{letter} Nieuw;Zorggroep Voorbeeld" for letter in "abc"[:aantal])

    with django_assert_num_queries(13):
        controle(client, tafel.sessie, tekst)
