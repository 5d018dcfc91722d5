"""The outbox, for the office: read what goes out, change it, hold it, withdraw it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from mantelzorg.models import Bericht, Poststand, User
from mantelzorg.post import acties
from mantelzorg.post.acties import IntussenGewijzigd, KanNietMeer
from mantelzorg.post.bijlagen import bijlagen
from mantelzorg.post.forms import InhoudForm, RedenForm, ZoekForm
from mantelzorg.post.lijst import aantallen, bladzijde, vind
from mantelzorg.post.rem import houd_alles_vast, laat_alles_gaan, rem
from mantelzorg.post.soorten import naam_van, pagina_over
from mantelzorg.samenloop import VELDNAAM, verschillen
from mantelzorg.taken.hartslag import werkerstand
from mantelzorg.toegang import Recht, mag_alles

View = Callable[..., HttpResponse]
_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])
GEDAAN = {
    "vasthouden": "Het bericht wordt vastgehouden.",
    "laten-gaan": "Het bericht gaat uit zodra het tijd is.",
    "intrekken": "Het bericht is ingetrokken. Het wordt niet verstuurd.",
    "opnieuw": "Het bericht wordt opnieuw verstuurd.",
}
MET_REDEN = ("vasthouden", "intrekken")
NOG_TE_VERSTUREN = (Poststand.WACHT, Poststand.VASTGEHOUDEN, Poststand.MISLUKT)


def _voor_kantoor(view: View) -> View:
    """Hands the view who asks; for who may not keep the outbox these pages do not exist."""

    @login_required
    @wraps(view)
    def getoetst(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or not mag_alles(request.user, Recht.POST_BEHEREN):
            raise Http404
        return view(request, request.user, *args, **kwargs)

    return getoetst


@_SCHRIJVEN
@_voor_kantoor
def lijst(request: HttpRequest, _: User) -> HttpResponse:
    """All messages, newest first. Searched by POST, so that no address gets into a log."""
    return _toon_lijst(request, RedenForm())


@_SCHRIJVEN
@_voor_kantoor
def alles_vasthouden(request: HttpRequest, user: User) -> HttpResponse:
    """Hold all mail, with the reason. Who opens the address (after logging in again) gets the outbox."""
    if request.method != "POST":
        return redirect("post")
    form = RedenForm(request.POST)
    if not form.is_valid():
        return _toon_lijst(request, form)
    huidig = houd_alles_vast(reden=form.cleaned_data["reden"], door=user)
    messages.success(request, f"Alle post wordt vastgehouden, door {huidig.door}.")
    return redirect("post")


@_SCHRIJVEN
@_voor_kantoor
def alles_laten_gaan(request: HttpRequest, user: User) -> HttpResponse:
    """Let mail go out again."""
    if request.method == "POST":
        laat_alles_gaan(door=user)
        messages.success(request, "De post gaat weer uit. Wat al verstuurd had moeten zijn, gaat nu meteen.")
    return redirect("post")


@require_safe
@_voor_kantoor
def bericht(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """One message, with what can be done with it."""
    return _toon(request, user, _haal(pk), RedenForm())


@_SCHRIJVEN
@_voor_kantoor
def doe(request: HttpRequest, user: User, pk: int, daad: str) -> HttpResponse:
    """Hold, let go, withdraw or try again; what was typed stays on the page where it cannot be done."""
    gevonden = _haal(pk)
    if daad not in GEDAAN:
        raise Http404
    form = RedenForm(request.POST if daad in MET_REDEN else None, auto_id=f"{daad}-%s")
    if request.method != "POST":
        return redirect("bericht", pk)
    if daad in MET_REDEN and not form.is_valid():
        return _toon(request, user, gevonden, form, bij=daad)
    try:
        _doe(pk, daad, form.cleaned_data["reden"] if daad in MET_REDEN else "", "dubbel_mag" in request.POST)
    except KanNietMeer as fout:
        messages.error(request, _waarom_niet(fout.bericht))
        return _toon(request, user, _haal(pk), form, bij=daad)
    messages.success(request, GEDAAN[daad])
    return redirect("bericht", pk)


@_SCHRIJVEN
@_voor_kantoor
def wijzigen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Edit what waits or is held; two people who edit at once see both versions."""
    gevonden = _haal(pk)
    form = InhoudForm(request.POST if request.method == "POST" else None, bericht=gevonden)
    extra: dict[str, Any] = {}
    if form.is_valid():
        try:
            acties.wijzig(bericht=pk, inhoud=form.inhoud, gezien=form.gezien)
        except KanNietMeer as fout:
            form.add_error(None, _waarom_niet(fout.bericht))
        except IntussenGewijzigd as fout:
            gevonden = fout.bericht
            form = InhoudForm(request.POST, bericht=gevonden)
            extra = {"verschillen": verschillen(form)}
            form.gezien = form.afdruk
        except ValidationError as fout:
            form.add_error(None, fout.messages)
        else:
            messages.success(request, "Het bericht is gewijzigd.")
            return redirect("bericht", pk)
    elif request.method != "POST" and not gevonden.te_wijzigen:
        messages.error(request, _waarom_niet(gevonden))
        return redirect("bericht", pk)
    context = {"bericht": gevonden, "form": form, "veldnaam": VELDNAAM} | extra
    return render(request, "post/wijzigen.html", _kader(user) | context)


def _haal(pk: int) -> Bericht:
    return get_object_or_404(Bericht.objects.select_related("gemaakt_door", "ontvanger"), pk=pk)


def _doe(pk: int, daad: str, reden: str, dubbel_mag: bool) -> None:
    match daad:
        case "vasthouden":
            acties.houd_vast(bericht=pk, reden=reden)
        case "laten-gaan":
            acties.laat_gaan(bericht=pk)
        case "intrekken":
            acties.trek_in(bericht=pk, reden=reden)
        case "opnieuw":
            acties.probeer_opnieuw(bericht=pk, dubbel_mag=dubbel_mag)


def _waarom_niet(gevonden: Bericht) -> str:
    if gevonden.onzeker:
        return "Dit bericht is misschien al aangekomen. Vink aan dat het twee keer mag komen."
    return {
        Poststand.ONDERWEG: "Dit bericht wordt op dit moment verstuurd.",
        Poststand.VERSTUURD: "Dit bericht is al verstuurd.",
        Poststand.INGETROKKEN: "Dit bericht is ingetrokken.",
        Poststand.MISLUKT: "Het versturen van dit bericht is mislukt.",
        Poststand.VASTGEHOUDEN: "Dit bericht wordt vastgehouden.",
    }.get(Poststand(gevonden.stand), "Dat kan bij dit bericht niet.")


def _kader(user: User) -> dict[str, Any]:
    """What stands above every page of the outbox: the brake, and whether the worker runs."""
    return {"rem": rem(), "werker": werkerstand(timezone.now()), "lezer": user}


def _toon_lijst(request: HttpRequest, redenform: RedenForm) -> HttpResponse:
    gezocht = request.method == "POST" and "reden" not in request.POST
    vraag = {naam: waarde for naam, waarde in request.GET.items() if naam in ("stand", "soort")}
    form = ZoekForm(request.POST if gezocht else vraag)
    goed = form.is_valid()
    keuze = form.keuze if goed else None
    schoon = form.cleaned_data
    rijen = vind(keuze) if keuze else Bericht.objects.none()
    pagina = bladzijde(rijen, na=schoon.get("na"), voor=schoon.get("voor"))
    context = {
        "form": form,
        "velden": list(form.visible_fields()),
        "redenform": redenform,
        "pagina": pagina,
        "rijen": [(een, naam_van(een.soort)) for een in pagina.berichten],
        "aantallen": aantallen(),
        "gefilterd": any(schoon.values()),
    }
    return render(request, "post/lijst.html", _kader(_user(request)) | context)


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def _toon(request: HttpRequest, user: User, gevonden: Bericht, form: RedenForm, *, bij: str = "") -> HttpResponse:
    geschiedenis = gevonden.history.select_related("history_user").order_by("-history_id")[:50]
    context = {
        "bericht": gevonden,
        "soort": naam_van(gevonden.soort),
        "over": gevonden.over,
        "over_pagina": pagina_over(gevonden, user),
        "geschiedenis": geschiedenis,
        "bijlagen": bijlagen(gevonden) if gevonden.stand in NOG_TE_VERSTUREN else [],
        "form": form,
        "bij": bij,
        "nu": timezone.now(),
    }
    return render(request, "post/bericht.html", _kader(user) | context)
