"""The selection after closing: choose, let it be worked out, confirm once."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aanmeldingen.models import Oproep, Plaatsregel, Plaatsstand, Selectie, Verdeling
from aanmeldingen.plaatsen import lezen
from aanmeldingen.plaatsen.kandidaten import kandidaten, spreiding
from aanmeldingen.plaatsen.selecteren import AlGeselecteerd, KandidatenGewijzigd, TeVeelGekozen, Uitslag, stel_vast
from aanmeldingen.plaatsen.selectieform import KeuzeForm, VerslagForm
from aanmeldingen.plaatsen.views.toegang import voor_bureau
from mantelzorg.ingevuld import ingevuld
from mantelzorg.models import User
from mantelzorg.samenloop import zelfde

EERST_REKENEN = "Uw keuze is anders dan wat is doorgerekend. Kijk de verdeling na en bevestig dan opnieuw."
TE_VEEL = "U koos meer aanmeldingen dan er plaatsen vrij zijn. Haal bij een of meer het vinkje weg."
ANDERE_KANDIDATEN = "Intussen is er een kandidaat bij gekomen of weggegaan. Kijk de lijst na en reken opnieuw door."


@require_http_methods(["GET", "HEAD", "POST"])
@voor_bureau
def selectie(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:
    """The candidates before the meeting is recorded, its outcome after."""
    nu = timezone.now()
    if oproep.verdeling != Verdeling.SELECTIE:
        raise Http404
    if vastgesteld := Selectie.objects.filter(oproep=oproep).select_related("door").first():
        return _uitslag(request, oproep, vastgesteld)
    if nu < oproep.sluit_op:
        return render(request, "aanmeldingen/plaatsen/selectie_later.html", {"oproep": oproep})
    return _kies(request, user, oproep, nu)


def _kies(request: HttpRequest, user: User, oproep: Oproep, nu: datetime.datetime) -> HttpResponse:
    keuze = KeuzeForm(request.POST if request.method == "POST" else None, kandidaten=kandidaten(oproep))
    bevestigt = request.POST.get("stap") == "bevestigen"
    dag = timezone.localdate(nu)
    verslag = VerslagForm(request.POST if bevestigt else None, dag=dag, getypt=request.POST)
    if keuze.is_valid() and bevestigt and verslag.is_valid():
        try:
            if _bevestigd(request, keuze, verslag, (oproep, user, nu)):
                messages.success(request, "De selectie is vastgelegd.")
                return redirect("aanmeldingen:selectie", oproep.slug)
        except AlGeselecteerd as fout:
            return _uitslag(request, oproep, fout.selectie)
    return _toon(request, oproep, keuze, verslag)


def _bevestigd(
    request: HttpRequest, keuze: KeuzeForm, verslag: VerslagForm, bij: tuple[Oproep, User, datetime.datetime]
) -> bool:
    """Whether it was recorded; else the form says why not. AlGeselecteerd."""
    oproep, user, nu = bij
    if not zelfde(keuze.afdruk, request.POST.get("doorgerekend", "")):
        keuze.add_error(None, EERST_REKENEN)
        return False
    uitslag = Uitslag(gekozen=keuze.gekozen, volgorde=keuze.volgorde, **verslag.cleaned_data)
    try:
        stel_vast(oproep=oproep.pk, uitslag=uitslag, door=user, op=nu)
    except TeVeelGekozen:
        keuze.add_error(None, TE_VEEL)
    except KandidatenGewijzigd:
        keuze.add_error(None, ANDERE_KANDIDATEN)
    return not keuze.errors


def _toon(request: HttpRequest, oproep: Oproep, keuze: KeuzeForm, verslag: VerslagForm) -> HttpResponse:
    stand = lezen.stand(oproep)
    context: dict[str, Any] = {"oproep": oproep, "keuze": keuze, "form": verslag, "stand": stand}
    if keuze.is_bound and hasattr(keuze, "cleaned_data") and not keuze.errors.keys() - {"__all__"}:
        aantal = len(keuze.gekozen)
        vrij = max(stand.vrij, 0)
        context["rekening"] = {
            "gekozen": aantal,
            "te_veel": max(0, aantal - vrij),
            "over": min(max(0, vrij - aantal), len(keuze.volgorde)),
            "sectoren": spreiding(keuze.kandidaten, keuze.gekozen, "sector"),
            "provincies": spreiding(keuze.kandidaten, keuze.gekozen, "provincie"),
            "afdruk": keuze.afdruk,
        }
    return render(request, "aanmeldingen/plaatsen/selectie.html", context)


def _uitslag(request: HttpRequest, oproep: Oproep, vastgesteld: Selectie) -> HttpResponse:
    """What was decided. Who sent a choice of their own sees that it came too late, with what they typed."""
    zelf = str(vastgesteld.inzending) == request.POST.get("inzending")
    if request.method == "POST" and zelf:
        return redirect("aanmeldingen:selectie", oproep.slug)
    regels = Plaatsregel.objects.filter(selectie=vastgesteld).select_related("aanmelding__sector").order_by("nummer")
    context = {
        "oproep": oproep,
        "selectie": vastgesteld,
        "gekozen": [regel.aanmelding for regel in regels if regel.naar == Plaatsstand.BEZET],
        "volgorde": [regel.aanmelding for regel in regels if regel.naar == Plaatsstand.WACHT],
        "te_laat": request.method == "POST",
        "velden": ingevuld(request) if request.method == "POST" else [],
    }
    return render(request, "aanmeldingen/plaatsen/uitslag.html", context)
