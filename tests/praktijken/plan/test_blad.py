"""The plan on the practice's page, and changing it there."""

import pytest
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from praktijken.models import Planstap, Traject
from tests.gegevens import dag, gebruiker, sessie
from tests.praktijken.blad.formulieren import geopend
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
LEEG = {"reden": "", "gezien": ""}


def adressen(arnhem):
    return [f"/praktijken/{arnhem.pk}/plan/", *(f"/praktijken/{arnhem.pk}/plan/{stap.pk}/" for stap in arnhem.stappen)]


def tekst(als, user, arnhem):
    return " ".join(gelezen(als(user).get(f"/praktijken/{arnhem.pk}/")).tekst.split())


@freeze_time("2019-08-01 12:00")
def test_the_page_tells_the_promise_and_each_step(als, arnhem, ada):
    gezien = tekst(als, ada, arnhem)

    assert "Geplande start: 1 september 2019. Het traject duurt 20 maanden: tot en met 30 april 2021." in gezien
    for stap in (
        "Intake 1 september 2019 tot en met 30 oktober 2019: gepland.",
        "Plan 31 oktober 2019 tot en met 30 januari 2020: gepland.",
        "Uitvoering 31 januari 2020 tot en met 28 januari 2021: gepland.",
        "Borging 29 januari 2021 tot en met 30 april 2021: gepland.",
    ):
        assert stap in gezien


@freeze_time("2019-09-01 12:00")
def test_on_the_planned_day_itself_nothing_asks_for_attention(als, arnhem, ada):
    assert "Er is nog geen startbijeenkomst." not in tekst(als, ada, arnhem)


@freeze_time("2019-11-01 12:00")
def test_a_start_and_a_step_that_passed_ask_for_attention(als, arnhem, ada):
    gezien = tekst(als, ada, arnhem)

    assert "De geplande start was 1 september 2019. Er is nog geen startbijeenkomst." in gezien
    assert "De stap intake moest op 30 oktober 2019 klaar zijn." in gezien


@freeze_time("2019-11-01 12:00")
def test_started_and_done_they_no_longer_do(als, arnhem, ada):
    arnhem.praktijk.startdatum = dag("2019-09-10")
    arnhem.praktijk.save()
    arnhem.stappen[0].klaar_op = dag("2019-10-30")
    arnhem.stappen[0].save()

    gezien = tekst(als, ada, arnhem)

    assert "startbijeenkomst." not in gezien
    assert "moest op" not in gezien
    assert "Gepland was een start op 1 september 2019." in gezien
    assert "klaar op 30 oktober 2019." in gezien


@freeze_time("2021-12-01 12:00")
def test_of_a_practice_that_ended_nothing_is_asked(als, arnhem, ada):
    praktijk = arnhem.praktijk
    praktijk.startdatum, praktijk.einddatum, praktijk.afloop = dag("2019-09-10"), dag("2021-05-01"), "afgerond"
    praktijk.save()

    assert "moest op" not in tekst(als, ada, arnhem)


def test_without_a_plan_the_page_says_nothing_of_one(als, bo):
    assert "Geplande start" not in gelezen(als(bo).get(f"/praktijken/{bo.praktijken.get().pk}/")).tekst


@freeze_time("2019-11-01 12:00")
def test_the_adviser_moves_a_step_and_says_when_it_was_done_with_the_reason_in_history(als, arnhem, ada):
    adres = adressen(arnhem)[1]
    data = geopend(als(ada), adres) | {
        "vanaf": "2019-09-08",
        "tot_en_met": "2019-11-15",
        "wat": "Kennismaken.",
        "klaar_op": "2019-10-31",
        "reden": "Later begonnen",
    }

    antwoord = als(ada).post(adres, data)

    stap = Planstap.objects.get(soort="intake")
    assert antwoord.url == f"/praktijken/{arnhem.pk}/#stap-{stap.pk}"
    assert (f"{stap.vanaf}", f"{stap.tot_en_met}", f"{stap.klaar_op}") == ("2019-09-08", "2019-11-15", "2019-10-31")
    assert stap.wat == "Kennismaken."
    laatste = stap.history.latest("history_id")
    assert (laatste.history_change_reason, laatste.history_user) == ("Later begonnen", ada)


@freeze_time("2019-11-01 12:00")
@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        ({"tot_en_met": "2019-08-31"}, "De stap eindigt voordat hij begint."),
        ({"klaar_op": "2019-11-02"}, "Deze dag moet nog komen."),
        ({"vanaf": "onzin"}, "een datum"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_keeps_what_was_typed(als, arnhem, ada, fout, melding):
    adres = adressen(arnhem)[1]

    antwoord = als(ada).post(adres, geopend(als(ada), adres) | {"wat": "Mijn tekst"} | fout)

    assert melding in gelezen(antwoord).tekst
    assert "Mijn tekst" in antwoord.content.decode()
    assert Planstap.history.filter(soort="intake").count() == 1


@freeze_time("2019-08-01 12:00")
def test_the_promise_changes_too_and_leaves_the_steps_where_they_are(als, arnhem, ada):
    adres = adressen(arnhem)[0]

    als(ada).post(adres, geopend(als(ada), adres) | {"geplande_start": "2019-10-01", "maanden": "18"})

    traject = Traject.objects.get()
    assert (f"{traject.geplande_start}", traject.maanden) == ("2019-10-01", 18)
    assert f"{Planstap.objects.get(soort='intake').vanaf}" == "2019-09-01"


@pytest.mark.parametrize(("maanden", "melding"), [("0", "minstens 1 maand"), ("121", "hoogstens 120 maanden")])
def test_a_track_takes_one_to_120_months(als, arnhem, ada, maanden, melding):
    adres = adressen(arnhem)[0]

    antwoord = als(ada).post(adres, geopend(als(ada), adres) | {"maanden": maanden})

    assert melding in gelezen(antwoord).tekst
    assert Traject.objects.get().maanden == 20


@freeze_time("2019-08-01 12:00")
def test_who_saves_second_sees_both_versions(als, arnhem, ada):
    adres = adressen(arnhem)[1]
    eerst, later = geopend(als(ada), adres), geopend(als(ada), adres)
    als(ada).post(adres, eerst | {"wat": "De eerste"})

    antwoord = als(ada).post(adres, later | {"wat": "De tweede"})

    assert "Beide versies" in gelezen(antwoord).tekst
    assert Planstap.objects.get(soort="intake").wat == "De eerste"


def test_the_own_adviser_and_the_office_open_each_form(als, arnhem, ada):
    for persoon in (ada, gebruiker(Rol.MEDEWERKER)):
        assert [als(persoon).get(adres).status_code for adres in adressen(arnhem)] == [200] * 5


def test_for_anybody_else_there_is_no_such_page(als, arnhem, bo):
    for persoon in (bo, gebruiker(Rol.ANALIST), gebruiker(naam="Zora Zonderrol")):
        codes = [als(persoon).post(adres, LEEG).status_code for adres in adressen(arnhem)]
        assert codes == [404] * 5
    assert Planstap.history.count() == 4


def test_a_step_of_another_practice_is_not_found_here(als, arnhem, ada, bo):
    elders = bo.praktijken.get()
    assert als(ada).get(f"/praktijken/{elders.pk}/plan/{arnhem.stappen[0].pk}/").status_code == 404


def test_the_page_leads_to_the_forms_who_may_change_it_and_nobody_else(als, arnhem, ada, bo):
    pagina = f"/praktijken/{arnhem.pk}/"
    gezien = [
        set(adressen(arnhem)) & set(gelezen(als(persoon).get(pagina)).links)
        for persoon in (ada, bo, gebruiker(Rol.ANALIST))
    ]
    assert gezien == [set(adressen(arnhem)), set(), set()]


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_costs_the_same_queries_however_many_steps(als, arnhem, ada, aantal, django_assert_num_queries):
    for stap in arnhem.stappen[aantal:]:
        stap.delete()
    client = als(ada)

    with django_assert_num_queries(20):
        client.get(f"/praktijken/{arnhem.pk}/")


@freeze_time("2019-09-15 12:00")
def test_the_startbijeenkomst_starts_it_and_not_the_plan(als, arnhem, ada):
    sessie(arnhem.praktijk, soort="startbijeenkomst", datum="2019-09-15")

    assert "Geplande start: 1 september 2019." in tekst(als, ada, arnhem)
