"""The preview of an import: what would change, what is wrong, and what it costs to show."""

import datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mantelzorg.models import Programma
from mantelzorg.taken.hartslag import klop
from praktijken.models import Importbatch, Praktijk
from praktijken.uitwisseling.werkplaats import Voortgang, Werkplaats
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.uitwisseling.bestanden import dag, klein, met_cel, voer_in
from tests.praktijken.uitwisseling.pagina.bezoek import bevestig, laad, laad_op, voorbeeld

pytestmark = pytest.mark.django_db


def test_the_preview_tells_per_record_and_field_what_changes(client: Client, tmp_path: Path) -> None:
    voer_in(klein())
    bladen = met_cel("Praktijken", 2, "naam", "Arnhem-Noord")
    bladen["Praktijken"][1][2] = "Ede; GM0202"
    bladen["Deelnemers"][1][1] = None
    bladen["Deelnemers"].append(["D3", "Nel", None, None, None, None, "EDE", dag("2020-01-01"), None])
    pagina = gelezen(voorbeeld(client, laad(client, bladen, tmp_path)))
    assert pagina.tabellen["Wijzigingen per rij en veld"] == [
        ["Wat", "Rij", "Veld", "Nu", "Wordt"],
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
    assert pagina.tabellen["Wijzigingen per rij en veld"][1:] == [
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
        paden = [reverse("praktijken:import", args=[upload.pk])]
        aantallen.append([_queries(client, pad) for pad in paden])
    assert aantallen[0] == aantallen[1]


def test_the_list_of_imports_takes_as_many_queries_for_one_as_for_three(client: Client, tmp_path: Path) -> None:
    aantallen = []
    for aantal in (1, 2):
        for _ in range(aantal):
            laad(client, klein(), tmp_path)
        aantallen.append(_queries(client, reverse("praktijken:gegevens")))
    assert aantallen[0] == aantallen[1]


def test_a_preview_of_very_much_comes_in_pages_below_300_kb(client: Client, tmp_path: Path) -> None:
    veel = klein()
    lang = "'<&\"" * 60
    for n in range(230):
        veel["Deelnemers"].append([f"E{n}", lang, "geen adres", None, None, None, "EDE", dag("2019-01-01"), None])
    upload = laad(client, veel, tmp_path)
    eerste = voorbeeld(client, upload)
    bladen = upload.voorbeeld["bladen"]
    assert (upload.voorbeeld["wijzigingen"], bladen["wijzigingen"] > 3) == (15 + 460, True)
    gezien = []
    for nummer in range(1, bladen["wijzigingen"] + 1):
        vraag = {"wijzigingen": nummer, "waarschuwingen": 2}
        antwoord = client.get(reverse("praktijken:import", args=[upload.pk]), vraag)
        assert len(antwoord.content) < 300_000
        gezien += [rij[0] for rij in gelezen(antwoord).tabellen["Wijzigingen per rij en veld"][1:]]
    assert len(set(gezien)) == 15 + 460
    assert len(eerste.content) < 300_000


@pytest.mark.parametrize("nummer", ["0", "-1", "99999", "x", "²", "9" * 30, ""])
def test_a_page_of_the_preview_that_is_not_there_is_the_nearest(client: Client, tmp_path: Path, nummer: str) -> None:
    upload = laad(client, klein(), tmp_path)
    pad = reverse("praktijken:import", args=[upload.pk])
    antwoord = client.get(pad, {"wijzigingen": nummer})
    assert antwoord.status_code == 200
    assert gelezen(antwoord).tabellen == gelezen(client.get(pad)).tabellen


def test_while_the_worker_is_at_it_the_page_shows_a_bar_and_offers_to_stop(client: Client, tmp_path: Path) -> None:
    upload = laad_op(client, klein(), tmp_path)
    wacht = client.get(reverse("praktijken:import", args=[upload.pk])).content.decode()
    assert '<progress class="balk"' in wacht
    assert "in de wachtrij" in wacht
    Importbatch.objects.filter(pk=upload.pk).update(begonnen_op=timezone.now())
    Werkplaats(upload.pk).vertel(Voortgang(stap="controleren", gedaan=30, totaal=120))
    stuk = client.get(reverse("praktijken:import-stand", args=[upload.pk])).content.decode()
    assert '<progress class="balk" max="100" value="25"' in stuk
    assert "Nu: controleren, 25% (30 van 120 rijen)." in stuk
    client.post(reverse("praktijken:import-intrekken", args=[upload.pk]))
    assert client.get(reverse("praktijken:import-stand", args=[upload.pk])).status_code == 204
    assert "Deze import is geannuleerd." in gelezen(voorbeeld(client, upload)).tekst


@pytest.mark.parametrize(
    ("klopte", "tekst"), [(10, "er gaat ander werk voor"), (900, "Het werk op de achtergrond staat stil.")]
)
def test_who_waits_long_is_told_why(client: Client, tmp_path: Path, klopte: int, tekst: str) -> None:
    upload = laad_op(client, klein(), tmp_path)
    nu = timezone.now()
    klop("werker-1", nu - datetime.timedelta(seconds=klopte))
    Importbatch.objects.filter(pk=upload.pk).update(gevraagd_op=nu - datetime.timedelta(seconds=90))
    stuk = client.get(reverse("praktijken:import-stand", args=[upload.pk])).content.decode()
    assert tekst in stuk


def _queries(client: Client, pad: str) -> int:

    with CaptureQueriesContext(connection) as vragen:
        assert client.get(pad).status_code == 200
    return len(vragen)
