"""Counting from facts gives what the database counts, and each fact is accounted for."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from monitor.berekening import bereken
from monitor.feiten import Feiten, als_json, uit_json
from monitor.feitenbron import lees_feiten
from monitor.hertelling import hertel
from monitor.oordelen import oordelen, tel
from monitor.tabellen import tabellen
from tests import gegevens
from tests.gegevens import dag
from tests.monitor.plannen import Plan, leg_vast, plannen

pytestmark = pytest.mark.django_db


class TestWillekeurigeProgrammas(TestCase):
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(plan=plannen())
    def test_facts_count_as_the_database_does_also_when_written_and_read_back(self, plan: Plan):
        programma = leg_vast(plan)
        feiten = lees_feiten(programma)
        terug = Feiten.van(uit_json(feit.soort, json.loads(json.dumps(als_json(feit)))) for feit in feiten)
        assert terug == feiten
        assert hertel(programma.slug, terug, plan.peildatum) == bereken(programma, plan.peildatum)

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(plan=plannen())
    def test_every_number_of_every_table_is_the_number_of_facts_that_count_in_it(self, plan: Plan):
        programma = leg_vast(plan)
        telling = tel(oordelen(lees_feiten(programma), plan.peildatum))
        for tabel in tabellen(bereken(programma, plan.peildatum)):
            for rij in tabel.rijen:
                for figuur, waarde in zip(tabel.figuren, rij.waarden, strict=True):
                    if figuur.naam not in ("minimum_per_praktijk", "maximum_per_praktijk"):
                        assert telling.get((f"{tabel.naam}.{figuur.naam}", rij.sleutel), 0) == waarde


def test_what_does_not_count_has_its_reason():
    programma = gegevens.programma()
    gegevens.praktijk(programma, "A", start=None)
    gegevens.praktijk(programma, "B", start="2020-07-01")
    gegevens.praktijk(programma, "C", start="2019-09-02", eind="2020-06-29", afloop="voortijdig gestopt")
    feiten = lees_feiten(programma)
    assert [(een.telt, een.niet) for een in oordelen(feiten, dag("2020-06-30"))] == [
        ([], [("praktijken.opgestart", "geen startdatum")]),
        ([], [("praktijken.opgestart", "start op 1 juli 2020, na de peildatum")]),
        (
            [("praktijken.opgestart", ""), ("praktijken.voortijdig_gestopt", "")],
            [("praktijken.actief", "voortijdig gestopt op 29 juni 2020")],
        ),
    ]


@pytest.mark.parametrize("aantal", [1, 3])
def test_reading_the_facts_takes_eight_queries(aantal):
    programma = gegevens.programma()
    for nummer in range(aantal):
        praktijk = gegevens.praktijk(programma, f"P{nummer}", gemeenten=["GM0202"])
        gegevens.deelname(gegevens.deelnemer(programma, f"D{nummer}"), praktijk)
    with CaptureQueriesContext(connection) as vragen:
        lees_feiten(programma)
    assert len(vragen) == 8
