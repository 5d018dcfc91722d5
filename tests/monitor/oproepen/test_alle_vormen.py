"""Every figure of a call is the same in every channel: each is read back whole and compared; and none has a name."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from mantelzorg.toegang import Rol
from monitor.oproepen.definities import DEFINITIES
from monitor.oproepen.tabellen import GEHEEL
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.gegevens import sector
from tests.gegevens import gebruiker
from tests.monitor.oproepen.gegevens import GEHEIM, PERSOON, capaciteit, voorbeeldoproep
from tests.monitor.oproepen.vormen import uit_csv, uit_pagina, uit_tekst, uit_xlsx
from tests.monitor.weergave.xlsx_lezen import met_calamine, met_openpyxl

pytestmark = pytest.mark.django_db
MAP = "/monitor/oproepen/oproep-2014/"
API = "/api/v1/oproepen/oproep-2014/cijfers"
KOP = ("oproep", "programma", "peildatum", "meting", "opent", "sluit")


def analist() -> Client:
    client = Client()
    client.force_login(gebruiker(Rol.ANALIST), backend="mantelzorg.inloggen.AccountBackend")
    return client


def opdracht(peildatum: str, formaat: str, bestand: Path) -> bytes:
    call_command("oproepcijfers", oproep="oproep-2014", peildatum=peildatum, formaat=formaat, uit=str(bestand))
    return bestand.read_bytes()


def scherm(peildatum: str) -> str:
    uit = io.StringIO()
    call_command("oproepcijfers", oproep="oproep-2014", peildatum=peildatum, formaat="tekst", stdout=uit)
    return uit.getvalue()


def zonder_kop(json_vorm: dict[str, Any]) -> dict[str, Any]:
    """The figures alone: of which call and day stands elsewhere on a page, and nowhere in CSV."""
    return {naam: waarde for naam, waarde in json_vorm.items() if naam not in KOP}


@pytest.mark.parametrize("peildatum", ["2014-03-01", "2014-05-01", "2014-07-12", "2014-07-31", "2099-01-01"])
def test_every_figure_is_the_same_in_every_channel(peildatum, tmp_path):
    voorbeeldoproep()
    client, vraag = analist(), {"peildatum": peildatum}
    verwacht = json.loads(opdracht(peildatum, "json", tmp_path / "json"))

    assert verwacht["peildatum"] == peildatum
    assert json.loads(client.get(API, vraag).content) == verwacht
    assert json.loads(client.get(f"{MAP}json/", vraag).content) == verwacht
    for xlsx in (opdracht(peildatum, "xlsx", tmp_path / "xlsx"), client.get(f"{MAP}xlsx/", vraag).content):
        assert (uit_xlsx(met_openpyxl(xlsx)), uit_xlsx(met_calamine(xlsx))) == (verwacht, verwacht)
    met_rijen = {naam: deel for naam, deel in zonder_kop(verwacht).items() if deel}
    for csv in (opdracht(peildatum, "csv", tmp_path / "csv"), client.get(f"{MAP}csv/", vraag).content):
        assert uit_csv(csv) == met_rijen
    assert uit_tekst(scherm(peildatum)) == zonder_kop(verwacht)
    assert uit_pagina(client.get(MAP, vraag).content.decode()) == zonder_kop(verwacht)


def test_the_keys_of_the_json_are_fixed(tmp_path):
    voorbeeldoproep()
    vorm = json.loads(opdracht("2014-07-31", "json", tmp_path / "json"))

    assert list(vorm) == [*KOP, *(naam for naam, _, _ in GEHEEL), "per_sector", "per_provincie", "per_dag"]
    assert list(vorm["uitkomsten"]) == [
        "in_behandeling", "wachtlijst", "plaats_aangeboden", "toegelaten", "afgewezen", "ingetrokken",
        "aanbod_vervallen",
    ]  # fmt: skip
    assert vorm["beslistijd"] == {"aantal": 2, "mediaan": 59.5, "kortste": 20, "langste": 99}
    assert vorm["per_dag"][1] == {"dag": "2014-04-02", "aantal": 2, "totaal": 2}


def test_the_outcomes_add_up_to_the_applications_on_the_page():
    voorbeeldoproep()
    cijfers = uit_pagina(analist().get(MAP, {"peildatum": "2014-07-31"}).content.decode())

    assert sum(cijfers["uitkomsten"].values()) == cijfers["aanmeldingen"]["totaal"] == 5


def test_no_name_of_an_organisation_or_a_person_leaves_with_the_figures():
    oproep = voorbeeldoproep()
    client, vraag = analist(), {"peildatum": "2014-07-31"}
    namen = {een.organisatie for een in oproep.aanmeldingen.all()}
    assert len(namen) == 5
    assert all(GEHEIM in naam for naam in namen)

    teksten = [
        scherm("2014-07-31"),
        *(client.get(adres, vraag).content.decode() for adres in (MAP, API, f"{MAP}json/", f"{MAP}csv/")),
        client.get("/monitor/oproepen/").content.decode(),
        str(met_openpyxl(client.get(f"{MAP}xlsx/", vraag).content)),
    ]

    assert [tekst for tekst in teksten if GEHEIM in tekst or PERSOON in tekst or "geheim@" in tekst] == []


def test_a_name_that_looks_like_a_formula_stays_a_name(tmp_path):
    formule = "=HYPERLINK(1)&<b>"
    oproep = gegevens.oproep(sectoren=(formule,), naam=formule)
    capaciteit(oproep, 3, "2014-03-20 09:00")
    gegevens.ingediend(oproep, sector_naam=formule)
    assert sector(formule).naam == formule

    bladen = met_openpyxl(opdracht("2014-07-31", "xlsx", tmp_path / "xlsx"))
    csv = opdracht("2014-07-31", "csv", tmp_path / "csv").decode("utf-8-sig")
    html = analist().get(MAP, {"peildatum": "2014-07-31"}).content.decode()

    assert bladen["Per sector"][1] == [formule, 1, 0]
    assert f"per_sector;'{formule};aantal;1" in csv
    assert "<b>" not in html
    assert "=HYPERLINK(1)&amp;&lt;b&gt;" in html


def test_a_day_after_today_is_no_measurement_and_each_channel_says_so():
    voorbeeldoproep()
    client, vraag = analist(), {"peildatum": "2099-01-01"}
    bladen = met_openpyxl(client.get(f"{MAP}xlsx/", vraag).content)

    assert json.loads(client.get(API, vraag).content)["meting"] is False
    assert "zijn geen meting" in client.get(MAP, vraag).content.decode()
    assert "geen meting" in scherm("2099-01-01")
    assert any("zijn geen meting" in str(cel) for rij in bladen["Rapport"] for cel in rij)
    assert "geen meting" not in client.get(MAP, {"peildatum": "2014-07-31"}).content.decode()


def test_the_page_about_the_figures_names_every_one_of_them(settings):
    blad = (Path(settings.BASE_DIR) / "docs" / "oproepcijfers.md").read_text(encoding="utf-8")
    heel = " ".join(blad.split())

    assert [
        f"{naam}.{figuur}" for naam, _, figuren in GEHEEL for figuur, _ in figuren if f"`{figuur}`" not in blad
    ] == []
    assert [regel.begrip for regel in DEFINITIES if regel.regel not in heel] == []
