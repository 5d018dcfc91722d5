"""Planning a session: who for, once, and what a startbijeenkomst does to the startdatum and so to the figures."""

import re
from functools import partial
from uuid import uuid4

import pytest
from django.urls import reverse

from monitor.berekening import bereken
from praktijken.models import Praktijk, Sessie
from praktijken.sessies.acties import StartGewijzigd, Startkeuze, maak
from praktijken.sessies.start import Wie, afdruk, wijzigingen
from tests.gegevens import dag, praktijk, programma, sessie
from tests.praktijken.blad.formulieren import ingelezen
from tests.praktijken.leeshtml import gelezen

NIEUW = "/sessies/nieuw/"
MO = Wie(kantoor=True, vandaag=dag("2020-06-30"))


def velden(*praktijken, soort="startbijeenkomst", datum="2020-06-22", **rest):
    return {
        "soort": soort,
        "datum": datum,
        "plaats": "Buurthuis",
        "praktijken": [een.pk for een in praktijken],
        "inzending": str(uuid4()),
    } | rest


def gezien(antwoord):
    """The fingerprint of what the page showed about the startdatum."""
    return re.search(r'name="start" value="(\w+)"', antwoord.content.decode())[1]


def start(een):
    return str(Praktijk.objects.get(pk=een.pk).startdatum)


def nieuwe():
    return Sessie.objects.filter(soort="startbijeenkomst")


def test_without_script_the_place_is_asked_about_once_after_the_startdatum_was_shown(als, tafel):
    ada, ingevuld = als(tafel.ada), velden(tafel.arnhem, plaats="Bel 06-12345678", zonder_script="1")

    met_start = ingevuld | {"start": gezien(ada.post(NIEUW, ingevuld))}
    gevraagd = ada.post(NIEUW, met_start)
    tussen = nieuwe().count()
    klaar = ada.post(NIEUW, met_start | {"start": gezien(gevraagd), "toch": "1"})

    assert all(deel in gevraagd.text for deel in ("<bdi>06-12345678</bdi>", "Toch bewaren"))
    assert (tussen, klaar.status_code, nieuwe().get().plaats) == (0, 302, "Bel 06-12345678")


def test_what_one_searches_a_practice_with_is_never_asked_about(als, tafel):
    ingevuld = velden(tafel.arnhem, soort="ontwerpsessie", zoek="06-12345678", zonder_script="1")

    assert als(tafel.ada).post(NIEUW, ingevuld).status_code == 302


def test_a_startbijeenkomst_shows_the_startdatum_and_then_sets_it(als, tafel):
    ada, ingevuld = als(tafel.ada), velden(tafel.arnhem)

    eerst = ada.post(NIEUW, ingevuld)
    voor = (start(tafel.arnhem), nieuwe().count())
    daarna = ada.post(NIEUW, ingevuld | {"start": gezien(eerst)})

    assert "Arnhem heeft nog geen startdatum. Die wordt 22 juni 2020 ." in gelezen(eerst).tekst
    assert voor == ("None", 0)
    gemaakt = nieuwe().get()
    assert daarna.url == f"/sessies/{gemaakt.pk}/?bewaard={ingevuld['inzending']}"
    assert (start(tafel.arnhem), list(gemaakt.praktijken.all())) == ("2020-06-22", [tafel.arnhem])
    assert tafel.arnhem.history.first().history_change_reason == "de startbijeenkomst op 22-06-2020"
    assert tafel.arnhem.history.first().history_user == tafel.ada


def test_indicator_23_counts_the_practice_from_that_day_and_its_people_with_it(als, tafel):
    def cijfers(op):
        uit = bereken(tafel.thuis, dag(op))
        return uit.praktijken.opgestart, uit.deelnemers.totaal, uit.deelnemers_tot_nu_toe.totaal

    voor = [cijfers(op) for op in ("2020-06-21", "2020-06-22")]
    ingevuld = velden(tafel.arnhem)
    als(tafel.ada).post(NIEUW, ingevuld | {"start": gezien(als(tafel.ada).post(NIEUW, ingevuld))})

    assert voor == [(1, 1, 1), (1, 1, 1)]
    assert [cijfers(op) for op in ("2020-06-21", "2020-06-22")] == [(1, 1, 1), (1 + 1, 1 + 1, 1 + 1)]


def test_sent_twice_there_is_one_session(als, tafel):
    ingevuld = velden(tafel.arnhem, soort="ontwerpsessie")

    antwoorden = [als(tafel.ada).post(NIEUW, ingevuld).url for _ in range(2)]

    assert antwoorden[0] == antwoorden[1]
    assert Sessie.objects.filter(datum="2020-06-22").count() == 1


def test_a_startbijeenkomst_ahead_leaves_the_practice_planned(als, tafel):
    ingevuld = velden(tafel.arnhem, datum="2020-09-01")
    als(tafel.ada).post(NIEUW, ingevuld | {"start": gezien(als(tafel.ada).post(NIEUW, ingevuld))})

    tafel.arnhem.refresh_from_db()
    assert (start(tafel.arnhem), tafel.arnhem.status_op(dag("2020-06-30")).value) == ("2020-09-01", "gepland")


def test_an_adviser_cannot_move_the_startdatum_of_a_practice_that_began(als, tafel):
    ingevuld = velden(tafel.breda)
    eerst = als(tafel.bo).post(NIEUW, ingevuld)
    als(tafel.bo).post(NIEUW, ingevuld | {"start": gezien(eerst), "verzet": [tafel.breda.pk]})

    assert "Breda houdt de startdatum 2 september 2019: de praktijk is dan al begonnen." in gelezen(eerst).tekst
    assert (start(tafel.breda), nieuwe().count()) == ("2019-09-02", 1)


@pytest.mark.parametrize(("vinkje", "verwacht"), [(False, "2019-09-02"), (True, "2020-06-22")])
def test_the_office_moves_it_with_a_tick_and_not_without(als, tafel, vinkje, verwacht):
    ingevuld = velden(tafel.breda) | ({"verzet": [tafel.breda.pk]} if vinkje else {})
    eerst = als(tafel.mo).post(NIEUW, ingevuld)
    als(tafel.mo).post(NIEUW, ingevuld | {"start": gezien(eerst)})

    assert "Verander de startdatum van Breda van 2 september 2019 in 22 juni 2020" in gelezen(eerst).tekst
    assert start(tafel.breda) == verwacht


@pytest.mark.parametrize(("vinkje", "verwacht"), [(False, "2020-06-22"), (True, "2020-06-25")])
def test_moving_the_session_moves_the_startdatum_only_when_the_adviser_says_so(als, tafel, vinkje, verwacht):
    tafel.arnhem.startdatum = dag("2020-06-22")
    tafel.arnhem.save()
    opening = sessie(tafel.arnhem, soort="startbijeenkomst", datum="2020-06-22")
    adres, ada = reverse("praktijken:sessie-wijzigen", args=[opening.pk]), als(tafel.ada)
    open_ = ingelezen(ada.get(adres).content.decode())
    ingevuld = open_ | {"datum": "2020-06-25"} | ({"verzet": [tafel.arnhem.pk]} if vinkje else {})

    eerst = ada.post(adres, ingevuld)
    daarna = ada.post(adres, ingevuld | {"start": gezien(eerst)})

    opening.refresh_from_db()
    assert (daarna.status_code, str(opening.datum), start(tafel.arnhem)) == (302, "2020-06-25", verwacht)


def test_a_municipality_that_no_longer_existed_keeps_the_session_from_being_that_day(als, tafel):
    cuijk = praktijk(tafel.thuis, "CUI", naam="Cuijk", start=None, gemeenten=["GM1684"])
    ingevuld = velden(cuijk, datum="2022-03-01")

    eerst = als(tafel.mo).post(NIEUW, ingevuld)
    daarna = als(tafel.mo).post(NIEUW, ingevuld | {"start": gezien(eerst)})

    assert "Cuijk kan niet starten op 1 maart 2022: Deze gemeente bestond niet op 01-03-2022." in gelezen(daarna).tekst
    assert (start(cuijk), nieuwe().count()) == ("None", 0)


def test_what_somebody_else_did_to_the_startdatum_meanwhile_is_shown_first(als, tafel):
    ingevuld = velden(tafel.arnhem)
    afgedrukt = gezien(als(tafel.ada).post(NIEUW, ingevuld))
    tafel.arnhem.startdatum = dag("2020-06-01")
    tafel.arnhem.save()

    antwoord = als(tafel.ada).post(NIEUW, ingevuld | {"start": afgedrukt})

    assert "Arnhem houdt de startdatum 1 juni 2020" in gelezen(antwoord).tekst
    assert (start(tafel.arnhem), nieuwe().count()) == ("2020-06-01", 0)


def test_what_changes_between_looking_and_writing_stops_the_writing(tafel):
    bereken = partial(wijzigingen, soort="startbijeenkomst", datum=dag("2020-06-22"), wie=MO)
    keuze = Startkeuze(gezien=afdruk(bereken([tafel.arnhem])), gekozen=(), bereken=bereken)
    anders = Praktijk.objects.get(pk=tafel.arnhem.pk)
    anders.startdatum = dag("2020-06-01")
    anders.save()
    opening = Sessie(programma=tafel.thuis, soort="startbijeenkomst", datum=dag("2020-06-22"), inzending=uuid4())

    with pytest.raises(StartGewijzigd):
        maak(sessie=opening, praktijken=[tafel.arnhem], keuze=keuze)

    assert (start(tafel.arnhem), nieuwe().count()) == ("2020-06-01", 0)


def test_practices_of_another_adviser_or_programme_cannot_be_chosen(als, tafel):
    ander = praktijk(programma("ander"), "AND")

    vreemd = als(tafel.ada).post(NIEUW, velden(tafel.arnhem, tafel.breda, soort="ontwerpsessie"))
    gemengd = als(tafel.mo).post(NIEUW, velden(tafel.arnhem, ander, soort="ontwerpsessie"))
    leeg = als(tafel.mo).post(NIEUW, velden(soort="ontwerpsessie"))

    assert [antwoord.status_code for antwoord in (vreemd, gemengd, leeg)] == [200, 200, 200]
    assert "Kies praktijken van één programma." in gelezen(gemengd).tekst
    assert "Kies minstens één praktijk." in gelezen(leeg).tekst
    assert Sessie.objects.filter(datum="2020-06-22").count() == 0


def test_the_office_finds_practices_and_keeps_what_was_filled_in(als, tafel):
    antwoord = als(tafel.mo).post(NIEUW, velden(tafel.arnhem, zoek="bre", zoeken="1", plaats="رعاية ‘thuis’"))
    opnieuw = ingelezen(antwoord.content.decode())

    assert (opnieuw["plaats"], opnieuw["praktijken"]) == (["رعاية ‘thuis’"], [str(tafel.arnhem.pk)])
    assert "Breda (BRE), In voor mantelzorg thuis" in gelezen(antwoord).tekst


def test_who_is_second_to_change_a_session_sees_both_versions(als, tafel):
    adres = reverse("praktijken:sessie-wijzigen", args=[tafel.sessie.pk])
    open_ = ingelezen(als(tafel.ada).get(adres).content.decode())
    als(tafel.mo).post(adres, ingelezen(als(tafel.mo).get(adres).content.decode()) | {"plaats": "Stadhuis"})

    antwoord = als(tafel.ada).post(adres, open_ | {"plaats": "Buurthuis"})
    tweede = als(tafel.ada).post(adres, ingelezen(antwoord.content.decode()))

    assert ["Plaats", "Stadhuis", "Buurthuis"] in gelezen(antwoord).tabellen["Beide versies"]
    tafel.sessie.refresh_from_db()
    assert (tweede.status_code, tafel.sessie.plaats) == (302, "Buurthuis")


def test_an_empty_session_is_taken_away_and_one_with_agreements_stays(als, tafel):
    tafel.samen.afspraken.create(wat="Bellen", inzending=uuid4())
    for een in (tafel.sessie, tafel.samen):
        als(tafel.mo).post(reverse("praktijken:sessie-weghalen", args=[een.pk]))

    assert list(Sessie.objects.all()) == [tafel.samen]
