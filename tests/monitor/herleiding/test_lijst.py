"""The list behind a figure: as many records as the figure says, and of the others why not."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from mantelzorg.models import Programma
from monitor.definities import HUIDIGE
from monitor.feiten import Feiten
from monitor.feitenbron import lees_feiten
from monitor.herleiding import vergelijking
from monitor.herleiding.figuren import NIEUW, UITERSTEN, VORIGE, kies
from monitor.herleiding.lijst import Lijst, lijst
from monitor.hertelling import uit_oordelen
from monitor.indicatoren.soorten.indicator23 import SOORT as INDICATOR23
from monitor.tabellen import tabellen
from tests import gegevens
from tests.gegevens import dag
from tests.monitor.plannen import Plan, leg_vast, plannen
from tests.monitor.voorbeeld import voorbeeld

pytestmark = pytest.mark.django_db
PEILDATUM = dag("2020-06-30")


def open_alles(feiten: Feiten, peildatum) -> dict[tuple[str, str], tuple[int | None, Lijst]]:
    """Value and list of every figure of the report."""
    alle = HUIDIGE.oordelen(feiten, peildatum)
    gevonden = {}
    tafels = tabellen(uit_oordelen("thuis", peildatum, feiten, alle))
    for tabel in tafels:
        for rij in tabel.rijen:
            for figuur in tabel.figuren:
                keuze = kies(tafels, f"{tabel.naam}.{figuur.naam}", rij.sleutel, INDICATOR23)
                assert keuze is not None
                gevonden[keuze.figuur, keuze.sleutel] = keuze.waarde, lijst(keuze, feiten, alle, INDICATOR23)
    return gevonden


def wie(programma: Programma, figuur: str, sleutel: str = "") -> tuple[list[str], list[tuple[str, str]]]:
    """What counts, and what does not with the reason, by name; who has none by what is said of them."""
    een = open_alles(lees_feiten(programma), PEILDATUM)[figuur, sleutel][1]
    telt = [regel.naam or regel.bij for regel in een.telt]
    return telt, [(regel.naam or regel.bij, regel.reden) for regel in een.niet]


class TestWillekeurigeProgrammas(TestCase):
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(plan=plannen())
    def test_behind_each_figure_stand_as_many_records_as_it_says_and_others_with_a_reason(self, plan: Plan):
        feiten = lees_feiten(leg_vast(plan))
        for (figuur, _), (waarde, een) in open_alles(feiten, plan.peildatum).items():
            if figuur in UITERSTEN:
                assert bool(een.telt) == (waarde is not None)
            else:
                assert len(een.telt) == waarde, figuur
            assert "telt hier niet mee" not in {regel.reden for regel in een.niet}, figuur


def test_of_the_indicator_itself():
    assert wie(voorbeeld(), "praktijken.opgestart") == (
        ["Ède", "Epe"],
        [("Bergen op Zoom", "geen startdatum"), ("Leiden", "start op 1 juli 2020, na de peildatum")],
    )


def test_what_counts_elsewhere_says_where():
    programma = voorbeeld()
    assert wie(programma, "praktijken.afgerond") == (
        ["Epe"],
        [
            ("Bergen op Zoom", "geen startdatum"),
            ("Ède", "telt mee bij Actief"),
            ("Leiden", "start op 1 juli 2020, na de peildatum"),
        ],
    )
    vera = "Epe vanaf 2 september 2019, Gemeente"
    assert wie(programma, "organisatietypen_tot_nu_toe.aantal", "Gemeente")[0] == [vera]
    assert {reden for _, reden in wie(programma, "organisatietypen_tot_nu_toe.aantal", "Gemeente")[1]} == {
        'organisatietype Één; "NVO"',
        "organisatietype onbekend",
    }


def test_of_a_practice_only_what_is_of_that_practice():
    programma = voorbeeld()
    assert wie(programma, "per_praktijk.ontwerpvragen", "EDE") == (["Ède", "Ède"], [])
    assert wie(programma, "per_praktijk.deelnemers", "EPE") == (
        [],
        [
            (
                "Epe vanaf 2 september 2019, Gemeente",
                "doet op de peildatum niet mee in een actieve praktijk",
            )
        ],
    )


def test_of_municipalities_and_of_the_least_and_most_questions():
    programma = voorbeeld()
    gegevens.praktijk(programma, "TIE", naam="Tiel", start=None, gemeenten=["GM0281", "GM0228"])
    assert wie(programma, "gemeenten.aantal") == (["Arnhem", "Ede"], [("Tiel", "de praktijk is niet opgestart")])
    assert wie(programma, "ontwerpvragen.maximum_per_praktijk")[0] == ["Ède"]
    assert ("Epe", "heeft geen ontwerpvraag") in wie(programma, "ontwerpvragen.maximum_per_praktijk")[1]


@pytest.mark.parametrize(
    ("figuur", "telt", "niet"),
    [
        (VORIGE, ["Oud"], [("Nieuw", "start op 2 september 2019, na de peildatum")]),
        (NIEUW, ["Nieuw"], [("Oud", "was al opgestart op 30 juni 2019")]),
    ],
)
def test_of_the_year_before_and_what_came_since(figuur, telt, niet):
    programma = gegevens.programma()
    gegevens.praktijk(programma, "OUD", naam="Oud", start="2019-03-01")
    gegevens.praktijk(programma, "NIE", naam="Nieuw")
    een = vergelijking.praktijken_bij(
        figuur, lees_feiten(programma), HUIDIGE, toen=dag("2019-06-30"), peildatum=PEILDATUM
    )
    assert ([regel.naam for regel in een.telt], [(regel.naam, regel.reden) for regel in een.niet]) == (telt, niet)
