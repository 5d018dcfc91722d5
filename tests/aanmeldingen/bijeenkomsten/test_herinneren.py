"""The reminder: two days before, once, to who comes, and not to who signed up after it was due."""

import datetime

import pytest
from freezegun import freeze_time

from aanmeldingen.bijeenkomsten import plannen
from aanmeldingen.bijeenkomsten.herinneren import herinner, zet_herinneringen_klaar
from aanmeldingen.bijeenkomsten.inschrijven import meld_af
from aanmeldingen.models import Inschrijving
from tests.aanmeldingen.bijeenkomsten.avond import VOORAF, bijeenkomst, ingeschreven, post
from tests.aanmeldingen.bijeenkomsten.test_plannen import wijzig
from tests.aanmeldingen.gegevens import moment

pytestmark = pytest.mark.django_db
TWEE_DAGEN_VOORAF = datetime.date(2014, 6, 22)


@pytest.fixture
def avond():
    """Carla and Dirk have a place, Els waits, Dirk signed off; Fons signed up two days before."""
    avond = bijeenkomst(capaciteit=2)
    with freeze_time(VOORAF):
        _, dirk = ingeschreven(avond, "Carla", "Dirk")
        meld_af(inschrijving=dirk.pk, op=VOORAF, door=None, reden="afgemeld met de eigen link")
    with freeze_time(moment("2014-06-22 12:00")):
        ingeschreven(avond, "Fons", "Els")
    return avond


def herinnerd() -> list[str]:
    return [naam for naam, soort in post() if soort == "herinnering bijeenkomst"]


def test_only_who_comes_and_signed_up_in_time_is_reminded_once(avond) -> None:
    assert Inschrijving.objects.filter(bijeenkomst=avond).count() == 4

    for dag in (-1, 0, 0, 1, 2):
        herinner(TWEE_DAGEN_VOORAF + datetime.timedelta(days=dag))

    assert herinnerd() == ["Carla"]


def test_not_three_days_before_and_not_on_the_day_itself(avond) -> None:
    assert [herinner(avond.sessie.datum - datetime.timedelta(days=dagen)) for dagen in (3, 0)] == [0, 0]


def test_a_day_that_was_missed_is_made_up_for(avond) -> None:
    herinner(avond.sessie.datum - datetime.timedelta(days=1))

    assert herinnerd() == ["Carla"]


def test_what_is_moved_is_reminded_of_again(avond, mo) -> None:
    herinner(TWEE_DAGEN_VOORAF)
    wijzig(avond, mo, datum=datetime.date(2014, 7, 1), op=moment("2014-06-23 09:00"))

    herinner(datetime.date(2014, 6, 29))

    assert herinnerd() == ["Carla", "Carla", "Fons"]


def test_of_what_was_called_off_nobody_is_reminded(avond, mo) -> None:
    plannen.gelast_af(bijeenkomst=avond.pk, reden="Ziek.", op=VOORAF, door=mo)

    assert herinner(TWEE_DAGEN_VOORAF) == 0


@pytest.mark.usefixtures("avond")
def test_the_worker_asks_for_today() -> None:
    with freeze_time(moment("2014-06-22 08:30")):
        assert zet_herinneringen_klaar.call() == 1

    assert herinnerd() == ["Carla"]
