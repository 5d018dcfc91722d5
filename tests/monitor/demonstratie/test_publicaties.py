"""What the demonstration publishes."""

import datetime

import pytest

from monitor.demonstratie.metingen import laad_metingen
from monitor.demonstratie.publicaties import laad_publicaties
from monitor.models import Publicatie
from monitor.publicatie.vorm import lees
from praktijken.demonstratie.laden import laad_programma, maak_accounts

OP = datetime.datetime(2026, 1, 2, 12, 0, tzinfo=datetime.UTC)


@pytest.mark.django_db
def test_2019_is_nvt_and_2020_has_11_practices_without_protection():
    maak_accounts()
    programma = laad_programma(OP.date())
    for _ in range(2):
        laad_metingen(programma, OP)
        laad_publicaties(programma, OP)

    inhouden = [lees(een.inhoud) for een in Publicatie.objects.order_by("jaar")]

    assert [(een.jaar, een.versie, een.waarde, een.drempel) for een in inhouden] == [
        (2019, 1, None, 0),
        (2020, 1, 11, 0),
    ]
    assert "Er doen 171 mensen mee" in inhouden[1].teksten.verdieping
