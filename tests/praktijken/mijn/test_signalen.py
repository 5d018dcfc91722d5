"""The rules of what asks for attention, day by day against a calendar that stands still."""

import dataclasses
import datetime
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praktijken.signalen import (
    REGELS,
    Experimentrij,
    Periode,
    Praktijkrij,
    Signaal,
    Soort,
    Stand,
    Stilte,
    signalen_op,
    stand_op,
    stilte_op,
)

MAANDAG = date(2020, 2, 3)
IN_ORDE = Praktijkrij(
    actief=True,
    met_gemeente=True,
    kernthema="Ademruimte",
    ontwerpvragen=3,
    onbekend=0,
    partnertypen=frozenset({"Gemeente", "Ziekenhuis"}),
    partnerrollen=frozenset({"penvoerder", "partner"}),
    experimenten=(),
    onderbrekingen=(),
)
DOEL = {regel.soort: regel.doel for regel in REGELS}
KERST = Periode(vanaf=date(2019, 12, 21), tot_en_met=date(2020, 1, 5), omdat="kerstvakantie 2019")
dagen = st.dates(date(2020, 1, 1), date(2020, 3, 31))


def proef(laatste=None, start=MAANDAG, code="E1"):
    return Experimentrij(pk=1, code=code, naam="Een logeerweekend", startdatum=start, laatste_voortgang=laatste)


def anders(**velden):
    """A practice in which all is well, but for `velden`."""
    return dataclasses.replace(IN_ORDE, **velden)


def signaal(soort, tekst):
    return Signaal(soort=soort, tekst=tekst, doel=DOEL[soort])


def soorten(praktijk, dag=MAANDAG):
    return [een.soort for een in signalen_op(praktijk, dag)]


def test_a_practice_in_which_all_is_well_asks_for_nothing():
    assert stand_op(IN_ORDE, MAANDAG, [KERST]) == Stand()


def test_four_weeks_after_the_last_entry_an_experiment_asks_for_one_and_not_a_day_before():
    praktijk = anders(experimenten=(proef(laatste=date(2020, 2, 10)),))

    assert soorten(praktijk, date(2020, 2, 10) + timedelta(weeks=4) - timedelta(days=1)) == []
    assert signalen_op(praktijk, date(2020, 2, 10) + timedelta(weeks=4)) == (
        signaal(
            Soort.VOORTGANG, "Al 4 weken geen voortgang bij experiment E1: het laatste verslag is van 10 februari 2020."
        ),
    )


def test_without_an_entry_the_weeks_count_from_the_start():
    praktijk = anders(experimenten=(proef(),))

    assert signalen_op(praktijk, MAANDAG + timedelta(weeks=6, days=6)) == (
        signaal(Soort.VOORTGANG, "Al 6 weken geen voortgang bij experiment E1: het loopt sinds 3 februari 2020."),
    )


def test_an_entry_from_before_the_start_gives_the_experiment_its_four_weeks_all_the_same():
    praktijk = anders(experimenten=(proef(laatste=date(2019, 12, 1)),))

    assert soorten(praktijk, MAANDAG + timedelta(days=27)) == []
    assert [een.tekst for een in signalen_op(praktijk, MAANDAG + timedelta(days=28))] == [
        "Al 4 weken geen voortgang bij experiment E1: het loopt sinds 3 februari 2020."
    ]


def test_each_experiment_asks_for_itself():
    praktijk = anders(experimenten=(proef(code="E1"), proef(code="E2", laatste=date(2020, 3, 2)), proef(code="E3")))

    teksten = [een.tekst for een in signalen_op(praktijk, date(2020, 3, 2))]

    assert teksten == [
        f"Al 4 weken geen voortgang bij experiment {code}: het loopt sinds 3 februari 2020." for code in ("E1", "E3")
    ]


@given(laatste=st.none() | dagen, start=dagen, dag=dagen)
def test_an_experiment_asks_on_every_day_from_the_twenty_eighth_on_and_on_no_other(laatste, start, dag):
    stil = dag - max(start, laatste or start)

    assert bool(soorten(anders(experimenten=(proef(laatste, start),)), dag)) == (stil >= timedelta(days=28))


@pytest.mark.parametrize(
    ("aantal", "teksten"),
    [
        (0, ["Er gelden nu geen ontwerpvragen."]),
        (1, ["Er geldt nu 1 ontwerpvraag."]),
        (2, ["Er gelden nu 2 ontwerpvragen."]),
        (3, []),
        (5, []),
        (6, ["Er gelden nu 6 ontwerpvragen."]),
    ],
)
def test_fewer_than_three_or_more_than_five_questions_ask_for_attention(aantal, teksten):
    assert [een.tekst for een in signalen_op(anders(ontwerpvragen=aantal), MAANDAG)] == teksten


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({"kernthema": ""}, signaal(Soort.KERNTHEMA, "Er is nog geen kernthema.")),
        ({"onbekend": 1}, signaal(Soort.ONBEKEND, "Van 1 deelnemer is het organisatietype niet bekend.")),
        ({"onbekend": 20}, signaal(Soort.ONBEKEND, "Van 20 deelnemers is het organisatietype niet bekend.")),
        (
            {"partnertypen": frozenset({"Ziekenhuis"})},
            signaal(Soort.GEMEENTE, "Er is geen gemeente onder de partners."),
        ),
        (
            {"partnerrollen": frozenset({"partner"})},
            signaal(Soort.PENVOERDER, "Geen van de partners is penvoerder."),
        ),
    ],
)
def test_what_is_missing_is_named_with_its_purpose(velden, verwacht):
    assert signalen_op(anders(**velden), MAANDAG) == (verwacht,)


def test_only_a_lerende_praktijk_is_asked_for_a_municipality():
    assert soorten(anders(met_gemeente=False, partnertypen=frozenset())) == []


def test_the_name_of_the_type_may_be_written_in_small_letters():
    assert soorten(anders(partnertypen=frozenset({"gemeente"}))) == []


LEEG = anders(
    kernthema="",
    ontwerpvragen=0,
    onbekend=2,
    partnertypen=frozenset(),
    partnerrollen=frozenset(),
    experimenten=(proef(),),
)


def test_signals_come_in_the_order_of_the_rules():
    assert soorten(LEEG, MAANDAG + timedelta(weeks=4)) == list(Soort)
    assert [regel.soort for regel in REGELS] == list(Soort)


def test_a_practice_that_is_not_actief_asks_for_nothing():
    assert stand_op(dataclasses.replace(LEEG, actief=False), MAANDAG + timedelta(weeks=9), []) == Stand()


def test_in_a_school_holiday_signals_are_silent_from_its_first_to_its_last_day():
    praktijk = anders(kernthema="")
    luid = Stand(signalen=signalen_op(praktijk, MAANDAG))
    stil = Stand(
        stilte=Stilte(tot_en_met=date(2020, 1, 5), redenen=("kerstvakantie 2019",)),
        verzwegen=signalen_op(praktijk, MAANDAG),
    )
    kalender = [date(2019, 12, 20), date(2019, 12, 21), date(2020, 1, 5), date(2020, 1, 6)]

    assert [stand_op(praktijk, dag, [KERST]) for dag in kalender] == [luid, stil, stil, luid]


def test_a_break_without_end_is_silent_until_further_notice():
    ziek = Periode(vanaf=date(2020, 1, 6), tot_en_met=None, omdat="onderbreking: de trekker is uitgevallen")
    praktijk = anders(onderbrekingen=(ziek,))

    assert stand_op(praktijk, date(2020, 1, 5), []) == Stand()
    assert stand_op(praktijk, date(2025, 1, 5), []).stilte == Stilte(tot_en_met=None, redenen=(ziek.omdat,))


def test_a_break_that_joins_a_holiday_is_one_silence_of_which_today_gives_the_reason():
    daarna = Periode(vanaf=date(2020, 1, 6), tot_en_met=date(2020, 1, 31), omdat="onderbreking: verbouwing")
    los = Periode(vanaf=date(2020, 2, 2), tot_en_met=date(2020, 2, 9), omdat="vakantie")
    praktijk = anders(onderbrekingen=(daarna,))

    assert stand_op(praktijk, date(2020, 1, 2), [los, KERST]).stilte == Stilte(
        tot_en_met=date(2020, 1, 31), redenen=("kerstvakantie 2019",)
    )


def test_a_break_up_to_the_last_day_of_all_is_no_trouble():
    altijd = Periode(vanaf=date(2020, 1, 1), tot_en_met=date.max, omdat="altijd")

    assert stilte_op(date(2020, 1, 1), [altijd, KERST]) == Stilte(tot_en_met=date.max, redenen=(KERST.omdat, "altijd"))


perioden = st.builds(
    lambda vanaf, lengte: Periode(vanaf=vanaf, tot_en_met=vanaf + timedelta(days=lengte), omdat="vrij"),
    dagen,
    st.integers(0, 20),
)


@given(vrij=st.lists(perioden, max_size=6), dag=dagen)
def test_silence_lasts_exactly_as_long_as_no_day_without_a_period_comes(vrij, dag):
    def is_stil(een: datetime.date) -> bool:
        return any(periode.vanaf <= een <= periode.tot_en_met for periode in vrij)

    verwacht = dag
    while is_stil(verwacht):
        verwacht += timedelta(days=1)
    stilte = stilte_op(dag, vrij)

    assert (stilte and stilte.tot_en_met) == (verwacht - timedelta(days=1) if is_stil(dag) else None)
