"""The first plan: steps that fill the months, in proportion."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praktijken.plan.voorstel import eerste_plan, laatste_dag, na_maanden

dag = datetime.date.fromisoformat


def test_twenty_months_give_two_three_twelve_and_three():
    plan = eerste_plan(dag("2019-09-01"), 20)

    assert [(str(stap.soort), f"{stap.vanaf}", f"{stap.tot_en_met}") for stap in plan] == [
        ("intake", "2019-09-01", "2019-10-30"),
        ("plan", "2019-10-31", "2020-01-30"),
        ("uitvoering", "2020-01-31", "2021-01-28"),
        ("borging", "2021-01-29", "2021-04-30"),
    ]


@pytest.mark.parametrize(
    ("start", "maanden", "laatste"),
    [
        ("2019-09-01", 20, "2021-04-30"),
        ("2019-09-02", 12, "2020-09-01"),
        ("2020-01-31", 1, "2020-02-28"),  # a month on is 29 February
        ("2014-10-01", 1, "2014-10-31"),
        ("9999-12-31", 20, "9999-12-31"),
    ],
)
def test_the_last_day_is_the_one_before_the_same_day_so_many_months_on(start, maanden, laatste):
    berekend = laatste_dag(dag(start), maanden)

    assert str(berekend) == ("9999-12-31" if start.startswith("9999") else laatste)


@given(start=st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 1, 1)), maanden=st.integers(1, 600))
def test_the_steps_cover_each_day_of_the_track_once_and_keep_their_share(start, maanden):
    plan = eerste_plan(start, maanden)
    dagen = (laatste_dag(start, maanden) - start).days + 1

    geteld = [(stap.tot_en_met - stap.vanaf).days + 1 for stap in plan]
    assert sum(geteld) == dagen
    assert plan[0].vanaf == start
    assert plan[-1].tot_en_met == laatste_dag(start, maanden)
    assert [later.vanaf - eerder.tot_en_met for eerder, later in pairwise(plan)] == [datetime.timedelta(days=1)] * 3
    assert all(abs(aantal - dagen * deel / 20) < 1 for aantal, deel in zip(geteld, (2, 3, 12, 3), strict=True))
    assert min(geteld) >= 1


@given(start=st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 1, 1)), maanden=st.integers(0, 600))
def test_so_many_months_on_is_that_month_and_never_a_later_day_of_it(start, maanden):
    later = na_maanden(start, maanden)

    assert 12 * later.year + later.month == 12 * start.year + start.month + maanden
    assert later.day == start.day or (later.day < start.day and (later + datetime.timedelta(days=1)).day == 1)


def test_where_the_calendar_ends_there_is_no_plan():
    with pytest.raises(ValueError, match="1 dagen"):
        eerste_plan(datetime.date.max, 20)
