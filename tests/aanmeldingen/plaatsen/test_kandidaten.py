"""The order of candidates by their assessment, and how a choice spreads."""

import datetime
from uuid import uuid4

import pytest

from aanmeldingen.models import Advies, Criteriumoordeel, Intakegesprek, Oordeel, Verdeling
from aanmeldingen.plaatsen.kandidaten import Spreiding, kandidaten, spreiding
from tests.aanmeldingen.gegevens import moment, voorwaarden
from tests.aanmeldingen.plaatsen.plaatsboek import JULI, ontvangen, oproep_met, trek_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def oproep():
    """A selection by two criteria."""
    nieuw = oproep_met(2, verdeling=Verdeling.SELECTIE)
    nieuw.voorwaarden.all().delete()
    voorwaarden(nieuw, criteria=("Levert zorg", "Werkt samen"))
    return nieuw


def beoordeel(een, mo, *oordelen: Oordeel) -> None:
    for criterium, oordeel in zip(een.voorwaarden.criteria.all(), oordelen, strict=False):
        reden = "" if oordeel == Oordeel.VOLDAAN else "Zie het gesprek."
        Criteriumoordeel.objects.create(
            aanmelding=een, criterium=criterium, oordeel=oordeel, reden=reden, door=mo, op=JULI
        )


def adviseer(een, mo, advies: Advies, *, op=JULI, vervallen_op: datetime.datetime | None = None) -> None:
    Intakegesprek.objects.create(
        aanmelding=een, adviseur=mo, moment=op, advies=advies, verslag="Goed gesprek.", inzending=uuid4(),
        vervallen_op=vervallen_op,
    )  # fmt: skip


def nummers(oproep) -> list[int]:
    return [een.aanmelding.nummer for een in kandidaten(oproep)]


def test_criteria_go_before_advice_and_advice_before_the_order_of_receipt(oproep, mo):
    niets, niet, half, heel, heel_afwijzen, heel_toelaten = (ontvangen(oproep) for _ in range(6))
    beoordeel(niet, mo, Oordeel.VOLDAAN, Oordeel.NIET_VOLDAAN)
    beoordeel(half, mo, Oordeel.VOLDAAN)
    for een in (heel, heel_afwijzen, heel_toelaten):
        beoordeel(een, mo, Oordeel.VOLDAAN, Oordeel.ONTHEVEN)
    adviseer(heel_afwijzen, mo, Advies.AFWIJZEN)
    adviseer(heel_toelaten, mo, Advies.TOELATEN)

    volgorde = [heel_toelaten, heel, heel_afwijzen, half, niets, niet]
    assert nummers(oproep) == [een.nummer for een in volgorde]
    eerste = kandidaten(oproep)[0]
    assert (eerste.criteria, eerste.voldaan, eerste.ontheven, eerste.niet_voldaan, eerste.advies) == (
        2, 1, 1, 0, "toelaten",
    )  # fmt: skip


def test_the_last_talk_that_was_held_advises(oproep, mo):
    een, ander = ontvangen(oproep), ontvangen(oproep)
    adviseer(een, mo, Advies.TOELATEN, op=moment("2014-07-01 10:00"))
    adviseer(een, mo, Advies.AFWIJZEN, op=moment("2014-07-05 10:00"))
    adviseer(een, mo, Advies.TOELATEN, op=moment("2014-07-08 10:00"), vervallen_op=JULI)

    assert [(k.aanmelding, k.advies) for k in kandidaten(oproep)] == [(ander, ""), (een, "afwijzen")]


def test_who_withdrew_is_no_candidate(oproep):
    een, ander = ontvangen(oproep), ontvangen(oproep)
    trek_in(een)

    assert nummers(oproep) == [ander.nummer]


def test_the_choice_is_spread_over_all_sectors_and_provinces_there_are(oproep):
    een = ontvangen(oproep, sector_naam="ggz")
    ontvangen(oproep, sector_naam="thuiszorg")
    ontvangen(oproep, sector_naam="thuiszorg", gemeente_id="GM0363")
    allen = kandidaten(oproep)

    assert spreiding(allen, [een.pk], "sector") == [
        Spreiding(naam="ggz", kandidaten=1, gekozen=1),
        Spreiding(naam="thuiszorg", kandidaten=2, gekozen=0),
    ]
    assert spreiding(allen, [een.pk], "provincie") == [
        Spreiding(naam="Gelderland", kandidaten=2, gekozen=1),
        Spreiding(naam="Noord-Holland", kandidaten=1, gekozen=0),
    ]


def test_the_candidates_are_one_query(oproep, mo, django_assert_num_queries):
    for _ in range(3):
        beoordeel(ontvangen(oproep), mo, Oordeel.VOLDAAN, Oordeel.VOLDAAN)

    with django_assert_num_queries(1):
        assert [(een.sector, een.provincie) for een in kandidaten(oproep)] == [("thuiszorg", "Gelderland")] * 3
