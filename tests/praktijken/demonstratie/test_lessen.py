"""The lessons of the demonstration stand there once, as the rules of lessons have it."""

import datetime

import pytest

from praktijken.demonstratie.laden import laad_programma, maak_accounts
from praktijken.demonstratie.lessen import LESSEN, laad_lessen
from praktijken.models import Lesversie

pytestmark = pytest.mark.django_db


def test_three_lessons_are_shared_one_waits_and_one_was_returned_however_often_they_are_loaded():
    maak_accounts()
    programma = laad_programma(datetime.date(2026, 1, 2))
    laad_lessen(programma)
    laad_lessen(programma)

    assert (
        Lesversie.objects.count(),
        set(Lesversie.objects.gedeeld().values_list("les__experiment__code", flat=True)),
        set(Lesversie.objects.voorgelegd().values_list("les__experiment__code", flat=True)),
    ) == (5, {"CUI-2-1", "DBO-3-1", "EDE-1-1"}, {"LEU-2-1"})
    assert len({les.advies for les in LESSEN}) == 5
