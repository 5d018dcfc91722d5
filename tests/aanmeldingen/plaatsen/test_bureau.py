"""What the office does to a place by hand."""

import pytest
from django.db import transaction

from aanmeldingen.models import Plaatsregel
from aanmeldingen.plaatsen import acties
from aanmeldingen.plaatsen.bureau import AanDeBeurt, DoetNietMee, IntussenGewijzigd, bied_met_de_hand_aan, zet_terug
from aanmeldingen.plaatsen.lezen import Plek, plek
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.plaatsen.plaatsboek import (
    AANGEBODEN,
    BEZET,
    GEEN,
    JULI,
    WACHT,
    capaciteit,
    ontvangen,
    oproep_met,
    standen,
    trek_in,
    wijs_af,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def verlopen():
    """One place; the second let its offer lapse, the third took it, and the fourth waits."""
    oproep = oproep_met(1)
    eerste, tweede, derde, vierde = (ontvangen(oproep) for _ in range(4))
    trek_in(eerste)
    acties.laat_verlopen(moment("2014-07-10 00:00"))
    acties.antwoord(aanmelding=derde, ja=True, door=None, op=moment("2014-07-11 09:00"))
    return oproep, tweede, derde, vierde


@pytest.mark.parametrize(("achteraan", "rangen"), [(False, (1, 2)), (True, (2, 1))])
def test_whose_offer_lapsed_is_put_back_with_its_former_rank_or_at_the_end(verlopen, mo, achteraan, rangen):
    _oproep, tweede, _, vierde = verlopen

    for _ in range(2):
        zet_terug(aanmelding=tweede, achteraan=achteraan, reden="Was ziek.", door=mo, op=JULI)

    assert (plek(tweede).rang, plek(vierde).rang) == rangen
    assert Plaatsregel.objects.filter(reden="Was ziek.", door=mo).count() == 1


def test_a_place_that_is_given_back_goes_to_the_first_who_waits(verlopen, mo):
    oproep, _, derde, _vierde = verlopen

    zet_terug(aanmelding=derde, achteraan=True, reden="Nog niet zover.", door=mo, op=JULI)

    assert standen(oproep) == [GEEN, GEEN, WACHT, AANGEBODEN]


def test_who_would_be_offered_the_same_place_again_at_once_is_not_put_back(verlopen, mo):
    oproep, _, derde, _ = verlopen

    with pytest.raises(AanDeBeurt), transaction.atomic():
        zet_terug(aanmelding=derde, achteraan=False, reden="Nog niet zover.", door=mo, op=JULI)

    assert standen(oproep) == [GEEN, GEEN, BEZET, WACHT]


def test_who_withdrew_or_was_rejected_is_not_put_back(verlopen, mo):
    _oproep, _, derde, vierde = verlopen
    trek_in(derde)
    wijs_af(vierde, mo)

    for een in (derde, vierde):
        with pytest.raises(DoetNietMee):
            zet_terug(aanmelding=een, achteraan=True, reden="Toch wel.", door=mo, op=JULI)
        with pytest.raises(DoetNietMee):
            bied_met_de_hand_aan(aanmelding=een, reden="Toch wel.", door=mo, op=JULI)


def test_what_happened_after_it_was_shown_is_seen_first(verlopen, mo):
    _oproep, tweede, _, vierde = verlopen
    gezien = tweede.plaatsregels.latest("nummer").nummer
    zet_terug(aanmelding=tweede, achteraan=True, reden="Was ziek.", door=mo, op=JULI, gezien=gezien)

    with pytest.raises(IntussenGewijzigd) as fout:
        zet_terug(aanmelding=tweede, achteraan=False, reden="Was ziek.", door=mo, op=JULI, gezien=gezien)

    assert fout.value.positie.stand == WACHT
    assert plek(vierde) == Plek(stand=WACHT, rang=1)


def test_a_free_place_is_offered_by_hand_to_who_was_out(verlopen, mo):
    oproep, tweede, _, vierde = verlopen
    with pytest.raises(acties.GeenPlaats):
        bied_met_de_hand_aan(aanmelding=tweede, reden="Was ziek.", door=mo, op=JULI)
    trek_in(vierde)
    capaciteit(oproep, 2)

    for _ in range(2):
        bied_met_de_hand_aan(aanmelding=tweede, reden="Was ziek.", door=mo, op=JULI)

    assert standen(oproep) == [GEEN, AANGEBODEN, BEZET, GEEN]
    assert Plaatsregel.objects.filter(reden="Was ziek.", door=mo, naar=AANGEBODEN).count() == 1
