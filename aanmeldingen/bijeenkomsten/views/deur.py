"""The list at the door: a tap for each person, who walks in, and the rest in one go."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods

from aanmeldingen.bijeenkomsten import deur
from aanmeldingen.bijeenkomsten.deur import Tik
from aanmeldingen.bijeenkomsten.forms import Deurform, Zoekform
from aanmeldingen.bijeenkomsten.lezen import deurlijst, met_aantallen
from aanmeldingen.bijeenkomsten.toegang import alleen_verzenden, met_bijeenkomst
from aanmeldingen.models import Bijeenkomst
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from praktijken.models import Stand
from praktijken.sessies.toegang import bewaard, inzending_van
from praktijken.voortgang.bewaren import bewaarsleutel


@require_http_methods(["GET", "HEAD", "POST"])
@met_bijeenkomst
def lijst(request: HttpRequest, user: User, gevonden: Bijeenkomst) -> HttpResponse:
    """Everybody, or who was searched for: by POST, so that no name gets into a log."""
    return _toon(request, user, gevonden)


@alleen_verzenden("bijeenkomst-deur")
@met_bijeenkomst
def tik(request: HttpRequest, user: User, gevonden: Bijeenkomst, inschrijving: int) -> HttpResponse:
    """One tap: aanwezig, niet gekomen, afgemeld, or not known after all."""
    rij = get_object_or_404(gevonden.inschrijvingen, pk=inschrijving)
    stand = request.POST.get("stand", "")
    if stand in ("", *Stand.values):
        try:
            gedaan = deur.tik(
                inschrijving=rij.pk,
                stand=stand,
                gezien=request.POST.get("gezien", ""),
                op=timezone.now(),
                door=user,
            )
        except ValidationError as fout:
            messages.error(request, " ".join(fout.messages))
        else:
            _meld(request, gedaan)
    return redirect(f"{reverse('aanmeldingen:bijeenkomst-deur', args=[gevonden.pk])}#rij-{rij.pk}")


@alleen_verzenden("bijeenkomst-deur")
@met_bijeenkomst
def erbij(request: HttpRequest, user: User, gevonden: Bijeenkomst) -> HttpResponse:
    """Somebody without a sign-up."""
    form = Deurform(request.POST, bijeenkomst=gevonden)
    if not form.is_valid():
        return _toon(request, user, gevonden, form)
    try:
        rij, stond_er = deur.kom_binnen(
            bijeenkomst=gevonden.pk,
            persoon=form.persoon,
            inzending=form.cleaned_data["inzending"],
            op=timezone.now(),
        )
    except ValidationError as fout:
        form.add_error(None, fout.messages)
        return _toon(request, user, gevonden, form)
    al = f" {rij.naam} stond al op de lijst, met hetzelfde e-mailadres." if stond_er else ""
    messages.success(request, f"{rij.naam} is aanwezig.{al}")
    adres = reverse("aanmeldingen:bijeenkomst-deur", args=[gevonden.pk])
    return redirect(f"{adres}?bewaard={inzending_van(request)}#rij-{rij.pk}")


@alleen_verzenden("bijeenkomst-deur")
@met_bijeenkomst
def rest(request: HttpRequest, user: User, gevonden: Bijeenkomst) -> HttpResponse:  # noqa: ARG001  # the gate hands it over
    """Who is not known yet did not come; `terug` undoes it."""
    try:
        if "terug" in request.POST:
            aantal = deur.rest_terug(bijeenkomst=gevonden.pk)
            messages.success(request, f"Teruggezet. Weer onbekend: {aantal}.")
        else:
            aantal = deur.rest_niet_gekomen(bijeenkomst=gevonden.pk, op=timezone.now())
            messages.success(request, f"Niet gekomen: {aantal}. U kunt dit terugzetten.")
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("aanmeldingen:bijeenkomst-deur", gevonden.pk)


def _meld(request: HttpRequest, gedaan: Tik) -> None:
    """Where two people were at it, the later one reads what the other had put down."""
    rij = gedaan.inschrijving
    nu = rij.stand or "niet bekend"
    if gedaan.ander is None:
        messages.success(request, f"{rij.naam}: {nu}.")
        return
    wie = gedaan.ander.door or "Iemand anders"
    messages.warning(
        request,
        f"{capfirst(wie)} had bij {rij.naam} intussen ‘{gedaan.stond or 'niet bekend'}’ gezet. Nu staat er: {nu}.",
    )


def _toon(request: HttpRequest, user: User, gevonden: Bijeenkomst, form: Deurform | None = None) -> HttpResponse:
    zoekform = Zoekform(request.POST if request.method == "POST" and form is None else None)
    zoek = zoekform.cleaned_data["zoek"] if zoekform.is_bound and zoekform.is_valid() else ""
    adres = reverse("aanmeldingen:bijeenkomst-deur", args=[gevonden.pk])
    context = {
        "bijeenkomst": met_aantallen(Bijeenkomst.objects.filter(pk=gevonden.pk)).get(),
        "oproep": gevonden.oproep,
        "lijst": deurlijst(gevonden, zoek),
        "zoek": zoek,
        "zoekform": zoekform,
        "erbij": form or Deurform(bijeenkomst=gevonden),
        "standen": deur.mogelijk(gevonden, vandaag()),
        "geweest": gevonden.sessie.datum <= vandaag(),
        "adres": adres,
        "bewaarsleutel": bewaarsleutel(user, adres),
        "bewaard": bewaard(request),
    }
    return render(request, "aanmeldingen/bijeenkomsten/deur.html", context)
