"""Admissions at the same moment, each with a connection of its own."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError

from aanmeldingen.models import Toelating
from aanmeldingen.toelaten.acties import laat_toe
from aanmeldingen.toelaten.opdracht import Huisopdracht, Mensopdracht, Opdracht
from aanmeldingen.toelaten.voorstel import afdruk
from deelnemers.models import Deelnemer, Organisatie
from mantelzorg.models import Bericht
from mantelzorg.toegang import Rol
from praktijken.models import Planstap, Praktijk
from tests.aanmeldingen.plaatsen.plaatsboek import oproep_met
from tests.aanmeldingen.plaatsen.tegelijk import tegelijk
from tests.aanmeldingen.toelaten.conftest import JULI, toegelaten
from tests.gegevens import dag, gebruiker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def wie():
    """Who decides, and who is to guide."""
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)
    return gebruiker(Rol.MEDEWERKER), gebruiker(Rol.ADVISEUR)


def toelaten(een, wie, code):
    mo, ada = wie
    opdracht = Opdracht(
        code=code, naam=een.organisatie, gemeente=een.gemeente, start=dag("2014-09-01"), maanden=20, adviseur=ada,
        huizen=(Huisopdracht(bekend=None, naam=een.organisatie, penvoerder=True),),
        mensen=(Mensopdracht(bekend=None, naam="Carla", email="carla@zorg.example", hoedanigheid="beroepskracht"),),
    )  # fmt: skip
    gezien = afdruk(een, een.partners.all(), een.contactpersonen.all())
    return lambda: laat_toe(aanmelding=een.pk, opdracht=opdracht, gezien=gezien, inzending=uuid4(), door=mo, op=JULI)


def test_ten_at_once_make_one_practice(wie):
    een = toegelaten(wie[0])

    uitkomsten = tegelijk(*[toelaten(een, wie, "ARN")] * 10)

    assert uitkomsten == [Toelating.objects.get()] * 10
    assert (Praktijk.objects.count(), Planstap.objects.count(), Organisatie.objects.count()) == (1, 4, 1)
    assert (Deelnemer.objects.count(), Bericht.objects.count()) == (1, 2)


def test_different_ones_at_once_each_get_numbers_of_their_own_and_a_code_is_given_once(wie):
    oproep = oproep_met(6, door=wie[0])
    allen = [toegelaten(wie[0], oproep=oproep, organisatie=f"Zorg {nummer}") for nummer in range(6)]
    codes = ["A", "B", "C", "D", "X", "X"]

    uitkomsten = tegelijk(*(toelaten(een, wie, code) for een, code in zip(allen, codes, strict=True)))

    geweigerd = [een for een in uitkomsten if isinstance(een, ValidationError)]
    assert [een.messages for een in geweigerd] == [["Dit programma heeft al een praktijk met deze code."]]
    assert sorted(Praktijk.objects.values_list("code", flat=True)) == ["A", "B", "C", "D", "X"]
    assert sorted(Deelnemer.objects.values_list("nummer", flat=True)) == ["D1", "D2", "D3", "D4", "D5"]
    assert Organisatie.objects.count() == 5
