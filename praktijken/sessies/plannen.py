"""Planning a session, and changing its kind, day, place or practices: what it does to the startdatum is shown first."""

import datetime
from collections.abc import Sequence
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.samenloop import Verschil, laatste_bewerkingen, verschillen, zelfde
from mantelzorg.toegang import Recht, mag_alles
from praktijken.avg.aanwijzen import Aanwijzing
from praktijken.avg.zonder_script import let_op
from praktijken.blad.acties import IntussenGewijzigd
from praktijken.models import Sessie
from praktijken.sessies import acties, start
from praktijken.sessies.acties import NietLeeg, StartGewijzigd, Startkeuze
from praktijken.sessies.forms import SessieForm
from praktijken.sessies.start import Startwijziging, Wie
from praktijken.sessies.toegang import alleen_verzenden, inzending_van, voor_schrijvers
from praktijken.voortgang.bewaren import bewaarsleutel

_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])
_RAAKT_START = {"soort", "datum", "praktijken"}


@_SCHRIJVEN
@voor_schrijvers
def nieuw(request: HttpRequest, user: User) -> HttpResponse:
    """The form of a new session; `?praktijk=` is ticked already."""
    sessie = Sessie()
    if request.method != "POST":
        begin = {"datum": vandaag(), "praktijken": [request.GET.get("praktijk", "")]}
        return _toon(request, user, SessieForm(instance=sessie, initial=begin, user=user))
    sessie.inzending = inzending_van(request)
    if "zoeken" in request.POST:
        return _gezocht(request, user, sessie)
    form = SessieForm(request.POST, instance=sessie, user=user)
    return _bewaar(request, user, form, None)


@_SCHRIJVEN
@voor_schrijvers
def wijzigen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """The same form with what is stored; who is second sees both versions."""
    sessie = _gedeeld(user, pk)
    if request.method != "POST":
        return _toon(request, user, SessieForm(instance=sessie, user=user))
    if "zoeken" in request.POST:
        return _gezocht(request, user, sessie)
    was = sessie.datum
    form = SessieForm(request.POST, instance=sessie, user=user)
    if not zelfde(form.afdruk, request.POST.get("gezien", "")):
        return _beide_versies(request, user, form)
    return _bewaar(request, user, form, was)


@voor_schrijvers
@alleen_verzenden
def weghalen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Take away a session that was a mistake; the startdatum of its practices stays as it is."""
    sessie = _gedeeld(user, pk)
    try:
        acties.haal_weg(sessie=sessie.pk)
    except NietLeeg:
        messages.error(request, "Bij deze sessie staan afspraken of aanwezigheid. Daarom blijft zij staan.")
        return redirect("praktijken:sessie", pk)
    messages.success(request, f"Weggehaald: {sessie}. De startdatum van de praktijken is niet veranderd.")
    return redirect("praktijken:sessies")


def _gedeeld(user: User, pk: int) -> Sessie:
    gevonden: Sessie = get_object_or_404(Sessie.objects.wijzigbaar_door(user), pk=pk)
    return gevonden


def _gezocht(request: HttpRequest, user: User, sessie: Sessie) -> HttpResponse:
    """The form as it was filled in, with more practices to tick; nothing is checked yet."""
    ingevuld = {naam: request.POST.get(naam, "") for naam in ("soort", "datum", "plaats", "zoek", "inzending")}
    begin = ingevuld | {"praktijken": request.POST.getlist("praktijken")}
    form = SessieForm(instance=sessie, initial=begin, user=user)
    form.initial["gezien"] = request.POST.get("gezien", "")
    return _toon(request, user, form)


def _bewaar(request: HttpRequest, user: User, form: SessieForm, was: datetime.date | None) -> HttpResponse:
    if not form.is_valid():
        return _toon(request, user, form)
    praktijken = list(form.cleaned_data["praktijken"].order_by("pk").met_gemeenten())
    keuze = _startkeuze(request, user, form, was)
    wijzigingen = keuze.bereken(praktijken)
    gezien = not wijzigingen or zelfde(start.afdruk(wijzigingen), keuze.gezien)
    if not gezien or any(een.verboden for een in wijzigingen):
        return _toon(request, user, form, wijzigingen=wijzigingen)
    if gemerkt := let_op(request, form, Sessie, form.gekozen()):
        return _toon(request, user, form, wijzigingen=wijzigingen, gemerkt=gemerkt)
    try:
        if form.instance.pk:
            acties.wijzig(sessie=form.instance, praktijken=praktijken, keuze=keuze, gezien=form.afdruk)
            sessie = form.instance
        else:
            sessie = acties.maak(sessie=form.instance, praktijken=praktijken, keuze=keuze)
    except StartGewijzigd:
        actueel = form.cleaned_data["praktijken"].all().order_by("pk").met_gemeenten()
        return _toon(request, user, form, wijzigingen=keuze.bereken(actueel))
    except IntussenGewijzigd:
        actuele = SessieForm(request.POST, instance=_gedeeld(user, form.instance.pk), user=user)
        return _beide_versies(request, user, actuele)
    messages.success(request, "De sessie is bewaard.")
    return redirect(f"{reverse('praktijken:sessie', args=[sessie.pk])}?bewaard={inzending_van(request)}")


def _startkeuze(request: HttpRequest, user: User, form: SessieForm, was: datetime.date | None) -> Startkeuze:
    schoon = form.cleaned_data
    raakt = not form.instance.pk or bool(_RAAKT_START & set(form.changed_data))
    wie = Wie(kantoor=mag_alles(user, Recht.PRAKTIJKEN_WIJZIGEN), vandaag=vandaag(), was=was)
    gekozen = {int(sleutel) for sleutel in request.POST.getlist("verzet") if sleutel.isascii() and sleutel.isdigit()}
    return Startkeuze(
        gezien=request.POST.get("start", ""),
        gekozen=gekozen,
        bereken=partial(start.wijzigingen, soort=schoon["soort"] if raakt else "", datum=schoon["datum"], wie=wie),
    )


def _beide_versies(request: HttpRequest, user: User, form: SessieForm) -> HttpResponse:
    """Both versions; saving again takes the one in the form."""
    anders = verschillen(form)
    data = request.POST.copy()
    data["gezien"] = form.afdruk
    form.data = data
    return _toon(request, user, form, anders=anders)


def _toon(
    request: HttpRequest,
    user: User,
    form: SessieForm,
    *,
    wijzigingen: tuple[Startwijziging, ...] = (),
    anders: list[Verschil] | None = None,
    gemerkt: Sequence[Aanwijzing] = (),
) -> HttpResponse:
    sleutel = form.instance.pk
    context = {
        "form": form,
        "sessie": Sessie.objects.get(pk=sleutel) if sleutel else None,
        "wijzigingen": wijzigingen,
        "startafdruk": start.afdruk(wijzigingen) if wijzigingen else "",
        "verschillen": anders,
        "let_op": gemerkt,
        "laatst": laatste_bewerkingen(Sessie, [sleutel]).get(sleutel) if anders else None,
        "adres": request.get_full_path(),
        "terug": reverse("praktijken:sessie", args=[sleutel]) if sleutel else reverse("praktijken:sessies"),
        "bewaarsleutel": bewaarsleutel(user, request.path),
    }
    return render(request, "praktijken/sessies/plannen.html", context)
