"""The start page and the pages of the monitor: access is checked and the clock read here, `rapport` has the figures."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from aanmeldingen.oproepen.lezen import openbare_oproepen
from aanmeldingen.oproepen.toestand import Toestand
from mantelzorg.klok import vandaag
from mantelzorg.models import Programma
from mantelzorg.toegang import Recht, mag
from monitor.forms import IndicatorForm
from monitor.indicatoren.register import EERSTE, indicator
from monitor.meetpaginas.herleiding import live
from monitor.meetpaginas.kiezen import gekozen
from monitor.metingen import metingen_van
from monitor.rapport import Rapport, maak_rapport
from monitor.weergave.bestanden import BESTANDSVORMEN, bestandsnaam
from monitor.weergave.pagina import maak_pagina

PAGINA = "monitor:indicator23"


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What this is, and to which calls one can apply; logged in, each programme whose figures one may see."""
    zichtbaar = Programma.objects.zichtbaar_voor(request.user)
    oproepen = openbare_oproepen(timezone.now())
    context = {
        "programmas": [(programma, metingen_van(programma)) for programma in zichtbaar],
        "oproepen": [*oproepen[Toestand.OPEN], *oproepen[Toestand.STRAKS]],
        "gesloten": bool(oproepen[Toestand.GESLOTEN]),
    }
    return render(request, "monitor/start.html", context)


@require_safe
@login_required
def indicator23(request: HttpRequest) -> HttpResponse:
    """Indicator 23 of the programme and the day in the address; without them the latest programme, today."""
    form, rapport = _gevraagd(request)
    if rapport is None:
        return render(request, "monitor/indicator23_kiezen.html", {"form": form, "adres": reverse(PAGINA)})
    inhoud = {
        "form": form,
        "adres": reverse(PAGINA),
        "rapport": rapport,
        "pagina": maak_pagina(rapport),
        "herleiding": live(indicator(EERSTE), rapport, rapport.peildatum.year, request.user),
        "bestandsvormen": BESTANDSVORMEN,
    }
    return render(request, "monitor/indicator23.html", inhoud)


@require_safe
@login_required
@cache_control(private=True, no_store=True)
def indicator23_bestand(request: HttpRequest, formaat: str) -> HttpResponse:
    """The same report as a file."""
    vorm = BESTANDSVORMEN.get(formaat)
    form, rapport = _gevraagd(request)
    if vorm is None or form is None:
        raise Http404
    if rapport is None:
        return render(request, "monitor/indicator23_kiezen.html", {"form": form, "adres": reverse(PAGINA)}, status=400)
    naam = bestandsnaam(rapport, formaat)
    return HttpResponse(
        vorm.maak(rapport, timezone.localtime()),
        content_type=vorm.mediatype,
        headers={"Content-Disposition": f'attachment; filename="{naam}"'},
    )


def _gevraagd(request: HttpRequest) -> tuple[IndicatorForm | None, Rapport | None]:
    """The choice made and its report: no report where the day is no date, no form where there is nothing to choose."""
    if not mag(request.user, Recht.CIJFERS_ZIEN):
        raise Http404
    keuze = gekozen(request)
    if keuze is None:
        return None, None
    if keuze.peildatum is None:
        return keuze.form, None
    return keuze.form, maak_rapport(keuze.programma, keuze.peildatum, vandaag=vandaag())
