"""All sheets of a workbook, whatever they are called, with their formulas."""

import io

from openpyxl import Workbook
from openpyxl.chart import BarChart
from xlsxwriter import Workbook as Schrijver

from mantelzorg.excel.lezer import Formule, lees_alles


def test_every_sheet_is_named_first_also_one_without_rows_and_a_chart_of_its_own(tmp_path):
    boek, pad = Workbook(), tmp_path / "boek.xlsx"
    boek.active.title = "Eerste"
    boek.active["B2"] = 7
    boek.create_sheet("Leeg")
    boek.create_chartsheet("Grafiek").add_chart(BarChart())
    boek.save(pad)
    assert [(naam, rij.nummer, rij.cellen) for naam, rij in lees_alles(pad)] == [
        ("Eerste", 0, ()),
        ("Leeg", 0, ()),
        ("Grafiek", 0, ()),
        ("Eerste", 2, (None, 7)),
    ]


def test_a_formula_has_its_text_and_the_value_that_was_saved_with_it(tmp_path):
    uit, pad = io.BytesIO(), tmp_path / "boek.xlsx"
    with Schrijver(uit) as boek:
        blad = boek.add_worksheet("Som")
        blad.write_formula(0, 0, "=SUM(B1:B2)", None, 11)
        blad.write_formula(0, 1, '="a"&"b"', None, "ab")
        blad.write_formula(0, 2, "=1/0", None, "#DIV/0!")
    pad.write_bytes(uit.getvalue())
    (_, (_, rij)) = lees_alles(pad)
    assert [(str(cel), cel.uitkomst) for cel in rij.cellen if isinstance(cel, Formule)] == [
        ("SUM(B1:B2)", 11),
        ('"a"&"b"', "ab"),
        ("1/0", "#DIV/0!"),
    ]


def test_a_formula_that_nobody_worked_out_has_no_value(tmp_path):
    boek, pad = Workbook(), tmp_path / "boek.xlsx"
    boek.active["A1"] = "=1+1"
    boek.save(pad)
    (_, (_, rij)) = lees_alles(pad)
    (cel,) = rij.cellen
    assert (str(cel), cel.uitkomst) == ("1+1", None)
