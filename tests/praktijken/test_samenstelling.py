"""People of one practice by kind of organisation (begrippen.md §3)."""

import pytest

from praktijken.models import Deelname
from praktijken.samenstelling import Samenstelling, Soort, samenstelling
from tests.gegevens import dag, deelname, deelnemer, organisatie, organisatietype, praktijk, programma

pytestmark = pytest.mark.django_db
PEILDATUM = dag("2020-06-30")


def test_each_person_counts_once_by_the_earliest_known_kind():
    thuis = programma()
    arnhem = praktijk(thuis)
    zorg, welzijn = organisatietype("Zorg"), organisatietype("Welzijn")
    wisselaar, stopper, onbekende = (deelnemer(thuis, nummer) for nummer in ("D1", "D2", "D3"))
    deelname(wisselaar, arnhem, vanaf="2019-09-02")
    deelname(wisselaar, arnhem, vanaf="2019-10-01", organisatie=organisatie("A", zorg))
    deelname(wisselaar, arnhem, vanaf="2019-11-01", organisatietype=welzijn)
    deelname(stopper, arnhem, organisatietype=welzijn, tot_en_met="2020-06-29")
    deelname(onbekende, arnhem)
    deelname(deelnemer(thuis, "D4"), arnhem, vanaf="2020-07-01")

    assert samenstelling(Deelname.objects.filter(praktijk=arnhem), PEILDATUM) == Samenstelling(
        nu=3 - 1,
        tot_nu_toe=4 - 1,
        soorten=(
            Soort(naam="Welzijn", nu=0, tot_nu_toe=1),
            Soort(naam="Zorg", nu=1, tot_nu_toe=1),
            Soort(naam="", nu=1, tot_nu_toe=1),
        ),
    )


def test_nobody_takes_part_any_more_in_a_practice_that_has_ended():
    thuis = programma()
    arnhem = praktijk(thuis, eind="2020-06-29")
    deelname(deelnemer(thuis), arnhem)

    assert samenstelling(Deelname.objects.filter(praktijk=arnhem), PEILDATUM) == Samenstelling(
        nu=0, tot_nu_toe=1, soorten=(Soort(naam="", nu=0, tot_nu_toe=1),)
    )


def test_a_practice_that_has_not_started_counts_nobody():
    thuis = programma()
    arnhem = praktijk(thuis, start="2020-07-01")
    deelname(deelnemer(thuis), arnhem)

    assert samenstelling(Deelname.objects.filter(praktijk=arnhem), PEILDATUM) == Samenstelling(
        nu=0, tot_nu_toe=0, soorten=()
    )
