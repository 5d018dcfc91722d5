"""Every figure is the same on page, terminal, API, JSON, CSV and Excel: each is read back whole and compared."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from mantelzorg.klok import vandaag
from mantelzorg.models import Programma
from mantelzorg.toegang import Rol
from praktijken.demonstratie.laden import laad_programma
from tests.gegevens import gebruiker
from tests.monitor.voorbeeld import voorbeeld
from tests.monitor.vormen import Paginalezer, uit_csv, uit_pagina, uit_tekst
from tests.monitor.weergave.xlsx_lezen import cijfers, met_calamine, met_openpyxl

pytestmark = pytest.mark.django_db

MAP = "/monitor/23/"
DAGEN = ["2019-06-30", "2020-01-15", "2020-06-30", "2021-06-30", "2030-01-01"]


def demonstratie() -> Programma:
    return laad_programma(vandaag())


def analist() -> Client:
    client = Client()
    client.force_login(gebruiker(Rol.ANALIST), backend="mantelzorg.inloggen.AccountBackend")
    return client


def opdracht(programma: Programma, peildatum: str, formaat: str, bestand: Path) -> bytes:
    call_command("indicator", "23", programma=programma.slug, peildatum=peildatum, formaat=formaat, uit=str(bestand))
    return bestand.read_bytes()


def scherm(programma: Programma, peildatum: str) -> str:
    uit = io.StringIO()
    call_command("indicator", "23", programma=programma.slug, peildatum=peildatum, formaat="tekst", stdout=uit)
    return uit.getvalue()


def zonder_kop(json_vorm: dict[str, Any]) -> dict[str, Any]:
    """The figures alone: which programme and day stand elsewhere on a page, and nowhere in CSV."""
    return {naam: waarde for naam, waarde in json_vorm.items() if naam not in ("indicator", "programma", "peildatum")}


def zonder_praktijknamen(json_vorm: dict[str, Any]) -> dict[str, Any]:
    """As CSV has it: a practice goes by its code."""
    regels = [{veld: waarde for veld, waarde in regel.items() if veld != "naam"} for regel in json_vorm["per_praktijk"]]
    return json_vorm | {"per_praktijk": regels}


@pytest.mark.parametrize("peildatum", DAGEN)
@pytest.mark.parametrize("maak", [demonstratie, voorbeeld])
def test_every_figure_is_the_same_in_every_channel(maak, peildatum, tmp_path):
    programma, client = maak(), analist()
    vraag = {"programma": programma.slug, "peildatum": peildatum}
    verwacht = json.loads(opdracht(programma, peildatum, "json", tmp_path / "json"))

    assert json.loads(client.get("/api/v1/indicatoren/23", vraag).content) == verwacht
    assert json.loads(client.get(f"{MAP}json/", vraag).content) == verwacht
    for xlsx in (opdracht(programma, peildatum, "xlsx", tmp_path / "xlsx"), client.get(f"{MAP}xlsx/", vraag).content):
        assert (cijfers(met_openpyxl(xlsx)), cijfers(met_calamine(xlsx))) == (verwacht, verwacht)
    for csv in (opdracht(programma, peildatum, "csv", tmp_path / "csv"), client.get(f"{MAP}csv/", vraag).content):
        assert uit_csv(csv) == zonder_praktijknamen(zonder_kop(verwacht))
    assert uit_tekst(scherm(programma, peildatum)) == zonder_kop(verwacht)
    assert uit_pagina(client.get(MAP, vraag).content.decode()) == zonder_kop(verwacht)


@pytest.mark.parametrize("peildatum", DAGEN)
def test_the_number_and_its_neighbours_are_the_same_on_page_terminal_and_excel(peildatum):
    programma, client = demonstratie(), analist()
    vraag = {"programma": programma.slug, "peildatum": peildatum}

    van_pagina = op_pagina(client.get(MAP, vraag).content.decode())

    assert in_excel(client.get(f"{MAP}xlsx/", vraag).content) == van_pagina
    assert op_scherm(scherm(programma, peildatum)) == {
        naam: van_pagina[naam] for naam in ("opgestart", "vorige", "nieuw")
    }


def op_pagina(html: str) -> dict[str, str]:
    begrippen = Paginalezer(html).begrippen
    vorige, bij = begrippen["vorige meting"]
    return {
        "opgestart": begrippen["lokale pilots opgestart"][0],
        "vorige": f"nvt ({bij.split(' op ')[0]})" if vorige == "nvt" else vorige,
        "nieuw": begrippen["nieuw sindsdien"][0],
        "actief": begrippen["nu actief"][0],
        "gemeenten": begrippen["gemeenten"][0],
        "streefwaarde": begrippen["streefwaarde"][0],
    }


def in_excel(inhoud: bytes) -> dict[str, str]:
    blad = met_openpyxl(inhoud)["Rapport"]
    begin = next(nummer for nummer, rij in enumerate(blad) if rij[0] == "Lokale pilots opgestart")
    waarden = [blad[begin + 1][0], *(rij[4] for rij in blad[begin : begin + 5])]
    namen = ("opgestart", "vorige", "nieuw", "actief", "gemeenten", "streefwaarde")
    return dict(zip(namen, map(str, waarden), strict=True))


def op_scherm(tekst: str) -> dict[str, str]:
    deel = next(deel for deel in tekst.split("\n\n") if deel.startswith("  Opgestart"))
    waarden = [regel.split("  ")[-1].strip() for regel in deel.splitlines()[:3]]
    return dict(zip(("opgestart", "vorige", "nieuw"), waarden, strict=True))
