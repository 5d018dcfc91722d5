"""Documents of a meeting, for the office: added, removed, and sent as a download."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from aanmeldingen.bijeenkomsten import stukken
from aanmeldingen.bijeenkomsten.forms import StukForm
from aanmeldingen.bijeenkomsten.toegang import alleen_verzenden, met_bijeenkomst
from aanmeldingen.bijeenkomsten.views.kantoor import toon
from aanmeldingen.models import Bijeenkomst
from mantelzorg.models import User
from praktijken.voortgang.bijlagen import als_download


@alleen_verzenden("bijeenkomst")
@met_bijeenkomst
def toevoegen(request: HttpRequest, user: User, gevonden: Bijeenkomst) -> HttpResponse:
    """One document."""
    form = StukForm(request.POST, request.FILES)
    if not form.is_valid():
        return toon(request, gevonden, stukform=form)
    schoon = form.cleaned_data
    stuk = stukken.voeg_toe(
        bijeenkomst=gevonden.pk, bestand=schoon["bestand"], inzending=schoon["inzending"], door=user
    )
    messages.success(request, f"Het document {stuk.naam} staat erbij.")
    return redirect("aanmeldingen:bijeenkomst", gevonden.pk)


@require_safe
@met_bijeenkomst
def stuk(request: HttpRequest, user: User, gevonden: Bijeenkomst, stuk: int) -> HttpResponse:  # noqa: ARG001  # the gate hands it over
    """The document."""
    rij = get_object_or_404(gevonden.stukken, pk=stuk, verwijderd_op=None)
    return als_download(naam=rij.naam, mediatype=rij.soort, inhoud=bytes(rij.inhoud))


@alleen_verzenden("bijeenkomst")
@met_bijeenkomst
def verwijderen(request: HttpRequest, user: User, gevonden: Bijeenkomst, stuk: int) -> HttpResponse:  # noqa: ARG001  # the gate hands it over
    """Take it away, for good."""
    rij = get_object_or_404(gevonden.stukken.defer("inhoud"), pk=stuk)
    stukken.verwijder(stuk=rij.pk, op=timezone.now())
    messages.success(request, f"Het document {rij.naam} is verwijderd.")
    return redirect("aanmeldingen:bijeenkomst", gevonden.pk)
