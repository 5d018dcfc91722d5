"""The demonstration's sessions: they stand there, once, and no figure of 2020 moves by them."""

import datetime

import pytest

from mantelzorg.klok import vandaag
from monitor.bron import lees
from praktijken.demonstratie.laden import laad_programma, maak_accounts
from praktijken.demonstratie.sessies import laad_sessies
from praktijken.models import Aanwezigheid, Afspraak, Sessie

pytestmark = pytest.mark.django_db
PEILDATUM = datetime.date(2020, 6, 30)


def test_three_sessions_are_held_however_often_they_are_loaded_and_no_figure_moves():
    maak_accounts()
    programma = laad_programma(vandaag())
    vooraf = lees(programma, PEILDATUM)

    laad_sessies(programma)
    laad_sessies(programma)

    sessies = Sessie.objects.order_by("datum")
    assert list(sessies.values_list("soort", "praktijken__code").order_by("datum", "praktijken__code")) == [
        ("startbijeenkomst", "LEI"),
        ("ontwerpsessie", "CUI"),
        ("uitwisseling", "ARN"),
        ("uitwisseling", "EDE"),
    ]
    assert sessies[0].datum == sessies[0].praktijken.get().startdatum
    assert [sessie.aanwezigheid.filter(stand="aanwezig").count() for sessie in sessies] == [3, 3, 14]
    assert Afspraak.objects.filter(gedaan_op=None).count() == 1
    assert set(Aanwezigheid.objects.values_list("stand", flat=True)) == {"aanwezig", "afgemeld"}
    assert lees(programma, PEILDATUM) == vooraf
