"""The page about the genuineness of measurements: the last check of what is fixed, and of an Excel file."""

import tempfile
from pathlib import Path
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from mantelzorg.excel.lezer import OnleesbaarBestand
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from monitor.echtheid.forms import EchtheidForm
from monitor.echtheid.oordeel import Uitspraak, beoordeel
from monitor.echtheid.zegels import zegels_nu
from monitor.models import Zegelcontrole


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def echtheid(request: HttpRequest) -> HttpResponse:
    """The last check, and the seals, to write down. A POST is a file to look at: it changes and keeps nothing."""
    user = request.user
    if not isinstance(user, User) or not mag_alles(user, Recht.METINGEN_ZIEN):
        raise Http404
    form = EchtheidForm(request.POST, request.FILES) if request.method == "POST" else EchtheidForm()
    uitspraak = _uitspraak(form, user) if form.is_valid() else None
    inhoud = {"form": form, "uitspraak": uitspraak} | _stand()
    return render(request, "monitor/echtheid.html", inhoud, status=400 if form.errors else 200)


def _uitspraak(form: EchtheidForm, user: User) -> Uitspraak | None:
    """None: it is no workbook that can be read; the form says why."""
    bestand: UploadedFile[Any] = form.cleaned_data["bestand"]
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as tijdelijk:
        for stuk in bestand.chunks():
            tijdelijk.write(stuk)
        tijdelijk.flush()
        try:
            return beoordeel(Path(tijdelijk.name), user=user, nu=timezone.now())
        except OnleesbaarBestand as fout:
            form.add_error("bestand", str(fout))
            return None


def _stand() -> dict[str, Any]:
    return {"controle": Zegelcontrole.objects.first(), "zegels": zegels_nu()}
