"""Setting up a call part by part."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aanmeldingen.models import Oproep, Voorwaarden
from aanmeldingen.oproepen import acties
from aanmeldingen.oproepen.begin import standaard
from aanmeldingen.oproepen.deelform import Deelform
from aanmeldingen.oproepen.forms import NieuweOproepForm, OproepForm, ProgrammaForm
from aanmeldingen.oproepen.plaatsform import PlaatsenForm
from aanmeldingen.oproepen.toegang import met_oproep, voor_beheer
from aanmeldingen.oproepen.versieform import VersieForm
from aanmeldingen.plaatsen.acties import QuotaPassenNiet
from mantelzorg.models import User
from praktijken.blad.scherm import toevoegen, wijzigen

_VORMEN = ["GET", "HEAD", "POST"]
_TUSSEN_KIJKEN_EN_SCHRIJVEN = (acties.IntussenGewijzigd, acties.AlOntvangen, IntegrityError, QuotaPassenNiet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scherm:
    """Where a part is changed from. A call is of no practice."""

    titel: str
    kruimel: str
    terug: str
    anker: str = "oproep"
    praktijken: Sequence[int] = ()


def bij(oproep: Oproep, titel: str, anker: str = "oproep") -> Scherm:
    """A screen of this call, which leads back to its own page."""
    terug = reverse("aanmeldingen:intake-oproep", args=[oproep.slug])
    return Scherm(titel=titel, kruimel=oproep.naam, terug=terug, anker=anker)


@require_http_methods(_VORMEN)
@voor_beheer
def nieuw(request: HttpRequest, user: User) -> HttpResponse:  # noqa: ARG001  # it says who may
    """A new call of the programme in the address, with what that programme says; without one it asks for it."""
    keuze = ProgrammaForm(request.GET if "programma" in request.GET else None)
    if not keuze.is_valid():
        return render(request, "aanmeldingen/oproepen/programma.html", {"form": keuze})
    programma = keuze.cleaned_data["programma"]
    scherm = Scherm(titel=f"Nieuwe oproep van {programma}", kruimel="Oproepen", terug=reverse("aanmeldingen:intake"))
    antwoord = toevoegen(request, scherm, NieuweOproepForm, Oproep(programma=programma), standaard(programma))
    if antwoord.status_code != 302:
        return antwoord
    return redirect("aanmeldingen:intake-oproep", request.POST["slug"].strip())


@require_http_methods(_VORMEN)
@met_oproep
def gegevens(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:  # noqa: ARG001  # it says who may
    """Text, dates, terms and contact."""
    return wijzigen(request, bij(oproep, "Tekst, data en contact"), OproepForm, oproep)


@require_http_methods(_VORMEN)
@met_oproep
def plaatsen(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:
    """How many places, by which rule, for which sectors."""

    def bewaar(form: PlaatsenForm) -> None:
        acties.bewaar_plaatsen(
            oproep=oproep.pk,
            verdeling=form.cleaned_data["verdeling"],
            plaatsen=form.cleaned_data["plaatsen"],
            kanten=form.kanten,
            gezien=form.afdruk,
            reden=form.cleaned_data["reden"],
            door=user,
            op=timezone.now(),
        )

    scherm = bij(oproep, "Plaatsen en sectoren", "plaatsen")

    def form_van(data: Any) -> PlaatsenForm:
        return PlaatsenForm(data, oproep=Oproep.objects.select_related("programma").get(pk=oproep.pk))

    return _deel(request, scherm, form_van, bewaar, "aanmeldingen/oproepen/plaatsen.html")


@require_http_methods(_VORMEN)
@met_oproep
def versie(request: HttpRequest, user: User, oproep: Oproep, nummer: int) -> HttpResponse:  # noqa: ARG001  # idem
    """A version that is being written; one that holds is shown to read."""
    record = get_object_or_404(oproep.voorwaarden.select_related("vastgesteld_door"), nummer=nummer)
    scherm = bij(oproep, f"Voorwaarden en criteria, versie {nummer}", "voorwaarden")
    if record.vastgesteld_op is not None and request.method != "POST":
        context = {"scherm": scherm, "versie": record, "oproep": oproep, "criteria": record.criteria.all()}
        return render(request, "aanmeldingen/oproepen/versie_vast.html", context)

    def bewaar(form: VersieForm) -> None:
        schoon = form.cleaned_data
        acties.bewaar_versie(
            versie=record.pk,
            tekst=schoon["tekst"],
            reden=schoon["reden_versie"],
            criteria=form.criteria,
            gezien=form.afdruk,
        )

    def form_van(data: Any) -> VersieForm:
        return VersieForm(data, versie=Voorwaarden.objects.get(pk=record.pk))

    extra = {"versie": record, "oproep": oproep}
    return _deel(request, scherm, form_van, bewaar, "aanmeldingen/oproepen/versie.html", extra)


def _deel(
    request: HttpRequest,
    scherm: Scherm,
    form_van: Callable[[Any], Any],
    bewaar: Callable[[Any], None],
    template: str,
    extra: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show the form with what is stored; save what comes back, unless somebody else was first."""
    form: Deelform = form_van(request.POST if request.method == "POST" else None)
    anders = None
    if request.method == "POST":
        if form.is_al_bewaard:
            return _klaar(request, scherm)
        anders = form.beide_versies() if form.botst else None
        if anders is None and form.is_valid():
            try:
                bewaar(form)
            except _TUSSEN_KIJKEN_EN_SCHRIJVEN:
                form = form_van(request.POST)
                anders = form.beide_versies() if form.botst or form.is_valid() else None
            else:
                return _klaar(request, scherm)
    context = {"scherm": scherm, "form": form, "verschillen": anders} | (extra or {})
    return render(request, template, context)


def _klaar(request: HttpRequest, scherm: Scherm) -> HttpResponse:
    messages.success(request, f"Bewaard: {scherm.titel[:1].lower()}{scherm.titel[1:]}.")
    return redirect(f"{scherm.terug}#{scherm.anker}")
