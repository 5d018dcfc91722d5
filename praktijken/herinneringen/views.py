"""The task list, one's own choices about the weekly mail, and stopping it without logging in."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from praktijken.herinneringen.acties import haal_terug, kies, meld_af, stel_uit, voorkeur_van
from praktijken.herinneringen.afmelden import van_wie
from praktijken.herinneringen.bronnen import bronnen_van, regels_van, takenlijst
from praktijken.herinneringen.forms import WEKEN, UitstelForm, VoorkeurForm

View = Callable[..., HttpResponse]
_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])


def _voor_wie_taken_heeft(view: View) -> View:
    """Hands the view who asks; for whom no rule holds, these pages do not exist."""

    @login_required
    @wraps(view)
    def getoetst(request: HttpRequest) -> HttpResponse:
        if not isinstance(request.user, User) or not bronnen_van(request.user):
            raise Http404
        return view(request, request.user)

    return getoetst


@require_safe
@_voor_wie_taken_heeft
def taken(request: HttpRequest, user: User) -> HttpResponse:
    """What asks for one's attention today, and why."""
    context = {"lijst": takenlijst(user, vandaag()), "weken": WEKEN, "bronnen": bronnen_van(user)}
    return render(request, "praktijken/herinneringen/taken.html", context)


@_SCHRIJVEN
@_voor_wie_taken_heeft
def uitstellen(request: HttpRequest, user: User) -> HttpResponse:
    """Not now: one of one's own tasks waits a number of weeks."""
    form = UitstelForm(request.POST or None)
    if form.is_valid():
        eigen = takenlijst(user, vandaag())
        sleutels = {taak.sleutel for taak in (*eigen.taken, *(taak for taak, _ in eigen.uitgesteld))}
        if form.cleaned_data["taak"] not in sleutels:
            messages.info(request, "Die taak staat niet meer in uw lijst.")
        else:
            tot = form.tot_en_met(vandaag())
            stel_uit(user=user, taak=form.cleaned_data["taak"], tot_en_met=tot)
            messages.success(request, f"Uitgesteld tot en met {date_format(tot)}.")
    elif request.method == "POST":
        messages.error(request, "Kies hoe lang de taak mag wachten.")
    return redirect("praktijken:taken")


@_SCHRIJVEN
@_voor_wie_taken_heeft
def terughalen(request: HttpRequest, user: User) -> HttpResponse:
    """Show a task again that was to wait."""
    if request.method == "POST":
        haal_terug(user=user, taak=request.POST.get("taak", ""))
    return redirect("praktijken:taken")


@_SCHRIJVEN
@_voor_wie_taken_heeft
def voorkeuren(request: HttpRequest, user: User) -> HttpResponse:
    """When the weekly mail comes, if at all, and what may stand in it."""
    form = VoorkeurForm(request.POST or None, voorkeur=voorkeur_van(user), regels=regels_van(user))
    if form.is_valid():
        kies(user=user, weekdag=form.gekozen_dag, niet=form.niet, reden="voorkeur gewijzigd")
        messages.success(request, "Uw voorkeuren zijn bewaard.")
        return redirect("praktijken:voorkeuren")
    return render(request, "praktijken/herinneringen/voorkeuren.html", {"form": form, "bronnen": bronnen_van(user)})


@never_cache
@_SCHRIJVEN
def afmelden(request: HttpRequest, teken: str) -> HttpResponse:
    """Stop the weekly mail with the link in it; a click alone does nothing, for mail programs open links too."""
    user = van_wie(teken)
    if user is not None and request.method == "POST":
        meld_af(user)
    stand = "ongeldig" if user is None else "klaar" if voorkeur_van(user).weekdag is None else "vraag"
    return render(request, "praktijken/herinneringen/afmelden.html", {"stand": stand})
