"""Interest in the task list and weekly mail: of the adviser, and of the office."""

import pytest
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from praktijken.herinneringen.bronnen import takenlijst
from praktijken.herinneringen.weekbrief import weekbrief
from tests.aanmeldingen.gegevens import belangstelling, contactmoment
from tests.gegevens import dag, gebruiker

pytestmark = pytest.mark.django_db
OP = dag("2014-05-06")


def gezien(user, op=OP):
    """The tasks about interest: each text, and whether it goes by mail."""
    taken = [taak for taak in takenlijst(user, op).taken if taak.regel.naam.startswith("belangstelling")]
    return [(taak.tekst, bool(taak.mailtekst)) for taak in taken]


def test_the_adviser_is_asked_to_call_until_something_came_of_it(oproep, ada, bo):
    rij = belangstelling(oproep, adviseur=ada)
    assert gezien(ada) == [("Neem contact op: er is nog geen contact geweest.", True)]
    contactmoment(rij, ada, "niet bereikt")
    contactmoment(rij, ada, "niet bereikt")
    assert gezien(ada) == [("Neem contact op: 2 keer geprobeerd, nog niet bereikt.", True)]
    contactmoment(rij, ada)
    assert gezien(ada) == [("Er is contact geweest. Leg vast wat de uitkomst is.", True)]

    rij.vervolg, rij.vervolg_op = "geen belangstelling meer", OP
    rij.save()

    assert (gezien(ada), gezien(bo)) == ([], [])


def test_later_comes_back_on_its_day(oproep, ada):
    belangstelling(oproep, adviseur=ada, vervolg="later nog eens vragen", vervolg_op=OP, later_op=dag("2014-06-02"))

    assert gezien(ada, dag("2014-06-01")) == []
    assert gezien(ada, dag("2014-06-02")) == [("Vraag opnieuw of de organisatie belangstelling heeft.", True)]


def test_a_day_that_was_moved_forward_is_not_mailed_before_the_later_one(oproep, ada):
    rij = belangstelling(
        oproep, adviseur=ada, vervolg="later nog eens vragen", vervolg_op=OP, later_op=dag("2014-06-02")
    )
    rij.later_op = dag("2014-05-12")
    rij.save()

    assert [mail for _, mail in gezien(ada, dag("2014-06-01"))] == [False]
    assert [mail for _, mail in gezien(ada, dag("2014-06-02"))] == [True]


def test_an_outcome_that_was_emptied_is_not_mailed(oproep, ada):
    rij = belangstelling(oproep, adviseur=ada, vervolg="geen belangstelling meer", vervolg_op=OP)
    rij.vervolg, rij.vervolg_op = "", None
    rij.save()

    assert [mail for _, mail in gezien(ada)] == [False]


def test_the_office_is_told_of_whom_nobody_calls(oproep, mo, ada):
    assert gezien(mo) == []
    belangstelling(oproep)
    assert gezien(mo) == [("1 organisatie die belangstelling toonde, heeft nog geen adviseur.", True)]
    weg = gebruiker(Rol.ADVISEUR, "Wim Weg", is_active=False)
    belangstelling(oproep, adviseur=weg)
    belangstelling(oproep, adviseur=ada)

    assert gezien(mo) == [("2 organisaties die belangstelling toonden, hebben nog geen adviseur.", True)]
    assert gezien(gebruiker(Rol.ANALIST)) == []


@freeze_time("2014-05-06 12:00")
def test_the_weekly_mail_names_the_organisation_and_nobody(oproep, ada):
    belangstelling(oproep, adviseur=ada)

    brief = weekbrief(ada, OP)

    assert "Belangstelling van Ziekenhuis Rijnzicht" in brief.tekst
    assert "Zita" not in brief.tekst
    assert "026" not in brief.tekst


@pytest.mark.parametrize("aantal", [1, 3])
def test_tasks_cost_the_same_queries_however_much_there_is(oproep, ada, aantal, django_assert_num_queries):
    for nummer in range(aantal):
        contactmoment(belangstelling(oproep, f"Huis {nummer}", adviseur=ada), ada)

    from aanmeldingen.belangstelling.taken import VAN_ADVISEUR

    with django_assert_num_queries(1):
        list(VAN_ADVISEUR.taken(ada, OP))
