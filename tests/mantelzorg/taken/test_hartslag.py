"""Whether the worker runs, and what it throws away."""

import datetime

import pytest
from django_tasks import task
from django_tasks_db.models import DBTaskResult
from freezegun import freeze_time

from mantelzorg.models import Hartslag, Roosterbeurt
from mantelzorg.post.versturen import verstuur_post
from mantelzorg.taken.hartslag import klop, werkerstand
from mantelzorg.taken.opruimen import ruim_taken_op
from mantelzorg.taken.werker import werk_af

pytestmark = pytest.mark.django_db(transaction=True)
NU = datetime.datetime(2020, 3, 2, 9, 0, tzinfo=datetime.UTC)
MINUUT = datetime.timedelta(minutes=1)


def test_without_a_worker_ever_it_is_silent() -> None:
    assert (werkerstand(NU).gezien, werkerstand(NU).stil) == (None, True)


@pytest.mark.parametrize(("minuten", "stil"), [(0, False), (5, False), (6, True)])
def test_a_worker_is_silent_after_five_minutes(minuten: int, stil: bool) -> None:
    klop("werker-1", NU - minuten * MINUUT)
    klop("werker-2", NU - 60 * MINUUT)

    assert (werkerstand(NU).gezien, werkerstand(NU).stil) == (NU - minuten * MINUUT, stil)


def test_a_worker_shows_itself_before_each_job() -> None:
    with freeze_time(NU):
        verstuur_post.enqueue()
        werk_af()

        assert werkerstand(NU).gezien == NU


@task()
def val() -> None:
    raise ValueError("noor@voorbeeld.example")


def test_of_a_job_that_fails_neither_log_nor_database_keeps_what_the_error_said(
    caplog: pytest.LogCaptureFixture,
) -> None:
    val.enqueue()
    werk_af()

    uitkomst = DBTaskResult.objects.get()
    assert caplog.messages == [f"Taak {__name__}.val mislukt: builtins.ValueError"]
    assert "noor" not in caplog.text + uitkomst.traceback
    assert "in val" in uitkomst.traceback


def test_old_outcomes_old_turns_and_lost_workers_are_thrown_away() -> None:
    with freeze_time(NU - datetime.timedelta(days=40)):
        verstuur_post.enqueue()
        werk_af()
        Roosterbeurt.objects.create(taak="oud", tijdvak="1")
    with freeze_time(NU - datetime.timedelta(days=3)):
        verstuur_post.enqueue()
        werk_af()
        Roosterbeurt.objects.create(taak="nieuw", tijdvak="1")

    with freeze_time(NU):
        ruim_taken_op.call()

    assert DBTaskResult.objects.count() == 1
    assert list(Roosterbeurt.objects.values_list("taak", flat=True)) == ["nieuw"]
    assert Hartslag.objects.count() == 1
