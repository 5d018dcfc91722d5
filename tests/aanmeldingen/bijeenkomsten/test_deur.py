"""At the door: a tap for each, the later of two wins and is told, who walks in, and the rest in one go."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from aanmeldingen.bijeenkomsten import deur
from aanmeldingen.bijeenkomsten.lezen import deurlijst
from aanmeldingen.models import Bijeenkomst, Inschrijving
from tests.aanmeldingen.bijeenkomsten.avond import (
    OP_DE_DAG,
    VOORAF,
    bijeenkomst,
    ingeschreven,
    persoon,
    post,
    standen,
)
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db


def tik(rij: Inschrijving, stand: str, *, gezien: str = "", op=OP_DE_DAG, door=None) -> deur.Tik:
    return deur.tik(inschrijving=rij.pk, stand=stand, gezien=gezien, op=op, door=door or gebruiker())


def kom_binnen(avond: Bijeenkomst, naam: str, inzending=None, **velden) -> tuple[str, bool]:
    sleutel = inzending or uuid4()
    rij, stond_er = deur.kom_binnen(
        bijeenkomst=avond.pk, persoon=persoon(naam, **velden), inzending=sleutel, op=OP_DE_DAG
    )
    return rij.naam, stond_er


def test_a_tap_twice_is_once() -> None:
    avond = bijeenkomst()
    [carla] = ingeschreven(avond, "Carla")

    eerste, tweede = tik(carla, "aanwezig"), tik(carla, "aanwezig")

    assert (eerste.ander, tweede.ander, standen(avond)) == (None, None, {"Carla": "aanwezig"})
    assert carla.history.first().history_change_reason == "aan de deur: aanwezig"
    assert carla.history.count() == 2


def test_the_later_of_two_wins_and_reads_what_the_other_put_down() -> None:
    avond = bijeenkomst()
    [carla] = ingeschreven(avond, "Carla")
    tik(carla, "niet gekomen")

    gedaan = tik(carla, "aanwezig", gezien="")

    assert (gedaan.stond, gedaan.ander is None, standen(avond)) == ("niet gekomen", False, {"Carla": "aanwezig"})
    assert tik(carla, "", gezien="aanwezig").ander is None


def test_nobody_is_present_before_the_day() -> None:
    avond = bijeenkomst()
    [carla] = ingeschreven(avond, "Carla")

    with pytest.raises(ValidationError, match="nog niet geweest"):
        tik(carla, "aanwezig", op=VOORAF)
    with pytest.raises(ValidationError, match="nog niet geweest"):
        deur.rest_niet_gekomen(bijeenkomst=avond.pk, op=VOORAF)

    assert standen(avond) == {"Carla": "plaats"}


def test_who_phones_to_sign_off_before_the_day_makes_room() -> None:
    avond = bijeenkomst(capaciteit=1)
    carla, dirk = ingeschreven(avond, "Carla", "Dirk")

    tik(carla, "afgemeld", op=VOORAF)
    assert standen(avond) == {"Carla": "afgemeld", "Dirk": "plaats"}
    tik(carla, "", gezien="afgemeld", op=VOORAF)

    assert standen(avond) == {"Carla": "wacht", "Dirk": "plaats"}
    assert post()[2:] == [("Carla", "afmelding bijeenkomst"), ("Dirk", "plaats bij bijeenkomst")]
    assert dirk.history.count() == 2


def test_who_signs_off_at_the_door_frees_no_place_any_more() -> None:
    avond = bijeenkomst(capaciteit=1)
    carla, _ = ingeschreven(avond, "Carla", "Dirk")

    tik(carla, "afgemeld")

    assert standen(avond) == {"Carla": "afgemeld", "Dirk": "wacht"}
    assert len(post()) == 2


def test_who_waited_and_came_after_all_is_in() -> None:
    avond = bijeenkomst(capaciteit=1)
    _, dirk = ingeschreven(avond, "Carla", "Dirk")

    tik(dirk, "aanwezig")

    assert [rij.naam for rij in deurlijst(avond).verwacht] == ["Carla", "Dirk"]
    assert standen(avond) == {"Carla": "plaats", "Dirk": "aanwezig"}


def test_who_walks_in_is_written_down_once_and_takes_nobodys_place() -> None:
    avond = bijeenkomst(capaciteit=1)
    inzending = uuid4()
    ingeschreven(avond, "Carla")

    assert [kom_binnen(avond, "Wil", inzending, email="") for _ in range(2)] == [("Wil", False)] * 2

    wil = Inschrijving.objects.get(naam="Wil")
    assert (wil.aan_de_deur, wil.stand, wil.email) == (True, "aanwezig", "")
    assert wil.history.get().history_change_reason == "kwam zonder inschrijving"
    assert post() == [("Carla", "inschrijving")]


def test_who_walks_in_and_was_signed_up_is_not_written_down_again() -> None:
    avond = bijeenkomst()
    ingeschreven(avond, "Carla")

    assert kom_binnen(avond, "Karla", email="CARLA@zorg.example") == ("Carla", True)

    assert standen(avond) == {"Carla": "aanwezig"}


def test_who_signed_off_and_walks_in_gets_their_own_row_back() -> None:
    avond = bijeenkomst(capaciteit=1)
    carla, _ = ingeschreven(avond, "Carla", "Dirk")
    tik(carla, "afgemeld", op=VOORAF)

    assert [kom_binnen(avond, "Karla", email="CARLA@zorg.example") for _ in range(2)] == [("Carla", True)] * 2

    assert standen(avond) == {"Carla": "aanwezig", "Dirk": "plaats"}
    assert [versie.history_change_reason for versie in carla.history.all()] == [
        "aan de deur: aanwezig",
        "aan de deur: afgemeld",
        "ingeschreven",
    ]


def test_of_who_signed_off_and_on_again_the_living_row_is_taken() -> None:
    avond = bijeenkomst()
    [eerst] = ingeschreven(avond, "Carla")
    tik(eerst, "afgemeld", op=VOORAF)
    [weer] = ingeschreven(avond, "Carla")

    kom_binnen(avond, "Carla", email="carla@zorg.example")

    assert [(rij.pk, rij.stand) for rij in Inschrijving.objects.order_by("pk")] == [
        (eerst.pk, "afgemeld"),
        (weer.pk, "aanwezig"),
    ]


def test_another_person_on_a_used_form_is_asked_again() -> None:
    avond = bijeenkomst()
    inzending = uuid4()
    kom_binnen(avond, "Wil", inzending)

    with pytest.raises(ValidationError, match="al gebruikt"):
        kom_binnen(avond, "Zoë", inzending)


def test_the_rest_did_not_come_and_that_can_be_undone() -> None:
    avond = bijeenkomst(capaciteit=3)
    carla, _, els, _ = ingeschreven(avond, "Carla", "Dirk", "Els", "Fons")
    tik(carla, "aanwezig")

    assert [deur.rest_niet_gekomen(bijeenkomst=avond.pk, op=OP_DE_DAG) for _ in range(2)] == [2, 0]
    assert standen(avond) == {"Carla": "aanwezig", "Dirk": "niet gekomen", "Els": "niet gekomen", "Fons": "wacht"}
    tik(els, "aanwezig", gezien="niet gekomen")
    assert [deur.rest_terug(bijeenkomst=avond.pk) for _ in range(2)] == [1, 0]

    assert standen(avond) == {"Carla": "aanwezig", "Dirk": "plaats", "Els": "aanwezig", "Fons": "wacht"}


def test_people_are_found_by_parts_of_name_and_organisation() -> None:
    avond = bijeenkomst()
    ingeschreven(avond, "Carla", "Dirk")

    gevonden = deurlijst(avond, "zorg DIR")

    assert ([rij.naam for rij in gevonden.verwacht], gevonden.wachtlijst, gevonden.afgemeld) == (["Dirk"], [], [])
