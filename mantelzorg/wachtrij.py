"""When the database has too many waiting: a page that says so and gives back what was typed (503)."""

from collections.abc import Callable

from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mantelzorg.ingevuld import ingevuld

OPNIEUW_NA = 10  # seconds


class Wachtrij:
    """Middleware for what SQLite and PostgreSQL raise when busy; other faults go their own way."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, OperationalError) or not is_druk(exception):
            return None
        antwoord = render(None, "503.html", {"velden": ingevuld(request)}, status=503)
        antwoord["Retry-After"] = str(OPNIEUW_NA)
        return antwoord


def is_druk(fout: OperationalError) -> bool:
    """SQLite says so in words; what PostgreSQL raises (no connection free, deadlock, time-out) passes by itself."""
    return connection.vendor != "sqlite" or "is locked" in str(fout)
