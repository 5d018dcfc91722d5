"""What a practice brings in, and when its fingerprint changes."""

from dataclasses import replace

from hypothesis import given

from monitor.feiten import Feiten
from monitor.hertelling import hertel
from monitor.ronde.cijfers import standen
from tests.gegevens import dag
from tests.monitor.feitplannen import PEILDATUM, feiten


@given(feiten=feiten())
def test_the_figures_of_practices_are_those_of_the_programme_by_practice(feiten: Feiten):
    programma = hertel("thuis", feiten, PEILDATUM)
    per_praktijk = [stand.cijfers for stand in standen("thuis", feiten, PEILDATUM).values()]
    eigen = [een for stand in per_praktijk for een in stand.per_praktijk]
    assert sorted(eigen, key=lambda een: een.code) == sorted(programma.per_praktijk, key=lambda een: een.code)
    assert sum(stand.praktijken.opgestart for stand in per_praktijk) == programma.praktijken.opgestart
    assert sum(stand.experimenten.lopend for stand in per_praktijk) == programma.experimenten.lopend
    assert sum(stand.deelnemers_tot_nu_toe.totaal for stand in per_praktijk) >= programma.deelnemers_tot_nu_toe.totaal


@given(feiten=feiten())
def test_what_happens_after_the_day_changes_no_fingerprint(feiten: Feiten):
    later = dag("2020-07-25")
    praktijken = tuple(
        replace(een, einddatum=later, afloop="afgerond") if een.startdatum and een.einddatum is None else een
        for een in feiten.praktijken
    )
    vragen = tuple(een if een.vervallen_op else replace(een, vervallen_op=later) for een in feiten.ontwerpvragen)
    mensen = tuple(
        replace(mens, deelnames=(*mens.deelnames, replace(mens.deelnames[0], vanaf=later, tot_en_met=None)))
        for mens in feiten.deelnemers
    )
    verder = replace(feiten, praktijken=praktijken, ontwerpvragen=vragen, deelnemers=mensen)
    assert _afdrukken(verder) == _afdrukken(feiten)


@given(feiten=feiten())
def test_a_person_is_told_by_no_key_and_an_organisation_by_no_name(feiten: Feiten):
    mensen = tuple(replace(een, persoon=f"ander-{een.persoon}") for een in feiten.deelnemers)
    namen = tuple(replace(een, naam=f"{een.naam} B.V.") for een in feiten.organisaties)
    assert _afdrukken(replace(feiten, deelnemers=mensen, organisaties=namen)) == _afdrukken(feiten)


def _afdrukken(feiten: Feiten) -> dict[int, str]:
    return {pk: stand.afdruk for pk, stand in standen("thuis", feiten, PEILDATUM).items()}
