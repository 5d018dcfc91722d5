"""The series of the Monitor: what a line joins, and where it breaks."""

import dataclasses
import datetime

import pytest

from monitor import definities
from monitor.reeks import Punt, breuken, verbonden
from monitor.weergave.reeksgrafiek import reeks_svg
from tests import gegevens
from tests.monitor.meten.gegevens import maker, met_definitie, vastgesteld


def punt(jaar: int, waarde: int | None, definitie: int = 1) -> Punt:
    nvt = "" if waarde is not None else "niet gemeten"
    return Punt(pk=jaar, jaar=jaar, peildatum=datetime.date(jaar, 6, 30), waarde=waarde, nvt=nvt, definitie=definitie)


@pytest.mark.parametrize(
    ("punten", "lijnen", "breekt"),
    [
        ([punt(2020, 11), punt(2021, 10)], [(2020, 2021)], []),
        ([punt(2019, None), punt(2020, 11)], [], []),
        ([punt(2020, 11), punt(2022, 10)], [], []),
        ([punt(2020, 11), punt(2021, 10, 2), punt(2022, 9, 2)], [(2021, 2022)], [(2020, 2021)]),
        ([punt(2020, 11)], [], []),
        ([], [], []),
    ],
)
def test_a_line_joins_years_in_a_row_that_were_counted_the_same_way(punten, lijnen, breekt):
    assert [(a.jaar, b.jaar) for a, b in verbonden(punten)] == lijnen
    assert [(a.jaar, b.jaar) for a, b in breuken(punten)] == breekt


def test_the_chart_draws_the_break_and_no_line_through_it():
    svg = reeks_svg([punt(2020, 11), punt(2021, 10, 2)], sleutel="reeks")
    assert (svg.count('class="trek"'), svg.count('class="merk breuk"')) == (0, 1)
    assert "Tussen 2020 en 2021 veranderde de definitie" in svg


@pytest.mark.django_db
def test_a_new_version_of_the_definition_breaks_the_series_on_the_page(als, monkeypatch):
    programma = gegevens.programma(einddatum=None)
    gegevens.praktijk(programma)
    vastgesteld(programma)
    tweede = dataclasses.replace(definities.HUIDIGE, versie=2, wijziging="Een praktijk telt vanaf haar intake.")
    met_definitie(monkeypatch, tweede)
    op = datetime.datetime(2021, 9, 1, tzinfo=datetime.UTC)
    vastgesteld(programma, 2021, "2021-06-30", op=op)
    antwoord = als(maker()).get("/monitor/metingen/")
    (deel,) = antwoord.context["delen"]
    assert [(jaar.punt.jaar, jaar.breuk) for jaar in deel.reeks] == [
        (2020, ""),
        (2021, "Versie 2 van de definitie. Een praktijk telt vanaf haar intake."),
    ]
    assert "Breuk in de reeks." in antwoord.content.decode()
