"""Published figures for everybody, without an account."""

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from itertools import groupby
from typing import Any, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from aanmeldingen.openbaar.bewaren import voor_even
from mantelzorg.versie import VERSIE
from monitor.publicatie.lezen import nieuwste_uitgaven, uitgave
from monitor.publicatie.reeks import reeks
from monitor.publicatie.waarden import Uitgave
from monitor.publicatie.weergave.bestanden import BESTANDSVORMEN, bestandsnaam
from monitor.publicatie.weergave.bladzijde import maak_bladzijde
from monitor.publicatie.weergave.dcat import Uitgever, als_dcat
from monitor.publicatie.weergave.grafiek import reeks_svg
from monitor.publicatie.weergave.schema_org import als_schema_org

UITGEVER = "In voor mantelzorg"
View = Callable[..., HttpResponse]
IN_SCRIPT = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})
"""So that no text of the JSON can end the element it stands in."""


def herkenbaar(view: View) -> View:
    """An answer may be kept for a moment and carries an ETag (its own, or of its bytes); 304 where it is the same."""

    @wraps(view)
    def antwoord(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        gegeven = view(request, *args, **kwargs)
        if gegeven.status_code != 200:
            return gegeven
        if "ETag" not in gegeven:
            gegeven["ETag"] = _etag(gegeven.content)
        return cast(HttpResponse, get_conditional_response(request, etag=gegeven["ETag"], response=gegeven))

    return voor_even(antwoord)


@require_safe
@herkenbaar
def lijst(request: HttpRequest) -> HttpResponse:
    """Of each programme the years."""
    groepen = groupby(nieuwste_uitgaven(), key=lambda een: een.inhoud.programma.slug)
    programmas = [list(uitgaven) for _, uitgaven in groepen]
    return render(request, "monitor/publicatie/lijst.html", {"programmas": programmas})


@require_safe
@herkenbaar
def catalogus(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # the same for everybody
    """What is published, for catalogues of data."""
    uitgever = Uitgever(
        basis=settings.WEBADRES,
        naam=UITGEVER,
        email=settings.CONTACT_EMAIL,
        licentie=settings.CIJFERS_LICENTIE,
    )
    vorm = als_dcat(nieuwste_uitgaven(), uitgever)
    return HttpResponse(json.dumps(vorm, ensure_ascii=False, indent=2), content_type="application/ld+json")


@require_safe
@herkenbaar
def programma(request: HttpRequest, programma: str) -> HttpResponse:
    """The indicator of a programme over the years, of measurements that still count."""
    uitgaven = nieuwste_uitgaven(programma)
    if not uitgaven:
        raise Http404
    cijfers = reeks(een.inhoud for een in uitgaven if een.geldt)
    titel = f"{uitgaven[0].inhoud.indicator.titel}, per jaar"
    context = {
        "uitgaven": uitgaven,
        "laatste": uitgaven[0].inhoud,
        "reeks": cijfers,
        "titel": titel,
        "grafiek": reeks_svg(cijfers, titel=titel),
    }
    return render(request, "monitor/publicatie/programma.html", context)


@require_safe
@herkenbaar
def blad(request: HttpRequest, programma: str, jaar: int, versie: int | None = None) -> HttpResponse:
    """A version at the address that stays; without a number the latest."""
    gevonden = _uitgave(programma, jaar, versie)
    bij = {"basis": settings.WEBADRES, "licentie": gevonden.inhoud.licentie or settings.CIJFERS_LICENTIE}
    schema = als_schema_org(gevonden, **bij)
    context = {
        "uitgave": gevonden,
        "pagina": maak_bladzijde(gevonden.inhoud, gevonden.zegel),
        "bestandsvormen": BESTANDSVORMEN,
        "schema": json.dumps(schema, ensure_ascii=False).translate(IN_SCRIPT),
        **bij,
    }
    return render(request, "monitor/publicatie/blad.html", context)


@require_safe
@herkenbaar
def bestand(request: HttpRequest, programma: str, jaar: int, versie: int, formaat: str) -> HttpResponse:  # noqa: ARG001
    """What is published, as a file. It goes by its seal and what came later: Excel files hold the time of packing."""
    vorm = BESTANDSVORMEN.get(formaat)
    if vorm is None:
        raise Http404
    gevonden = _uitgave(programma, jaar, versie)
    naam = bestandsnaam(gevonden, vorm)
    return HttpResponse(
        vorm.maak(gevonden, settings.WEBADRES),
        content_type=vorm.mediatype,
        headers={
            "Content-Disposition": f'attachment; filename="{naam}"',
            "ETag": _etag(f"{VERSIE} {settings.WEBADRES} {gevonden.zegel} {gevonden.later} {formaat}".encode()),
        },
    )


def _etag(waarvan: bytes) -> str:
    return f'"{hashlib.sha256(waarvan).hexdigest()[:32]}"'


def _uitgave(programma: str, jaar: int, versie: int | None) -> Uitgave:
    gevonden = uitgave(programma, jaar, versie)
    if gevonden is None:
        raise Http404
    return gevonden
