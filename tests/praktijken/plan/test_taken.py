"""The plan in the adviser's task list: when, and when by mail."""

import pytest
from freezegun import freeze_time

from praktijken.herinneringen.bronnen import takenlijst
from praktijken.models import Onderbreking
from tests.gegevens import dag

pytestmark = pytest.mark.django_db
START = "De geplande start was 1 september 2019. Er is nog geen startbijeenkomst."
INTAKE = "De stap intake moest op 30 oktober 2019 klaar zijn."
REGELS = ("geplande-start-voorbij", "planstap-over-datum")


def gezien(user, op):
    """The plan's tasks: each text, and whether it goes by mail."""
    taken = [taak for taak in takenlijst(user, dag(op)).taken if taak.regel.naam in REGELS]
    return [(taak.tekst, bool(taak.mailtekst)) for taak in taken]


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        ("2019-09-01", []),
        ("2019-09-02", [(START, True)]),
        ("2019-10-30", [(START, True)]),
        ("2019-10-31", [(START, True), (INTAKE, True)]),
    ],
)
def test_from_the_day_after(arnhem, ada, op, verwacht):
    assert gezien(ada, op) == verwacht
    assert gezien(arnhem.praktijk.adviseurs.get(), op) == verwacht


def test_a_start_and_a_finished_step_end_them(arnhem, ada):
    arnhem.praktijk.startdatum = dag("2019-09-20")
    arnhem.praktijk.save()
    arnhem.stappen[0].klaar_op = dag("2019-11-01")
    arnhem.stappen[0].save()

    assert gezien(ada, "2019-11-02") == []


def test_what_came_about_by_a_step_back_is_not_mailed(arnhem, ada):
    traject, stap = arnhem.traject, arnhem.stappen[1]
    traject.geplande_start = dag("2020-06-01")
    traject.save()
    traject.geplande_start = dag("2019-09-01")
    traject.save()
    arnhem.stappen[0].klaar_op = dag("2019-11-01")
    arnhem.stappen[0].save()
    arnhem.stappen[0].klaar_op = None
    arnhem.stappen[0].save()
    stap.tot_en_met = dag("2019-11-20")
    stap.save()

    assert gezien(ada, "2019-12-01") == [
        (START, False),
        (INTAKE, False),
        ("De stap plan moest op 20 november 2019 klaar zijn.", False),
    ]


def test_a_practice_on_hold_is_left_alone(arnhem, ada):
    Onderbreking.objects.create(praktijk=arnhem.praktijk, vanaf=dag("2019-10-01"), reden="Verbouwing")

    assert gezien(ada, "2019-11-01") == []


@pytest.mark.usefixtures("arnhem")
def test_nobody_else_gets_them(bo):
    assert gezien(bo, "2019-11-01") == []


@freeze_time("2019-11-01 12:00")
def test_the_task_leads_to_the_step_on_the_page(arnhem, ada):
    adressen = [taak.adres for taak in takenlijst(ada, dag("2019-11-01")).taken if taak.regel.naam in REGELS]

    assert adressen == [
        f"/praktijken/{arnhem.pk}/#plan",
        f"/praktijken/{arnhem.pk}/#stap-{arnhem.stappen[0].pk}",
    ]
