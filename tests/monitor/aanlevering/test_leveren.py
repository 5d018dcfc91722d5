"""Having a delivery made: once, by one worker at a time, and to the end where a worker is killed."""

import datetime
import io
import struct
import zipfile
from hashlib import sha256
from uuid import uuid4

import pytest
from django_tasks_db.models import DBTaskResult

from mantelzorg.taken.werker import werk_af
from monitor.aanlevering import leveren
from monitor.aanlevering.leveren import STIL_NA, Achterhaald, doe, red, vraag
from monitor.models import Levering, Leverstand
from tests.monitor.aanlevering.gegevens import OP, gevraagd, klaar
from tests.monitor.meten.gegevens import controleur, vastgesteld
from tests.monitor.voorbeeld import voorbeeld

pytestmark = pytest.mark.django_db


def taken() -> int:
    return DBTaskResult.objects.filter(task_path="monitor.aanlevering.taken.maak_levering").count()


def toestand(levering: Levering) -> tuple[Leverstand, int, int]:
    levering.refresh_from_db()
    return levering.stand, levering.pogingen, levering.procent


@pytest.mark.django_db(transaction=True)
def test_the_worker_makes_what_was_asked_and_it_stays():
    levering = gevraagd(vastgesteld(voorbeeld()))
    assert toestand(levering) == (Leverstand.WACHT, 0, 0)

    werk_af()

    assert toestand(levering) == (Leverstand.KLAAR, 1, 100)
    assert levering.afdruk == sha256(levering.inhoud).hexdigest()
    assert "indicator-23.docx" in zipfile.ZipFile(io.BytesIO(levering.inhoud)).namelist()


def test_sent_twice_or_asked_while_one_is_under_way_is_one_job():
    vaststelling, inzending = vastgesteld(voorbeeld()), uuid4()

    eerste = vraag(vaststelling, inzending=inzending, door=controleur(), op=OP)
    zelfde = vraag(vaststelling, inzending=inzending, door=controleur(), op=OP)
    ander = vraag(vaststelling, inzending=uuid4(), door=controleur(), op=OP)

    assert (zelfde, ander, taken()) == (eerste, eerste, 1)
    doe(eerste.pk)
    assert vraag(vaststelling, inzending=inzending, door=controleur(), op=OP) == eerste
    tweede = vraag(vaststelling, inzending=uuid4(), door=controleur(), op=OP)
    assert (tweede.nummer, taken()) == (2, 2)


def test_a_version_that_is_made_is_not_made_again():
    levering = klaar(vastgesteld(voorbeeld()))
    voor = Levering.objects.values().get()

    doe(levering.pk)

    assert Levering.objects.values().get() == voor


def test_what_a_killed_worker_left_half_way_is_made_by_the_next_with_the_same_bytes():
    vaststelling = vastgesteld(voorbeeld())
    heel = klaar(vaststelling)
    levering = gevraagd(vaststelling)
    poging = leveren._begin(levering.pk)  # the worker is killed here, and nothing says so
    levering.refresh_from_db()
    assert levering.gezien_op is not None
    gezien = levering.gezien_op

    assert red(gezien + STIL_NA - datetime.timedelta(seconds=1)) == 0, "it may still be at work"
    assert red(gezien + STIL_NA) == 1
    assert toestand(levering) == (Leverstand.WACHT, 1, 0)
    with pytest.raises(Achterhaald):
        leveren._bewaar(levering.pk, poging, stap="Excel")  # should it not be dead after all

    doe(levering.pk)
    assert toestand(levering) == (Leverstand.KLAAR, 2, 100)
    assert bytes(levering.inhoud) == bytes(heel.inhoud)
    assert red(gezien + 2 * STIL_NA) == 0


def test_a_second_time_killed_is_given_up_and_a_next_version_can_be_asked():
    vaststelling = vastgesteld(voorbeeld())
    levering = gevraagd(vaststelling)
    for _ in range(2):
        leveren._begin(levering.pk)
        levering.refresh_from_db()
        red(levering.gezien_op + STIL_NA)

    assert toestand(levering) == (Leverstand.MISLUKT, 2, 0)
    doe(levering.pk)
    assert toestand(levering) == (Leverstand.MISLUKT, 2, 0)
    assert gevraagd(vaststelling).nummer == 2


def test_what_fell_out_of_the_queue_is_put_there_again_once_in_two_minutes():
    levering = gevraagd(vastgesteld(voorbeeld()))
    DBTaskResult.objects.all().delete()

    assert red(OP + STIL_NA) == 1
    assert red(OP + STIL_NA) == 0
    assert (taken(), toestand(levering)[0]) == (1, Leverstand.WACHT)


def test_what_goes_wrong_is_kept_with_it_and_raised():
    vaststelling = vastgesteld(voorbeeld())
    levering = gevraagd(vaststelling)
    Levering.objects.filter(pk=levering.pk).update(gevraagd_op=datetime.datetime.max.replace(tzinfo=datetime.UTC))

    with pytest.raises(struct.error):  # a zip knows no such year
        doe(levering.pk)

    assert toestand(levering)[0] is Leverstand.MISLUKT
