"""What a sheet may hold at most, and that the last that may be there is read."""

import re
from pathlib import Path

import pytest

from mantelzorg.excel.lezer import OnleesbaarBestand, Rij, lees
from tests.mantelzorg.excel.maken import SML, blad, delen, schrijf, weigering

BESCHADIGD = "Het bestand is beschadigd en kan niet worden gelezen. Open het in Excel en sla het opnieuw op."
TE_GROOT = "Het bestand is te groot: uitgepakt is het meer dan 200 MB."
ONDER = "Blad 'Blad' heeft een waarde onder rij 200.000. Zo ver wordt niet gelezen."
RECHTS = "Blad 'Blad' heeft een waarde rechts van kolom 200 (GR). Zo ver wordt niet gelezen."


def gelezen(map_: Path, *bladen: str) -> list[Rij]:
    return [rij for _, rij in lees(schrijf(map_ / "x.xlsx", delen(*bladen)), ["Blad", "Tweede"])]


@pytest.mark.parametrize(
    ("rijen", "regel"),
    [
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', ONDER),
        ('<row r="200001"><c r="A200001" t="inlineStr"><is><t>x</t></is></c></row>', ONDER),
        ("<row><c r='A200001'><v>1</v></c></row>", ONDER),
        ("<row/>" * 200_000 + "<row><c><v>1</v></c></row>", ONDER),
        ('<row r="3"><c r="GS3"><v>1</v></c></row>', RECHTS),
        ("<row>" + "<c/>" * 200 + "<c t='str'><v>x</v></c></row>", RECHTS),
        ('<row r="1"><c r="A300000"><v>1</v></c></row>', BESCHADIGD),
        ('<row r="0"><c><v>1</v></c></row>', BESCHADIGD),
        ('<row r="1e5"><c><v>1</v></c></row>', BESCHADIGD),
        ('<row><c t="s"><v>7</v></c></row>', BESCHADIGD),
        ('<row><c t="s"><v>-1</v></c></row>', BESCHADIGD),
        ("<row><c><v>1</v></row>", BESCHADIGD),
    ],
)
def test_a_value_too_far_away_or_in_no_place_is_refused(tmp_path: Path, rijen: str, regel: str) -> None:
    assert weigering(schrijf(tmp_path / "x.xlsx", delen(blad(rijen)))) == regel
    voorvoegsel = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1m:", blad(rijen)).replace("xmlns=", "xmlns:m=")
    assert weigering(schrijf(tmp_path / "x.xlsx", delen(voorvoegsel))) == regel


def test_formatting_alone_may_stand_anywhere(tmp_path: Path) -> None:
    rij = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>'
    rijen = f'{rij}<row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>'
    assert gelezen(tmp_path, blad(rijen)) == [Rij(nummer=1, cellen=(1,))]


def test_the_last_row_and_column_may_hold_a_value(tmp_path: Path) -> None:
    rijen = '<row r="1"><c r="GR1"><v>1</v></c></row><row r="200000"><c r="A200000"><v>2</v></c></row>'
    kop = (*[None] * 199, 1)
    assert gelezen(tmp_path, blad(rijen)) == [Rij(nummer=1, cellen=kop), Rij(nummer=200_000, cellen=(2,))]


def test_a_sheet_that_is_not_read_may_hold_what_it_likes(tmp_path: Path) -> None:
    ver = blad('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    pad = schrijf(tmp_path / "x.xlsx", delen(blad("<row><c><v>1</v></c></row>"), ver))
    assert list(lees(pad, ["Blad"])) == [("Blad", Rij(nummer=1, cellen=(1,)))]


def test_200000_rows_below_their_headers_are_read_and_one_more_is_refused(tmp_path: Path) -> None:
    helft = blad("<row><c><v>1</v></c></row>" * (1 + 100_000))
    meer = blad("<row><c><v>1</v></c></row>" * (1 + 100_001))
    namen = ["Blad", "Tweede"]
    assert sum(1 for _ in lees(schrijf(tmp_path / "x.xlsx", delen(helft, helft)), namen)) == 2 * (1 + 100_000)
    with pytest.raises(OnleesbaarBestand) as fout:
        list(lees(schrijf(tmp_path / "x.xlsx", delen(helft, meer)), namen))
    assert str(fout.value) == "Het bestand heeft te veel rijen: meer dan 200.000 bij elkaar."


def test_a_far_value_is_seen_before_the_first_row_is_given(tmp_path: Path) -> None:
    rijen = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="GS2"><v>1</v></c></row>'
    with pytest.raises(OnleesbaarBestand):
        next(lees(schrijf(tmp_path / "x.xlsx", delen(blad(rijen))), ["Blad"]))


def test_a_text_longer_than_excel_allows_and_a_flood_of_one_text_are_refused(tmp_path: Path) -> None:
    lang = f'<row><c t="str"><v>{"x" * 32_768}</v></c></row>'
    regel = "Een cel heeft meer dan 32.767 tekens, meer dan Excel toestaat."
    assert weigering(schrijf(tmp_path / "x.xlsx", delen(blad(lang)))) == regel
    rij = "<c t='s'><v>0</v></c>" * 200
    vloed = blad(f"<row>{rij}</row>" * 200)
    assert weigering(schrijf(tmp_path / "x.xlsx", delen(vloed, teksten=f"<si><t>{'x' * 32_767}</t></si>"))) == TE_GROOT


ZWAAR = "Het bestand kan niet worden gelezen: het kost te veel geheugen of tijd."


def test_styles_of_more_than_20_mb_are_refused(tmp_path: Path) -> None:
    stijlen = f'<styleSheet xmlns="{SML}">{" " * 20 * 1024 * 1024}</styleSheet>'
    assert weigering(schrijf(tmp_path / "x.xlsx", delen(blad("")) | {"xl/styles.xml": stijlen.encode()})) == ZWAAR


def test_a_row_that_takes_more_memory_than_the_child_may_use_is_refused(tmp_path: Path) -> None:
    rij = f"<row>{'<c/>' * 20_000_000}</row>"
    assert weigering(schrijf(tmp_path / "x.xlsx", delen(blad(rij)))) == ZWAAR
