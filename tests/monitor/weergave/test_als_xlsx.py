"""The Excel report read back: real numbers and dates, tidy sheets, and text that stays text."""

import datetime
import json

import pytest
from openpyxl.utils import get_column_letter

from monitor.weergave.als_json import als_json
from monitor.weergave.als_xlsx import als_xlsx
from tests.monitor.voorbeeld import voorbeeld
from tests.monitor.weergave.xlsx_lezen import BLADEN, cijfers, formules, met_calamine, met_openpyxl, rijen
from tests.monitor.weergave.xlsx_programmas import (
    GEMAAKT_OP,
    VIJANDIG,
    bestand,
    boek,
    driehonderd,
    een,
    elf,
    leeg,
    oud,
    rapport,
    vijandig,
)

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("error")]
TABELBLADEN = BLADEN[1:-1]


@pytest.mark.parametrize("peildatum", ["2019-06-30", "2020-06-30", "2021-06-30", "2030-01-01"])
@pytest.mark.parametrize("maak", [leeg, een, elf, vijandig, voorbeeld])
def test_every_figure_equals_that_of_the_json_by_two_readers(maak, peildatum):
    gemaakt = rapport(maak, peildatum)
    inhoud = bestand(gemaakt)

    verwacht = json.loads(als_json(gemaakt.indicator))
    assert cijfers(met_openpyxl(inhoud)) == verwacht
    assert cijfers(met_calamine(inhoud)) == verwacht


def test_three_hundred_practices_and_kinds_of_organisation_are_all_there():
    gemaakt = rapport(driehonderd)
    gelezen = cijfers(met_calamine(bestand(gemaakt)))

    assert gelezen == json.loads(als_json(gemaakt.indicator))
    assert (len(gelezen["per_praktijk"]), len(gelezen["organisatietypen"])) == (300, 300)


@pytest.mark.parametrize("maak", [leeg, een, elf, vijandig])
def test_the_sheets_stand_in_order_and_the_first_one_opens(maak):
    gelezen = boek(rapport(maak))

    assert gelezen.sheetnames == BLADEN
    assert gelezen.active.title == "Rapport"


@pytest.mark.parametrize("maak", [leeg, een, elf, vijandig])
def test_every_tidy_sheet_is_one_table_with_frozen_header_filter_and_print_titles(maak):
    gelezen = boek(rapport(maak))
    for naam in TABELBLADEN:
        blad = gelezen[naam]
        (tabel,) = blad.tables.values()
        laatste = f"{get_column_letter(blad.max_column)}{max(blad.max_row, 2)}"
        assert (tabel.name, tabel.ref) == (naam.replace(" ", "_"), f"A1:{laatste}")
        assert [kolom.name for kolom in tabel.tableColumns] == [cel.value for cel in blad[1]]
        assert (tabel.autoFilter.ref, blad.freeze_panes, blad.print_title_rows) == (tabel.ref, "A2", "$1:$1")
        assert (blad.page_setup.orientation, blad.page_setup.fitToHeight) == ("landscape", 0)
        assert blad.sheet_properties.pageSetUpPr.fitToPage is True
        assert list(blad.merged_cells.ranges) == []


def test_no_text_of_a_user_becomes_a_formula_or_a_link():
    gelezen = boek(rapport(vijandig))

    soorten = {naam: {rij[1].data_type for rij in gelezen[naam].iter_rows(min_row=2)} for naam in TABELBLADEN[1:]}
    assert soorten == {
        "Organisatietypen nu": {"n"},
        "Organisatietypen tot nu toe": {"n"},
        "Per praktijk": {"s"},
        "Niet meegeteld": {"s"},
        "Elders genoemd": {"s"},
    }
    assert {formule[:5] for blad in gelezen for formule in formules(blad).values()} == {"=SUM("}
    assert [cel.hyperlink for blad in gelezen for rij in blad.iter_rows() for cel in rij if cel.hyperlink] == []


def test_text_of_users_comes_back_letter_by_letter():
    bladen = met_openpyxl(bestand(rapport(vijandig)))

    assert {rij["Organisatietype"] for rij in rijen(bladen["Organisatietypen nu"])} == set(VIJANDIG)
    assert {rij["Code"] for rij in rijen(bladen["Per praktijk"])} == set(VIJANDIG)
    assert {rij["Praktijk"] for rij in rijen(bladen["Niet meegeteld"])} == set(VIJANDIG)
    assert [(rij["Getal"], rij["Bron"], rij["Toelichting"]) for rij in rijen(bladen["Elders genoemd"])] == [
        (naam, naam, f"{naam}\n{naam}") for naam in VIJANDIG
    ]


def test_practices_have_real_dates_shown_day_month_year():
    blad = boek(rapport(voorbeeld))["Per praktijk"]

    assert [
        [(cel.value and str(cel.value), cel.is_date, cel.number_format) for cel in rij] for rij in blad["E2:F3"]
    ] == [
        [("2019-09-02 00:00:00", True, "dd-mm-yyyy"), (None, False, "General")],
        [("2019-09-02 00:00:00", True, "dd-mm-yyyy"), ("2020-06-29 00:00:00", True, "dd-mm-yyyy")],
    ]


def test_a_day_before_excels_calendar_is_text():
    assert rijen(met_openpyxl(bestand(rapport(oud)))["Per praktijk"])[0]["Startdatum"] == "02-09-0019"


def test_practices_not_counted_and_numbers_quoted_elsewhere_have_their_sheets():
    bladen = met_calamine(bestand(rapport(voorbeeld)))

    assert bladen["Niet meegeteld"] == [
        ["Code", "Praktijk", "Startdatum", "Reden"],
        ["BOZ", "Bergen op Zoom", None, "gepland: er is nog geen startdatum"],
        ["LEI", "Leiden", datetime.date(2020, 7, 1), "gepland: start op 1 juli 2020, na de peildatum"],
    ]
    assert bladen["Elders genoemd"] == [["Getal", "Bron", "Toelichting"], ["10 plaatsen", "Oproep", "Een oproep."]]


def test_the_last_sheet_tells_programme_day_source_and_version():
    gemaakt = rapport(elf)
    blad = met_openpyxl(bestand(gemaakt))["Toelichting"]
    begrippen = {rij[0]: rij[1] for rij in blad}

    assert blad[2] == ["Peildatum", datetime.date(2020, 6, 30)]
    assert begrippen["Gemaakt op"] == "1 januari 2026, 09.30 uur (Europe/Amsterdam)"
    assert begrippen["Gemaakt met"] == "programma-administratie, versie 1.2.3"
    assert begrippen["Bron"] == gemaakt.bron
    assert begrippen["Definitie"] == gemaakt.definitie
    assert [begrippen[regel.begrip] for regel in gemaakt.telregels] == [regel.regel for regel in gemaakt.telregels]
    assert begrippen["NVO"] == "niet verbonden aan organisatie"


def test_programme_and_day_stand_above_every_page_and_no_name_is_a_code():
    gelezen = boek(rapport(vijandig))
    koppen = {(blad.oddHeader.left.text, blad.oddHeader.right.text) for blad in gelezen}

    assert koppen == {("=1+1 && Co &&P", "Peildatum: 30 juni 2020")}


def test_the_document_says_in_dutch_what_it_is_and_when_it_was_made():
    eigenschappen = boek(rapport(elf)).properties

    assert (eigenschappen.title, eigenschappen.subject, str(eigenschappen.created)) == (
        "Indicator 23: aantal lokale pilots dat door het programma is opgestart",
        "In voor mantelzorg-thuis, peildatum 30 juni 2020",
        "2026-01-01 08:30:00",  # UTC
    )


def test_the_same_report_gives_the_same_bytes():
    gemaakt = rapport(elf)

    assert als_xlsx(gemaakt, gemaakt_op=GEMAAKT_OP, versie="1.2.3") == bestand(gemaakt)
