"""The pages of the figures of calls: access is checked and the clock read here, `rapport` has the figures."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from aanmeldingen.models import Oproep
from mantelzorg.klok import vandaag
from mantelzorg.toegang import Recht, mag
from monitor.forms import PeildatumForm
from monitor.oproepen.inzage import oproepen_met_cijfers
from monitor.oproepen.rapport import Rapport, maak_rapport
from monitor.oproepen.weergave.bestanden import BESTANDSVORMEN, bestandsnaam
from monitor.oproepen.weergave.pagina import maak_pagina

KIEZEN = "monitor/oproepen/kiezen.html"


@require_safe
@login_required
def lijst(request: HttpRequest) -> HttpResponse:
    """The calls whose figures one may see."""
    if not mag(request.user, Recht.CIJFERS_ZIEN):
        raise Http404
    return render(request, "monitor/oproepen/lijst.html", {"oproepen": oproepen_met_cijfers(request.user)})


@require_safe
@login_required
def cijfers(request: HttpRequest, slug: str) -> HttpResponse:
    """The figures of a call on the day in the address; without it today."""
    oproep, form, rapport = _gevraagd(request, slug)
    if rapport is None:
        return render(request, KIEZEN, {"form": form, "oproep": oproep})
    inhoud = {"form": form, "rapport": rapport, "pagina": maak_pagina(rapport), "bestandsvormen": BESTANDSVORMEN}
    return render(request, "monitor/oproepen/cijfers.html", inhoud | {"oproep": oproep})


@require_safe
@login_required
@cache_control(private=True, no_store=True)
def bestand(request: HttpRequest, slug: str, formaat: str) -> HttpResponse:
    """The same report as a file."""
    vorm = BESTANDSVORMEN.get(formaat)
    if vorm is None:
        raise Http404
    oproep, form, rapport = _gevraagd(request, slug)
    if rapport is None:
        return render(request, KIEZEN, {"form": form, "oproep": oproep}, status=400)
    return HttpResponse(
        vorm.maak(rapport, timezone.localtime()),
        content_type=vorm.mediatype,
        headers={"Content-Disposition": f'attachment; filename="{bestandsnaam(rapport, formaat)}"'},
    )


def _gevraagd(request: HttpRequest, slug: str) -> tuple[Oproep, PeildatumForm, Rapport | None]:
    """The call, the choice made, and its report: none where the day is no date."""
    oproep = get_object_or_404(oproepen_met_cijfers(request.user), slug=slug)
    dag = vandaag()
    form = PeildatumForm({"peildatum": request.GET.get("peildatum", "").strip() or dag}, use_required_attribute=False)
    if not form.is_valid():
        return oproep, form, None
    return oproep, form, maak_rapport(oproep, form.cleaned_data["peildatum"], vandaag=dag)
