"""Erasing a person and removing a text: fill in, look at what will happen, confirm."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_safe

from deelnemers.models import Deelnemer
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht
from praktijken.avg.acties import Tekstopdracht, verwijder_tekst
from praktijken.avg.forms import TekstForm, WisForm
from praktijken.avg.keuze import met_vinkjes, niet_te_doorzoeken
from praktijken.avg.patroon import Patroon, maak_patroon
from praktijken.avg.views.toegang import met_recht
from praktijken.avg.wissen import CijfersVeranderd, Opdracht, proef, wis
from praktijken.avg.zoeken import zoek
from praktijken.models import Verwijdering

_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])
_LAATSTE = 50
_MEESTE_PLEKKEN = 1_000
_ZELFDE_NAAM = (
    "Er is niets verwijderd: twee namen in een lijst zouden gelijk worden. Wijzig eerst zelf een van beide namen."
)
_CIJFERS = "Er is niets gewist: een cijfer zou veranderen. Meld dit aan de functioneel beheerder."


@require_safe
@met_recht(Recht.PERSOONSGEGEVENS_VERWIJDEREN)
def logboek(request: HttpRequest, user: User) -> HttpResponse:  # noqa: ARG001  # the decorator hands it over
    """What was removed, by whom, when; never what stood there."""
    gedaan = Verwijdering.objects.select_related("deelnemer", "door")[:_LAATSTE]
    return render(request, "praktijken/avg/logboek.html", {"verwijderingen": gedaan})


@_SCHRIJVEN
@met_recht(Recht.PERSOONSGEGEVENS_VERWIJDEREN)
def wissen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Erase this person: a first POST shows what will happen, a second does it."""
    persoon = get_object_or_404(Deelnemer.objects.select_related("programma"), pk=pk)
    if persoon.gewist_op:
        messages.info(request, f"{persoon.nummer} is gewist.")
        return redirect("praktijken:deelnemer", pk)
    if request.method != "POST":
        return _toon_wissen(request, persoon, WisForm(persoon=persoon))
    form = WisForm(request.POST, persoon=persoon)
    if not form.is_valid():
        return _toon_wissen(request, persoon, form)
    try:
        if request.POST.get("stap") == "wissen":
            wis(_wisopdracht(request, form, persoon), user=user, nu=timezone.now(), dag=vandaag())
            messages.success(request, f"{persoon.nummer} is gewist. De cijfers zijn gelijk gebleven.")
            return redirect("praktijken:deelnemer", pk)
        gewist = proef(_wisopdracht(request, form, persoon), user=user, nu=timezone.now(), dag=vandaag())
    except CijfersVeranderd:
        messages.error(request, _CIJFERS)
        return _toon_wissen(request, persoon, form)
    except IntegrityError:
        messages.error(request, _ZELFDE_NAAM)
        return _toon_wissen(request, persoon, form)
    telling = {soort: n for soort, n in gewist.telling.items() if n and not soort.startswith("tekst in ")}
    extra = {"gewist": gewist, "telling": telling, "keuzes": met_vinkjes(gewist.plekken, persoon)}
    return _toon_wissen(request, persoon, form, **extra)


def _wisopdracht(request: HttpRequest, form: WisForm, persoon: Deelnemer) -> Opdracht:
    schoon = form.cleaned_data
    definitief = request.POST.get("stap") == "wissen"
    return Opdracht(
        deelnemer=persoon.pk,
        teksten=schoon["teksten"],
        plekken=frozenset(request.POST.getlist("plek")) if definitief else None,
        aanleiding=schoon["aanleiding"],
        verzoek=schoon["verzoek"],
        inzending=schoon["inzending"],
    )


def _toon_wissen(request: HttpRequest, persoon: Deelnemer, form: WisForm, **extra: Any) -> HttpResponse:
    return render(request, "praktijken/avg/wissen.html", {"deelnemer": persoon, "form": form, **extra})


@_SCHRIJVEN
@met_recht(Recht.PERSOONSGEGEVENS_VERWIJDEREN)
def tekst(request: HttpRequest, user: User) -> HttpResponse:
    """Remove a text: from a note's page with what was marked there, or typed here. Confirmed in a second POST."""
    stap = request.POST.get("stap", "")
    if not stap:
        gemarkeerd = request.POST.get("tekst", "")
        return _toon_tekst(request, TekstForm(initial={"tekst": gemarkeerd}), maak_patroon([gemarkeerd]))
    form = TekstForm(request.POST)
    if not form.is_valid():
        return _toon_tekst(request, form)
    patroon = maak_patroon([form.cleaned_data["tekst"]])
    if patroon is None or stap != "verwijderen":
        return _toon_tekst(request, form, patroon)
    opdracht = Tekstopdracht(
        patroon=patroon,
        plekken=frozenset(request.POST.getlist("plek")),
        bijlagen=[int(pk) for pk in request.POST.getlist("bijlage") if pk.isdecimal() and len(pk) < 19],
        aanleiding=form.cleaned_data["aanleiding"],
        inzending=form.cleaned_data["inzending"],
    )
    try:
        gedaan = verwijder_tekst(opdracht, user=user)
    except IntegrityError:
        messages.error(request, _ZELFDE_NAAM)
        return _toon_tekst(request, form, patroon)
    messages.success(request, _gelukt(gedaan))
    return redirect(_terug(request) or "praktijken:persoonsgegevens")


def _gelukt(gedaan: Verwijdering) -> str:
    aantal = sum(gedaan.telling.values())
    plaatsen = "1 plaats" if aantal == 1 else f"{aantal} plaatsen"
    return f"Verwijderd op {plaatsen}, ook uit eerdere versies." if aantal else "Er is niets verwijderd."


def _terug(request: HttpRequest) -> str:
    terug = request.POST.get("terug", "")
    veilig = url_has_allowed_host_and_scheme(
        terug, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return terug if veilig and terug.startswith("/") else ""


def _toon_tekst(request: HttpRequest, form: TekstForm, patroon: Patroon | None = None) -> HttpResponse:
    plekken = [] if patroon is None else zoek(patroon)
    context = {
        "form": form,
        "gezocht": patroon is not None,
        "plekken": plekken[:_MEESTE_PLEKKEN],
        "meer": max(0, len(plekken) - _MEESTE_PLEKKEN),
        "bijlagen": niet_te_doorzoeken(plekken),
        "terug": _terug(request),
    }
    return render(request, "praktijken/avg/tekst.html", context)
