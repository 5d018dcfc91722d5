"""The explanation in running Dutch: true, and good Dutch, for every value."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor import zinnen
from monitor.indicator import Deelnemers, Indicator23
from monitor.nederlands import aantal, datum, opsomming
from monitor.rapport import VorigeMeting
from tests.monitor.cijfers import (
    PEILDATUM,
    deelnemers,
    deelnemersaantallen,
    experimenten,
    indicator,
    indicatoren,
    per_praktijk,
    praktijken,
)

JAAR_EERDER = datetime.date(2019, 6, 30)


def _een_jaar_eerder(opgestart: int | None) -> VorigeMeting:
    reden = "nog niet gestart" if opgestart is None else ""
    return VorigeMeting(peildatum=JAAR_EERDER, opgestart=opgestart, reden=reden)


ENKELVOUD = (
    "praktijk|gemeente|organisatie|ontwerpvraag|experiment|persoon|deelnemer|"
    "is|loopt|koos|doet|deed|werkt|telt|ontbreekt"
)
MEERVOUD = (
    "praktijken|gemeenten|organisaties|ontwerpvragen|experimenten|personen|deelnemers|zijn|lopen|kozen|doen|tellen|"
    "ontbreken"
)


def _zonder_datums(tekst: str) -> str:
    return re.sub(r"\b\d{1,2} [a-z]+ \d{4}\b", "die dag", tekst)


def _getallen(tekst: str) -> list[int]:
    return [int(cijfers) for cijfers in re.findall(r"\d+", _zonder_datums(tekst))]


@given(st.data(), indicatoren())
def test_no_number_goes_with_the_wrong_form_of_a_word(data: st.DataObject, cijfers: Indicator23):
    vorige = data.draw(st.one_of(st.none(), st.integers(1, cijfers.praktijken.opgestart or 1)))
    if cijfers.praktijken.opgestart == 0:
        vorige = None
    tekst = _zonder_datums(" ".join(zinnen.toelichting(cijfers, _een_jaar_eerder(vorige))))
    assert not re.search(rf"\b(0|[2-9]|\d{{2,}}) ({ENKELVOUD})\b", tekst), tekst
    assert not re.search(rf"\b1 ({MEERVOUD})\b", tekst), tekst
    assert not re.search(r"\b0\b|None|  | \.|\s$", tekst.replace(": 0 tot en met", ": tot en met")), tekst


@given(indicatoren())
def test_every_sentence_is_a_sentence(cijfers: Indicator23):
    alineas = zinnen.toelichting(cijfers, _een_jaar_eerder(None))
    assert [alinea for alinea in alineas if not re.fullmatch(r"[A-Z0-9].*\.", alinea)] == []


@given(indicatoren())
def test_numbers_about_practices_equal_the_figures(cijfers: Indicator23):
    stand = cijfers.praktijken
    anders = [stand.actief, stand.afgerond, stand.voortijdig_gestopt, stand.samengevoegd]
    assert _getallen(zinnen.opgestart(stand, PEILDATUM)) == [n for n in [stand.opgestart] if n]
    if stand.opgestart:
        assert _getallen(zinnen.stand(stand, PEILDATUM)) == [n for n in anders if n]
        assert _getallen(zinnen.gemeenten(cijfers)) == [n for n in [cijfers.gemeenten] if n]


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
def test_numbers_about_experiments_equal_the_figures(lopend: int, afgerond: int, gestopt: int):
    zin = zinnen.experimenten(experimenten(lopend, afgerond, gestopt))
    assert _getallen(zin) == [n for n in [lopend + afgerond + gestopt, lopend, afgerond, gestopt] if n]


@given(deelnemersaantallen())
def test_the_note_tells_of_how_many_the_kind_is_known(mensen: Deelnemers):
    gevonden = _getallen(zinnen.bekendheid(mensen))
    if mensen.totaal <= 1:
        assert gevonden == []
    elif mensen.bekend == mensen.totaal:
        assert gevonden == [mensen.totaal]
    else:
        assert gevonden == [n for n in [mensen.bekend, mensen.totaal] if n]


@pytest.mark.parametrize(
    ("vragen", "zin"),
    [
        ([3, 4, 5], "Alle 3 praktijken kozen drie tot vijf ontwerpvragen die op deze dag gelden."),
        ([3, 5, 6], "2 van de 3 praktijken kozen drie tot vijf ontwerpvragen die op deze dag gelden; 1 koos er meer."),
        (
            [0, 2, 4],
            "1 van de 3 praktijken koos drie tot vijf ontwerpvragen die op deze dag gelden; 2 kozen er minder.",
        ),
        (
            [1, 6],
            "Geen van de 2 praktijken koos drie tot vijf ontwerpvragen die op deze dag gelden; "
            "1 koos er minder en 1 koos er meer.",
        ),
        ([4], "De praktijk heeft 4 ontwerpvragen op deze dag."),
        ([1], "De praktijk heeft 1 ontwerpvraag op deze dag."),
        ([0], "De praktijk heeft geen ontwerpvraag op deze dag."),
    ],
)
def test_how_many_practices_have_three_to_five_questions(vragen: list[int], zin: str):
    assert zinnen.drie_tot_vijf(per_praktijk(*vragen)) == zin


def test_ten_of_eleven_practices_with_the_expected_number():
    assert zinnen.drie_tot_vijf(per_praktijk(*[3] * 10, 2)) == (
        "10 van de 11 praktijken kozen drie tot vijf ontwerpvragen die op deze dag gelden; 1 koos er minder."
    )


@pytest.mark.parametrize(
    ("nu", "vorige", "zin"),
    [
        (11, None, "Op 30 juni 2019, een jaar eerder, is nog geen praktijk opgestart; de vorige meting is daarom nvt."),
        (11, 11, "Dat aantal is gelijk aan dat op 30 juni 2019, een jaar eerder (11)."),
        (11, 10, "Dat is er 1 meer dan op 30 juni 2019, een jaar eerder (10)."),
        (11, 3, "Dat zijn er 8 meer dan op 30 juni 2019, een jaar eerder (3)."),
        (11, 12, "Dat is er 1 minder dan op 30 juni 2019, een jaar eerder (12)."),
    ],
)
def test_the_comparison_with_a_year_earlier(nu: int, vorige: int | None, zin: str):
    assert zinnen.vergelijking(indicator(stand=praktijken(nu)), _een_jaar_eerder(vorige)) == zin


@pytest.mark.parametrize(
    ("vorige", "reden", "zin"),
    [
        (None, "niet gemeten", "De vorige meting, op 30 juni 2019, is nvt: niet gemeten."),
        (10, "", "Dat is er 1 meer dan op 30 juni 2019, bij de vorige meting (10)."),
    ],
)
def test_the_comparison_with_the_measurement_that_was_fixed(vorige: int | None, reden: str, zin: str):
    gemeten = VorigeMeting(peildatum=JAAR_EERDER, opgestart=vorige, reden=reden, vastgesteld=True)
    assert zinnen.vergelijking(indicator(stand=praktijken(11)), gemeten) == zin


@pytest.mark.parametrize(
    ("streef", "zin"),
    [
        (None, ""),
        (0, "De streefwaarde is 0 praktijken; die is gehaald."),
        (1, "De streefwaarde is 1 praktijk; die is gehaald."),
        (11, "De streefwaarde is 11 praktijken; die is gehaald."),
        (12, "De streefwaarde is 12 praktijken; er ontbreekt nog 1."),
        (20, "De streefwaarde is 20 praktijken; er ontbreken nog 9."),
    ],
)
def test_the_target_and_how_far_it_is(streef: int | None, zin: str):
    assert zinnen.streefwaarde(praktijken(11), streef) == zin


def test_with_every_practice_ended_it_explains_why_nobody_takes_part_now():
    cijfers = indicator(
        stand=praktijken(afgerond=10, samengevoegd=1), vragen=(3,) * 11, tot_nu_toe=deelnemers(20, Zorg=151)
    )
    assert zinnen.toelichting(cijfers, _een_jaar_eerder(11))[-1] == (
        "Op deze dag zijn alle praktijken geëindigd; daarom telt niemand als deelnemer nu. "
        "Ook organisaties tellen alleen mee zolang een praktijk actief is. "
        "Tot nu toe deden 171 personen mee. "
        "Van 151 van de 171 deelnemers is het organisatietype bekend. "
        "Het organisatietype ‘Zorg’ komt het meest voor: 151 deelnemers."
    )


def test_with_the_only_practice_ended_it_speaks_of_one_practice():
    assert zinnen.deelnemers_nu(indicator(stand=praktijken(voortijdig_gestopt=1), vragen=(0,))) == (
        "Op deze dag is de praktijk geëindigd; daarom telt niemand als deelnemer nu."
    )


@pytest.mark.parametrize(
    ("mensen", "zin"),
    [
        (deelnemers(20), ""),
        (deelnemers(Zorg=1), "Het organisatietype ‘Zorg’ komt het meest voor: 1 deelnemer."),
        (
            deelnemers(Zorg=2, Welzijn=2),
            "De organisatietypen ‘Zorg’ en ‘Welzijn’ komen het meest voor: elk 2 deelnemers.",
        ),
        (deelnemers(A=1, B=1, C=1, D=1), ""),
    ],
)
def test_the_kinds_that_occur_most(mensen: Deelnemers, zin: str):
    assert zinnen.meeste(mensen) == zin


@pytest.mark.parametrize(
    ("mensen", "zin"),
    [
        (deelnemers(20, Zorg=151), "Van 151 van de 171 deelnemers is het organisatietype bekend."),
        (
            deelnemers(1, **{"Vrijwilliger NVO": 2}),
            "Van 2 van de 3 deelnemers is het organisatietype bekend. NVO = niet verbonden aan organisatie.",
        ),
        (
            deelnemers(0, **{"Ggz-organisatie": 2, "(Ex-)mantelzorger NVO": 1}),
            "Van alle 3 deelnemers is het organisatietype bekend. "
            "NVO = niet verbonden aan organisatie; GGZ = geestelijke gezondheidszorg.",
        ),
        (deelnemers(3), "Van geen van de 3 deelnemers is het organisatietype bekend."),
        (deelnemers(1), "Van de ene deelnemer is het organisatietype niet bekend."),
        (deelnemers(0, Zorg=1), "Van de ene deelnemer is het organisatietype bekend."),
        (deelnemers(), "Er zijn geen deelnemers."),
    ],
)
def test_the_note_under_table_1_explains_the_abbreviations_that_occur(mensen: Deelnemers, zin: str):
    assert zinnen.noot(mensen) == zin


@given(st.integers(0, 200))
def test_a_number_takes_the_form_of_its_noun(getal: int):
    verwacht = {0: "geen praktijk", 1: "1 praktijk"}.get(getal, f"{getal} praktijken")
    assert aantal(getal, "praktijk", "praktijken") == verwacht


def test_days_and_lists_read_as_dutch():
    assert datum(datetime.date(2020, 3, 1)) == "1 maart 2020"
    assert (opsomming(["a"]), opsomming(["a", "b"]), opsomming(["a", "b", "c"])) == ("a", "a en b", "a, b en c")
