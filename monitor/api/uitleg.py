"""The pages that explain the API to people; they work without JavaScript, and for everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monitor.api.documenten import BEGIN, DOCUMENTEN, document
from monitor.api.ingangen import groepen


@require_safe
def uitleg(request: HttpRequest) -> HttpResponse:
    """How the API works, and every address with its parameters."""
    return render(request, "monitor/api/uitleg.html", {"document": document(BEGIN), "groepen": groepen()})


@require_safe
def ingang(request: HttpRequest, sleutel: str) -> HttpResponse:
    """One address, with the fields of its answer."""
    alle = {een.sleutel: een for groep in groepen() for een in groep.ingangen}
    if sleutel not in alle:
        raise Http404
    return render(request, "monitor/api/ingang.html", {"ingang": alle[sleutel]})


@require_safe
def bijlage(request: HttpRequest, naam: str) -> HttpResponse:
    """A document that the explanation refers to."""
    if naam == BEGIN or naam not in DOCUMENTEN:
        raise Http404
    return render(request, "monitor/api/bijlage.html", {"document": document(naam)})
