"""The page behind the personal link of who signed up: what for, the .ics, the documents, signing off."""

import datetime
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import uuid5

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from aanmeldingen.bijeenkomsten import stukken
from aanmeldingen.bijeenkomsten.brieven import wanneer
from aanmeldingen.bijeenkomsten.inschrijven import meld_af
from aanmeldingen.bijeenkomsten.kalender import kalender
from aanmeldingen.bijeenkomsten.slot import Gesloten, begint, is_open
from aanmeldingen.formulier.beginnen import Bekend, begin
from aanmeldingen.formulier.stappen import Stap
from aanmeldingen.formulier.views.metlink import besloten
from aanmeldingen.models import Aanmelding, Bijeenkomst, Inschrijving
from aanmeldingen.openbaar.tempo import begrensd
from praktijken.models import Stand
from praktijken.voortgang.bijlagen import als_download

View = Callable[..., HttpResponse]
SJABLOON = "aanmeldingen/bijeenkomsten/eigen.html"


def met_link(view: View) -> View:
    """The view gets the sign-up behind a link that works, the key and the moment; else one page that tells nothing."""

    @wraps(view)
    def beschermd(request: HttpRequest, sleutel: str, *args: Any, **kwargs: Any) -> HttpResponse:
        nu = timezone.now()
        rijen = Inschrijving.objects.met_sleutel(sleutel, timezone.localdate(nu)).filter(gewist_op=None)
        gevonden = rijen.select_related("bijeenkomst__sessie", "bijeenkomst__oproep", "sector").first()
        if gevonden is None:
            return besloten(render(request, "aanmeldingen/bijeenkomsten/geen_link.html", status=404))
        return besloten(view(request, gevonden, sleutel, nu, *args, **kwargs))

    return beschermd


@require_safe
@met_link
def pagina(request: HttpRequest, inschrijving: Inschrijving, sleutel: str, nu: datetime.datetime) -> HttpResponse:
    """All there is to know and do."""
    return render(request, SJABLOON, _kader(inschrijving, sleutel, nu))


@require_http_methods(["GET", "HEAD", "POST"])
@begrensd("stap")
@met_link
def afmelden(request: HttpRequest, inschrijving: Inschrijving, sleutel: str, nu: datetime.datetime) -> HttpResponse:
    """Sign off; who opens the address gets the page with the button."""
    if request.method == "POST":
        try:
            meld_af(inschrijving=inschrijving.pk, op=nu, door=None, reden="afgemeld met de eigen link")
        except Gesloten:
            return render(request, SJABLOON, _kader(inschrijving, sleutel, nu) | {"te_laat": True}, status=409)
    return redirect("aanmeldingen:mijn-inschrijving", sleutel)


@require_http_methods(["GET", "HEAD", "POST"])
@begrensd("beginnen")
@met_link
def aanmelden(request: HttpRequest, inschrijving: Inschrijving, sleutel: str, nu: datetime.datetime) -> HttpResponse:
    """Begin an application with what is known here; who began before asks for its link, which this one must not be."""
    if request.method != "POST" or not _mag_aanmelden(inschrijving.bijeenkomst, nu):
        return redirect("aanmeldingen:mijn-inschrijving", sleutel)
    inzending = uuid5(inschrijving.inzending, "aanmelding")
    if Aanmelding.objects.filter(inzending=inzending).exists():
        return redirect("aanmeldingen:link-vragen")
    persoon = {naam: getattr(inschrijving, naam) for naam in ("organisatie", "naam", "email")}
    oproep = inschrijving.bijeenkomst.oproep
    nieuw = begin(oproep=oproep, inzending=inzending, op=nu, **persoon, **_bekend(inschrijving))
    return redirect("aanmeldingen:aanmelding-stap", nieuw.sleutel, Stap.ORGANISATIE.value)


@require_safe
@met_link
def ics(request: HttpRequest, inschrijving: Inschrijving, sleutel: str, nu: datetime.datetime) -> HttpResponse:  # noqa: ARG001  # the gate hands it over
    """The entry for a calendar as it stands now: a cancellation where it does not go on, or not for them."""
    if inschrijving.op_wachtlijst:
        return redirect("aanmeldingen:mijn-inschrijving", sleutel)
    weg = inschrijving.stand == Stand.AFGEMELD or inschrijving.bijeenkomst.afgelast_op is not None
    methode = "CANCEL" if weg else "REQUEST"
    inhoud = kalender(inschrijving, methode="CANCEL" if weg else "REQUEST", op=nu)
    return HttpResponse(
        inhoud,
        content_type=f"text/calendar; charset=utf-8; method={methode}",
        headers={"Content-Disposition": content_disposition_header(as_attachment=True, filename="bijeenkomst.ics")},
    )


@require_safe
@met_link
def stuk(
    request: HttpRequest,  # noqa: ARG001  # the gate hands it over
    inschrijving: Inschrijving,
    sleutel: str,
    nu: datetime.datetime,
    stuk: int,
) -> HttpResponse:
    """A document, once it may be seen."""
    te_tonen = stukken.te_tonen(inschrijving.bijeenkomst, nu)
    if stuk not in {een.pk for een in te_tonen}:
        return redirect("aanmeldingen:mijn-inschrijving", sleutel)
    rij = get_object_or_404(inschrijving.bijeenkomst.stukken, pk=stuk)
    return als_download(naam=rij.naam, mediatype=rij.soort, inhoud=bytes(rij.inhoud))


def _kader(inschrijving: Inschrijving, sleutel: str, nu: datetime.datetime) -> dict[str, Any]:
    bijeenkomst = inschrijving.bijeenkomst
    return {
        "inschrijving": inschrijving,
        "bijeenkomst": bijeenkomst,
        "oproep": bijeenkomst.oproep,
        "sleutel": sleutel,
        "wanneer": wanneer(bijeenkomst),
        "afgemeld": inschrijving.stand == Stand.AFGEMELD,
        "was_er": inschrijving.stand == Stand.AANWEZIG,
        "open": is_open(bijeenkomst, nu),
        "begonnen": begint(bijeenkomst) <= nu,
        "stukken": stukken.te_tonen(bijeenkomst, nu),
        "mag_aanmelden": _mag_aanmelden(bijeenkomst, nu),
    }


def _bekend(inschrijving: Inschrijving) -> Bekend:
    """Their sector, and the meeting where the list at the door says that they were there."""
    bekend = Bekend()
    if inschrijving.sector:
        bekend["sector"] = inschrijving.sector
    if inschrijving.stand == Stand.AANWEZIG:
        bekend["bijeenkomst"] = inschrijving.bijeenkomst
    return bekend


def _mag_aanmelden(bijeenkomst: Bijeenkomst, nu: datetime.datetime) -> bool:
    return begint(bijeenkomst) <= nu and bijeenkomst.oproep.is_open(nu)
