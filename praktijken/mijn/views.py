"""Mijn praktijken: where an adviser's day starts."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag
from praktijken.mijn.overzicht import overzicht
from praktijken.signalen import REGELS


@require_safe
@login_required
def mijn(request: HttpRequest) -> HttpResponse:
    """The practices one guides today, with what asks for attention; for who may change practices."""
    if not isinstance(request.user, User) or not mag(request.user, Recht.PRAKTIJKEN_WIJZIGEN):
        raise Http404
    dag = vandaag()
    context = {"overzicht": overzicht(request.user, dag), "dag": dag, "regels": REGELS}
    return render(request, "praktijken/mijn.html", context)
