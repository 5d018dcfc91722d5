"""The measurements of the demonstration: 2019 nvt, 2020 eleven, made and checked by two people, and loaded once."""

import datetime

import pytest

from monitor.demonstratie.metingen import laad_metingen
from monitor.meten import verificatie
from monitor.meten.overzicht import reeks
from monitor.models import Meting
from praktijken.demonstratie.laden import laad_programma, maak_accounts

OP = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)


@pytest.mark.django_db
def test_both_stand_fixed_and_genuine_and_a_second_start_adds_nothing():
    maak_accounts()
    programma = laad_programma(OP.date())
    for _ in range(2):
        laad_metingen(programma, OP)
    metingen = Meting.objects.order_by("jaar")
    assert [(punt.jaar, str(punt)) for punt in reeks(metingen)] == [(2019, "nvt (nog niet gestart)"), (2020, "11")]
    assert [(een.gemaakt_door.naam, een.vaststelling.door.naam) for een in metingen] == [
        ("Anne de Analist", "Mees de Medewerker")
    ] * 2
    assert [verificatie.controleer(een.vaststelling) for een in metingen] == [[], []]
