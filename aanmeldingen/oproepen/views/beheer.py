"""The office's list of calls, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aanmeldingen.models import Oproep
from aanmeldingen.oproepen import afdruk, controle, geschiedenis, lezen
from aanmeldingen.oproepen.toegang import met_oproep, voor_beheer
from mantelzorg.models import User
from praktijken.geschiedenis.lezen import Plek


@require_safe
@voor_beheer
def intake(request: HttpRequest, user: User) -> HttpResponse:
    """All calls, the newest first."""
    oproepen = lezen.lijst(Oproep.objects.zichtbaar_voor(user), timezone.now())
    return render(request, "aanmeldingen/oproepen/intake.html", {"oproepen": oproepen})


@require_safe
@met_oproep
def dashboard(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:  # noqa: ARG001  # it says who may
    """One call: how it stands, and the way to everything about it."""
    blad = lezen.dashboard(oproep, timezone.now())
    concept = next((een.voorwaarden for een in blad.versies if een.voorwaarden.vastgesteld_op is None), None)
    context = {
        "oproep": oproep,
        "blad": blad,
        "concept": concept,
        "mist": controle.mist_in_versie(concept) if concept else [],
        "gezien": afdruk.versie(concept) if concept else "",
    }
    return render(request, "aanmeldingen/oproepen/dashboard.html", context)


@require_safe
@met_oproep
def verleden(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:
    """Who changed what, and when."""
    vanaf = Plek.uit(request.GET.get("ouder", ""))
    context = {
        "oproep": oproep,
        "bladzijde": geschiedenis.van(oproep, user, vanaf),
        "vanaf": vanaf,
        "regels": [] if vanaf else geschiedenis.van_capaciteit(oproep),
    }
    return render(request, "aanmeldingen/oproepen/geschiedenis.html", context)
