"""The line through time: where things stand, what it says, and text that tries to break out."""

import datetime
from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring

from praktijken.tijdlijn import Periode, Proeflijn, Sessiemerk, Tijdlijn, Vraaglijn, als_svg
from tests.gegevens import dag

VANDAAG = dag("2020-06-30")
SVG = "{http://www.w3.org/2000/svg}"


def proef(code="E1", naam="Een proef", status="actief", van="2020-01-06", tot=None, verslagen=()):
    return Proeflijn(
        code=code, naam=naam, status=status, van=dag(van), tot=dag(tot), verslagen=tuple(map(dag, verslagen))
    )


def vraag(*proeven, nummer=1, van="2020-01-01", vervallen=None):
    return Vraaglijn(nummer=nummer, van=dag(van), vervallen_op=dag(vervallen), proeven=proeven)


def tijdlijn(*vragen, praktijk="Arnhem", rust=()):
    return Tijdlijn(praktijk=praktijk, dag=VANDAAG, vragen=vragen, onderbrekingen=rust)


def getekend(lijn):
    return fromstring(als_svg(lijn, sleutel="t"))


def teksten(svg):
    return [tekst.text for tekst in svg.iter(f"{SVG}text")]


def procent(waarde):
    return float(waarde.removesuffix("%"))


def test_the_picture_names_the_practice_its_parts_and_where_the_words_are():
    svg = getekend(tijdlijn(vraag(proef(), proef("E2", status="gepland", van=None)), vraag(nummer=2)))

    assert (svg.get("role"), svg.get("aria-labelledby")) == ("img", "t-titel t-tekst")
    assert svg.find(f"{SVG}title").text == "Tijdlijn van Arnhem"
    assert svg.find(f"{SVG}desc").text == (
        "Ontwerpvragen: 2. Experimenten: 2, waarvan gepland 1, actief 1, afgerond 0, voortijdig gestopt 0. "
        "De streep is vandaag, 30-06-2020. De tabel hieronder zegt hetzelfde in woorden."
    )


def test_every_row_and_today_stand_there_in_words():
    svg = getekend(
        tijdlijn(
            vraag(proef("E1", "Maatjes"), proef("E2", "Later", status="gepland", van=None), van="2020-04-01"),
            vraag(proef("E3", "Klaar", status="afgerond", tot="2020-04-30"), nummer=2, vervallen="2020-06-30"),
        )
    )

    assert teksten(svg) == [
        "mrt 2020",
        "mei 2020",
        "jul 2020",
        "vandaag",
        "Ontwerpvraag 1",
        "● E1 Maatjes",
        "○ E2 Later",
        "gepland, nog geen datum",
        "Ontwerpvraag 2 (vervallen)",
        "✓ E3 Klaar",
    ]


def test_days_stand_where_they_fall_between_the_first_and_the_last():
    """From 1 January to 1 July 2020 is 182 days, over 94 percent of the width."""
    svg = getekend(tijdlijn(vraag(proef(van="2020-01-31", tot="2020-03-31", verslagen=["2020-02-29"]))))
    balk = next(vak for vak in svg.iter(f"{SVG}rect") if vak.get("rx") == "3")

    assert procent(balk.get("x")) == pytest.approx(3 + 94 * 30 / 182, abs=0.01)
    assert procent(balk.get("width")) == pytest.approx(94 * 60 / 182, abs=0.02)
    assert procent(svg.find(f"{SVG}circle").get("cx")) == pytest.approx(3 + 94 * 59 / 182, abs=0.01)


def test_a_running_experiment_ends_today_and_a_planned_one_is_an_outline():
    svg = getekend(tijdlijn(vraag(proef(), proef("E2", status="gepland", van="2020-12-31"))))
    lopend, gepland = [vak for vak in svg.iter(f"{SVG}rect") if vak.get("rx") == "3"]

    vandaag = 3 + 94 * 181 / (365 + 30)  # 1 January 2020 to 31 December, and room for what is to begin
    assert procent(lopend.get("x")) + procent(lopend.get("width")) == pytest.approx(vandaag, abs=0.02)
    assert (lopend.get("fill"), gepland.get("fill"), gepland.get("stroke-dasharray")) == ("#2b8a3e", "none", "4 3")


def test_the_line_of_a_practice_that_is_over_ends_with_it():
    """From 1 January to 1 May 2020, the day after its last, is 121 days; what runs on is drawn up to that last day."""
    svg = getekend(replace(tijdlijn(vraag(proef())), einde=dag("2020-04-30")))
    balk = next(vak for vak in svg.iter(f"{SVG}rect") if vak.get("rx") == "3")

    assert procent(balk.get("x")) + procent(balk.get("width")) == pytest.approx(3 + 94 * 120 / 121, abs=0.02)
    assert "vandaag" not in teksten(svg)
    assert "De praktijk eindigde op 30-04-2020." in svg.find(f"{SVG}desc").text


def test_a_break_is_shaded_over_its_days():
    svg = getekend(tijdlijn(vraag(proef()), rust=(Periode(van=dag("2020-02-01"), tot=dag("2020-03-01")),)))
    grijs = [vak for vak in svg.iter(f"{SVG}rect") if vak.get("fill") == "#e3e6ea"]

    assert [(procent(vak.get("x")), procent(vak.get("width"))) for vak in grijs] == [
        (pytest.approx(3 + 94 * 31 / 182, abs=0.01), pytest.approx(94 * 29 / 182, abs=0.02))
    ]


def test_hostile_and_long_text_stays_text_and_short():
    aanval = '<script>alert("x")</script>'
    svg = als_svg(tijdlijn(vraag(proef(aanval, "w" * 500)), praktijk=aanval), sleutel="t")

    assert ("<script" in svg, "style=" in svg) == (False, False)
    kort, lang = [deel for deel in fromstring(svg).iter(f"{SVG}text") if deel.get("class")]
    assert (kort.get("class"), kort.text) == ("kort", f"● {aanval} {'w' * 500}"[: 2 + 33] + "…")
    assert (lang.get("class"), lang.text) == ("lang", f"● {aanval} {'w' * 500}"[: 2 + 79] + "…")


@pytest.mark.parametrize(("van", "tot"), [("0001-01-01", "9999-12-31"), ("2020-06-30", "2020-06-30")])
def test_days_at_the_ends_of_the_calendar_and_a_single_day_can_be_drawn(van, tot):
    svg = getekend(tijdlijn(vraag(proef(status="afgerond", van=van, tot=tot), van=van)))

    plekken = [procent(lijn.get("x1")) for lijn in svg.iter(f"{SVG}line")]
    assert [plek for plek in plekken if not 3 <= plek <= 97] == []
    assert len(teksten(svg)) <= 3 + 6  # question, experiment, today; few enough marks to read


def test_the_axis_never_carries_more_names_than_fit_a_phone():
    for dagen in range(1, 9000, 97):
        begin = VANDAAG - datetime.timedelta(days=dagen)
        namen = teksten(getekend(tijdlijn(vraag(van=begin))))

        assert len(namen) - 2 <= 5, dagen


def test_the_line_of_a_day_runs_behind_the_words_and_never_through_them():
    sessie = Sessiemerk(dag=dag("2020-03-01"), soort="ontwerpsessie")
    svg = getekend(replace(tijdlijn(vraag(proef())), sessies=(sessie,)))
    soorten = [
        deel.tag.removeprefix(SVG) for deel in svg if deel.get("stroke-dasharray") or deel.text == "● E1 Een proef"
    ]

    assert soorten == ["line", "line", "text"]
    assert {tekst.get("paint-order") for tekst in svg.iter(f"{SVG}text")} == {"stroke"}
