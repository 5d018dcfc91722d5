"""Whatever is published, a reader who knows the rule is left with two values or more of every protected count."""

from collections.abc import Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st

from monitor.bescherming.beschermen import bescherm
from monitor.bescherming.vorm import als_json, uit_json
from monitor.bescherming.waarden import BeschermdeCijfers, BeschermdePraktijkcijfers
from monitor.indicator import Indicator23, Praktijkcijfers
from tests.monitor.bescherming.oplosser import vastgepind
from tests.monitor.bescherming.reeksen import Groep, Stap, gepubliceerd, groepen, reeksen, stappen

Reeks = list[tuple[Indicator23, BeschermdeCijfers]]

DREMPELS = (0, 3, 5, 5, 5, 8)
EEN_KLEIN = [
    Groep(mensen=3, soort="Apotheek", praktijken=frozenset({"P1"})),
    Groep(mensen=8, soort="Buurthuis", praktijken=frozenset({"P2"})),
    Groep(mensen=15, soort="Crèche", praktijken=frozenset({"P3"})),
    Groep(mensen=6, soort=None, praktijken=frozenset({"P4"})),
]
GEGROEID = [
    *EEN_KLEIN,
    Groep(mensen=2, soort="Apotheek", praktijken=frozenset({"P2"}), vanaf=2020),
    Groep(mensen=1, soort="Dorpsraad", praktijken=frozenset({"P2"}), vanaf=2020),
]


LATER_EERDER = [
    Groep(mensen=8, soort="Dorpsraad", praktijken=frozenset({"P2"}), tot_en_met=2020),
    Groep(mensen=1, soort="Eethuis", praktijken=frozenset({"P1"})),
    Groep(mensen=1, soort="Apotheek", praktijken=frozenset({"P2"})),
    Groep(mensen=2, soort="Dorpsraad", praktijken=frozenset({"P2"})),
    Groep(mensen=6, soort="Eethuis", praktijken=frozenset({"P2"})),
    Groep(mensen=1, soort=None, praktijken=frozenset({"P3"}), vanaf=2021),
    Groep(mensen=3, soort="Buurthuis", praktijken=frozenset({"P1"})),
]
"""Where a search that gives up must not be taken for an assumption that cannot hold."""


@settings(max_examples=40, deadline=None)
@example(reeks=gepubliceerd(LATER_EERDER, [Stap(jaar=2021, drempel=8), Stap(jaar=2019, drempel=5, groep=3, mensen=1)]))
@example(reeks=gepubliceerd(EEN_KLEIN, [Stap(jaar=2019, drempel=5), Stap(jaar=2020, drempel=0)]))
@example(reeks=gepubliceerd(EEN_KLEIN, [Stap(jaar=2019, drempel=5)]))
@example(reeks=gepubliceerd(GEGROEID, [Stap(jaar=2019, drempel=5), Stap(jaar=2020, drempel=5)]))
@example(reeks=gepubliceerd(EEN_KLEIN, [Stap(jaar=2019, drempel=5), Stap(jaar=2019, drempel=5, groep=1, mensen=4)]))
@example(reeks=gepubliceerd(EEN_KLEIN, [Stap(jaar=2019, drempel=5), Stap(jaar=2019, drempel=5, groep=0, mensen=0)]))
@given(reeks=reeksen(DREMPELS))
def test_a_reader_is_left_with_two_values_of_every_protected_count(reeks: Reeks):
    assert vastgepind([publicatie for _, publicatie in reeks]) == {}


@settings(max_examples=30, deadline=None)
@given(reeks=reeksen(DREMPELS))
def test_no_published_number_of_persons_lies_between_0_and_the_threshold(reeks: Reeks):
    for _, publicatie in reeks:
        assert [getal for getal in personen(publicatie) if 0 < getal < publicatie.drempel] == []


@settings(max_examples=30, deadline=None)
@given(reeks=reeksen(DREMPELS))
def test_every_number_that_is_published_is_the_number_that_was_counted(reeks: Reeks):
    for cijfers, publicatie in reeks:
        for geteld, getoond in (
            (cijfers.deelnemers, publicatie.deelnemers),
            (cijfers.deelnemers_tot_nu_toe, publicatie.deelnemers_tot_nu_toe),
        ):
            per_soort = {regel.naam: regel.aantal for regel in geteld.typen}
            for veld in ("totaal", "bekend", "onbekend"):
                assert getattr(getoond, veld) in (None, getattr(geteld, veld))
            for regel in getoond.typen:
                samen = sum(per_soort.get(soort, 0) for soort in regel.soorten or (regel.naam,))
                assert regel.aantal in (None, samen)
        per_praktijk = {regel.code: regel.deelnemers for regel in cijfers.per_praktijk}
        assert all(regel.deelnemers in (None, per_praktijk[regel.code]) for regel in publicatie.per_praktijk)


@settings(max_examples=30, deadline=None)
@given(reeks=reeksen(DREMPELS))
def test_what_is_no_count_of_persons_always_stands(reeks: Reeks):
    for cijfers, publicatie in reeks:
        for naam in ("programma", "peildatum", "praktijken", "gemeenten", "organisaties", "ontwerpvragen"):
            assert getattr(publicatie, naam) == getattr(cijfers, naam)
        assert publicatie.experimenten == cijfers.experimenten
        assert [zonder_deelnemers(regel) for regel in publicatie.per_praktijk] == [
            zonder_deelnemers(regel) for regel in cijfers.per_praktijk
        ]


@settings(max_examples=30, deadline=None)
@given(reeks=reeksen((0,)))
def test_threshold_0_publishes_everything_as_it_is(reeks: Reeks):
    for cijfers, publicatie in reeks:
        for geteld, getoond in (
            (cijfers.deelnemers, publicatie.deelnemers),
            (cijfers.deelnemers_tot_nu_toe, publicatie.deelnemers_tot_nu_toe),
        ):
            assert [(regel.naam, regel.aantal) for regel in getoond.typen] == [
                (regel.naam, regel.aantal) for regel in geteld.typen
            ]
            assert (getoond.totaal, getoond.bekend, getoond.onbekend) == (geteld.totaal, geteld.bekend, geteld.onbekend)
        assert [regel.deelnemers for regel in publicatie.per_praktijk] == [
            regel.deelnemers for regel in cijfers.per_praktijk
        ]
        assert not publicatie.iets_beschermd


@settings(max_examples=30, deadline=None)
@given(mensen=st.lists(groepen, max_size=12), publicaties=stappen(DREMPELS))
def test_the_same_figures_after_the_same_publications_give_the_same(mensen: list[Groep], publicaties: list[Stap]):
    assert gepubliceerd(mensen, publicaties) == gepubliceerd(mensen, publicaties)


@settings(max_examples=30, deadline=None)
@given(reeks=reeksen(DREMPELS))
def test_the_canonical_form_gives_back_what_was_published(reeks: Reeks):
    for _, publicatie in reeks:
        assert uit_json(als_json(publicatie)) == publicatie


@settings(max_examples=30, deadline=None)
@given(mensen=st.lists(groepen, max_size=12))
def test_what_a_version_protected_stays_protected_in_the_next_of_the_same_day(mensen: list[Groep]):
    [(cijfers, eerste)] = gepubliceerd(mensen, [Stap(jaar=2020, drempel=5)])
    tweede = bescherm(cijfers, drempel=3, eerder=[eerste])

    assert tweede.versie == 2
    assert los(tweede) <= los(eerste)


def personen(publicatie: BeschermdeCijfers) -> Iterator[int]:
    """Every count of persons that is published."""
    for telling in (publicatie.deelnemers, publicatie.deelnemers_tot_nu_toe):
        getallen = (telling.totaal, telling.bekend, telling.onbekend, *(regel.aantal for regel in telling.typen))
        yield from (getal for getal in getallen if getal is not None)
    yield from (regel.deelnemers for regel in publicatie.per_praktijk if regel.deelnemers is not None)


def los(publicatie: BeschermdeCijfers) -> set[str]:
    """What is published in it as a count of its own, by name."""
    gevonden = {regel.code for regel in publicatie.per_praktijk if regel.deelnemers is not None}
    for naam, telling in (("nu", publicatie.deelnemers), ("tot nu toe", publicatie.deelnemers_tot_nu_toe)):
        velden = {"totaal": telling.totaal, "bekend": telling.bekend, "onbekend": telling.onbekend}
        gevonden |= {f"{naam} {veld}" for veld, getal in velden.items() if getal is not None}
        gevonden |= {f"{naam} {regel.naam}" for regel in telling.typen if not regel.soorten}
    return gevonden


def zonder_deelnemers(regel: Praktijkcijfers | BeschermdePraktijkcijfers) -> tuple[str, str, int, int]:
    return regel.code, regel.naam, regel.ontwerpvragen, regel.experimenten
