"""Which borders a map gets: of the division on the day, else the nearest year that has the municipalities."""

import pytest

from monitor.grenzen.bron import kaartgrenzen
from monitor.kaartpunten import Kaartgebied, Kaartgrenzen
from monitor.models import Grens
from tests.gegevens import dag

pytestmark = pytest.mark.django_db
RING = ((5.0, 52.0), (6.0, 52.0), (6.0, 53.0), (5.0, 52.0))
CUIJK, LAND_VAN_CUIJK, ARNHEM = "GM1684", "GM1982", "GM0202"


def grenzen(jaar, *codes):
    """A year of these municipalities and one province."""
    for code in codes:
        Grens.objects.create(jaar=jaar, gemeente_id=code, ringen=[RING])
    Grens.objects.create(jaar=jaar, provincie="Gelderland", ringen=[RING])


def gekozen(codes, peildatum):
    """The year chosen and the municipalities it has."""
    gevonden = kaartgrenzen(codes, dag(peildatum))
    return gevonden and (gevonden.jaar, [gebied.gebied for gebied in gevonden.gemeenten])


def test_without_borders_there_are_none():
    assert kaartgrenzen([ARNHEM], dag("2020-06-30")) is None
    grenzen(2020, CUIJK)
    assert kaartgrenzen([ARNHEM], dag("2020-06-30")) is None
    assert kaartgrenzen([], dag("2020-06-30")) is None


def test_the_municipalities_asked_for_come_with_all_provinces():
    grenzen(2020, ARNHEM, CUIJK)
    assert kaartgrenzen([ARNHEM], dag("2020-12-31")) == Kaartgrenzen(
        jaar=2020,
        gemeenten=(Kaartgebied(gebied=ARNHEM, ringen=(RING,)),),
        provincies=(Kaartgebied(gebied="Gelderland", ringen=(RING,)),),
    )


@pytest.mark.parametrize(
    ("peildatum", "jaar"),
    [("2014-06-30", 2015), ("2015-12-31", 2015), ("2017-06-30", 2018), ("2018-01-01", 2018), ("2026-06-30", 2021)],
)
def test_the_year_itself_else_the_nearest_and_of_two_the_later(peildatum, jaar):
    for geladen in (2015, 2018, 2019, 2021):
        grenzen(geladen, ARNHEM)
    grenzen(2016, CUIJK)
    assert gekozen([ARNHEM], peildatum) == (jaar, [ARNHEM])


def test_a_measurement_of_2020_keeps_showing_cuijk_and_a_later_one_shows_land_van_cuijk():
    grenzen(2021, ARNHEM, CUIJK)
    grenzen(2022, ARNHEM, LAND_VAN_CUIJK)
    assert gekozen([ARNHEM, CUIJK], "2020-06-30") == (2021, [ARNHEM, CUIJK])
    assert gekozen([ARNHEM, CUIJK], "2023-06-30") == (2021, [ARNHEM, CUIJK])
    assert gekozen([ARNHEM, LAND_VAN_CUIJK], "2020-06-30") == (2022, [ARNHEM, LAND_VAN_CUIJK])


def test_where_no_year_has_them_all_most_of_them_come_nearest_the_day():
    grenzen(2021, ARNHEM, CUIJK)
    grenzen(2022, ARNHEM, LAND_VAN_CUIJK)
    allemaal = [ARNHEM, CUIJK, LAND_VAN_CUIJK]
    assert gekozen(allemaal, "2020-06-30") == (2021, [ARNHEM, CUIJK])
    assert gekozen(allemaal, "2023-06-30") == (2022, [ARNHEM, LAND_VAN_CUIJK])


@pytest.mark.parametrize("jaren", [1, 3])
def test_it_takes_one_query_however_many_years_are_loaded(jaren, django_assert_num_queries):
    for jaar in range(2020, 2020 + jaren):
        grenzen(jaar, ARNHEM, CUIJK)
    with django_assert_num_queries(1):
        kaartgrenzen([ARNHEM, CUIJK], dag("2020-06-30"))
