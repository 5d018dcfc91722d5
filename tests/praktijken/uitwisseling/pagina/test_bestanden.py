"""Files with odd names, without content, too big, or no Excel files at all."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from mantelzorg.excel.grenzen import MAX_BESTAND
from mantelzorg.models import Programma
from praktijken.models import Importbatch, Importstand
from praktijken.uitwisseling.werk import doe
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.uitwisseling.bestanden import klein, met_cel
from tests.praktijken.uitwisseling.pagina.bezoek import als_bestand, bevestig, vingerafdruk, voorbeeld

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("naam", "bewaard"),
    [
        ("../../x.xlsx", "x.xlsx"),
        ("..\\..\\x.xlsx", "x.xlsx"),
        ("'\"><script>alert(1)</script>.xlsx", "script>.xlsx"),
        ("رعاية.xlsx", "رعاية.xlsx"),
        ("a" * 300 + ".xlsx", "a" * 200),
        ("een\nregel\r\nverder.xlsx", "eenregel"),  # a raw line break ends the name in the request
    ],
)
def test_any_name_of_a_file_is_shown_as_text(client: Client, tmp_path: Path, naam: str, bewaard: str) -> None:
    bestand = als_bestand(klein(), tmp_path)
    bestand.name, bestand._name = naam, naam
    client.post(reverse("praktijken:gegevens"), {"bestand": bestand})
    upload = Importbatch.objects.get()
    doe(upload.pk)
    antwoord = voorbeeld(client, upload)
    assert "<script>" not in antwoord.content.decode()
    assert upload.bestandsnaam.endswith(bewaard)
    assert bewaard in gelezen(antwoord).tekst
    bevestig(client, upload, vingerafdruk(antwoord))
    assert Programma.history.get().history_change_reason == f"import van {upload.bestandsnaam} (import {upload.pk})"


def test_a_double_click_is_one_import_and_another_file_in_the_same_form_is_another(
    client: Client, tmp_path: Path
) -> None:
    adres = reverse("praktijken:gegevens")
    inzending = client.get(adres).context["upload"]["inzending"].value()
    een = als_bestand(klein(), tmp_path).read()
    ander = als_bestand(met_cel("Praktijken", 2, "naam", "Arnhem-Noord"), tmp_path).read()

    naar = [
        client.post(adres, {"inzending": inzending, "bestand": SimpleUploadedFile("a.xlsx", inhoud)})["Location"]
        for inhoud in (een, een, ander)
    ]

    eerste, tweede = Importbatch.objects.order_by("pk")
    assert naar == [reverse("praktijken:import", args=[batch.pk]) for batch in (eerste, eerste, tweede)]


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", "Dit bestand is leeg. Kies een Excelbestand waar iets in staat."),
        (bytes(MAX_BESTAND + 1), "Dit bestand is groter dan 20 MB. Splits het of haal opmaak weg."),
        (None, "Kies eerst een Excelbestand."),
    ],
)
def test_a_file_that_is_empty_too_big_or_absent_is_refused_beside_its_field(
    client: Client, inhoud: bytes | None, melding: str
) -> None:
    velden = {} if inhoud is None else {"bestand": SimpleUploadedFile("a.xlsx", inhoud)}
    antwoord = client.post(reverse("praktijken:gegevens"), velden)
    assert antwoord.status_code == 400
    assert melding in antwoord.content.decode()
    assert not Importbatch.objects.exists()


@pytest.mark.parametrize("inhoud", [b"MZ\x90\x00" + bytes(2_000), b"PK\x03\x04rommel", b"<html></html>"])
def test_what_is_no_excel_file_is_told_in_a_line_and_can_be_thrown_away(client: Client, inhoud: bytes) -> None:
    client.post(reverse("praktijken:gegevens"), {"bestand": SimpleUploadedFile("programma.xlsx", inhoud)})
    upload = Importbatch.objects.get()
    doe(upload.pk)
    antwoord = voorbeeld(client, upload)
    assert "Er is niets veranderd." in antwoord.content.decode()
    assert "Bestand weggooien" in antwoord.content.decode()
    client.post(reverse("praktijken:import-intrekken", args=[upload.pk]))
    upload.refresh_from_db()
    assert (upload.stand, bytes(upload.inhoud)) == (Importstand.GEANNULEERD, b"")
