"""What a visitor of the pages to import does: log in, upload, look at the preview, confirm."""

import re
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from mantelzorg.models import User
from praktijken.models import Importbatch
from praktijken.uitwisseling.werk import doe
from tests.praktijken.uitwisseling.bestanden import Bladen, schrijf


def browser(user: User | None, **rest: Any) -> Client:
    client = Client(**rest)
    if user is not None:
        client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client


def als_bestand(bladen: Bladen, tmp_path: Path, naam: str = "gegevens.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, schrijf(bladen, tmp_path / "upload.xlsx").read_bytes())


def laad(client: Client, bladen: Bladen, tmp_path: Path) -> Importbatch:
    """Upload through the page, and let the worker read it; the file as it waits for confirmation."""
    upload = laad_op(client, bladen, tmp_path)
    doe(upload.pk)
    upload.refresh_from_db()
    return upload


def laad_op(client: Client, bladen: Bladen, tmp_path: Path) -> Importbatch:
    """Upload through the page; the file as it waits for the worker."""
    antwoord = client.post(reverse("praktijken:gegevens"), {"bestand": als_bestand(bladen, tmp_path)})
    upload = Importbatch.objects.latest("pk")
    assert antwoord.headers["Location"] == reverse("praktijken:import", args=[upload.pk])
    return upload


def voorbeeld(client: Client, upload: Importbatch) -> HttpResponse:
    return client.get(reverse("praktijken:import", args=[upload.pk]))


def vingerafdruk(pagina: HttpResponse) -> str:
    gevonden = re.search(r'name="vingerafdruk" value="([0-9a-f]{64})"', pagina.content.decode())
    assert gevonden is not None
    return gevonden[1]


def bevestig(client: Client, upload: Importbatch, afdruk: str) -> HttpResponse:
    """Click, let the worker do it, and look again."""
    adres = reverse("praktijken:import-bevestigen", args=[upload.pk])
    antwoord = client.post(adres, {"vingerafdruk": afdruk}, follow=True)
    if not Importbatch.objects.get(pk=upload.pk).is_bezig:
        return antwoord
    doe(upload.pk)
    return voorbeeld(client, upload)
