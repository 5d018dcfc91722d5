"""Merging two records of one person takes their requests and answers along, and undoing brings them back."""

import datetime
from uuid import uuid4

import pytest
from django.test import Client

from mantelzorg.toegang import Rol
from praktijken.models import Antwoord, Uitvraag
from praktijken.register.samenvoegacties import Opdracht, maak_ongedaan, voeg_samen
from praktijken.register.samenvoegen import maak_voorstel
from tests.gegevens import deelname, gebruiker
from tests.praktijken.kloptdit.vragen import link_van, verbeter

pytestmark = pytest.mark.django_db
DAG = datetime.date(2020, 6, 30)


def wie():
    return (
        list(Uitvraag.objects.values_list("deelnemer__nummer", flat=True)),
        list(Antwoord.objects.values_list("deelname__deelnemer__nummer", flat=True)),
    )


def test_the_link_and_the_answer_go_along_and_come_back(register):
    botst = deelname(register.truus, register.arnhem)
    link = link_van(register.truus)
    verbeter(link, botst.pk, hoedanigheid="vrijwilliger")
    gezien = maak_voorstel(register.gerda, register.truus, DAG).vingerafdruk
    opdracht = Opdracht(
        blijft=register.gerda.pk, verdwijnt=register.truus.pk, gekozen={}, gezien=gezien, inzending=uuid4()
    )

    gedaan = voeg_samen(opdracht, user=gebruiker(Rol.MEDEWERKER, naam="Mo Twee"), dag=DAG)
    samen, pagina = wie(), Client().get(link).status_code
    maak_ongedaan(samenvoeging=gedaan.pk, nu=datetime.datetime(2020, 7, 1, tzinfo=datetime.UTC))

    assert (samen, pagina) == ((["D1"], ["D1"]), 200)
    assert wie() == (["D2"], ["D2"])
