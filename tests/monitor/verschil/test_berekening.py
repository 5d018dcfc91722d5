"""The parts of a difference add up, whatever happened between the two, and each has the reason it should have."""

import datetime
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor import oordelen
from monitor.definities import HUIDIGE
from monitor.feiten import Deelnamefeit, Deelnemerfeit, Feiten, Gemeentefeit, Praktijkfeit, Vraagfeit
from monitor.indicatoren.soorten.indicator23 import SOORT as INDICATOR23
from monitor.verschil.berekening import Bijdrage, bereken
from monitor.verschil.soorten import Oorzaak
from monitor.verschil.telling import NIET_TE_KOPPELEN, Telling
from tests.gegevens import dag
from tests.monitor.planfeiten import als_feiten
from tests.monitor.plannen import plannen

VAN, NAAR = dag("2020-06-30"), dag("2021-06-30")
TOEN, LATER = datetime.datetime(2020, 9, 1, tzinfo=datetime.UTC), datetime.datetime(2021, 9, 1, tzinfo=datetime.UTC)


def _zonder_gemeenten(feiten, peildatum):
    """A rule of the test: municipalities no longer count, nor practices called Ede."""
    for een in HUIDIGE.oordelen(feiten, peildatum):
        ede = getattr(een.feit, "naam", "") == "Ede"
        een.telt = [] if ede else [telt for telt in een.telt if telt[0] != oordelen.GEMEENTEN]
        yield een


ANDERE = replace(HUIDIGE, versie=2, oordelen=lambda feiten, peildatum: list(_zonder_gemeenten(feiten, peildatum)))


def bijdragen(van: Telling, naar: Telling, opgegaan: dict[str, str]) -> list[Bijdrage]:
    return list(bereken(van, naar, opgegaan).bijdragen)


@st.composite
def tellingen(draw, bekend_op):
    plan = draw(plannen())
    feiten = als_feiten(plan)
    gewist = draw(st.sets(st.sampled_from(["0", "1", "2"])))
    deelnemers = tuple(
        replace(een, persoon=f"{NIET_TE_KOPPELEN}{bekend_op.year}{een.persoon}") if een.persoon in gewist else een
        for een in feiten.deelnemers
    )
    return Telling(
        indicator=INDICATOR23,
        feiten=replace(feiten, deelnemers=deelnemers),
        peildatum=plan.peildatum,
        definitie=draw(st.sampled_from([HUIDIGE, HUIDIGE, ANDERE])),
        bekend_op=bekend_op,
        gewist=frozenset(gewist),
    )


OPGEGAAN = st.sampled_from([{}, {"0": "1"}, {"2": "1"}, {"0": "2", "2": "1"}])


@settings(max_examples=150, deadline=None)
@given(een=tellingen(TOEN), ander=tellingen(LATER), opgegaan=OPGEGAAN)
def test_parts_add_up_to_the_difference_of_every_figure_and_the_other_way_round_to_the_opposite(een, ander, opgegaan):
    heen, terug = bijdragen(een, ander, opgegaan), bijdragen(ander, een, opgegaan)
    per_figuur = Counter()
    for deel in heen:
        per_figuur[deel.figuur] += deel.bij
    eerst = oordelen.tel(een.definitie.oordelen(een.feiten, een.peildatum))
    dan = oordelen.tel(ander.definitie.oordelen(ander.feiten, ander.peildatum))

    assert {figuur: per_figuur[figuur] for figuur in eerst | dan} == {
        figuur: dan.get(figuur, 0) - eerst.get(figuur, 0) for figuur in eerst | dan
    }
    assert {deel.bij for deel in heen} <= {-1, 1}
    assert len({(deel.figuur, deel.record) for deel in heen}) == len(heen)
    assert terug == [replace(deel, bij=-deel.bij) for deel in heen]


@settings(max_examples=30, deadline=None)
@given(een=tellingen(TOEN))
def test_nothing_changed_is_no_difference(een):
    assert bijdragen(een, replace(een, bekend_op=LATER), {}) == []


def _praktijk(nummer=1, start="2019-09-02", eind=None, afloop="", **velden):
    return Praktijkfeit(
        id=nummer, code=f"P{nummer}", naam=f"Praktijk {nummer}", startdatum=dag(start), einddatum=dag(eind),
        afloop=afloop, **({"gaat_verder_in": "", "gemeenten": ()} | velden),
    )  # fmt: skip


def _deelnemer(sleutel="1", soort="Zorg", vanaf="2019-09-02", tot_en_met=None, praktijk=1):
    deelname = Deelnamefeit(praktijk=praktijk, type=soort, vanaf=dag(vanaf), tot_en_met=dag(tot_en_met))
    return Deelnemerfeit(persoon=sleutel, deelnames=(deelname,))


def _toen(*praktijken, definitie=HUIDIGE, gewist=(), **feiten):
    return Telling(
        indicator=INDICATOR23,
        feiten=Feiten(praktijken=praktijken, **feiten), peildatum=VAN, definitie=definitie, bekend_op=TOEN,
        gewist=frozenset(gewist),
    )  # fmt: skip


def _nu(*praktijken, peildatum=NAAR, definitie=HUIDIGE, **feiten):
    return Telling(
        indicator=INDICATOR23,
        feiten=Feiten(praktijken=praktijken, **feiten),
        peildatum=peildatum,
        definitie=definitie,
        bekend_op=LATER,
    )


def _redenen(van, naar, figuur, sleutel="", opgegaan=None):
    return [
        (deel.record[1], deel.bij, deel.oorzaak)
        for deel in bijdragen(van, naar, opgegaan or {})
        if deel.figuur == (figuur, sleutel)
    ]


def test_a_practice_that_started_between_the_days_started_and_one_known_too_late_was_entered_late():
    naar = _nu(_praktijk(1, "2020-09-01"), _praktijk(2, "2020-06-30"))
    assert _redenen(_toen(), naar, "praktijken.opgestart") == [
        ("1", 1, Oorzaak.GESTART),
        ("2", 1, Oorzaak.LATER_INGEVOERD),
    ]


def test_practices_end_by_how_they_ended_and_a_merger_does_not_lower_what_was_started():
    van = _toen(*(_praktijk(nummer) for nummer in (1, 2, 3)))
    naar = _nu(
        _praktijk(1, eind="2021-01-31", afloop="voortijdig gestopt"),
        _praktijk(2, eind="2021-02-28", afloop="samengevoegd"),
        _praktijk(3, eind="2021-03-31", afloop="afgerond"),
    )
    assert _redenen(van, naar, "praktijken.opgestart") == []
    assert _redenen(van, naar, "praktijken.actief") == [
        ("3", -1, Oorzaak.AFGEROND),
        ("1", -1, Oorzaak.GESTOPT),
        ("2", -1, Oorzaak.SAMENGEVOEGD),
    ]
    assert _redenen(van, naar, "praktijken.samengevoegd") == [("2", 1, Oorzaak.SAMENGEVOEGD)]


def test_a_start_moved_after_the_day_is_a_correction_and_a_practice_no_longer_there_was_removed():
    naar = _nu(_praktijk(1, "2020-07-01"), peildatum=VAN)
    assert _redenen(_toen(_praktijk(1), _praktijk(2)), naar, "praktijken.opgestart") == [
        ("1", -1, Oorzaak.GECORRIGEERD),
        ("2", -1, Oorzaak.VERWIJDERD),
    ]


def test_a_start_that_was_not_filled_in_was_entered_late_and_its_questions_count_by_that():
    vraag = Vraagfeit(id=7, praktijk=1, nummer=1, geformuleerd_op=dag("2019-10-01"), vervallen_op=None)
    van = _toen(_praktijk(1, None), ontwerpvragen=(vraag,))
    naar = _nu(_praktijk(1), ontwerpvragen=(vraag,))
    assert _redenen(van, naar, "praktijken.opgestart") == [("1", 1, Oorzaak.LATER_INGEVOERD)]
    assert _redenen(van, naar, "ontwerpvragen.totaal") == [("7", 1, Oorzaak.GECORRIGEERD)]


def test_the_same_municipality_through_another_practice_makes_no_difference_and_a_new_one_comes_with_its_practice():
    tiel, ede = (Gemeentefeit(code=code, naam=code, provincie="") for code in ("GM0281", "GM0228"))
    van = _toen(_praktijk(1, gemeenten=(tiel,)))
    naar = _nu(_praktijk(1), _praktijk(2, "2020-09-01", gemeenten=(tiel, ede)))
    assert _redenen(van, naar, "gemeenten.aantal") == [("GM0228", 1, Oorzaak.GESTART)]


def test_another_kind_of_organisation_moves_a_person_from_one_figure_to_the_other():
    van, naar = _toen(_praktijk(), deelnemers=(_deelnemer(),)), _nu(_praktijk(), deelnemers=(_deelnemer(soort=""),))
    assert _redenen(van, naar, "deelnemers.totaal") == []
    assert _redenen(van, naar, "organisatietypen.aantal", "Zorg") == [("1", -1, Oorzaak.ANDER_TYPE)]
    assert _redenen(van, naar, "deelnemers.bekend") == [("1", -1, Oorzaak.ANDER_TYPE)]
    assert _redenen(van, naar, "deelnemers.onbekend") == [("1", 1, Oorzaak.ANDER_TYPE)]


def test_who_left_ended_and_whose_practice_ended_went_with_it():
    van = _toen(_praktijk(1), _praktijk(2), deelnemers=(_deelnemer("1"), _deelnemer("2", praktijk=2)))
    naar = _nu(
        _praktijk(1),
        _praktijk(2, eind="2021-01-31", afloop="voortijdig gestopt"),
        deelnemers=(_deelnemer("1", tot_en_met="2020-12-31"), _deelnemer("2", praktijk=2)),
    )
    assert _redenen(van, naar, "deelnemers.totaal") == [("2", -1, Oorzaak.GESTOPT), ("1", -1, Oorzaak.GEEINDIGD)]
    assert _redenen(van, naar, "deelnemers_tot_nu_toe.totaal") == []


def test_two_records_of_one_person_made_one_count_once_less():
    van = _toen(_praktijk(), deelnemers=(_deelnemer("1"), _deelnemer("2")))
    naar = _nu(_praktijk(), deelnemers=(_deelnemer("2"),))
    assert _redenen(van, naar, "deelnemers.totaal", opgegaan={"1": "2"}) == [("1", -1, Oorzaak.ONTDUBBELD)]


def test_two_records_that_were_one_and_no_longer_are_count_once_more():
    van = replace(_toen(_praktijk(), deelnemers=(_deelnemer("2"),)), nog_samen=frozenset({"1", "2"}))
    naar = _nu(_praktijk(), deelnemers=(_deelnemer("1"), _deelnemer("2")))
    assert _redenen(van, naar, "deelnemers.totaal") == [("1", 1, Oorzaak.ONTVLOCHTEN)]
    assert _redenen(replace(naar, peildatum=VAN), replace(van, peildatum=NAAR), "deelnemers.totaal") == [
        ("1", -1, Oorzaak.ONTDUBBELD)
    ]


def test_a_practice_that_did_not_go_on_in_another_after_all_is_told_so():
    van, naar = _toen(_praktijk(1, eind="2020-03-31", afloop="samengevoegd")), _nu(_praktijk(1), peildatum=VAN)
    assert _redenen(van, naar, "praktijken.actief") == [("1", 1, Oorzaak.ONTVLOCHTEN)]
    assert _redenen(van, naar, "praktijken.samengevoegd") == [("1", -1, Oorzaak.ONTVLOCHTEN)]


def test_the_one_record_under_another_key_is_the_same_person():
    van, naar = (kant(_praktijk(), deelnemers=(_deelnemer(een),)) for kant, een in ((_toen, "1"), (_nu, "2")))
    assert bijdragen(van, naar, {"1": "2"}) == []


def test_an_erased_person_goes_and_comes_and_nets_nothing():
    van = _toen(_praktijk(), deelnemers=(_deelnemer(f"{NIET_TE_KOPPELEN}ab"),), gewist=["1"])
    assert _redenen(van, _nu(_praktijk(), deelnemers=(_deelnemer("1"),)), "deelnemers.totaal") == [
        ("1", 1, Oorzaak.GEWIST),
        (f"{NIET_TE_KOPPELEN}ab", -1, Oorzaak.GEWIST),
    ]


def test_another_rule_is_told_apart_from_what_happened():
    van = _toen(replace(_praktijk(1), naam="Ede"), _praktijk(2))
    naar = _nu(replace(_praktijk(1), naam="Ede"), _praktijk(2), _praktijk(3, "2020-09-01"), definitie=ANDERE)
    assert _redenen(van, naar, "praktijken.opgestart") == [("3", 1, Oorzaak.GESTART), ("1", -1, Oorzaak.DEFINITIE)]


def test_what_was_entered_after_the_later_measurement_was_fixed_was_missing_there():
    van = replace(_toen(_praktijk(1), _praktijk(2)), bekend_op=LATER)
    naar = replace(_nu(_praktijk(1)), bekend_op=TOEN)
    assert _redenen(van, naar, "praktijken.opgestart") == [("2", -1, Oorzaak.LATER_INGEVOERD)]
