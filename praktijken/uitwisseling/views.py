"""Pages to download a programme's records and to import an Excel file."""

import re

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from deelnemers.models import NamenUitvoer
from mantelzorg.excel import XLSX
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from praktijken.models import Importbatch
from praktijken.uitwisseling.batches import bewaar_upload, zoals_nu
from praktijken.uitwisseling.exporteren import leeg_werkboek, werkboek_van
from praktijken.uitwisseling.forms import DownloadForm, UploadForm

PER_PAGINA = 20


def uitwisselaar(request: HttpRequest) -> User:
    """Who asks, when they may exchange records; for others these pages are not there."""
    if not isinstance(request.user, User) or not mag_alles(request.user, Recht.GEGEVENS_UITWISSELEN):
        raise Http404
    return request.user


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def gegevens(request: HttpRequest) -> HttpResponse:
    """Download, upload, and all imports so far, the newest first. A POST is an upload."""
    user = uitwisselaar(request)
    upload = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if upload.is_valid():
        bewaard = bewaar_upload(upload.cleaned_data["bestand"], user, upload.cleaned_data["inzending"])
        return redirect("praktijken:import", bewaard.pk)
    batches = Importbatch.objects.select_related("door").defer("inhoud", "met_fouten")
    pagina = Paginator(batches, PER_PAGINA).get_page(request.GET.get("pagina"))
    imports = [(zoals_nu(batch), *_gewijzigd(batch)) for batch in pagina]
    inhoud = {"upload": upload, "download": DownloadForm(user=user), "imports": imports, "pagina": pagina}
    return render(request, "praktijken/gegevens.html", inhoud, status=400 if upload.errors else 200)


def _gewijzigd(batch: Importbatch) -> tuple[int, int]:
    """How many records the batch adds and changes."""
    tellingen = batch.resultaat.get("tellingen") or batch.voorbeeld.get("tellingen", [])
    return sum(telling[1] for telling in tellingen), sum(telling[2] for telling in tellingen)


@login_required
@require_POST
def download(request: HttpRequest) -> HttpResponse:
    """The records of a programme; it holds names, so it is logged."""
    user = uitwisselaar(request)
    form = DownloadForm(request.POST, user=user)
    if not form.is_valid():
        raise Http404
    programma = form.cleaned_data["programma"]
    werkboek = werkboek_van(programma, vandaag())
    NamenUitvoer.objects.create(
        gebruiker=user,
        wat="gegevens van het programma (Excel)",
        programma=programma,
        aantal_personen=werkboek.personen,
    )
    naam = re.sub(r"[^a-z0-9]+", "-", programma.slug.lower()).strip("-") or "programma"
    return als_bestand(werkboek.inhoud, f"{naam}-{vandaag():%Y-%m-%d}.xlsx")


@login_required
@require_GET
def leeg_bestand(request: HttpRequest) -> HttpResponse:
    """The empty file to fill."""
    uitwisselaar(request)
    return als_bestand(leeg_werkboek().inhoud, "programma-leeg.xlsx")


def als_bestand(inhoud: bytes, naam: str) -> HttpResponse:
    """An Excel file to keep, whatever letters its name has; no cache keeps it along the way."""
    antwoord = HttpResponse(inhoud, content_type=XLSX)
    antwoord["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=naam) or "attachment"
    antwoord["Cache-Control"] = "private, no-store"
    return antwoord
