"""The worker's clock: each job once in every slot."""

import datetime

import pytest
from django.test import override_settings
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from mantelzorg.taken.rooster import plan
from mantelzorg.taken.tijdvakken import Roostertaak, dagelijks, elke_minuten
from mantelzorg.taken.werker import werk_af

pytestmark = pytest.mark.django_db(transaction=True)
GEDAAN: list[str] = []


@task()
def tel() -> None:
    GEDAAN.append("geteld")


def om(tijd: str) -> datetime.datetime:
    """A moment of 2 March 2020 in Amsterdam, where it is an hour later than in UTC."""
    return datetime.datetime.fromisoformat(f"2020-03-02T{tijd}:00+01:00")


@pytest.fixture(autouse=True)
def rooster() -> object:
    GEDAAN.clear()
    taken = [Roostertaak(taak=f"{__name__}.tel", tijdvak=dagelijks(6))]
    with override_settings(ROOSTER=taken):
        yield


def test_a_daily_job_is_put_in_the_queue_once_from_its_hour_on() -> None:
    gepland = [plan(om(tijd)) for tijd in ("05:59", "06:00", "06:01", "23:59")]

    assert gepland == [[], [f"{__name__}.tel"], [], []]
    assert DBTaskResult.objects.count() == 1


def test_the_next_day_it_comes_again() -> None:
    plan(om("06:00"))
    plan(om("06:00") + datetime.timedelta(days=1))

    werk_af()

    assert GEDAAN == ["geteld", "geteld"]


@pytest.mark.parametrize(("eerste", "tweede", "zelfde"), [("09:00", "09:04", True), ("09:04", "09:05", False)])
def test_a_slot_of_five_minutes_starts_at_a_multiple_of_five(eerste: str, tweede: str, zelfde: bool) -> None:
    tijdvak = elke_minuten(5)

    assert (tijdvak(om(eerste)) == tijdvak(om(tweede))) is zelfde


def test_the_hour_that_comes_twice_in_autumn_has_slots_of_its_own() -> None:
    tijdvak = elke_minuten(5)
    zomer = datetime.datetime.fromisoformat("2020-10-25T02:30:00+02:00")
    winter = datetime.datetime.fromisoformat("2020-10-25T02:30:00+01:00")

    assert tijdvak(zomer) != tijdvak(winter)
