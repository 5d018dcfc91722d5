"""Two people at one measurement at the same moment, each on a connection of their own."""

import pytest

from monitor.meten.opstellen import KanNiet, laat_vervallen
from monitor.meten.vaststellen import stel_vast
from monitor.models import Vastgesteldfeit, Vaststelling
from tests import gegevens
from tests.monitor.meten.gegevens import OP, VANDAAG, controleur, gecontroleerd, maker, meting

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def een():
    programma = gegevens.programma()
    gegevens.praktijk(programma)
    return gecontroleerd(meting(programma))


def vast(een, door):
    def doe() -> str:
        try:
            stel_vast(meting=een.pk, notitie="", door=door, op=OP, vandaag=VANDAAG)
        except KanNiet as fout:
            return str(fout)
        return "vastgesteld"

    return doe


def geteld() -> tuple[int, int]:
    return Vaststelling.objects.count(), Vastgesteldfeit.objects.count()


def test_of_two_who_fix_at_once_there_is_one_fixed_measurement(een, gelijktijdig):
    uitkomsten, rijen = gelijktijdig(vast(een, maker()), vast(een, controleur()), daarna=geteld)
    assert "vastgesteld" in uitkomsten
    assert set(uitkomsten) <= {"vastgesteld", "Deze meting is al vastgesteld."}
    assert rijen == (1, 1)


def test_fixed_and_lapsed_at_once_one_of_the_two_holds(een, gelijktijdig):
    def verval() -> str:
        try:
            laat_vervallen(meting=een.pk, reden="Verkeerde dag.", op=OP)
        except KanNiet as fout:
            return str(fout)
        return "vervallen"

    uitkomsten, (vaststellingen, _) = gelijktijdig(vast(een, maker()), verval, daarna=geteld)
    goed = {0: ["Deze meting is vervallen.", "vervallen"], 1: ["Deze meting is al vastgesteld.", "vastgesteld"]}
    assert uitkomsten == goed[vaststellingen]
