"""The page and files of an indicator that has none of its own, as the records stand now."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from mantelzorg.klok import vandaag
from monitor.forms import IndicatorForm
from monitor.indicatoren.rapport import Cijferrapport, maak_rapport
from monitor.indicatoren.register import zichtbare
from monitor.indicatoren.soort import Indicatorsoort
from monitor.indicatoren.weergave.bestanden import BESTANDSVORMEN, bestandsnaam
from monitor.meetpaginas.herleiding import live
from monitor.meetpaginas.kiezen import gekozen
from monitor.meetpaginas.toegang import zichtbaar_of_404

KIEZEN = "monitor/indicatoren/kiezen.html"


def pagina_van(soort: Indicatorsoort) -> str:
    """The address of its page."""
    return reverse("monitor:indicator23") if soort.eigen_vormen else reverse("monitor:indicator", args=[soort.code])


@require_safe
@login_required
def lijst(request: HttpRequest) -> HttpResponse:
    """Every indicator one may see figures of."""
    soorten = zichtbare(request.user)
    if not soorten:
        raise Http404
    return render(request, "monitor/indicatoren/lijst.html", {"soorten": [(een, pagina_van(een)) for een in soorten]})


@require_safe
@login_required
def pagina(request: HttpRequest, code: str) -> HttpResponse:
    """Its figures of the programme and the day in the address; without them the latest programme, today."""
    soort = _zonder_eigen(request, code)
    form, rapport = _gevraagd(request, soort)
    if rapport is None:
        return render(request, KIEZEN, {"form": form, "adres": pagina_van(soort), "indicator": soort})
    context = {
        "form": form,
        "adres": pagina_van(soort),
        "herleiding": live(soort, rapport, rapport.peildatum.year, request.user),
    }
    return render(request, "monitor/indicatoren/pagina.html", context | cijfers(rapport))


def cijfers(rapport: Cijferrapport) -> dict[str, Any]:
    """What the templates of its figures take, live or fixed."""
    paren = list(zip(rapport.indicator.tabellen, rapport.tabellen, strict=True))
    return {
        "indicator": rapport.indicator,
        "rapport": rapport,
        "geheel": [een for een in paren if not een[0].kop],
        "lijsten": [een for een in paren if een[0].kop],
        "hoofd": rapport.indicator.figuren[rapport.indicator.hoofd],
        "bestandsvormen": BESTANDSVORMEN,
    }


@require_safe
@login_required
@cache_control(private=True, no_store=True)
def bestand(request: HttpRequest, code: str, formaat: str) -> HttpResponse:
    """The same figures as a file."""
    soort, vorm = _zonder_eigen(request, code), BESTANDSVORMEN.get(formaat)
    form, rapport = _gevraagd(request, soort)
    if vorm is None or form is None:
        raise Http404
    if rapport is None:
        return render(request, KIEZEN, {"form": form, "adres": pagina_van(soort), "indicator": soort}, status=400)
    return HttpResponse(
        vorm.maak(rapport, timezone.localtime()),
        content_type=vorm.mediatype,
        headers={"Content-Disposition": f'attachment; filename="{bestandsnaam(rapport, formaat)}"'},
    )


def _zonder_eigen(request: HttpRequest, code: str) -> Indicatorsoort:
    soort = zichtbaar_of_404(code, request.user)
    if soort.eigen_vormen:
        raise Http404
    return soort


def _gevraagd(request: HttpRequest, soort: Indicatorsoort) -> tuple[IndicatorForm | None, Cijferrapport | None]:
    """The choice made and its report: no report where the day is no date, no form where there is nothing to choose."""
    keuze = gekozen(request)
    if keuze is None:
        return None, None
    if keuze.peildatum is None:
        return keuze.form, None
    return keuze.form, maak_rapport(soort, keuze.programma, keuze.peildatum, vandaag=vandaag())
