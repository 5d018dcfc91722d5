"""What the rules look at, read from records: by the dates of the day asked for."""

import pytest

from mantelzorg.models import Vorm
from praktijken.models import Onderbreking, Praktijk, Schoolvakantie, Voortgang
from praktijken.signaalrijen import praktijkrijen, vakanties_vanaf
from praktijken.signalen import Experimentrij, Periode, Praktijkrij
from tests.gegevens import (
    dag,
    deelname,
    deelnemer,
    experiment,
    ontwerpvraag,
    organisatie,
    organisatietype,
    praktijk,
    praktijkpartner,
    programma,
)

pytestmark = pytest.mark.django_db
OP = dag("2020-03-02")


def rij_van(een, op=OP):
    return praktijkrijen([een], op)[een.pk]


def verslag(proef, datum, **velden):
    return Voortgang.objects.create(experiment=proef, datum=dag(datum), verslag=f"Op {datum}.", **velden)


def test_a_bare_practice_has_nothing_and_a_planned_one_is_not_actief():
    thuis = programma()
    kaal = Praktijkrij(
        actief=True,
        met_gemeente=True,
        kernthema="",
        ontwerpvragen=0,
        onbekend=0,
        partnertypen=frozenset(),
        partnerrollen=frozenset(),
        experimenten=(),
        onderbrekingen=(),
    )

    assert rij_van(praktijk(thuis)) == kaal
    assert [
        rij_van(een).actief
        for een in (
            praktijk(thuis, "VAN", start="2020-03-02"),
            praktijk(thuis, "LST", eind="2020-03-02"),
            praktijk(thuis, "PLN", start="2020-03-03"),
            praktijk(thuis, "AFG", eind="2020-03-01"),
        )
    ] == [True, True, False, False]


def test_another_form_of_programme_needs_no_municipality():
    versneller = praktijk(programma("snel", vorm=Vorm.PRAKTIJKVERSNELLER))

    assert rij_van(versneller).met_gemeente is False


def test_questions_count_while_they_are_valid():
    arnhem = praktijk(programma())
    ontwerpvraag(arnhem, 1, geformuleerd="2020-03-02")
    ontwerpvraag(arnhem, 2, geformuleerd="2020-03-03")
    ontwerpvraag(arnhem, 3, vervallen="2020-03-02")
    ontwerpvraag(arnhem, 4, vervallen="2020-03-03")

    assert rij_van(arnhem).ontwerpvragen == 2


def test_a_person_is_unknown_when_no_participation_there_that_day_names_a_kind():
    thuis, zorg = programma(), organisatietype("Zorg")
    arnhem, breda = praktijk(thuis, "ARN"), praktijk(thuis, "BRE")
    zonder, bekend, half, weg = (deelnemer(thuis, nummer) for nummer in ("D1", "D2", "D3", "D4"))
    deelname(zonder, arnhem)
    deelname(zonder, arnhem, vanaf="2020-01-01", organisatie=organisatie("Zonder type"))
    deelname(zonder, breda, organisatietype=zorg)
    deelname(bekend, arnhem, organisatie=organisatie("Met type", zorg))
    deelname(half, arnhem)
    deelname(half, arnhem, vanaf="2020-01-01", organisatietype=zorg)
    deelname(weg, arnhem, tot_en_met="2020-03-01")

    rijen = praktijkrijen([arnhem, breda], OP)

    assert (rijen[arnhem.pk].onbekend, rijen[breda.pk].onbekend) == (1, 0)


def test_partners_count_while_they_are_partner():
    arnhem, gemeente = praktijk(programma()), organisatietype("Gemeente")
    praktijkpartner(arnhem, organisatie("A", gemeente), rol="penvoerder", tot_en_met="2020-03-02")
    praktijkpartner(arnhem, organisatie("B", organisatietype("Zorg")), rol="partner", vanaf="2020-03-03")
    praktijkpartner(arnhem, organisatie("C"))

    nu, erna = rij_van(arnhem), rij_van(arnhem, dag("2020-03-03"))

    assert (nu.partnertypen, nu.partnerrollen) == (frozenset({"Gemeente"}), frozenset({"penvoerder"}))
    assert (erna.partnertypen, erna.partnerrollen) == (frozenset({"Zorg"}), frozenset({"partner"}))


def test_experiments_that_run_come_with_their_last_entry_by_that_day():
    arnhem = praktijk(programma())
    vraag = ontwerpvraag(arnhem)
    loopt, vers = experiment(vraag, "E1"), experiment(vraag, "E2", start="2020-03-02")
    experiment(vraag, "E3", start="2020-03-03")
    experiment(vraag, "E4", eind="2020-03-01")
    verslag(loopt, "2020-01-20")
    verslag(loopt, "2020-03-03")
    fout = verslag(loopt, "2020-02-29")
    verslag(loopt, "2020-02-19", vervangt=fout)

    assert rij_van(arnhem).experimenten == (
        Experimentrij(
            pk=loopt.pk,
            code="E1",
            naam="Experiment E1",
            startdatum=dag("2020-01-06"),
            laatste_voortgang=dag("2020-02-19"),
        ),
        Experimentrij(
            pk=vers.pk, code="E2", naam="Experiment E2", startdatum=dag("2020-03-02"), laatste_voortgang=None
        ),
    )


def test_breaks_and_holidays_of_the_day_and_later_are_read_and_past_ones_are_not():
    arnhem = praktijk(programma())
    for vanaf, einde in (("2020-02-01", "2020-03-01"), ("2020-03-01", "2020-03-02"), ("2020-05-01", None)):
        Onderbreking.objects.create(praktijk=arnhem, vanaf=dag(vanaf), tot_en_met=dag(einde), reden="verbouwing")
        if einde:
            Schoolvakantie.objects.create(naam=f"vakantie {vanaf}", vanaf=dag(vanaf), tot_en_met=dag(einde))

    assert rij_van(arnhem).onderbrekingen == (
        Periode(vanaf=dag("2020-03-01"), tot_en_met=dag("2020-03-02"), omdat="onderbreking: verbouwing"),
        Periode(vanaf=dag("2020-05-01"), tot_en_met=None, omdat="onderbreking: verbouwing"),
    )
    assert vakanties_vanaf(OP) == (
        Periode(vanaf=dag("2020-03-01"), tot_en_met=dag("2020-03-02"), omdat="vakantie 2020-03-01"),
    )


@pytest.mark.parametrize("aantal", [1, 3])
def test_any_number_of_practices_takes_five_queries(django_assert_num_queries, aantal):
    thuis = programma()
    for nummer in range(aantal):
        nieuw = praktijk(thuis, f"P{nummer}")
        vraag = ontwerpvraag(nieuw)
        for volgt in range(aantal):
            verslag(experiment(vraag, f"E{nummer}{volgt}"), "2020-02-01")
    praktijken = list(Praktijk.objects.select_related("programma"))

    with django_assert_num_queries(5):
        praktijkrijen(praktijken, OP)
