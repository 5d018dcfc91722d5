"""Reading what was learned: the page to search and browse, one lesson, and what awaits a judgement."""

from uuid import uuid4

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from mantelzorg.klok import vandaag
from mantelzorg.toegang import Recht, mag
from praktijken.leren.filters import LesFilter
from praktijken.leren.lezen import PER_PAGINA, in_bewerking, lesblad, wacht_op_oordeel
from praktijken.leren.verzoek import beoordelaar, getal, lezer
from praktijken.leren.zoeken import LAATSTE_PAGINA, zoek
from praktijken.models import Les


@require_safe
@login_required
def lessen(request: HttpRequest) -> HttpResponse:
    """Shared lessons and what experiments brought, by what the address asks; and what one is writing."""
    user = lezer(request)
    lesfilter = LesFilter(request.GET, user=user)
    context = {
        "filter": lesfilter,
        "blokken": zoek(user, lesfilter, vandaag(), _pagina(request)),
        "eigen": [] if lesfilter.gefilterd else in_bewerking(user),
        "beoordeelt": mag(user, Recht.LESSEN_BEOORDELEN),
    }
    return render(request, "praktijken/leren/lessen.html", context)


@require_safe
@login_required
def les(request: HttpRequest, pk: int) -> HttpResponse:
    """One lesson: what is shared of it; and for who reads the practice's progress its versions and judgements."""
    user = lezer(request)
    zichtbaar = Les.objects.zichtbaar_voor(user).select_related("praktijk__programma", "experiment")
    blad = lesblad(get_object_or_404(zichtbaar, pk=pk), user, vandaag())
    if blad is None:
        raise Http404
    return render(request, "praktijken/leren/les.html", {"blad": blad, "inzending": uuid4()})


@require_safe
@login_required
def voorgelegd(request: HttpRequest) -> HttpResponse:
    """What awaits a judgement, longest first, for who judges."""
    user, nummer = beoordelaar(request), _pagina(request)
    wachtend = wacht_op_oordeel((nummer - 1) * PER_PAGINA)
    context = {
        "versies": wachtend[:PER_PAGINA],
        "nummer": nummer,
        "vorige": nummer - 1 if nummer > 1 else None,
        "volgende": nummer + 1 if len(wachtend) > PER_PAGINA else None,
        "wie": user,
    }
    return render(request, "praktijken/leren/voorgelegd.html", context)


def _pagina(request: HttpRequest) -> int:
    return min(max(getal(request.GET.get("pagina", "")) or 1, 1), LAATSTE_PAGINA)
