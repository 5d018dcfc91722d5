"""Who guided a practice on a day, from the records and from what was removed since."""

import pytest
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from praktijken.begeleiding.wie import Begeleider, wie_begeleidde
from tests.gegevens import adviseurschap, dag, gebruiker, praktijk, programma

pytestmark = pytest.mark.django_db


@pytest.fixture
def kalender():
    with freeze_time("2020-03-02") as stil:
        yield stil


@pytest.fixture
def arnhem():
    return praktijk(programma(), "ARN", naam="Arnhem")


@pytest.fixture
def ada():
    return gebruiker(Rol.ADVISEUR, "Ada Adviseur")


def test_who_guided_on_a_day_counts_both_ends(arnhem, ada):
    adviseurschap(arnhem, ada, "2020-01-01", "2020-01-31")
    dagen = ["2019-12-31", "2020-01-01", "2020-01-31", "2020-02-01"]

    ada_was_het = (
        Begeleider(naam="Ada Adviseur", waarnemer=False, vanaf=dag("2020-01-01"), tot_en_met=dag("2020-01-31")),
    )
    assert [wie_begeleidde(arnhem, dag(een)) for een in dagen] == [(), ada_was_het, ada_was_het, ()]


def test_a_record_that_was_removed_later_still_says_who_guided_before_that_day(arnhem, ada, kalender):
    schap = adviseurschap(arnhem, ada, "2020-01-01")
    adviseurschap(praktijk(arnhem.programma, "BRE"), ada)
    kalender.move_to("2020-05-03")
    schap.delete()

    assert [wie_begeleidde(arnhem, dag(een)) for een in ("2020-05-02", "2020-05-03")] == [
        (
            Begeleider(
                naam="Ada Adviseur",
                waarnemer=False,
                vanaf=dag("2020-01-01"),
                tot_en_met=None,
                verwijderd_op=dag("2020-05-03"),
            ),
        ),
        (),
    ]
