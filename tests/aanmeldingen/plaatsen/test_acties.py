"""Who gets a place, who waits, and what happens when one comes free."""

import pytest

from aanmeldingen.models import Gebeurtenis, Verdeling
from aanmeldingen.plaatsen import acties
from aanmeldingen.plaatsen.lezen import Plaatsen, Plek, plek, stand
from tests.aanmeldingen.gegevens import aanmelding
from tests.aanmeldingen.plaatsen.plaatsboek import (
    BEVESTIGD,
    BEZET,
    GEEN,
    JULI,
    JUNI,
    KANDIDAAT,
    WACHT,
    ingediend,
    ontvangen,
    oproep_met,
    regels,
    standen,
    trek_in,
    wijs_af,
)

pytestmark = pytest.mark.django_db


def test_who_comes_first_takes_the_places_and_the_others_get_a_rank():
    oproep = oproep_met(2)
    eerste, tweede, derde, vierde = (ontvangen(oproep) for _ in range(4))

    assert [plek(een) for een in (eerste, tweede, derde, vierde)] == [
        Plek(stand=BEZET),
        Plek(stand=BEZET),
        Plek(stand=WACHT, rang=1),
        Plek(stand=WACHT, rang=2),
    ]
    assert stand(oproep) == Plaatsen(capaciteit=2, bezet=2, wacht=2)


def test_an_application_takes_one_place_however_often_it_is_received():
    oproep = oproep_met(2)
    een = ontvangen(oproep)

    acties.ontvang(aanmelding=een, op=JULI)

    assert regels(oproep) == [
        (1, Gebeurtenis.CAPACITEIT, "", ""),
        (2, Gebeurtenis.AANMELDING, GEEN, BEZET),
    ]


def test_what_is_only_being_written_stands_nowhere():
    oproep = oproep_met(2)
    in_de_maak = aanmelding(oproep)

    assert (plek(in_de_maak), standen(oproep)) == (Plek(stand=""), [""])


def test_admission_without_a_place_takes_a_free_one_or_is_refused(mo):
    oproep = oproep_met(1)
    eerste, tweede = ontvangen(oproep), ontvangen(oproep)

    with pytest.raises(acties.GeenPlaats):
        acties.bevestig(aanmelding=tweede, door=mo, op=JULI)
    wijs_af(eerste, mo)
    wijs_af(tweede, mo)
    acties.bevestig(aanmelding=tweede, door=mo, op=JULI)

    assert standen(oproep) == [GEEN, BEVESTIGD]


def test_a_rejection_that_is_reversed_gets_a_free_place(mo):
    oproep = oproep_met(1)
    een = ontvangen(oproep)
    wijs_af(een, mo)

    acties.herzie(aanmelding=een, reden="Verkeerd gelezen.", door=mo, op=JULI)
    acties.herzie(aanmelding=een, reden="Verkeerd gelezen.", door=mo, op=JULI)

    assert regels(oproep)[-2:] == [
        (3, Gebeurtenis.AFGEWEZEN, BEZET, GEEN),
        (4, Gebeurtenis.HERZIEN, GEEN, BEZET),
    ]


def test_a_rejection_that_is_reversed_has_its_former_rank_where_no_place_is_free(mo):
    oproep = oproep_met(1)
    ontvangen(oproep)
    tweede, derde = ontvangen(oproep), ontvangen(oproep)
    wijs_af(tweede, mo)
    ervoor = plek(derde)

    acties.herzie(aanmelding=tweede, reden="Verkeerd gelezen.", door=mo, op=JULI)

    assert (ervoor, plek(tweede), plek(derde)) == (
        Plek(stand=WACHT, rang=1),
        Plek(stand=WACHT, rang=1),
        Plek(stand=WACHT, rang=2),
    )


def test_who_withdrew_does_not_come_back_by_a_reversal(mo):
    oproep = oproep_met(1)
    een = ontvangen(oproep)
    trek_in(een)

    acties.herzie(aanmelding=een, reden="Verkeerd gelezen.", door=mo, op=JULI)

    assert standen(oproep) == [GEEN]


def test_before_the_selection_everybody_is_a_candidate(mo):
    oproep = oproep_met(1, verdeling=Verdeling.SELECTIE)
    een = ontvangen(oproep)
    ontvangen(oproep)
    wijs_af(een, mo)
    acties.herzie(aanmelding=een, reden="Verkeerd gelezen.", door=mo, op=JULI)

    assert standen(oproep) == [KANDIDAAT, KANDIDAAT]
    assert stand(oproep) == Plaatsen(capaciteit=1, kandidaten=2)
    with pytest.raises(acties.GeenPlaats):
        acties.bevestig(aanmelding=een, door=mo, op=JULI)


def test_the_numbers_of_an_earlier_moment_follow_from_the_lines_before_it():
    oproep = oproep_met(2)
    een = ontvangen(oproep, op=JUNI)
    trek_in(een, op=JULI)

    assert stand(oproep, tot=JUNI) == Plaatsen(capaciteit=2)
    assert stand(oproep, tot=JULI) == Plaatsen(capaciteit=2, bezet=1)
    assert stand(oproep) == Plaatsen(capaciteit=2)


def test_an_application_is_received_in_a_constant_number_of_queries(django_assert_num_queries):
    oproep = oproep_met(2)
    for _ in range(3):
        een = ingediend(oproep)
        with django_assert_num_queries(4):  # lock, sums with the last number, last line, the new line
            acties.ontvang(aanmelding=een, op=JUNI)
