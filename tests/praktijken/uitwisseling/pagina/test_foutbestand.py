"""The uploaded file back with a column of errors: corrected and uploaded again, the column is passed over."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from deelnemers.models import NamenUitvoer
from mantelzorg.models import Programma, User
from praktijken.models import Importbatch, Importstand
from praktijken.uitwisseling.werk import doe
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.uitwisseling.bestanden import Bladen, klein, met_cel
from tests.praktijken.uitwisseling.pagina.bezoek import laad, voorbeeld

pytestmark = pytest.mark.django_db


def download(client: Client, upload: Importbatch) -> bytes:
    antwoord = client.post(reverse("praktijken:import-met-fouten", args=[upload.pk]))
    assert antwoord.headers["Content-Disposition"] == 'attachment; filename="gegevens-met-fouten.xlsx"'
    assert "no-store" in antwoord.headers["Cache-Control"]
    return antwoord.content


def kolom(inhoud: bytes, blad: str) -> list[object]:
    return [rij[-1] for rij in load_workbook(io.BytesIO(inhoud))[blad].values]


def met_fouten() -> Bladen:
    bladen = met_cel("Praktijken", 2, "startdatum", "ooit")
    bladen["Deelnemers"][2][6] = "=X"
    bladen["Deelnemers"][2][2] = "geen adres"
    del bladen["Ontwerpvragen"][0][4], bladen["Ontwerpvragen"][1][4]
    return bladen


def test_a_file_with_errors_comes_back_with_them_is_corrected_and_taken(
    client: Client, mo: User, tmp_path: Path
) -> None:
    upload = laad(client, met_fouten(), tmp_path)
    assert upload.stand is Importstand.FOUTEN
    inhoud = download(client, upload)

    datum = "'ooit' is geen datum; toegestaan: een Exceldatum zonder tijd, dd-mm-jjjj of jjjj-mm-dd."
    nergens = "'=X' bestaat niet; zet een rij op blad 'Praktijken' of verbeter de waarde."
    assert kolom(inhoud, "Praktijken") == ["Fouten (importeren)", f"Fout, kolom 'startdatum': {datum}", None]
    assert kolom(inhoud, "Deelnemers") == [
        "Fouten (importeren)",
        None,
        f"Fout, kolom 'praktijk': {nergens}\nLet op, kolom 'e-mail': 'geen adres' is geen e-mailadres.",
    ]
    assert kolom(inhoud, "Ontwerpvragen")[0] == (
        "Fouten (importeren):\nFout, kolom 'geformuleerd op': deze verplichte kolom ontbreekt."
    )
    assert kolom(inhoud, "Organisaties")[0] == "gemeente"
    uitvoer = NamenUitvoer.objects.get()
    assert (uitvoer.gebruiker, uitvoer.aantal_personen) == (mo, 2)

    boek = load_workbook(io.BytesIO(inhoud))
    boek["Praktijken"]["D2"], boek["Deelnemers"]["G3"] = klein()["Praktijken"][1][3], "ARN"
    boek["Ontwerpvragen"]["H1"], boek["Ontwerpvragen"]["H2"] = "geformuleerd op", "01-11-2019"
    boek.save(tmp_path / "verbeterd.xlsx")
    bestand = SimpleUploadedFile("verbeterd.xlsx", (tmp_path / "verbeterd.xlsx").read_bytes())
    client.post(reverse("praktijken:gegevens"), {"bestand": bestand})
    verbeterd = Importbatch.objects.latest("pk")
    doe(verbeterd.pk)
    verbeterd.refresh_from_db()
    tekst = gelezen(voorbeeld(client, verbeterd)).tekst
    assert verbeterd.stand is Importstand.VOORBEELD
    assert "onbekende kolom" not in tekst


def test_errors_about_a_sheet_that_is_not_there_are_counted_apart(client: Client, tmp_path: Path) -> None:
    bladen = met_fouten()
    del bladen["Programma"]
    upload = laad(client, bladen, tmp_path)
    assert "1 fout staat niet in dat bestand, want het blad ontbreekt." in gelezen(voorbeeld(client, upload)).tekst


def test_a_file_without_errors_or_that_cannot_be_read_has_none_to_give(client: Client, tmp_path: Path) -> None:
    goed = laad(client, klein(), tmp_path)
    client.post(reverse("praktijken:gegevens"), {"bestand": SimpleUploadedFile("a.xlsx", b"PK rommel")})
    slecht = Importbatch.objects.latest("pk")
    doe(slecht.pk)
    for upload in (goed, slecht):
        assert client.post(reverse("praktijken:import-met-fouten", args=[upload.pk])).status_code == 404
    assert not NamenUitvoer.objects.exists()
    assert not Programma.objects.exists()


def test_the_file_with_errors_goes_with_the_rest(client: Client, tmp_path: Path) -> None:
    upload = laad(client, met_fouten(), tmp_path)
    client.post(reverse("praktijken:import-intrekken", args=[upload.pk]))
    upload.refresh_from_db()
    assert (bytes(upload.met_fouten), bytes(upload.inhoud)) == (b"", b"")
