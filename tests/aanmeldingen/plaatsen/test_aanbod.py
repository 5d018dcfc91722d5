"""Offers: until when, what an answer does, and how they pass on by themselves."""

import pytest

from aanmeldingen.models import Gebeurtenis
from aanmeldingen.plaatsen import acties
from aanmeldingen.plaatsen.lezen import Plaatsen, Plek, plek, stand
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.plaatsen.plaatsboek import (
    AANGEBODEN,
    BEVESTIGD,
    BEZET,
    GEEN,
    JULI,
    WACHT,
    ontvangen,
    oproep_met,
    regels,
    standen,
    trek_in,
)

pytestmark = pytest.mark.django_db


def test_who_withdraws_makes_room_for_the_first_in_rank_until_the_end_of_the_term():
    oproep = oproep_met(1)
    eerste, tweede, derde = (ontvangen(oproep) for _ in range(3))

    trek_in(eerste, op=moment("2014-07-02 10:00"))

    assert standen(oproep) == [GEEN, AANGEBODEN, WACHT]
    assert plek(tweede).antwoord_voor == moment("2014-07-10 00:00"), "seven days, and 9 July is the last of them"
    assert plek(derde) == Plek(stand=WACHT, rang=1)
    assert stand(oproep).vrij == 1 - 0 - 1


def test_a_term_over_the_end_of_summer_time_ends_at_midnight_in_amsterdam():
    oproep = oproep_met(1)
    eerste, tweede = ontvangen(oproep), ontvangen(oproep)

    trek_in(eerste, op=moment("2014-10-24 23:30"))

    assert plek(tweede).antwoord_voor == moment("2014-11-01 00:00")


def test_an_offer_that_is_taken_holds_the_place(mo):
    oproep = oproep_met(1)
    eerste, tweede = ontvangen(oproep), ontvangen(oproep)
    trek_in(eerste)

    acties.antwoord(aanmelding=tweede, ja=True, door=None, op=JULI)
    acties.antwoord(aanmelding=tweede, ja=True, door=None, op=JULI)
    acties.bevestig(aanmelding=tweede, door=mo, op=JULI)
    acties.bevestig(aanmelding=tweede, door=mo, op=JULI)

    assert stand(oproep) == Plaatsen(capaciteit=1, bezet=1, bevestigd=1)
    assert regels(oproep)[-3:] == [
        (5, Gebeurtenis.AANBOD, WACHT, AANGEBODEN),
        (6, Gebeurtenis.AANVAARD, AANGEBODEN, BEZET),
        (7, Gebeurtenis.TOEGELATEN, BEZET, BEVESTIGD),
    ]


def test_an_offer_that_is_declined_goes_to_the_next():
    oproep = oproep_met(1)
    eerste, tweede, _derde = (ontvangen(oproep) for _ in range(3))
    trek_in(eerste)

    acties.antwoord(aanmelding=tweede, ja=False, door=None, op=JULI)

    assert standen(oproep) == [GEEN, GEEN, AANGEBODEN]


def test_an_offer_lapses_at_its_moment_and_not_before_and_passes_on():
    oproep = oproep_met(1)
    eerste, tweede, derde = (ontvangen(oproep) for _ in range(3))
    trek_in(eerste)
    tot = plek(tweede).antwoord_voor

    te_vroeg = acties.laat_verlopen(moment("2014-07-09 23:59"))
    verlopen = acties.laat_verlopen(tot)

    assert (te_vroeg, verlopen, acties.laat_verlopen(tot)) == (0, 1, 0)
    assert standen(oproep) == [GEEN, GEEN, AANGEBODEN]
    assert plek(derde).antwoord_voor == moment("2014-07-18 00:00")


def test_who_answers_after_the_term_is_told_so_before_and_after_the_worker_came_by():
    oproep = oproep_met(1)
    eerste, tweede = ontvangen(oproep), ontvangen(oproep)
    trek_in(eerste)
    tot = plek(tweede).antwoord_voor

    with pytest.raises(acties.AanbodVerlopen):
        acties.antwoord(aanmelding=tweede, ja=True, door=None, op=tot)
    acties.laat_verlopen(tot)
    with pytest.raises(acties.AanbodVerlopen):
        acties.antwoord(aanmelding=tweede, ja=True, door=None, op=tot)

    assert stand(oproep) == Plaatsen(capaciteit=1)


def test_without_an_offer_there_is_nothing_to_answer():
    een = ontvangen(oproep_met(1))

    with pytest.raises(acties.GeenAanbod):
        acties.antwoord(aanmelding=een, ja=True, door=None, op=JULI)
