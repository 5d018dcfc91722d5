"""Pages to download a programme's records and to import an Excel file."""

import re

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from deelnemers.models import NamenUitvoer
from mantelzorg.excel.lezer import OnleesbaarBestand
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from praktijken.models import Importbestand
from praktijken.uitwisseling.exporteren import Werkboek, leeg_werkboek, werkboek_van
from praktijken.uitwisseling.forms import DownloadForm, UploadForm
from praktijken.uitwisseling.importeren import ImportBotsing
from praktijken.uitwisseling.uploads import (
    AlVerwerkt,
    VoorbeeldVerouderd,
    bevestig,
    bewaar_upload,
    ruim_op,
    sluit,
    tellingen,
    voorbeeld,
    zoals_nu,
)

TOON_MELDINGEN = 1_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _uitwisselaar(request: HttpRequest) -> User:
    """Who asks, when they may exchange records; for others these pages are not there."""
    if not isinstance(request.user, User) or not mag_alles(request.user, Recht.GEGEVENS_UITWISSELEN):
        raise Http404
    return request.user


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def gegevens(request: HttpRequest) -> HttpResponse:
    """Download, upload, and the user's last files. A POST is an upload."""
    user = _uitwisselaar(request)
    upload = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if upload.is_valid():
        bewaard = bewaar_upload(upload.cleaned_data["bestand"], user)
        return redirect("praktijken:import", bewaard.pk)
    eerdere = [zoals_nu(eerder) for eerder in Importbestand.objects.filter(door=user).defer("inhoud")[:10]]
    inhoud = {"upload": upload, "download": DownloadForm(user=user), "eerdere": eerdere}
    return render(request, "praktijken/gegevens.html", inhoud, status=400 if upload.errors else 200)


@login_required
@require_POST
def download(request: HttpRequest) -> HttpResponse:
    """The records of a programme; it holds names, so it is logged."""
    user = _uitwisselaar(request)
    form = DownloadForm(request.POST, user=user)
    if not form.is_valid():
        raise Http404
    ruim_op()
    programma = form.cleaned_data["programma"]
    werkboek = werkboek_van(programma, vandaag())
    NamenUitvoer.objects.create(
        gebruiker=user,
        wat="gegevens van het programma (Excel)",
        programma=programma,
        aantal_personen=werkboek.personen,
    )
    naam = re.sub(r"[^a-z0-9]+", "-", programma.slug.lower()).strip("-") or "programma"
    return _als_bestand(werkboek, f"{naam}-{vandaag():%Y-%m-%d}.xlsx")


@login_required
@require_GET
def leeg_bestand(request: HttpRequest) -> HttpResponse:
    """The empty file to fill."""
    _uitwisselaar(request)
    return _als_bestand(leeg_werkboek(), "programma-leeg.xlsx")


def _als_bestand(werkboek: Werkboek, naam: str) -> HttpResponse:
    antwoord = HttpResponse(werkboek.inhoud, content_type=XLSX)
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord["Cache-Control"] = "private, no-store"
    return antwoord


@login_required
@require_GET
def importeren(request: HttpRequest, pk: int) -> HttpResponse:
    """Preview of an uploaded file, or what came of it. Only its uploader sees it."""
    return _toon(request, _eigen(request, pk))


def _eigen(request: HttpRequest, pk: int) -> Importbestand:
    return zoals_nu(get_object_or_404(Importbestand, pk=pk, door=_uitwisselaar(request)))


def _toon(request: HttpRequest, upload: Importbestand, status: int = 200) -> HttpResponse:
    inhoud: dict[str, object] = {"upload": upload}
    if upload.verwerkt_op is None:
        try:
            verslag = voorbeeld(upload, vandaag())
            inhoud |= {"verslag": verslag, "fouten": verslag.fouten[:TOON_MELDINGEN]}
            inhoud |= {"waarschuwingen": verslag.waarschuwingen[:TOON_MELDINGEN], "tellingen": tellingen(verslag)}
        except OnleesbaarBestand as fout:
            inhoud["onleesbaar"] = str(fout)
            status = 400
    return render(request, "praktijken/import.html", inhoud, status=status)


@login_required
@require_POST
def bevestigen(request: HttpRequest, pk: int) -> HttpResponse:
    """Import the file as previewed; a second click finds it done."""
    upload = _eigen(request, pk)
    if upload.verwerkt_op is None:
        try:
            bevestig(upload, vandaag(), request.POST.get("vingerafdruk", ""))
        except AlVerwerkt:
            pass  # the page shows what the first click did
        except VoorbeeldVerouderd:
            messages.warning(request, "De gegevens zijn intussen gewijzigd. Kijk het voorbeeld opnieuw na.")
        except (ImportBotsing, OnleesbaarBestand) as fout:
            messages.error(request, str(fout))
    ruim_op()
    return redirect("praktijken:import", pk)


@login_required
@require_POST
@transaction.atomic
def intrekken(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop the file without importing it."""
    upload = get_object_or_404(
        Importbestand.objects.select_for_update().defer("inhoud"), pk=pk, door=_uitwisselaar(request)
    )
    if upload.verwerkt_op is None:
        sluit(upload, {"afloop": "ingetrokken"})
        messages.success(request, "Het bestand is weggegooid. Er is niets veranderd.")
    ruim_op()
    return redirect("praktijken:gegevens")
