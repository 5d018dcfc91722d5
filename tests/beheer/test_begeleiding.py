"""Breaks and stand-ins in the admin: the office all, an adviser those of own practices."""

import pytest

from mantelzorg.toegang import Rol
from praktijken.models import Adviseurschap, Onderbreking
from tests.beheer.pagina import adres, ingelogd, open_formulier, verstuur
from tests.gegevens import adviseurschap, dag, gebruiker, praktijk, programma

pytestmark = pytest.mark.django_db


@pytest.fixture
def arnhem():
    return praktijk(programma(), "ARN", naam="Arnhem")


@pytest.fixture
def ada(arnhem):
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(arnhem, ada)
    return ada


def onderbreking(van, vanaf="2020-03-01", **velden):
    return Onderbreking.objects.create(praktijk=van, vanaf=dag(vanaf), reden="Rust", **velden)


def test_the_office_makes_somebody_a_stand_in(arnhem, ada):
    mo = ingelogd(gebruiker(Rol.MEDEWERKER))

    verstuur(mo, arnhem, open_formulier(mo, arnhem) | {"adviseurschappen-0-waarnemer": "on"})

    assert Adviseurschap.objects.get(adviseur=ada).waarnemer


def test_an_adviser_reads_who_stands_in_and_changes_nothing(arnhem, ada):
    client = ingelogd(ada)

    verstuur(client, arnhem, open_formulier(client, arnhem) | {"adviseurschappen-0-waarnemer": "on"})

    assert "Waarnemer" in client.get(adres(type(arnhem), "change", arnhem.pk)).content.decode()
    assert not Adviseurschap.objects.get(adviseur=ada).waarnemer


def test_who_may_see_and_change_a_break(arnhem, ada):
    eigen = onderbreking(arnhem)
    van_ander = onderbreking(praktijk(arnhem.programma, "BRE"))
    wijzigen = {}
    for wie, user in {"eigen": ada, "kantoor": gebruiker(Rol.MEDEWERKER)}.items():
        client = ingelogd(user)
        wijzigen[wie] = [
            client.post(adres(Onderbreking, "change", een.pk), {"vanaf": "x"}).status_code for een in (eigen, van_ander)
        ]

    assert wijzigen == {"eigen": [200, 404], "kantoor": [200, 200]}


def test_an_adviser_adds_a_break_to_an_own_practice_alone(arnhem, ada):
    ander = praktijk(arnhem.programma, "BRE")
    client = ingelogd(ada)
    for een in (arnhem, ander):
        client.post(adres(Onderbreking, "add"), {"praktijk": een.pk, "vanaf": "01-03-2020", "reden": "Rust"})

    assert [een.praktijk for een in Onderbreking.objects.all()] == [arnhem]


def test_two_breaks_share_no_day(arnhem):
    onderbreking(arnhem, tot_en_met=dag("2020-03-31"))
    mo = ingelogd(gebruiker(Rol.MEDEWERKER))

    antwoord = mo.post(adres(Onderbreking, "add"), {"praktijk": arnhem.pk, "vanaf": "31-03-2020", "reden": "Weer"})

    assert "De praktijk ligt dan al stil." in antwoord.content.decode()
    assert Onderbreking.objects.count() == 1
