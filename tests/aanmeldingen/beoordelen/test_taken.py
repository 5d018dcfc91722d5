"""What of applications stands in the task list of advisers and of the office."""

import datetime
from uuid import uuid4

import pytest

from aanmeldingen.beoordelen.besluiten import neem_terug
from aanmeldingen.models import Besluitsoort, Intakegesprek, Oordeel
from praktijken.herinneringen.bronnen import takenlijst
from tests.aanmeldingen.beoordelen.gegevens import beoordeel, met_plaats
from tests.aanmeldingen.gegevens import aanvulverzoek, besluit, moment

pytestmark = pytest.mark.django_db


def taken(user, dag: str) -> list[tuple[str, str]]:
    lijst = takenlijst(user, datetime.date.fromisoformat(dag)).taken
    return [(taak.regel.naam, taak.waar) for taak in lijst if taak.regel.naam.startswith(EIGEN)]


EIGEN = ("intakegesprek", "aanvulling", "afwijzing")


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        ("2014-06-12", []),
        ("2014-06-13", [("intakegesprek-komt", "De Linde")]),
        ("2014-06-20", [("intakegesprek-komt", "De Linde")]),
        ("2014-06-21", [("intakegesprek-zonder-verslag", "De Linde")]),
        ("2015-01-01", [("intakegesprek-zonder-verslag", "De Linde")]),
    ],
)
def test_an_adviser_reads_of_a_talk_a_week_before_and_of_its_report_after_it(mensen, een, dag, verwacht):
    Intakegesprek.objects.create(
        aanmelding=een, adviseur=mensen.ada, moment=moment("2014-06-20 23:30"), inzending=uuid4()
    )

    assert (taken(mensen.ada, dag), taken(mensen.bo, dag), taken(mensen.mo, dag)) == (verwacht, [], [])


@pytest.mark.parametrize("velden", [{"verslag": "Klaar."}, {"vervallen_op": moment("2014-06-15 10:00")}])
def test_a_talk_with_a_report_or_that_is_off_is_no_task(mensen, een, velden):
    Intakegesprek.objects.create(
        aanmelding=een, adviseur=mensen.ada, moment=moment("2014-06-20 10:00"), inzending=uuid4(), **velden
    )

    assert taken(mensen.ada, "2014-06-21") == []


def test_a_proposal_waits_for_everybody_of_the_office_but_who_made_it(mensen, een):
    voorstel = besluit(een, Besluitsoort.AFWIJZEN, mensen.mo, None)
    wacht = [("afwijzing-bevestigen", "In voor Mantelzorg 2014")]

    assert [taken(wie, "2014-07-11") for wie in (mensen.mo, mensen.mia, mensen.anja, mensen.ada)] == [
        [], wacht, wacht, [],
    ]  # fmt: skip
    neem_terug(besluit=voorstel.pk, reden="Nee.", door=mensen.mia, op=moment("2014-07-11 12:00"))
    assert taken(mensen.anja, "2014-07-12") == []


def test_a_question_is_a_task_once_its_day_has_passed_and_when_it_is_answered(mensen, een):
    verzoek = aanvulverzoek(een, mensen.mo, "2014-06-20")
    waar = "In voor Mantelzorg 2014"
    assert (taken(mensen.mo, "2014-06-20"), taken(mensen.mo, "2014-06-21")) == ([], [("aanvulling-verlopen", waar)])

    verzoek.antwoord, verzoek.afgesloten_op = een.indieningen.get(), moment("2014-06-21 10:00")
    verzoek.save()
    assert taken(mensen.mo, "2014-06-21") == [("aanvulling-ontvangen", waar)]

    beoordeel(een, mensen.mo, *[Oordeel.VOLDAAN] * 3)
    assert taken(mensen.mo, "2014-07-02") == []


def test_a_task_leads_to_the_list_with_just_those_and_counts_them(mensen, een, als):
    for nieuw in (een, met_plaats(een.oproep, "De Beuk")):
        aanvulverzoek(nieuw, mensen.mo, "2014-06-20")
    lijst = takenlijst(mensen.mo, datetime.date(2014, 6, 21)).taken
    (taak,) = [taak for taak in lijst if taak.regel.naam == "aanvulling-verlopen"]

    namen = [rij.aanmelding.organisatie for rij, _ in als(mensen.mo).get(taak.adres).context["regels"]]

    assert (taak.tekst, namen) == ("Aanvulling niet ontvangen: 2 aanmeldingen.", ["De Linde", "De Beuk"])


def test_more_tasks_take_no_more_queries(mensen, een, django_assert_num_queries, django_assert_max_num_queries):
    aanvulverzoek(een, mensen.mo, "2014-06-20")
    takenlijst(mensen.mo, datetime.date(2014, 6, 21))  # a user's roles are read once
    with django_assert_max_num_queries(40) as geteld:
        takenlijst(mensen.mo, datetime.date(2014, 6, 21))
    for naam in ("De Beuk", "De Eik"):
        aanvulverzoek(met_plaats(een.oproep, naam), mensen.mo, "2014-06-20")
    with django_assert_num_queries(len(geteld)):
        takenlijst(mensen.mo, datetime.date(2014, 6, 21))
