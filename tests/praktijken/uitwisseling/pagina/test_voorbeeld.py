"""The preview of an import: what would change, what is wrong, and what it costs to show."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mantelzorg.models import Programma
from praktijken.models import Praktijk
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.uitwisseling.bestanden import dag, klein, met_cel, voer_in
from tests.praktijken.uitwisseling.pagina.bezoek import bevestig, laad, voorbeeld

pytestmark = pytest.mark.django_db


def test_the_preview_tells_per_record_and_field_what_changes(client: Client, tmp_path: Path) -> None:
    voer_in(klein())
    bladen = met_cel("Praktijken", 2, "naam", "Arnhem-Noord")
    bladen["Praktijken"][1][2] = "Ede; GM0202"
    bladen["Deelnemers"][1][1] = None
    bladen["Deelnemers"].append(["D3", "Nel", None, None, None, None, "EDE", dag("2020-01-01"), None])
    pagina = gelezen(voorbeeld(client, laad(client, bladen, tmp_path)))
    assert pagina.tabellen["Wijzigingen per record en veld"] == [
        ["Record", "Rij", "Veld", "Nu", "Wordt"],
        ["praktijken ARN", "2", "naam", "Arnhem", "Arnhem-Noord"],
        ["praktijken ARN", "2", "gemeenten", "Arnhem", "Ede; Arnhem"],
        ["deelnemers D1", "2", "naam", "Fatma", "(leeg)"],
        ["Nieuw: deelnemers D3", "4", "naam", "(leeg)", "Nel"],
        ["Nieuw: deelnames D3, EDE, 01-01-2020", "4", "(geen andere velden)"],
    ]
    assert "deelnemers: naam (1 keer)" in pagina.tekst
    assert ["praktijken", "0", "1", "1"] in pagina.tabellen["Aantallen per soort"]
    assert Praktijk.objects.get(code="ARN").naam == "Arnhem"


def test_the_preview_names_other_programmes_that_share_what_changes(client: Client, tmp_path: Path) -> None:
    voer_in(klein())
    voer_in(klein(Programma=[["slug", "naam", "vorm"], ["ander", "Het andere", "innovatietraject"]]))
    pagina = gelezen(voorbeeld(client, laad(client, met_cel("Organisaties", 2, "gemeente", "Arnhem"), tmp_path)))
    assert "worden ook gebruikt in: Het andere" in pagina.tekst
    assert pagina.tabellen["Wijzigingen per record en veld"][1:] == [
        ["organisaties Gemeente Ede", "2", "gemeente", "Ede", "Arnhem"]
    ]


def test_a_file_that_changes_nothing_has_nothing_to_confirm(client: Client, tmp_path: Path) -> None:
    voer_in(klein())
    pagina = gelezen(voorbeeld(client, laad(client, klein(), tmp_path)))
    assert "Er verandert niets." in pagina.tekst
    assert "Bevestigen" not in pagina.tekst


def test_errors_stand_in_a_table_by_cell_and_nothing_can_be_confirmed(client: Client, tmp_path: Path) -> None:
    bladen = met_cel("Praktijken", 2, "startdatum", "ooit")
    bladen["Deelnemers"][2][6] = "<b>X</b>"
    upload = laad(client, bladen, tmp_path)
    pagina = gelezen(voorbeeld(client, upload))
    assert pagina.tabellen["Fouten per cel"] == [
        ["Blad", "Rij", "Kolom", "Wat er mis is"],
        [
            "Praktijken", "2", "startdatum",
            "'ooit' is geen datum; toegestaan: een Exceldatum zonder tijd, dd-mm-jjjj of jjjj-mm-dd",
        ],
        [
            "Deelnemers", "3", "praktijk",
            "'<b>X</b>' bestaat niet; zet een rij op blad 'Praktijken' of verbeter de waarde",
        ],
    ]  # fmt: skip
    assert "Bevestigen" not in pagina.tekst
    assert gelezen(bevestig(client, upload, "")).tabellen["Fouten per cel"][1][0] == "Praktijken"
    assert not Programma.objects.exists()


def test_the_pages_take_as_many_queries_for_many_files_and_rows(client: Client, tmp_path: Path) -> None:
    veel = klein()
    for n in range(30):
        veel["Praktijken"].append([f"P{n}", f"P{n}", "Arnhem; Ede", dag("2019-09-02"), None, None, None, None])
        veel["Deelnemers"].append([f"E{n}", "N", None, None, None, None, f"P{n}", dag("2019-10-01"), None])
    aantallen = []
    for bladen in (klein(), veel):
        upload = laad(client, bladen, tmp_path)
        paden = [reverse("praktijken:gegevens"), reverse("praktijken:import", args=[upload.pk])]
        aantallen.append([_queries(client, pad) for pad in paden])
    assert aantallen[0] == aantallen[1]


def _queries(client: Client, pad: str) -> int:

    with CaptureQueriesContext(connection) as vragen:
        assert client.get(pad).status_code == 200
    return len(vragen)
