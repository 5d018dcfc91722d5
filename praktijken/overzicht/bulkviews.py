"""Bulk actions on a page: choose, fill in, look, confirm, and undo."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from praktijken.models import Bulkactie, Praktijk
from praktijken.overzicht.acties import Plan
from praktijken.overzicht.bulk import HOOGSTENS, VoorbeeldVerouderd, afdruk, maak_ongedaan, plan, voer_uit
from praktijken.overzicht.bulkverslag import verslag
from praktijken.overzicht.forms import HANDELINGEN, Actiekeuze, Handelingform, Selectie
from praktijken.overzicht.vraag import als_vraag, filter_van

_LAATSTE = 50
_VEROUDERD = "De gegevens zijn anders dan in het voorbeeld dat u zag. Er is niets gewijzigd. Kijk het voorbeeld na."


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """What a POST asks: the kind of action, which practices, and the form as filled in."""

    actie: str
    selectie: Selectie
    form: Handelingform


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bulk(request: HttpRequest) -> HttpResponse:
    """The actions that were done; a POST is the way from a selection to one more."""
    user = _kantoor(request)
    if request.method != "POST":
        gedaan = Bulkactie.objects.select_related("gebruiker").order_by("-op", "-pk")[:_LAATSTE]
        return render(request, "praktijken/overzicht/bulkacties.html", {"acties": gedaan})
    if request.POST.get("stap") in ("voorbeeld", "uitvoeren"):
        return _vervolg(request, user)
    return _begin(request, user)


@login_required
@require_safe
def bulkactie(request: HttpRequest, pk: int) -> HttpResponse:
    """What an action did to each practice, and what of it was undone."""
    _kantoor(request)
    actie = get_object_or_404(Bulkactie.objects.select_related("gebruiker"), pk=pk)
    return render(request, "praktijken/overzicht/bulkactie.html", {"actie": actie, "verslag": verslag(actie)})


@login_required
@require_POST
def ongedaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo an action; a second click finds it undone."""
    user = _kantoor(request)
    actie = maak_ongedaan(actie=get_object_or_404(Bulkactie, pk=pk), user=user)
    return redirect("praktijken:bulkactie", actie.pk)


def _kantoor(request: HttpRequest) -> User:
    """Who asks, if they may change every practice; for others these pages are not there."""
    if not isinstance(request.user, User) or not mag_alles(request.user, Recht.PRAKTIJKEN_WIJZIGEN):
        raise Http404
    return request.user


def _begin(request: HttpRequest, user: User) -> HttpResponse:
    """From the ticks in the list to the form of the action, with nothing filled in but today."""
    vraag = request.POST.get("vraag", "")
    keuze = Actiekeuze(request.POST)
    if not keuze.is_valid():
        return _terug(request, vraag, "Kies eerst wat u wilt doen.")
    sleutels = _gekozen(request, user, vraag, alles=keuze.cleaned_data["alles"])
    if not sleutels:
        return _terug(request, vraag, "Kies eerst een of meer praktijken.")
    if len(sleutels) > HOOGSTENS:
        return _terug(request, vraag, f"Kies hoogstens {HOOGSTENS} praktijken tegelijk: maak de lijst korter.")
    selectie = Selectie(initial={"praktijken": ",".join(map(str, sleutels)), "inzending": uuid4()})
    actie = keuze.cleaned_data["actie"]
    form = HANDELINGEN[actie][1](initial={"vanaf": vandaag()})
    return _toon(request, Opdracht(actie=actie, selectie=selectie, form=form), aantal=len(sleutels))


def _gekozen(request: HttpRequest, user: User, vraag: str, *, alles: bool) -> list[int]:
    """The keys of what was ticked or, with `alles`, of what the filter gives; one over the limit at most."""
    if alles:
        gefilterd = filter_van(vraag, user, vandaag()).qs
        return list(gefilterd.values_list("pk", flat=True)[: HOOGSTENS + 1])
    getikt = [int(deel) for deel in request.POST.getlist("praktijk") if deel.isdecimal() and len(deel) < 10]
    wijzigbaar = Praktijk.objects.wijzigbaar_door(user).filter(pk__in=getikt[: HOOGSTENS + 1])
    return list(wijzigbaar.order_by("pk").values_list("pk", flat=True))


def _vervolg(request: HttpRequest, user: User) -> HttpResponse:
    """Look what the action would do, or do it."""
    actie = request.POST.get("actie", "")
    selectie = Selectie(request.POST)
    if actie not in HANDELINGEN or not selectie.is_valid():
        return _terug(request, "", "Die selectie is niet te lezen. Kies de praktijken opnieuw.")
    opdracht = Opdracht(actie=actie, selectie=selectie, form=HANDELINGEN[actie][1](request.POST))
    aantal = len(selectie.sleutels())
    if not opdracht.form.is_valid():
        return _toon(request, opdracht, aantal=aantal, status=400)
    if request.POST["stap"] == "uitvoeren":
        return _uitvoeren(request, user, opdracht)
    return _toon(request, opdracht, aantal=aantal, voorbeeld=_plan(opdracht, user))


def _uitvoeren(request: HttpRequest, user: User, opdracht: Opdracht) -> HttpResponse:
    try:
        gedaan = voer_uit(
            handeling=opdracht.form.handeling(),
            sleutels=opdracht.selectie.sleutels(),
            user=user,
            reden=opdracht.form.cleaned_data["reden"],
            inzending=opdracht.selectie.cleaned_data["inzending"],
            gezien=request.POST.get("gezien", ""),
        )
    except VoorbeeldVerouderd:
        messages.warning(request, _VEROUDERD)
        aantal = len(opdracht.selectie.sleutels())
        return _toon(request, opdracht, aantal=aantal, voorbeeld=_plan(opdracht, user), status=409)
    return redirect("praktijken:bulkactie", gedaan.pk)


def _plan(opdracht: Opdracht, user: User) -> Plan:
    return plan(opdracht.form.handeling(), opdracht.selectie.sleutels(), user)


def _toon(
    request: HttpRequest, opdracht: Opdracht, *, aantal: int, voorbeeld: Plan | None = None, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "actie": opdracht.actie,
        "titel": HANDELINGEN[opdracht.actie][0],
        "form": opdracht.form,
        "selectie": opdracht.selectie,
        "aantal": aantal,
        "voorbeeld": voorbeeld,
        "gezien": afdruk(voorbeeld) if voorbeeld else "",
    }
    return render(request, "praktijken/overzicht/bulk.html", context, status=status)


def _terug(request: HttpRequest, vraag: str, waarom: str) -> HttpResponse:
    """Back to the list as it was, with what is missing."""
    messages.error(request, waarom)
    return redirect(f"{reverse('praktijken:overzicht')}?{als_vraag(QueryDict(vraag))}")
