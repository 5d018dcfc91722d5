"""The workbook that comes back with a column of messages: all else as it was, whatever is in it."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from mantelzorg.excel.foutkolom import KOP
from mantelzorg.excel.lezer import OnleesbaarBestand, lees
from mantelzorg.excel.terugschrijver import schrijf_terug
from tests.mantelzorg.excel.maken import delen as onderdelen
from tests.mantelzorg.excel.maken import schrijf

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def geen_pols() -> None:
    pass


def opgemaakt() -> bytes:
    """A formula, text that looks like one, a list to choose from, a bold word, and an empty cell with a format."""
    boek = Workbook()
    blad = boek.active
    blad.title = "Praktijken"
    blad.append(["code", "naam", "aantal"])
    blad.append(["ARN", "Arnhem", 2])
    blad.append(["EDE", "=Ede", None])
    blad["B3"].data_type = "s"
    blad["C3"] = "=SUM(C2:C2)"
    blad["A2"].font = Font(bold=True)
    blad["F2"].font = Font(bold=True)  # an empty cell with a format, right of the new column
    keuze = DataValidation(type="list", formula1='"ja,nee"')
    keuze.add("C2:C9")
    blad.add_data_validation(keuze)
    boek.create_sheet("Eigen blad").append(["blijft", 1])
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def waarden(werkboek: bytes, blad: str) -> list[tuple[object, ...]]:
    return list(load_workbook(io.BytesIO(werkboek))[blad].values)


def test_each_row_gets_its_message_and_everything_else_stays() -> None:
    voor = opgemaakt()
    na = schrijf_terug(voor, {"Praktijken": {"3": "Fout: =1+1 <b> & _x0041_ é رعاية", "0": "Let op"}}, geen_pols)

    assert na.zonder == []
    assert [rij[:4] for rij in waarden(na.inhoud, "Praktijken")] == [
        ("code", "naam", "aantal", f"{KOP}:\nLet op"),
        ("ARN", "Arnhem", 2, None),
        ("EDE", "=Ede", "=SUM(C2:C2)", "Fout: =1+1 <b> & _x005F_x0041_ é رعاية"),
    ]
    blad = load_workbook(io.BytesIO(na.inhoud))["Praktijken"]
    assert (blad["A2"].font.b, blad["F2"].font.b, blad["D3"].data_type) == (True, True, "s")
    assert [str(keuze.sqref) for keuze in blad.data_validations.dataValidation] == ["C2:C9"]
    delen_voor, delen_na = (delen(inhoud) for inhoud in (voor, na.inhoud))
    assert {naam for naam in delen_voor if delen_voor[naam] != delen_na[naam]} == {"xl/worksheets/sheet1.xml"}
    assert delen_voor.keys() == delen_na.keys()


def delen(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        return {naam: archief.read(naam) for naam in archief.namelist()}


def test_a_column_of_an_earlier_time_gives_way_to_the_new_one(tmp_path: Path) -> None:
    een = schrijf_terug(opgemaakt(), {"Praktijken": {"2": "oud", "3": "oud"}}, geen_pols).inhoud
    twee = schrijf_terug(een, {"Praktijken": {"3": "nieuw"}}, geen_pols).inhoud
    leeg = schrijf_terug(twee, {"Praktijken": {}}, geen_pols).inhoud

    assert [rij[3:] for rij in waarden(twee, "Praktijken")] == [(KOP, None, None), (None,) * 3, ("nieuw", None, None)]
    assert [rij[3] for rij in waarden(leeg, "Praktijken")] == [KOP, None, None]
    (tmp_path / "a.xlsx").write_bytes(twee)
    assert [rij.cellen[3:] for _, rij in lees(tmp_path / "a.xlsx", ["Praktijken"])] == [(KOP,), (), ("nieuw",)]


def test_sheets_that_are_not_there_are_named() -> None:
    inhoud = opgemaakt()

    na = schrijf_terug(inhoud, {"Programma": {"0": "ontbreekt"}, "Praktijken": {}, "Deelnemers": {}}, geen_pols)

    assert na.zonder == ["Programma"]
    assert delen(na.inhoud) == delen(inhoud)


@pytest.mark.parametrize(
    "rijen",
    [
        '<row><c t="inlineStr"><is><t>kop</t></is></c></row><row/><row r="4" spans="1:1"><c r="A4"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>kop</v></c></row><row r="4"><c r="A4"><v>1</v></c><c r="B4"/><c/></row>',
        '<!-- <row r="9"> --><row r="1"><c r="A1" t="str"><v>kop</v></c></row><row r="4"><c r="A4"><v>1</v></c></row>',
    ],
)
@pytest.mark.parametrize("p", ["", "x:"])
def test_rows_and_cells_in_any_form_get_their_message(tmp_path: Path, rijen: str, p: str) -> None:
    if p:
        rijen = rijen.replace("</", "\0").replace("<!", "\1").replace("<", f"<{p}").replace("\0", f"</{p}")
        rijen = rijen.replace("\1", "<!")
    ns = NS.replace("xmlns", "xmlns:x") if p else NS
    blad = f"<{p}worksheet {ns}><{p}sheetData>{rijen}</{p}sheetData></{p}worksheet>"
    pad = schrijf(tmp_path / "a.xlsx", onderdelen(blad, namen=("Praktijken",)))
    na = schrijf_terug(pad.read_bytes(), {"Praktijken": {"4": "fout"}}, geen_pols)
    pad.write_bytes(na.inhoud)

    gelezen = [(rij.nummer, rij.cellen) for _, rij in lees(pad, ["Praktijken"])]
    assert gelezen == [(1, ("kop", KOP)), (4, (1, "fout"))]


@pytest.mark.parametrize("inhoud", [b"", b"PK\x03\x04", b"MZ rommel"])
def test_what_is_no_workbook_is_refused_in_a_line(inhoud: bytes) -> None:
    with pytest.raises(OnleesbaarBestand):
        schrijf_terug(inhoud, {"Praktijken": {"2": "fout"}}, geen_pols)


def test_who_wants_to_stop_is_heard() -> None:
    class Stop(Exception):
        pass

    def pols() -> None:
        raise Stop

    veel = Workbook(write_only=True)
    blad = veel.create_sheet("Praktijken")
    for nummer in range(30_000):
        blad.append([nummer, "tekst"])
    uit = io.BytesIO()
    veel.save(uit)
    with pytest.raises(Stop):
        schrijf_terug(uit.getvalue(), {"Praktijken": {"2": "fout"}}, pols)
