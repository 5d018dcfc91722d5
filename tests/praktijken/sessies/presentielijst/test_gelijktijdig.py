"""One list, confirmed at the same moment from two screens."""

import datetime
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group

from deelnemers.models import Deelnemer
from mantelzorg.toegang import Rol
from praktijken.models import Aanwezigheid, Deelname, Presentielijst
from praktijken.sessies.presentielijst.acties import Besluit, bevestig

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def rollen(transactional_db):  # noqa: ARG001  # asked for its effect
    """The groups, put back after the flush of an earlier test."""
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)


def test_a_list_confirmed_twice_at_once_is_stored_once(tafel, gelijktijdig):  # the fixture
    sleutel = uuid4()

    def besluit(naam, deelnemer=None):
        return Besluit(
            stand="aanwezig",
            deelnemer=deelnemer, aangeboden=frozenset(), naam=naam, email="", praktijk=tafel.arnhem,
            organisatie=tafel.huis, organisatietype=None, hoedanigheid="",
        )  # fmt: skip

    def tik():
        lijst = bevestig(
            sessie=tafel.sessie,
            besluiten=[besluit("Gérda de Groot", tafel.gerda), besluit("Nienke Nieuw")],
            door=tafel.ada,
            inzending=sleutel,
            vandaag=datetime.date(2020, 6, 30),
        )
        return lijst.aanwezig, lijst.nieuw

    def opgeslagen():
        nienke = Deelnemer.objects.get(naam="Nienke Nieuw")
        return (
            Presentielijst.objects.count(),
            Deelname.objects.filter(deelnemer=nienke).count(),
            sorted(Aanwezigheid.objects.values_list("deelnemer__naam", "stand")),
        )

    uitkomst = gelijktijdig(tik, tik, daarna=opgeslagen)

    assert uitkomst == ([(2, 1), (2, 1)], (1, 1, [("Gérda de Groot", "aanwezig"), ("Nienke Nieuw", "aanwezig")]))
