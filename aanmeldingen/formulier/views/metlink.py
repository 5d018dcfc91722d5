"""Pages behind a personal link: kept by no browser or proxy, found by no search engine, told to no other site.

A link that is unknown, expired or revoked gives one and the same page, which tells nothing of anybody. The clock is
read here, first, so that a request counts by when it came and not by how long it then waited.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.timezone import localdate

from aanmeldingen.models import Aanmelding
from mantelzorg.ingevuld import ingevuld

View = Callable[..., HttpResponse]


def met_link(view: View) -> View:
    """The view gets the application behind a link that works, the key, and the moment; else the page that says so."""

    @wraps(view)
    def beschermd(request: HttpRequest, sleutel: str, *args: Any, **kwargs: Any) -> HttpResponse:
        nu = timezone.now()
        rijen = Aanmelding.objects.met_sleutel(sleutel, localdate(nu)).filter(gewist_op=None)
        try:
            gevonden = rijen.select_related("oproep", "sector").get()
        except Aanmelding.DoesNotExist:
            return besloten(geen_link(request))
        return besloten(view(request, gevonden, sleutel, nu, *args, **kwargs))

    return beschermd


def besloten(antwoord: HttpResponse) -> HttpResponse:
    """For the eyes of who has the link alone."""
    patch_cache_control(antwoord, private=True, no_store=True)
    antwoord["X-Robots-Tag"] = "noindex, nofollow"
    antwoord["Referrer-Policy"] = "same-origin"
    return antwoord


def geen_link(request: HttpRequest) -> HttpResponse:
    """The link opens nothing: how to get another, and what was typed."""
    return render(request, "aanmeldingen/formulier/geen_link.html", {"velden": ingevuld(request)}, status=404)
