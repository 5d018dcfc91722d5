"""The plan of a practice in a browser: not begun, under way, past its day; and changing a step without a mouse."""

import pytest
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from praktijken.models import Planstap
from praktijken.plan.voorstel import eerste_plan
from tests.gegevens import adviseurschap, dag, gebruiker, planstap, praktijk, programma, traject

pytestmark = pytest.mark.browser


@pytest.fixture
def ada(stamgegevens):  # noqa: ARG001  # asked for its effect
    return gebruiker(Rol.ADVISEUR)


@pytest.fixture
def arnhem(ada):
    arnhem = praktijk(programma(), "ARN", naam="Zorggroep Arnhem", start=None)
    adviseurschap(arnhem, ada)
    traject(arnhem, "2019-09-01")
    for stap in eerste_plan(dag("2019-09-01"), 20):
        planstap(arnhem, stap.soort, vanaf=stap.vanaf, tot_en_met=stap.tot_en_met, wat=stap.wat)
    return arnhem


def test_before_the_start_it_shows_the_promise(pagina_als, controleer, arnhem, ada):
    pagina = pagina_als(user=ada)
    with freeze_time("2019-08-15 12:00"):
        pagina.goto(f"/praktijken/{arnhem.pk}/#plan")

    assert pagina.locator("#plan").is_visible()
    controleer(pagina, "plan-gepland")


def test_past_its_days_it_says_so(pagina_als, controleer, arnhem, ada):
    pagina = pagina_als(user=ada)
    with freeze_time("2020-02-15 12:00"):
        pagina.goto(f"/praktijken/{arnhem.pk}/")

    assert "moest op 30 oktober 2019 klaar zijn" in pagina.locator("main").inner_text()
    controleer(pagina, "plan-over-de-datum")


def test_an_analyst_reads_it_and_changes_nothing(pagina_als, controleer, arnhem):
    pagina = pagina_als(Rol.ANALIST)
    with freeze_time("2019-10-15 12:00"):
        pagina.goto(f"/praktijken/{arnhem.pk}/")

    assert pagina.get_by_role("link", name="Stap intake wijzigen").count() == 0
    controleer(pagina, "plan-analist")


def test_a_step_is_changed_with_the_keyboard(pagina_als, controleer, arnhem, ada):
    pagina = pagina_als(user=ada)
    pagina.goto(f"/praktijken/{arnhem.pk}/")
    pagina.get_by_role("link", name="Stap intake wijzigen").press("Enter")
    controleer(pagina, "plan-stap")
    pagina.get_by_label("Klaar op").fill("2019-10-01")
    pagina.get_by_label("Klaar op").press("Enter")

    assert pagina.locator(".melding.succes").inner_text() == "Bewaard: stap van het plan: intake."
    assert str(Planstap.objects.get(soort="intake").klaar_op) == "2019-10-01"
