"""Who came: row by row, by two at once, ahead of the day, and by whom it is seen."""

import pytest
from django.urls import reverse

from praktijken.models import Aanwezigheid
from praktijken.register.samenvoegacties import Opdracht, maak_ongedaan, voeg_samen
from praktijken.register.samenvoegen import maak_voorstel
from tests.gegevens import dag, deelname, deelnemer, sessie
from tests.praktijken.leeshtml import gelezen


def standen(een):
    return dict(Aanwezigheid.objects.filter(sessie=een).values_list("deelnemer__nummer", "stand"))


def zet(client, een, rest="", **wensen):
    """Send these rows: `D1="gezien>nieuw"`."""
    data = {"rest": rest} if rest else {}
    for nummer, wens in wensen.items():
        sleutel = Aanwezigheid.deelnemer.field.related_model.objects.get(nummer=nummer).pk
        data[f"gezien-{sleutel}"], _, data[f"stand-{sleutel}"] = wens.partition(">")
    return client.post(reverse("praktijken:sessie-standen", args=[een.pk]), data)


def test_absent_with_notice_a_no_show_and_unknown_are_told_apart(als, tafel):
    for nummer in ("D3", "D4"):
        deelname(deelnemer(tafel.thuis, nummer, naam=f"Piet {nummer}"), tafel.arnhem)
    ada = als(tafel.ada)

    zet(ada, tafel.sessie, D1=">afgemeld", D3=">niet gekomen", D4=">")
    eerst = standen(tafel.sessie)
    zet(ada, tafel.sessie, D1="afgemeld>", D3="niet gekomen>aanwezig", D4=">")

    assert eerst == {"D1": "afgemeld", "D3": "niet gekomen"}
    assert standen(tafel.sessie) == {"D3": "aanwezig"}
    assert Aanwezigheid.history.count() == 2 + 1 + 1


def test_one_button_says_that_the_rest_was_there(als, tafel):
    deelname(deelnemer(tafel.thuis, "D3"), tafel.arnhem)

    zet(als(tafel.ada), tafel.sessie, rest="aanwezig", D1=">afgemeld", D3=">")

    assert standen(tafel.sessie) == {"D1": "afgemeld", "D3": "aanwezig"}


def test_two_who_tick_at_once_clash_only_in_the_same_row(als, tafel):
    deelname(deelnemer(tafel.thuis, "D3", naam="Piet"), tafel.arnhem)
    zet(als(tafel.mo), tafel.sessie, D1=">afgemeld")

    antwoord = zet(als(tafel.ada), tafel.sessie, D1=">aanwezig", D3=">aanwezig")
    tussen = standen(tafel.sessie)
    tweede = zet(als(tafel.ada), tafel.sessie, D1="afgemeld>aanwezig", D3="aanwezig>aanwezig")

    assert "Iemand anders vulde in: afgemeld." in gelezen(antwoord).tekst
    assert tussen == {"D1": "afgemeld", "D3": "aanwezig"}
    assert (tweede.status_code, standen(tafel.sessie)) == (302, {"D1": "aanwezig", "D3": "aanwezig"})


def test_nobody_can_have_come_to_a_session_that_lies_ahead(als, tafel):
    later = sessie(tafel.arnhem, datum="2020-07-01")

    antwoord = zet(als(tafel.ada), later, D1=">aanwezig")
    zet(als(tafel.ada), later, D1=">afgemeld")

    assert "De sessie is nog niet geweest." in gelezen(antwoord).tekst
    assert standen(later) == {"D1": "afgemeld"}


def test_an_adviser_cannot_write_down_people_of_another_practice(als, tafel):
    zet(als(tafel.ada), tafel.samen, D1=">aanwezig", D2=">aanwezig")

    assert standen(tafel.samen) == {"D1": "aanwezig"}


def test_in_a_joint_session_names_are_for_who_may_see_them_and_the_count_for_all(als, tafel):
    zet(als(tafel.mo), tafel.samen, D1=">aanwezig", D2=">aanwezig")
    tafel.samen.afspraken.create(wat="Vertrouwelijk plan", inzending="00000000-0000-4000-8000-000000000001")

    bladen = {
        naam: gelezen(als(wie).get(f"/sessies/{tafel.samen.pk}/")).tekst
        for naam, wie in {"ada": tafel.ada, "bo": tafel.bo, "mo": tafel.mo, "ben": tafel.ben}.items()
    }

    gezien = {
        naam: [woord in tekst for woord in ("Gérda", "Truus", "Vertrouwelijk plan", "Aanwezig: 2.")]
        for naam, tekst in bladen.items()
    }
    assert gezien == {
        "ada": [True, False, True, True],
        "bo": [False, True, True, True],
        "mo": [True, True, True, True],
        "ben": [False, False, False, True],
    }


def test_merging_two_people_keeps_who_was_there_and_undo_gives_it_back(als, tafel):
    ander = deelnemer(tafel.thuis, "D3", naam="Gerda Groot")
    deelname(ander, tafel.arnhem)
    zet(als(tafel.mo), tafel.sessie, D1=">afgemeld", D3=">aanwezig")
    zet(als(tafel.mo), tafel.samen, D3=">afgemeld")
    opdracht = Opdracht(
        blijft=tafel.gerda.pk,
        verdwijnt=ander.pk,
        gekozen={},
        gezien=maak_voorstel(tafel.gerda, ander, dag("2020-06-30")).vingerafdruk,
        inzending="00000000-0000-4000-8000-000000000001",
    )

    samenvoeging = voeg_samen(opdracht, user=tafel.mo, dag=dag("2020-06-30"))
    samen = standen(tafel.sessie), standen(tafel.samen)
    maak_ongedaan(samenvoeging=samenvoeging.pk, nu=samenvoeging.op)

    assert samen == ({"D1": "aanwezig"}, {"D1": "afgemeld"})
    assert (standen(tafel.sessie), standen(tafel.samen)) == (
        {"D1": "afgemeld", "D3": "aanwezig"},
        {"D3": "afgemeld"},
    )


@pytest.mark.parametrize("kapot", ["stand-99999999999999999999", "stand-x", "stand-1e3", "stand-²"])
def test_keys_that_are_none_change_nothing(als, tafel, kapot):
    antwoord = als(tafel.ada).post(reverse("praktijken:sessie-standen", args=[tafel.sessie.pk]), {kapot: "aanwezig"})

    assert (antwoord.status_code, standen(tafel.sessie)) == (302, {})
