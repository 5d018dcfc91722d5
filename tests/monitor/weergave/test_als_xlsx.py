"""The Excel report read back: real numbers and dates, totals with their value, and text that stays text."""

import datetime
import io
import json
import re
from collections.abc import Callable
from functools import cache
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from mantelzorg.models import Programma
from monitor.models import ElderGenoemdGetal
from monitor.rapport import Rapport, maak_rapport
from monitor.weergave.als_json import als_json
from monitor.weergave.als_xlsx import als_xlsx
from praktijken.demonstratie.laden import laad_programma
from tests import gegevens
from tests.gegevens import dag
from tests.monitor.voorbeeld import voorbeeld
from tests.monitor.weergave.xlsx_lezen import cijfers, met_calamine, met_openpyxl, rijen

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("error")]

VANDAAG = datetime.date(2026, 1, 1)
GEMAAKT_OP = datetime.datetime(2026, 1, 1, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
BLADEN = [
    "Rapport",
    "Kerncijfers",
    "Organisatietypen nu",
    "Organisatietypen tot nu toe",
    "Per praktijk",
    "Niet meegeteld",
    "Elders genoemd",
    "Toelichting",
]
TABELBLADEN = BLADEN[1:-1]
VIJANDIG = [
    "=1+1",
    "+31612345678",
    "@SUM(A1:A9)",
    "-2",
    '=HYPERLINK("http://fout.example","klik")',
    "http://fout.example/a",
    "internal:Rapport!A1",
    "{=1+1}",
    "001",
    "1e5",
    "<b>&amp;</b>",
]


def leeg() -> Programma:
    return gegevens.programma()


def een() -> Programma:
    thuis = gegevens.programma()
    gegevens.deelname(gegevens.deelnemer(thuis), gegevens.praktijk(thuis), organisatietype=gegevens.organisatietype())
    return thuis


def elf() -> Programma:
    return laad_programma(VANDAAG)


def driehonderd() -> Programma:
    thuis = gegevens.programma()
    for nummer in range(300):
        praktijk = gegevens.praktijk(thuis, f"P{nummer:03}", naam=f"Praktijk {nummer} {'met een lange naam ' * 4}")
        soort = gegevens.organisatietype(f"Type {nummer} {'en nog wat ' * (nummer % 9)}")
        gegevens.deelname(gegevens.deelnemer(thuis, f"D{nummer}"), praktijk, organisatietype=soort)
    return thuis


def vijandig() -> Programma:
    thuis = gegevens.programma(naam="=1+1 & Co &P", uitvoerders="=2+2", opdrachtgever="@VWS", beleidsdoel="-2+3")
    for nummer, naam in enumerate(VIJANDIG):
        praktijk = gegevens.praktijk(thuis, naam, naam=naam)
        gegevens.praktijk(thuis, f"{naam} later", naam=naam, start=None)
        gegevens.deelname(
            gegevens.deelnemer(thuis, naam), praktijk, organisatietype=gegevens.organisatietype(naam, omschrijving=naam)
        )
        ElderGenoemdGetal.objects.create(
            programma=thuis, getal=naam, bron=naam, toelichting=f"{naam}\n{naam}", volgorde=nummer
        )
    return thuis


@cache
def rapport(maak: Callable[[], Programma], peildatum: str = "2020-06-30") -> Rapport:
    """Plain values, so one test may use what another has made."""
    return maak_rapport(maak(), dag(peildatum), vandaag=VANDAAG)


@cache
def bestand(van: Rapport) -> bytes:
    return als_xlsx(van, gemaakt_op=GEMAAKT_OP, versie="1.2.3")


def boek(van: Rapport, *, data_only: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(bestand(van)), data_only=data_only)


def delen(van: Rapport, patroon: str) -> list[str]:
    with ZipFile(io.BytesIO(bestand(van))) as pak:
        return [pak.read(naam).decode() for naam in sorted(pak.namelist()) if re.fullmatch(patroon, naam)]


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


def formules(blad: Worksheet) -> dict[str, str]:
    return {cel.coordinate: cel.value for rij in blad.iter_rows() for cel in rij if cel.data_type == "f"}


def test_totals_are_formulas_whose_value_is_saved_with_them():
    gemaakt = rapport(elf)
    met_formules, met_waarden = boek(gemaakt), boek(gemaakt, data_only=True)

    gevonden = {naam: formules(met_formules[naam]) for naam in BLADEN}
    totalen = gevonden.pop("Rapport")
    waarden = [met_waarden["Rapport"][plek].value for plek in totalen]
    assert all(formule.startswith("=SUM(") for formule in totalen.values())
    assert waarden == [_opgeteld(met_waarden["Rapport"], formule) for formule in totalen.values()]
    assert waarden == [151, 151, 35, 35]
    assert gevonden == {naam: {} for naam in BLADEN[1:]}


def _opgeteld(blad: Worksheet, formule: str) -> int:
    bereiken = formule.removeprefix("=SUM(").removesuffix(")").split(",")
    return sum(cel.value or 0 for bereik in bereiken for (cel,) in _rijen(blad, bereik))


def _rijen(blad: Worksheet, bereik: str) -> tuple:
    return blad[bereik] if ":" in bereik else ((blad[bereik],),)


def test_the_two_blocks_hold_table_1_from_most_to_least():
    gemaakt = rapport(elf)
    blad = met_openpyxl(bestand(gemaakt))["Rapport"]
    begin = next(nummer for nummer, rij in enumerate(blad) if rij[0] == gemaakt.tabel1_nu.titel)
    regels = blad[begin + 2 : begin + 2 + 7]

    gelezen = [(rij[0], rij[1]) for rij in regels] + [(rij[3], rij[4]) for rij in regels]
    assert gelezen == [(regel.naam, regel.aantal) for regel in gemaakt.tabel1_nu.rijen]
    assert blad[begin + 2 + 7] == [None, None, None, "Totaal", 151]


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


def oud() -> Programma:
    thuis = gegevens.programma(startdatum=dag("0019-09-02"))
    gegevens.praktijk(thuis, start="0019-09-02")
    return thuis


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


def buren(blad: list[list]) -> list[tuple]:
    begin = next(nummer for nummer, rij in enumerate(blad) if rij[0] == "Lokale pilots opgestart")
    return [("Opgestart", blad[begin + 1][0]), *((rij[3], rij[4]) for rij in blad[begin : begin + 5])]


@pytest.mark.parametrize(
    ("peildatum", "verwacht"),
    [
        ("2020-06-30", [11, "nvt (nog niet gestart)", 11, 11, 12, 10]),
        ("2021-06-30", [11, 11, 11 - 11, 0, 12, 10]),
        ("2019-06-30", [0, "nvt (nog niet gestart)", 0, 0, 0, 10]),
    ],
)
def test_the_number_stands_with_its_neighbours(peildatum, verwacht):
    gelezen = buren(met_openpyxl(bestand(rapport(elf, peildatum)))["Rapport"])

    assert [waarde for _, waarde in gelezen] == verwacht


def test_the_notices_stand_above_the_figures():
    gemaakt = rapport(elf, "2030-01-01")
    kolom = [rij[0] for rij in met_openpyxl(bestand(gemaakt))["Rapport"]]

    assert gemaakt.verwachting
    assert kolom.index(gemaakt.meldingen[0]) < kolom.index("Lokale pilots opgestart")


@pytest.mark.parametrize(("peildatum", "aantal"), [("2019-06-30", 0), ("2020-06-30", 1), ("2021-06-30", 1)])
def test_table_1_has_a_native_chart_most_on_top_wherever_it_has_figures(peildatum, aantal):
    grafieken = delen(rapport(elf, peildatum), r"xl/charts/chart\d+\.xml")

    assert len(grafieken) == aantal
    for grafiek in grafieken:
        assert '<c:barDir val="bar"/>' in grafiek
        assert '<c:orientation val="maxMin"/>' in grafiek
        assert "<c:legend>" not in grafiek
        assert [titel in grafiek for titel in ("Aantal deelnemers", "Organisatietype")] == [True, True]


def test_map_and_chart_have_a_text_alternative():
    (tekening,) = delen(rapport(elf), r"xl/drawings/drawing\d+\.xml")

    kaart, grafiek = re.findall(r'descr="([^"]*)"', tekening)
    assert kaart.startswith("Kaart van Nederland met 11 praktijken: 1 Arnhem; 2 Bergen op Zoom;")
    assert grafiek == (
        "Staafdiagram: Deelnemers naar organisatietype, nu. "
        "Bovenaan (Thuis)zorgorganisatie: 46; Gemeente: 24; Vrijwilligersorganisatie: 20."
    )


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
