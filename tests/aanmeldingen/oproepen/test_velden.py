"""Days and times as people fill them in, and the last minute that counts."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from aanmeldingen.oproepen.velden import Momentveld, Sluitveld
from mantelzorg.momenten import kort, moment, tot_en_met
from tests.aanmeldingen.gegevens import moment as op

BEGIN = datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC)
MINUTEN = st.integers(0, 98 * 365 * 24 * 60).map(lambda minuten: BEGIN + datetime.timedelta(minutes=minuten))


@pytest.mark.parametrize(
    ("dag", "tijd", "wordt"),
    [
        ("2014-06-30", "", "2014-07-01 00:00"),
        ("2014-06-30", "23:59", "2014-07-01 00:00"),
        ("2014-06-30", "12:00", "2014-06-30 12:01"),
        ("30-06-2014", "17:30", "2014-06-30 17:31"),
    ],
)
def test_a_closing_moment_is_the_minute_after_the_last_that_counts(dag, tijd, wordt):
    assert Sluitveld().clean([dag, tijd]) == op(wordt)


def test_an_opening_moment_is_as_it_is_filled_in():
    assert Momentveld().clean(["2014-04-01", ""]) == op("2014-04-01 00:00")
    assert Momentveld().clean(["2014-04-01", "09:30"]) == op("2014-04-01 09:30")


@pytest.mark.parametrize("veld", [Momentveld(), Sluitveld()])
@given(moment=MINUTEN)
def test_what_is_stored_comes_back_as_it_was_filled_in(veld, moment):
    dag, tijd = veld.prepare_value(moment)

    assert not veld.has_changed(moment, [f"{dag:%Y-%m-%d}", f"{tijd:%H:%M}"])


@pytest.mark.parametrize("dag", ["", "30 juni", "2014-06-31", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_is_refused(dag):
    with pytest.raises(ValidationError):
        Sluitveld().clean([dag, "12:00"])


def test_the_hour_that_summer_time_skips_is_refused():
    with pytest.raises(ValidationError):
        Momentveld().clean(["2014-03-30", "02:30"])


def test_people_read_the_last_minute_that_counts():
    assert tot_en_met(op("2014-07-01 00:00")) == "tot en met maandag 30 juni 2014, 23.59 uur"
    assert moment(op("2014-07-01 00:00")) == "dinsdag 1 juli 2014, 00.00 uur"
    assert kort(op("2014-06-30 09:05")) == "30-06-2014, 09.05 uur"
