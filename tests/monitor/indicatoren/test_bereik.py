"""Participants reached: the figures of indicator 23 about persons, and who ever took part in a practice."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from mantelzorg.toegang import Rol
from monitor.indicatoren.register import indicator
from monitor.uitkomst import als_uitkomst
from tests import gegevens
from tests.gegevens import dag, gebruiker
from tests.monitor import telling
from tests.monitor.plannen import Plan, leg_vast, plannen

pytestmark = pytest.mark.django_db
GELIJK = ("deelnemers", "deelnemers_tot_nu_toe")
TYPEN = ("organisatietypen", "organisatietypen_tot_nu_toe")


def in_plan(plan: Plan, code: str) -> tuple[int, int]:
    """Persons who ever took part in the practice with that code, and who do now: counted one by one."""
    meedoen = [mee for mee in plan.deelnames if plan.plekken[mee.plek].code == code and mee.vanaf <= plan.peildatum]
    nu = [
        mee
        for mee in meedoen
        if (mee.tot_en_met is None or plan.peildatum <= mee.tot_en_met)
        and plan.plekken[mee.plek].actief(plan.peildatum)
    ]
    return len({mee.persoon for mee in meedoen}), len({mee.persoon for mee in nu})


class TestWillekeurigeProgrammas(TestCase):
    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(plan=plannen())
    def test_it_counts_persons_as_indicator_23_does_and_in_each_practice_one_by_one(self, plan: Plan):
        programma = leg_vast(plan)
        bereik = indicator("bereik").uitkomst_nu(programma, plan.peildatum)
        hoort = als_uitkomst(telling.tel(plan, programma.slug))
        assert {tabel: bereik[tabel] for tabel in GELIJK} == {tabel: hoort[tabel] for tabel in GELIJK}
        for tabel in TYPEN:
            assert [(rij["naam"], rij["aantal"]) for rij in bereik[tabel]] == [
                (rij["naam"], rij["aantal"]) for rij in hoort[tabel]
            ]
        assert bereik["praktijken"] == {naam: hoort["praktijken"][naam] for naam in ("opgestart", "actief")}
        assert [
            (rij["sleutel"], rij["naam"], rij["deelnemers_tot_nu_toe"], rij["deelnemers"])
            for rij in bereik["per_praktijk"]
        ] == [(rij["code"], rij["naam"], *in_plan(plan, rij["code"])) for rij in hoort["per_praktijk"]]


def test_who_left_stays_reached_and_a_practice_without_people_stands_there():
    programma = gegevens.programma("thuis")
    arnhem = gegevens.praktijk(programma, "ARN", naam="Arnhem")
    gegevens.praktijk(programma, "EDE", naam="Ede")
    zorg = gegevens.organisatietype("Zorg")
    gegevens.deelname(gegevens.deelnemer(programma, "D1"), arnhem, organisatietype=zorg)
    gegevens.deelname(gegevens.deelnemer(programma, "D2"), arnhem, tot_en_met="2020-01-31")

    uitkomst = indicator("bereik").uitkomst_nu(programma, dag("2020-06-30"))
    assert indicator("bereik").zinnen(indicator("bereik").cijfers(uitkomst)) == (
        "Tot en met 30 juni 2020 zijn 2 deelnemers bereikt, in 2 opgestarte praktijken. "
        "Op die dag doet er daarvan 1 mee.",
    )
    assert uitkomst == {
        "indicator": "bereik",
        "programma": "thuis",
        "peildatum": "2020-06-30",
        "deelnemers_tot_nu_toe": {"totaal": 2, "bekend": 1, "onbekend": 1},
        "deelnemers": {"totaal": 1, "bekend": 1, "onbekend": 0},
        "organisatietypen_tot_nu_toe": [{"sleutel": "Zorg", "naam": "Zorg", "aantal": 1}],
        "organisatietypen": [{"sleutel": "Zorg", "naam": "Zorg", "aantal": 1}],
        "per_praktijk": [
            {"sleutel": "ARN", "naam": "Arnhem", "deelnemers_tot_nu_toe": 2, "deelnemers": 1},
            {"sleutel": "EDE", "naam": "Ede", "deelnemers_tot_nu_toe": 0, "deelnemers": 0},
        ],
        "praktijken": {"opgestart": 2, "actief": 2},
    }


@pytest.mark.parametrize("aantal", [1, 3])
def test_page_and_list_take_as_many_queries_whatever_their_length(als, django_assert_num_queries, aantal):
    programma = gegevens.programma("thuis")
    for nummer in range(aantal):
        praktijk = gegevens.praktijk(programma, f"P{nummer}", gemeenten=["GM0202"])
        gegevens.deelname(gegevens.deelnemer(programma, f"D{nummer}", naam=f"Nora {nummer}"), praktijk)
    mo = als(gebruiker(Rol.MEDEWERKER))
    vraag = {"programma": "thuis", "peildatum": "2020-06-30"}
    with django_assert_num_queries(8):
        mo.get("/monitor/bereik/", vraag)
    with django_assert_num_queries(8):
        antwoord = mo.get("/monitor/bereik/feiten/", vraag | {"figuur": "deelnemers.totaal"})
    assert antwoord.context["telt"].paginator.count == aantal
