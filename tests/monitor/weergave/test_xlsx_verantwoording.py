"""The Excel report of a fixed measurement says which one it is, and explains every figure."""

import datetime
import io

import pytest
from openpyxl import load_workbook

from monitor.definities import DEFINITIES
from monitor.meten import lezen
from monitor.rapport import maak_rapport
from monitor.tabellen import tabellen
from monitor.weergave.als_xlsx import als_xlsx
from tests.gegevens import dag
from tests.monitor.meten.gegevens import vastgesteld
from tests.monitor.voorbeeld import voorbeeld
from tests.monitor.weergave.xlsx_lezen import BLADEN, met_openpyxl, rijen
from tests.monitor.weergave.xlsx_programmas import GEMAAKT_OP, VANDAAG

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("error")]


def _bladen(rapport):
    return met_openpyxl(als_xlsx(rapport, gemaakt_op=GEMAAKT_OP, versie="1.2.3"))


def test_it_says_which_measurement_it_is_who_fixed_it_when_by_what_and_its_seal():
    vaststelling = vastgesteld(voorbeeld())
    bladen = _bladen(lezen.rapport(vaststelling))
    assert list(bladen) == [*BLADEN, "Verantwoording", "Codeboek"]
    regels = [tuple(rij[:2]) for rij in bladen["Verantwoording"] if rij[1] is not None]
    om = "1 september 2020, 12.00 uur (Europe/Amsterdam)"
    assert regels[:-1] == [
        ("Indicator", "23: aantal lokale pilots dat door het programma is opgestart"),
        ("Programma", vaststelling.meting.programma.naam),
        ("Kenmerk van het programma (slug)", "thuis"),
        ("Jaar", 2020),
        ("Nummer", 1),
        ("Peildatum", datetime.date(2020, 6, 30)),
        ("Aanleiding", "Monitor 2020"),
        ("Uitkomst", 2),
        ("Gemaakt", f"Ben de Analist, {om}"),
        ("Gecontroleerd", f"Mo de Medewerker, {om}"),
        ("Vastgesteld", f"Mo de Medewerker, {om}"),
        ("Definitie", "versie 1"),
        ("Product", f"versie {vaststelling.inhoud['product']}"),
        ("Zegel", vaststelling.zegel),
    ]
    assert vaststelling.inhoud["geheim"] not in str(bladen)


def test_a_measurement_that_is_nvt_says_so():
    bladen = _bladen(lezen.rapport(vastgesteld(voorbeeld(), 2019, "2019-06-30")))
    assert ["Uitkomst", "nvt (nog niet gestart)"] in [rij[:2] for rij in bladen["Verantwoording"]]


def test_live_figures_are_no_measurement_and_say_nothing_of_one():
    live = maak_rapport(voorbeeld(), dag("2020-06-30"), vandaag=VANDAAG)
    assert list(_bladen(live)) == BLADEN


@pytest.mark.parametrize("versie", DEFINITIES)
def test_every_figure_has_a_rule_in_every_version_of_the_definition(versie):
    live = maak_rapport(voorbeeld(), dag("2020-06-30"), vandaag=VANDAAG)
    figuren = {f"{tabel.naam}.{figuur.naam}" for tabel in tabellen(live.indicator) for figuur in tabel.figuren}
    assert {figuur for regel in DEFINITIES[versie].telregels for figuur in regel.figuren} == figuren


def test_the_codebook_gives_each_figure_with_its_rule():
    codeboek = rijen(_bladen(lezen.rapport(vastgesteld(voorbeeld())))["Codeboek"])
    assert len(codeboek) == 5 + 1 + 1 + 3 + 4 + 3 + 3 + 1 + 1 + 3
    assert codeboek[0] == {
        "Naam in CSV en JSON": "praktijken.opgestart",
        "Blad": "Kerncijfers",
        "Onderwerp": "Praktijken",
        "Cijfer": "Opgestart",
        "Wat het telt": "De startdatum ligt op of vóór de peildatum. Dit is de indicator zelf.",
    }
    assert all(rij["Wat het telt"] for rij in codeboek)


def test_the_seal_is_text_and_every_value_a_value():
    inhoud = als_xlsx(lezen.rapport(vastgesteld(voorbeeld())), gemaakt_op=GEMAAKT_OP, versie="1.2.3")
    blad = load_workbook(io.BytesIO(inhoud))["Verantwoording"]
    soorten = {rij[0].value: rij[1].data_type for rij in blad.iter_rows() if rij[1].value is not None}
    assert (soorten["Zegel"], soorten["Jaar"], soorten["Peildatum"]) == ("s", "n", "d")
