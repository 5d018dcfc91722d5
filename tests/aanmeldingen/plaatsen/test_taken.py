"""What the worker does with places each minute."""

import pytest
from django.conf import settings
from freezegun import freeze_time

from aanmeldingen.plaatsen.taken import laat_aanbiedingen_verlopen
from mantelzorg.taken.tijdvakken import elke_minuten
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.plaatsen.plaatsboek import AANGEBODEN, GEEN, ontvangen, oproep_met, standen, trek_in

pytestmark = pytest.mark.django_db


def test_each_minute_the_worker_ends_offers_whose_moment_has_come_in_every_call():
    oproep = oproep_met(1)
    eerste, *_ = (ontvangen(oproep) for _ in range(3))
    trek_in(eerste)

    with freeze_time(moment("2014-07-09 23:59")):
        assert laat_aanbiedingen_verlopen.call() == 0
    with freeze_time(moment("2014-07-10 00:00")):
        assert laat_aanbiedingen_verlopen.call() == 1

    assert standen(oproep) == [GEEN, GEEN, AANGEBODEN]


def test_the_schedule_has_it_every_minute():
    [taak] = [taak for taak in settings.ROOSTER if taak.taak.endswith(".laat_aanbiedingen_verlopen")]

    nu = moment("2014-07-10 00:00")
    assert taak.tijdvak(nu) == elke_minuten(1)(nu)
