"""The series over the years: nvt is no number, a missing year no line, and another definition a break."""

import datetime
from dataclasses import replace

import pytest

from monitor.publicatie.reeks import Jaarcijfer, reeks
from monitor.publicatie.vorm import lees
from monitor.publicatie.weergave.grafiek import alternatief, reeks_svg
from tests.monitor.meten.gegevens import vastgesteld
from tests.monitor.publicatie.gegevens import gepubliceerd, met_kleine_aantallen, teksten

ANDERS = "andere definitie (versie 2): niet te vergelijken met eerder"


def cijfer(jaar: int, waarde: int | None, opmerking: str = "", *, breuk: bool = False) -> Jaarcijfer:
    return Jaarcijfer(
        jaar=jaar,
        peildatum=None if opmerking.startswith("geen") else datetime.date(jaar, 6, 30),
        waarde=waarde,
        opmerking=opmerking,
        adres="" if opmerking.startswith("geen") else f"/cijfers/thuis/{jaar}/1/",
        breuk=breuk,
    )


@pytest.fixture
def inhoud(db):  # noqa: ARG001  # asked for its effect
    programma = met_kleine_aantallen()
    teksten(programma)
    return lees(gepubliceerd(vastgesteld(programma)).inhoud)


def van_jaar(inhoud, jaar: int, *, definitie: int = 1, nvt: str = ""):
    return replace(
        inhoud,
        jaar=jaar,
        adres=f"/cijfers/thuis/{jaar}/1/",
        meting=replace(inhoud.meting, peildatum=datetime.date(jaar, 6, 30), nvt=nvt),
        definitie=replace(inhoud.definitie, versie=definitie),
        cijfers=None if nvt else inhoud.cijfers,
    )


def test_every_year_has_its_place(inhoud):
    jaren = [
        van_jaar(inhoud, 2019, nvt="nog niet gestart"),
        van_jaar(inhoud, 2020),
        van_jaar(inhoud, 2022, definitie=2),
        van_jaar(inhoud, 2023, definitie=2),
    ]

    assert reeks(jaren) == (
        cijfer(2019, None, "nog niet gestart"),
        cijfer(2020, 3),
        cijfer(2021, None, "geen gepubliceerde meting"),
        cijfer(2022, 3, ANDERS, breuk=True),
        cijfer(2023, 3),
    )


def test_the_chart_says_in_words_what_it_draws_and_marks_the_break():
    jaren = [cijfer(2019, None, "nog niet gestart"), cijfer(2020, 3), cijfer(2021, 4, ANDERS, breuk=True)]

    assert alternatief(jaren) == f"Kolommen per jaar. 2019: nvt (nog niet gestart); 2020: 3; 2021: 4 ({ANDERS})."
    svg = reeks_svg(jaren, titel="<b>")
    assert svg.count('class="balk"') == 2
    assert svg.count("stroke-dasharray") == 1
    assert "<b>" not in svg


def test_nothing_published_is_no_series():
    assert reeks([]) == ()
