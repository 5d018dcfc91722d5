"""A download of a programme comes back unchanged and is logged; the empty file holds nobody."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from deelnemers.models import NamenUitvoer
from mantelzorg.models import User
from praktijken.models import Importbatch
from praktijken.uitwisseling.werk import doe
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.uitwisseling.bestanden import dag, klein, voer_in
from tests.praktijken.uitwisseling.pagina.bezoek import voorbeeld

pytestmark = pytest.mark.django_db


def test_a_download_is_logged_and_comes_back_unchanged(client: Client, mo: User) -> None:
    bladen = klein()
    bladen["Deelnemers"].append(["D1", None, None, None, None, None, "ARN", dag("2020-01-01"), None])
    voer_in(bladen)
    antwoord = client.post(reverse("praktijken:download"), {"programma": "thuis"})
    assert re.fullmatch(r'attachment; filename="thuis-\d{4}-\d\d-\d\d\.xlsx"', antwoord.headers["Content-Disposition"])
    assert "no-store" in antwoord.headers["Cache-Control"]
    namen = [rij[1] for rij in load_workbook(io.BytesIO(antwoord.content))["Deelnemers"].values]
    assert namen == ["naam", "Fatma", "Fatma", "Wim"]
    uitvoer = NamenUitvoer.objects.get()
    assert (uitvoer.gebruiker, uitvoer.programma.slug, uitvoer.aantal_personen) == (mo, "thuis", 2)
    terug = SimpleUploadedFile("terug.xlsx", antwoord.content)
    client.post(reverse("praktijken:gegevens"), {"bestand": terug})
    upload = Importbatch.objects.get()
    doe(upload.pk)
    assert "Er verandert niets." in gelezen(voorbeeld(client, upload)).tekst


@pytest.mark.parametrize("slug", ["", "onbekend", "../../etc/passwd", "thuis'--"])
def test_a_programme_that_is_not_there_cannot_be_downloaded(client: Client, slug: str) -> None:
    voer_in(klein())
    assert client.post(reverse("praktijken:download"), {"programma": slug}).status_code == 404
    assert not NamenUitvoer.objects.exists()


def test_the_empty_file_holds_nobody_and_is_not_logged(client: Client) -> None:
    voer_in(klein())
    inhoud = load_workbook(io.BytesIO(client.get(reverse("praktijken:leeg-bestand")).content))
    assert [blad.max_row for blad in inhoud if blad.title != "Toelichting"] == [1] * 10
    assert not NamenUitvoer.objects.exists()
