"""Signing up and off: places in order of receipt, a waiting list that moves up, one sign-up for an address."""

from uuid import uuid4

import pytest

from aanmeldingen.bijeenkomsten.inschrijven import meld_af, schrijf_in
from aanmeldingen.bijeenkomsten.slot import Gesloten
from aanmeldingen.models import Inschrijving
from tests.aanmeldingen.bijeenkomsten.avond import (
    OP_DE_DAG,
    VOORAF,
    bijeenkomst,
    ingeschreven,
    persoon,
    post,
    standen,
)

pytestmark = pytest.mark.django_db


def af(inschrijving: Inschrijving, op=VOORAF) -> None:
    meld_af(inschrijving=inschrijving.pk, op=op, door=None, reden="afgemeld met de eigen link")


def test_who_comes_after_the_last_place_waits_in_order() -> None:
    avond = bijeenkomst(capaciteit=2)

    ingeschreven(avond, "Carla", "Dirk", "Els", "Fons")

    assert standen(avond) == {"Carla": "plaats", "Dirk": "plaats", "Els": "wacht", "Fons": "wacht"}
    assert post() == [
        ("Carla", "inschrijving"),
        ("Dirk", "inschrijving"),
        ("Els", "wachtlijst bijeenkomst"),
        ("Fons", "wachtlijst bijeenkomst"),
    ]


def test_a_place_that_comes_free_goes_to_who_waits_longest() -> None:
    avond = bijeenkomst(capaciteit=1)
    carla, *_ = ingeschreven(avond, "Carla", "Dirk", "Els")

    af(carla)
    af(carla)

    assert standen(avond) == {"Carla": "afgemeld", "Dirk": "plaats", "Els": "wacht"}
    assert post()[3:] == [("Carla", "afmelding bijeenkomst"), ("Dirk", "plaats bij bijeenkomst")]
    redenen = list(Inschrijving.objects.get(naam="Dirk").history.values_list("history_change_reason", flat=True))
    assert redenen == ["plaats vrijgekomen", "ingeschreven"]


def test_who_leaves_the_waiting_list_frees_no_place() -> None:
    avond = bijeenkomst(capaciteit=1)
    _, dirk, _ = ingeschreven(avond, "Carla", "Dirk", "Els")

    af(dirk)

    assert standen(avond) == {"Carla": "plaats", "Dirk": "afgemeld", "Els": "wacht"}


def test_an_address_is_signed_up_once_whatever_its_capitals() -> None:
    avond = bijeenkomst(capaciteit=2)
    ingeschreven(avond, "Carla")

    ingeschreven(avond, "Karel", email="CARLA@zorg.example")
    ingeschreven(avond, "Karel", email="CARLA@zorg.example")

    assert standen(avond) == {"Carla": "plaats"}
    assert post() == [("Carla", "inschrijving"), ("Carla", "dubbele inschrijving")]


def test_who_signed_off_can_sign_up_again_at_the_end() -> None:
    avond = bijeenkomst(capaciteit=1)
    carla, _ = ingeschreven(avond, "Carla", "Dirk")
    af(carla)

    ingeschreven(avond, "Carla")

    assert list(Inschrijving.objects.order_by("pk").values_list("naam", "stand", "op_wachtlijst")) == [
        ("Carla", "afgemeld", False),
        ("Dirk", "", False),
        ("Carla", "", True),
    ]


def test_a_form_sent_twice_is_one_sign_up_and_one_mail() -> None:
    avond = bijeenkomst()
    inzending = uuid4()

    een, twee = (
        schrijf_in(bijeenkomst=avond.pk, persoon=persoon("Carla"), inzending=inzending, op=VOORAF) for _ in range(2)
    )

    assert een == twee
    assert post() == [("Carla", "inschrijving")]


def test_a_colleague_signs_up_with_the_same_form_after_going_back() -> None:
    avond = bijeenkomst()
    inzending = uuid4()

    for naam in ("Carla", "Dirk"):
        schrijf_in(bijeenkomst=avond.pk, persoon=persoon(naam), inzending=inzending, op=VOORAF)

    assert standen(avond) == {"Carla": "plaats", "Dirk": "plaats"}


def test_nobody_signs_up_or_off_once_it_has_begun() -> None:
    avond = bijeenkomst()
    [carla] = ingeschreven(avond, "Carla")

    with pytest.raises(Gesloten):
        ingeschreven(avond, "Dirk", op=OP_DE_DAG)
    with pytest.raises(Gesloten):
        af(carla, op=OP_DE_DAG)

    assert standen(avond) == {"Carla": "plaats"}


def test_the_link_works_half_a_year_after_the_meeting() -> None:
    [carla] = ingeschreven(bijeenkomst(), "Carla")

    assert carla.link_geldig_tot.isoformat() == "2014-12-24"
    assert Inschrijving.objects.met_sleutel(carla.sleutel, carla.link_geldig_tot).get() == carla
