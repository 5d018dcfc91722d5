"""What a cell holds is what the user sees in Excel."""

import datetime as dt
import string
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mantelzorg.excel.lezer import Cel, Foutwaarde, Rij, lees
from tests.mantelzorg.excel.maken import DATUM, DUUR, GETAL_MET_WOORD, LANGE_DATUM, blad, delen, schrijf


def lees_cellen(map_: Path, cellen: str, teksten: str = "", eigenschappen: str = "") -> list[tuple[Cel, ...]]:
    onderdelen = delen(blad(f"<row>{cellen}</row>"), teksten=teksten, eigenschappen=eigenschappen)
    return [rij.cellen for _, rij in lees(schrijf(map_ / "cellen.xlsx", onderdelen), ["Blad"])]


def getal(inhoud: str, stijl: int = 0) -> str:
    return f'<c s="{stijl}"><v>{inhoud}</v></c>'


def tekst(inhoud: str) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{inhoud}</t></is></c>'


def zelfde(gelezen: tuple[Cel, ...], verwacht: tuple[Cel, ...]) -> bool:
    """Equal in value and in type: 1, 1.0 and True are three things."""
    return [(type(c), c) for c in gelezen] == [(type(c), c) for c in verwacht]


@pytest.mark.parametrize(
    ("inhoud", "waarde"),
    [
        ("1", 1),
        ("1.0", 1),
        ("612345678", 612345678),
        ("1E15", 10**15),
        ("-3", -3),
        ("0.30000000000000004", 0.3),
        ("2.9999999999999996", 3),
        ("1E300", 1e300),
        ("2.5", 2.5),
        ("NaN", "NaN"),
    ],
)
def test_a_number_reads_as_the_digits_excel_shows(tmp_path: Path, inhoud: str, waarde: Cel) -> None:
    assert zelfde(lees_cellen(tmp_path, getal(inhoud))[0], (waarde,))


@pytest.mark.parametrize(
    ("serienummer", "stijl", "waarde"),
    [
        ("44012", DATUM, dt.date(2020, 6, 30)),
        ("44012", LANGE_DATUM, dt.date(2020, 6, 30)),
        ("44012.5", DATUM, dt.datetime.fromisoformat("2020-06-30T12:00")),
        ("44011.99999999999", DATUM, dt.date(2020, 6, 30)),
        ("1", DATUM, dt.date(1900, 1, 1)),
        ("59", DATUM, dt.date(1900, 2, 28)),
        ("60", DATUM, 60),
        ("61", DATUM, dt.date(1900, 3, 1)),
        ("0.5", DATUM, dt.time(12)),
        ("-5", DATUM, -5),
        ("2958466", DATUM, 2958466),
        ("1.5", DUUR, dt.timedelta(hours=36)),
        ("44012", GETAL_MET_WOORD, 44012),
        ("44012", 99, 44012),
    ],
)
def test_the_format_makes_a_number_a_date(tmp_path: Path, serienummer: str, stijl: int, waarde: Cel) -> None:
    assert zelfde(lees_cellen(tmp_path, getal(serienummer, stijl))[0], (waarde,))


def test_a_workbook_of_an_old_mac_counts_days_from_1904(tmp_path: Path) -> None:
    rijen = lees_cellen(tmp_path, getal("1", DATUM) + getal(str(44012 - 1462), DATUM), eigenschappen='date1904="1"')
    assert rijen == [(dt.date(1904, 1, 2), dt.date(2020, 6, 30))]


def test_a_date_written_out_is_a_date(tmp_path: Path) -> None:
    cellen = (
        '<c t="d"><v>2020-06-30</v></c><c t="d"><v>2020-06-30T00:00:00</v></c><c t="d"><v>2020-06-30T12:30:00Z</v></c>'
    )
    assert lees_cellen(tmp_path, cellen) == [
        (dt.date(2020, 6, 30), dt.date(2020, 6, 30), dt.datetime.fromisoformat("2020-06-30T12:30"))
    ]


def test_an_error_is_told_apart_from_text_and_from_empty(tmp_path: Path) -> None:
    cellen = '<c t="e"><v>#N/A</v></c><c t="e"><f>A9</f><v>#REF!</v></c><c><f>1+1</f></c>' + tekst("#N/A")
    waarden = (Foutwaarde("#N/A"), Foutwaarde("#REF!"), Foutwaarde("formule zonder uitkomst"), "#N/A")
    assert zelfde(lees_cellen(tmp_path, cellen)[0], waarden)


def test_a_formula_gives_its_last_outcome_and_an_empty_text_is_empty(tmp_path: Path) -> None:
    teksten = '<c t="str"><f>A1</f><v>ja</v></c><c t="str"><f>A2</f><v></v></c>'
    cellen = f'<c><f>1+1</f><v>2</v></c>{teksten}<c t="b"><f>1=1</f><v>1</v></c>'
    assert zelfde(lees_cellen(tmp_path, cellen)[0], (2, "ja", None, True))


def test_shared_text_joins_its_runs_and_leaves_out_phonetic_help(tmp_path: Path) -> None:
    rijk = "<r><rPr><b/></rPr><t>ri</t></r><r><t> jk</t></r><rPh sb='0' eb='1'><t>FON</t></rPh>"
    teksten = f"<si><t>een</t></si><si>{rijk}</si>"
    assert lees_cellen(tmp_path, '<c t="s"><v>1</v></c><c t="s"><v>0</v></c>', teksten) == [("ri jk", "een")]


def test_escapes_are_read_and_impossible_characters_removed(tmp_path: Path) -> None:
    teksten = [
        ("a_x0000_b_x0007_c", "abc"),
        ("a_x000D_\nb&#13;&#10;c_x000D_d", "a\nb\nc\nd"),
        ("_x005F_x0041_", "_x0041_"),
        ("_xD83D__xDE00_ _xD83D_x", "\N{GRINNING FACE} \N{REPLACEMENT CHARACTER}x"),
        ("  'spaties  ", "  'spaties  "),
        ("&lt;b&gt; &amp; é", "<b> & é"),
    ]
    assert lees_cellen(tmp_path, "".join(tekst(ruw) for ruw, _ in teksten)) == [
        tuple(gelezen for _, gelezen in teksten)
    ]


def test_cells_of_nothing_but_space_are_empty_and_such_a_row_is_passed_over(tmp_path: Path) -> None:
    assert lees_cellen(tmp_path, tekst("  ") + tekst("&#160;") + "<c/>") == []
    assert lees_cellen(tmp_path, tekst("  ") + tekst("x") + "<c/>") == [(None, "x")]


letters = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff_"), max_size=20
)
cellen = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**14), 10**14),
    st.integers(-(10**6), 10**6).map(lambda n: n / 4 + 0.125),
    st.dates(dt.date(1900, 3, 1), dt.date(9999, 12, 31)),
    letters.filter(lambda t: t.strip()),
    st.text(string.printable.replace("\x0b", "").replace("\x0c", "").replace("\r", ""), min_size=1).filter(
        lambda t: t.strip() and "_x" not in t
    ),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rijen=st.lists(st.lists(cellen, max_size=8), max_size=6))
def test_what_openpyxl_writes_is_read_back_whole(tmp_path: Path, rijen: list[list[Cel]]) -> None:
    werkmap = openpyxl.Workbook()
    vel = werkmap.worksheets[0]
    vel.title = "Blad"
    for rij, inhoud in enumerate(rijen, 1):
        for kolom, waarde in enumerate(inhoud, 1):
            cel = vel.cell(rij, kolom, waarde)
            if isinstance(waarde, str):
                cel.data_type = "s"
    werkmap.save(tmp_path / "rond.xlsx")
    gelezen = list(lees(tmp_path / "rond.xlsx", ["Blad"]))
    verwacht = [(nr, tot_laatste(rij)) for nr, rij in enumerate(rijen, 1) if any(c is not None for c in rij)]
    assert gelezen == [("Blad", Rij(nummer=nr, cellen=rij)) for nr, rij in verwacht]
    assert all(zelfde(rij.cellen, cellen_) for (_, rij), (_, cellen_) in zip(gelezen, verwacht, strict=True))


def tot_laatste(rij: list[Cel]) -> tuple[Cel, ...]:
    laatste = max(nr for nr, waarde in enumerate(rij, 1) if waarde is not None)
    return tuple(rij[:laatste])
