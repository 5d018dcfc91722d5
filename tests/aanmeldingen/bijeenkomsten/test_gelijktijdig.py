"""Everybody at the same moment, each with a connection of their own."""

from collections import Counter
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group

from aanmeldingen.bijeenkomsten import deur, plannen
from aanmeldingen.bijeenkomsten.inschrijven import meld_af, schrijf_in
from aanmeldingen.bijeenkomsten.plannen import IntussenGewijzigd
from aanmeldingen.models import Inschrijving
from mantelzorg.models import Bericht, User
from mantelzorg.toegang import Rol
from tests.aanmeldingen.bijeenkomsten.avond import (
    OP_DE_DAG,
    VOORAF,
    bijeenkomst,
    ingeschreven,
    persoon,
    plan,
    standen,
)
from tests.aanmeldingen.plaatsen.tegelijk import tegelijk
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def mo() -> User:
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)
    return gebruiker(Rol.MEDEWERKER)


def inschrijven(avond, naam, inzending=None):
    sleutel = inzending or uuid4()
    return lambda: schrijf_in(bijeenkomst=avond.pk, persoon=persoon(naam), inzending=sleutel, op=VOORAF).naam


def test_a_hundred_for_the_last_place_give_one_place_and_the_rest_in_order() -> None:
    avond = bijeenkomst(capaciteit=1)
    namen = [f"Gast{nummer}" for nummer in range(100)]

    uitkomsten = tegelijk(*(inschrijven(avond, naam) for naam in namen))

    assert uitkomsten == namen
    rijen = list(Inschrijving.objects.order_by("pk"))
    assert [rij.op_wachtlijst for rij in rijen] == [False] + [True] * 99
    assert Counter(Bericht.objects.values_list("soort", flat=True)) == {"inschrijving": 1, "wachtlijst bijeenkomst": 99}
    eerste_vier = [rij.naam for rij in rijen[:4]]
    for rij in rijen[:3]:
        meld_af(inschrijving=rij.pk, op=VOORAF, door=None, reden="afgemeld met de eigen link")
    assert [naam for naam, stand in standen(avond).items() if stand == "plaats"] == eerste_vier[3:]


def test_the_same_form_ten_times_at_once_is_one_sign_up() -> None:
    avond = bijeenkomst(capaciteit=5)
    inzending = uuid4()

    uitkomsten = tegelijk(*[inschrijven(avond, "Carla", inzending)] * 10)

    assert uitkomsten == ["Carla"] * 10
    assert (Inschrijving.objects.count(), Bericht.objects.count()) == (1, 1)


def test_signing_off_and_on_at_once_never_gives_a_place_twice() -> None:
    avond = bijeenkomst(capaciteit=5)
    eersten = ingeschreven(avond, *(f"Vroeg{nummer}" for nummer in range(5)))

    def af(rij):
        return lambda: meld_af(inschrijving=rij.pk, op=VOORAF, door=None, reden="weg").naam

    uitkomsten = tegelijk(*map(af, eersten), *(inschrijven(avond, f"Laat{nummer}") for nummer in range(10)))

    assert [een for een in uitkomsten if isinstance(een, Exception)] == []
    assert Counter(standen(avond).values()) == {"afgemeld": 5, "plaats": 5, "wacht": 5}


def test_of_two_who_change_it_at_once_the_second_is_told(mo) -> None:
    avond = bijeenkomst()
    gezien = plannen.afdruk(avond)

    def wijzig(plaats):
        return lambda: plannen.wijzig(bijeenkomst=avond.pk, plan=plan(plaats=plaats), gezien=gezien, op=VOORAF, door=mo)

    uitkomsten = tegelijk(wijzig("Arnhem"), wijzig("Zwolle"))

    avond.refresh_from_db()
    assert Counter(type(een) for een in uitkomsten) == {int: 1, IntussenGewijzigd: 1}
    assert avond.versie == 1


def test_two_at_the_door_both_stand_and_the_later_one_is_told(mo) -> None:
    avond = bijeenkomst()
    [carla] = ingeschreven(avond, "Carla")

    def tik(stand):
        return lambda: deur.tik(inschrijving=carla.pk, stand=stand, gezien="", op=OP_DE_DAG, door=mo)

    uitkomsten = tegelijk(tik("aanwezig"), tik("niet gekomen"))

    later = [een for een in uitkomsten if een.ander is not None]
    assert len(later) == 1
    assert standen(avond) == {"Carla": later[0].inschrijving.stand}
