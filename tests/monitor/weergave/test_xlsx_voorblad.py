"""The first sheet of the Excel report: totals with their value, the number with its neighbours, map and chart."""

import io
import re
import zipfile

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from monitor.rapport import maak_rapport
from monitor.weergave.figuur1 import figuur1_svg, kaartbron
from monitor.weergave.kaart import kaart_png
from tests.gegevens import dag
from tests.monitor.grenzen.kaartbestanden import geladen
from tests.monitor.weergave.xlsx_lezen import BLADEN, formules, met_openpyxl
from tests.monitor.weergave.xlsx_programmas import VANDAAG, bestand, boek, delen, elf, rapport

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("error")]


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


def test_the_map_is_that_of_the_page_with_its_source_also_where_borders_are_loaded(tmp_path):
    geladen(tmp_path, 2020)
    gemaakt = maak_rapport(elf(), dag("2020-06-30"), vandaag=VANDAAG)
    inhoud = bestand(gemaakt)

    assert gemaakt.grenzen.jaar == 2020
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        (beeld,) = (pakket.read(naam) for naam in pakket.namelist() if naam.endswith(".png"))
    assert beeld == kaart_png(figuur1_svg(gemaakt))
    kolommen = {naam: {cel for rij in blad for cel in rij} for naam, blad in met_openpyxl(inhoud).items()}
    assert [naam for naam, cellen in kolommen.items() if kaartbron(gemaakt) in cellen] == ["Rapport", "Toelichting"]
