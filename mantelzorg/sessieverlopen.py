"""Who sends a form after the session ended is asked to log in, and gets back what was typed."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mantelzorg.ingevuld import ingevuld


class SessieVerlopen:
    """Middleware: a POST that would be lost on its way to the log-in page gets a page with its text instead."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        naar = antwoord.headers.get("Location", "") if antwoord.status_code == 302 else ""
        verloren = request.method == "POST" and naar.startswith(f"{reverse('inloggen')}?")
        velden = ingevuld(request) if verloren and request.path != reverse("admin:login") else ()
        if not velden:
            return antwoord
        return render(request, "sessie_verlopen.html", {"velden": velden, "naar": naar}, status=403)
