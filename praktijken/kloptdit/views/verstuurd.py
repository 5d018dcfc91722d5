"""What was asked of participants, by practice and by how it stands: for staff."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from praktijken.kloptdit.forms import Uitvraagzoekform
from praktijken.kloptdit.overzicht import Bladzijde, bladzijde, uitvragen
from praktijken.register.views.toegang import voor_bureau


@require_safe
@voor_bureau
def verstuurd(request: HttpRequest, user: User) -> HttpResponse:  # noqa: ARG001  # the decorator hands it over
    """All requests, the newest first; the filters stand in the address."""
    form = Uitvraagzoekform(request.GET)
    pagina = Bladzijde(rijen=[], vorige=None, volgende=None)
    if form.is_valid():
        schoon = form.cleaned_data
        gevonden = uitvragen(vandaag(), stand=schoon["stand"], praktijk=schoon["praktijk"])
        pagina = bladzijde(gevonden, na=schoon["na"], voor=schoon["voor"])
    context = {"form": form, "pagina": pagina, "gefilterd": any(form.cleaned_data.values()) or not form.is_valid()}
    return render(request, "praktijken/kloptdit/verstuurd.html", context)
