"""Indicator 23 from the records: equal to an independent count, on whatever database the settings name."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from deelnemers.models import Organisatietype
from mantelzorg.models import Programma
from monitor.berekening import bereken
from monitor.indicator import Deelnemers, Experimenten, Indicator23, Ontwerpvragen, Organisatietypeaantal, Praktijken
from tests import gegevens
from tests.gegevens import dag
from tests.monitor.plannen import Plan, leg_vast, plannen
from tests.monitor.telling import tel

pytestmark = pytest.mark.django_db
QUERIES = 7


class TestWillekeurigeProgrammas(TestCase):
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(plan=plannen(), ander=plannen())
    def test_any_programme_counts_as_the_rules_say_whatever_other_programmes_hold(self, plan: Plan, ander: Plan):
        programma = leg_vast(plan)
        leg_vast(ander, slug="ander")
        assert bereken(programma, plan.peildatum) == tel(plan)


GEEN_MENSEN = Deelnemers(totaal=0, bekend=0, onbekend=0, typen=())


def test_without_practices_the_counts_are_zero_and_there_is_no_minimum():
    programma = gegevens.programma()
    assert bereken(programma, dag("2020-06-30")) == Indicator23(
        programma="thuis",
        peildatum=dag("2020-06-30"),
        praktijken=Praktijken(opgestart=0, actief=0, afgerond=0, voortijdig_gestopt=0, samengevoegd=0),
        gemeenten=0,
        organisaties=0,
        ontwerpvragen=Ontwerpvragen(totaal=0, minimum_per_praktijk=None, maximum_per_praktijk=None),
        experimenten=Experimenten(opgestart=0, lopend=0, afgerond=0, voortijdig_gestopt=0),
        deelnemers=GEEN_MENSEN,
        deelnemers_tot_nu_toe=GEEN_MENSEN,
        per_praktijk=(),
    )


@pytest.mark.parametrize(
    ("peildatum", "actief", "afgerond"),
    [("2019-09-01", 0, 0), ("2019-09-02", 1, 0), ("2021-05-31", 1, 0), ("2021-06-01", 0, 1)],
)
def test_a_practice_is_active_from_its_first_day_to_its_last(peildatum, actief, afgerond):
    programma = gegevens.programma()
    gegevens.praktijk(programma, start="2019-09-02", eind="2021-05-31")
    assert bereken(programma, dag(peildatum)).praktijken == Praktijken(
        opgestart=actief + afgerond, actief=actief, afgerond=afgerond, voortijdig_gestopt=0, samengevoegd=0
    )


def _typen_van_wie_in_twee_praktijken_meedoet(programma: Programma, **velden) -> tuple[str, ...]:
    """Someone in practices `a` and `B`, with kinds `Zorg` and `Welzijn`; the names of the kinds counted."""
    persoon = gegevens.deelnemer(programma)
    for code, soort in (("a", "Zorg"), ("B", "Welzijn")):
        gegevens.deelname(
            persoon,
            gegevens.praktijk(programma, code),
            organisatietype=gegevens.organisatietype(soort),
            **velden.get(code, {}),
        )
    return tuple(regel.naam for regel in bereken(programma, dag("2020-06-30")).deelnemers.typen)


def test_the_earliest_participation_gives_the_kind_of_organisation():
    namen = _typen_van_wie_in_twee_praktijken_meedoet(
        gegevens.programma(), a={"vanaf": "2019-09-02"}, B={"vanaf": "2019-09-03"}
    )
    assert namen == ("Zorg",)


def test_begun_on_one_day_the_code_decides_and_capitals_come_first():
    assert _typen_van_wie_in_twee_praktijken_meedoet(gegevens.programma()) == ("Welzijn",)


def test_a_known_kind_goes_before_an_earlier_unknown_one():
    programma = gegevens.programma()
    persoon = gegevens.deelnemer(programma)
    gegevens.deelname(persoon, gegevens.praktijk(programma, "A"), organisatie=gegevens.organisatie())
    gegevens.deelname(
        persoon,
        gegevens.praktijk(programma, "B"),
        vanaf="2020-01-01",
        organisatietype=gegevens.organisatietype("Zorg"),
    )
    assert bereken(programma, dag("2020-06-30")).deelnemers == Deelnemers(
        totaal=1, bekend=1, onbekend=0, typen=(Organisatietypeaantal(naam="Zorg", aantal=1),)
    )


def test_an_ended_participation_no_longer_gives_the_kind_now_but_does_so_far():
    programma = gegevens.programma()
    namen = _typen_van_wie_in_twee_praktijken_meedoet(programma, B={"tot_en_met": "2020-06-29"})
    assert namen == ("Zorg",)
    assert bereken(programma, dag("2020-06-30")).deelnemers_tot_nu_toe == Deelnemers(
        totaal=1, bekend=1, onbekend=0, typen=(Organisatietypeaantal(naam="Welzijn", aantal=1),)
    )


def test_someone_twice_in_one_practice_counts_there_once():
    programma = gegevens.programma()
    praktijk, persoon = gegevens.praktijk(programma), gegevens.deelnemer(programma)
    gegevens.deelname(persoon, praktijk, vanaf="2019-09-02")
    gegevens.deelname(persoon, praktijk, vanaf="2020-01-01")
    cijfers = bereken(programma, dag("2020-06-30"))
    assert (cijfers.deelnemers.totaal, cijfers.per_praktijk[0].deelnemers) == (1, 1)


def test_the_kind_of_the_participation_goes_before_that_of_its_organisation():
    programma = gegevens.programma()
    gegevens.deelname(
        gegevens.deelnemer(programma),
        gegevens.praktijk(programma),
        organisatie=gegevens.organisatie("O", gegevens.organisatietype("Van de organisatie")),
        organisatietype=gegevens.organisatietype("Van de deelname"),
    )
    typen = bereken(programma, dag("2020-06-30")).deelnemers.typen
    assert typen == (Organisatietypeaantal(naam="Van de deelname", aantal=1),)


@pytest.mark.parametrize(("peildatum", "organisaties"), [("2020-05-31", 1), ("2020-06-01", 0)])
def test_a_partner_counts_to_the_last_day_of_its_practice(peildatum: str, organisaties: int):
    programma = gegevens.programma()
    gegevens.praktijkpartner(gegevens.praktijk(programma, eind="2020-05-31"), gegevens.organisatie())
    assert bereken(programma, dag(peildatum)).organisaties == organisaties


@pytest.mark.parametrize(("peildatum", "lopend", "afgerond"), [("2020-05-31", 1, 0), ("2020-06-01", 0, 1)])
def test_an_experiment_runs_to_its_last_day(peildatum: str, lopend: int, afgerond: int):
    programma = gegevens.programma()
    gegevens.experiment(gegevens.ontwerpvraag(gegevens.praktijk(programma)), eind="2020-05-31")
    assert bereken(programma, dag(peildatum)).experimenten == Experimenten(
        opgestart=1, lopend=lopend, afgerond=afgerond, voortijdig_gestopt=0
    )


def _praktijk_met_alles(programma: Programma, nummer: int) -> None:
    praktijk = gegevens.praktijk(programma, f"P{nummer}", gemeenten=["GM0202", "GM0228"])
    organisatie = gegevens.organisatie(f"Organisatie {nummer}", gegevens.organisatietype(f"Type {nummer}"))
    gegevens.praktijkpartner(praktijk, organisatie)
    gegevens.experiment(gegevens.ontwerpvraag(praktijk), f"E{nummer}")
    for volgnummer in range(nummer):
        persoon = gegevens.deelnemer(programma, f"D{nummer}-{volgnummer}")
        gegevens.deelname(persoon, praktijk, organisatie=organisatie)


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_figures_take_the_same_number_of_queries_with_1_and_with_3_practices(aantal):
    programma = gegevens.programma()
    for nummer in range(1, aantal + 1):
        _praktijk_met_alles(programma, nummer)
    with CaptureQueriesContext(connection) as vragen:
        cijfers = bereken(programma, dag("2020-06-30"))
    assert len(vragen) == QUERIES
    assert cijfers.deelnemers.totaal == sum(range(1, aantal + 1))


@pytest.mark.usefixtures("django_db_setup")
def test_reading_the_figures_outside_a_transaction_leaves_the_database_open_for_writing(
    django_db_blocker,
):
    with django_db_blocker.unblock():
        assert bereken(Programma(pk=0, slug="leeg"), dag("2020-06-30")).praktijken.opgestart == 0
        with transaction.atomic():
            gegevens.organisatietype("Proef")
            transaction.set_rollback(True)
        assert not Organisatietype.objects.filter(naam="Proef").exists()
