"""A form that comes without the secret of this session: what to do, and what was typed."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mantelzorg.ingevuld import Veld, ingevuld


def csrf_fout(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # Django hands it over by name
    """403: the session changed after the form was opened, or another site sent it.

    What was typed comes back only where the form was ours: no other site gets its text on our page.
    """
    velden: tuple[Veld, ...] = ingevuld(request) if _van_deze_site(request) else ()
    return render(request, "403_csrf.html", {"velden": velden}, status=403)


def _van_deze_site(request: HttpRequest) -> bool:
    herkomst = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(herkomst).netloc == request.get_host()
