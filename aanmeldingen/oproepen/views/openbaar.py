"""What everybody reads: which calls there are, and everything about one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from aanmeldingen.models import Oproep
from aanmeldingen.openbaar.bewaren import voor_even
from aanmeldingen.oproepen import lezen
from aanmeldingen.oproepen.toestand import Toestand
from mantelzorg.klok import vandaag


@require_safe
@voor_even
def oproepen(request: HttpRequest) -> HttpResponse:
    """The published calls by what they are now."""
    gevonden = lezen.openbare_oproepen(timezone.now())
    context = {
        "open": gevonden[Toestand.OPEN],
        "straks": gevonden[Toestand.STRAKS],
        "gesloten": gevonden[Toestand.GESLOTEN],
    }
    return render(request, "aanmeldingen/oproepen/lijst.html", context)


@require_safe
def oproep(request: HttpRequest, slug: str) -> HttpResponse:
    """One call. It says how many places are free and what the time is, so it is asked anew each time."""
    gevonden = _oproep(request, slug)
    nu = timezone.now()
    context = {"oproep": gevonden, "nu": nu, "blad": lezen.pagina(gevonden, nu, vandaag())}
    antwoord = render(request, "aanmeldingen/oproepen/oproep.html", context)
    patch_cache_control(antwoord, no_cache=True, private=True)
    return antwoord


@require_safe
@voor_even
def voorwaarden(request: HttpRequest, slug: str, nummer: int) -> HttpResponse:
    """One version of the conditions, at an address that stays: applications refer to the version they agreed with."""
    gevonden = _oproep(request, slug)
    versies = list(gevonden.voorwaarden.exclude(vastgesteld_op=None).prefetch_related("criteria"))
    versie = next((een for een in versies if een.nummer == nummer), None)
    if versie is None:
        raise Http404
    context = {
        "oproep": gevonden,
        "versie": versie,
        "versies": versies,
        "geldt": versies[0] == versie,
    }
    return render(request, "aanmeldingen/oproepen/voorwaarden.html", context)


def _oproep(request: HttpRequest, slug: str) -> Oproep:
    zichtbaar = Oproep.objects.zichtbaar_voor(request.user).select_related("programma")
    return get_object_or_404(zichtbaar, slug=slug)
