"""How often one address may send a public form of some kind, per slot of ten minutes (`OPENBAAR_TEMPO`).

The API counts what is asked of it along.

Counted in the database, in one statement, so that processes and threads count together; the libraries for this need
a shared cache that counts atomically, which a small installation does not have. Slots are fixed, so who sends at the
end of one and the begin of the next may send twice as much: enough to keep robots slow, and easy to tell people.
"""

import ipaddress
import math
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.crypto import salted_hmac
from django_tasks import task

from aanmeldingen.models import Tempoteller
from mantelzorg.ingevuld import ingevuld
from mantelzorg.inloggen import adres_van

TIJDVAK: Final = 600
"""Seconds."""
_TEL: Final = """
    INSERT INTO aanmeldingen_tempoteller AS t (afdruk, tijdvak, aantal) VALUES (%s, %s, 1)
    ON CONFLICT (afdruk) DO UPDATE SET aantal = t.aantal + 1 RETURNING aantal
"""
View = Callable[..., HttpResponse]


def begrensd(soort: str) -> Callable[[View], View]:
    """The view gets its POSTs up to the limit of this kind; then comes a page with what was typed (429)."""

    def om(view: View) -> View:
        @wraps(view)
        def beschermd(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST" and te_vaak(request, soort):
                return te_vaak_pagina(request)
            return view(request, *args, **kwargs)

        return beschermd

    return om


def te_vaak(request: HttpRequest, soort: str) -> bool:
    """Count this request; whether it is one too many. KeyError: a kind without a limit in the settings."""
    return te_vaak_door(soort, adres_van(request))


def te_vaak_door(soort: str, wie: str) -> bool:
    """The same, for whom it should count: an address, or what else tells one from another."""
    grens: int = settings.OPENBAAR_TEMPO[soort]
    tijdvak = int(timezone.now().timestamp()) // TIJDVAK
    return _tel(_afdruk(soort, wie, tijdvak), tijdvak) > grens


def seconden_tot_volgend_tijdvak() -> int:
    """How long who came too often has to wait."""
    return TIJDVAK - int(timezone.now().timestamp()) % TIJDVAK


def te_vaak_pagina(request: HttpRequest) -> HttpResponse:
    """Wait a little; with what was typed, to copy, and when to try again."""
    wachten = seconden_tot_volgend_tijdvak()
    context = {"velden": ingevuld(request), "minuten": math.ceil(wachten / 60)}
    antwoord = render(request, "aanmeldingen/openbaar/te_vaak.html", context, status=429)
    antwoord["Retry-After"] = str(wachten)
    patch_cache_control(antwoord, private=True, no_store=True)
    return antwoord


@task()
def ruim_op() -> None:
    """Throw away the counts of slots that are over."""
    Tempoteller.objects.filter(tijdvak__lt=int(timezone.now().timestamp()) // TIJDVAK).delete()


def _tel(afdruk: str, tijdvak: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_TEL, [afdruk, tijdvak])
        aantal: int = cursor.fetchone()[0]
    return aantal


def _afdruk(soort: str, wie: str, tijdvak: int) -> str:
    return salted_hmac("aanmeldingen.tempo", f"{soort} {_netwerk(wie)} {tijdvak}", algorithm="sha256").hexdigest()


def _netwerk(adres: str) -> str:
    """An IPv4 address as it is; of IPv6 the /64, which one connection has whole. What is no address counts as one."""
    try:
        gelezen = ipaddress.ip_address(adres)
    except ValueError:
        return adres
    if isinstance(gelezen, ipaddress.IPv4Address):
        return str(gelezen)
    return str(gelezen.ipv4_mapped or ipaddress.ip_network((int(gelezen), 64), strict=False))
