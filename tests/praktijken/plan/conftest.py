"""A practice that was promised twenty months from September 2019 and has not started, and who may see it."""

from types import SimpleNamespace

import pytest

from mantelzorg.toegang import Rol
from praktijken.plan.voorstel import eerste_plan
from tests.gegevens import adviseurschap, dag, gebruiker, planstap, praktijk, programma, traject


@pytest.fixture
def arnhem(db):  # noqa: ARG001  # asked for its effect
    arnhem = praktijk(programma(), "ARN", naam="Arnhem", start=None)
    stappen = [
        planstap(arnhem, stap.soort, vanaf=stap.vanaf, tot_en_met=stap.tot_en_met, wat=stap.wat)
        for stap in eerste_plan(dag("2019-09-01"), 20)
    ]
    return SimpleNamespace(praktijk=arnhem, pk=arnhem.pk, traject=traject(arnhem, "2019-09-01"), stappen=stappen)


@pytest.fixture
def ada(arnhem):
    """Guides Arnhem."""
    ada = gebruiker(Rol.ADVISEUR, "Ada Adviseur")
    adviseurschap(arnhem.praktijk, ada)
    return ada


@pytest.fixture
def bo(arnhem):
    """Guides another practice of the same programme."""
    bo = gebruiker(Rol.ADVISEUR, "Bo Buur")
    adviseurschap(praktijk(arnhem.praktijk.programma, "BRE", naam="Breda"), bo)
    return bo
