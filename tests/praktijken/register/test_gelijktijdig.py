"""Two people at the same moment, each with a connection of their own."""

import datetime
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from deelnemers.models import Deelnemer, Samenvoeging
from mantelzorg.toegang import Rol
from praktijken.models import Deelname
from praktijken.register.acties import NieuweDeelname, Persoon, voeg_persoon_toe
from praktijken.register.samenvoegacties import Opdracht, maak_ongedaan, voeg_samen
from praktijken.register.samenvoegen import maak_voorstel
from tests.gegevens import deelname, deelnemer, gebruiker, praktijk, programma

pytestmark = pytest.mark.django_db(transaction=True)
DAG = datetime.date(2020, 6, 30)
Daad = Callable[[], Any]


@pytest.fixture(autouse=True)
def rollen() -> None:
    """The groups, put back after the flush of an earlier test."""
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)


def personen():
    return list(Deelnemer.objects.order_by("nummer").values_list("nummer", flat=True))


def voegen(blijft, verdwijnt, mo, inzending):
    gezien = maak_voorstel(blijft, verdwijnt, DAG).vingerafdruk
    een = Opdracht(blijft=blijft.pk, verdwijnt=verdwijnt.pk, gekozen={}, gezien=gezien, inzending=inzending)
    return lambda: voeg_samen(een, user=mo, dag=DAG).verdween["nummer"]


@pytest.fixture
def paar(transactional_db):  # noqa: ARG001  # asked for its effect
    thuis = programma()
    een, ander = deelnemer(thuis, "D1", naam="Gerda"), deelnemer(thuis, "D2", naam="Gerda G.")
    deelname(ander, praktijk(thuis))
    return een, ander


def test_two_who_merge_the_same_people_the_other_way_round_do_it_once(gelijktijdig, paar):
    een, ander = paar
    mo = gebruiker(Rol.MEDEWERKER)

    uitkomsten, over = gelijktijdig(
        voegen(een, ander, mo, uuid4()), voegen(ander, een, mo, uuid4()), daarna=lambda: len(personen())
    )

    assert uitkomsten in (["D1", "IntussenGewijzigd"], ["D2", "IntussenGewijzigd"])
    assert over == 1


def test_a_form_sent_twice_at_the_same_moment_merges_once(gelijktijdig, paar):
    mo, inzending = gebruiker(Rol.MEDEWERKER), uuid4()
    daad = voegen(*paar, mo, inzending)

    assert gelijktijdig(daad, daad, daarna=lambda: (personen(), Samenvoeging.objects.count())) == (
        ["D2", "D2"],
        (["D1"], 1),
    )


def test_undo_sent_twice_at_the_same_moment_gives_back_one_record(gelijktijdig, paar):
    mo = gebruiker(Rol.MEDEWERKER)
    voegen(*paar, mo, uuid4())()
    rij = Samenvoeging.objects.get()

    def ongedaan() -> str:
        return maak_ongedaan(samenvoeging=rij.pk, nu=timezone.now()).verdween["nummer"]

    assert gelijktijdig(ongedaan, ongedaan, daarna=personen) == (["D2", "D2"], ["D1", "D2"])


def toevoegen(paar, naam: str) -> Daad:
    """Add somebody under number D3 to a practice of the programme."""
    nieuw = NieuweDeelname(
        praktijk=paar[1].deelnames.get().praktijk, organisatie=None, organisatietype=None, hoedanigheid="", vanaf=DAG
    )
    return lambda: voeg_persoon_toe(persoon=Persoon(nummer="D3", naam=naam, email=""), deelname=nieuw).nummer


def test_two_who_add_different_people_under_one_number_get_one_each(gelijktijdig, paar):
    assert gelijktijdig(toevoegen(paar, "Piet"), toevoegen(paar, "Kees"), daarna=personen) == (
        ["D3", "NummerBezet"],
        ["D1", "D2", "D3"],
    )


def test_somebody_new_sent_twice_at_the_same_moment_is_added_once(gelijktijdig, paar):
    daad = toevoegen(paar, "Piet")

    assert gelijktijdig(daad, daad, daarna=Deelname.objects.count) == (["D3", "D3"], 1 + 1)
