"""What the footer of every page leads to: the accessibility statement, privacy, contact."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aanmeldingen.openbaar.bewaren import voor_even


@require_safe
@voor_even
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    """How far the pages can be used by everybody, and where to say that they cannot."""
    return _pagina(request, "toegankelijkheid")


@require_safe
@voor_even
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of whom, why and how long, and what one can ask."""
    return _pagina(request, "privacy")


@require_safe
@voor_even
def contact(request: HttpRequest) -> HttpResponse:
    """Where to ask, report and complain."""
    return _pagina(request, "contact")


def _pagina(request: HttpRequest, naam: str) -> HttpResponse:
    context = {"email": settings.CONTACT_EMAIL, "telefoon": settings.CONTACT_TELEFOON}
    return render(request, f"aanmeldingen/openbaar/{naam}.html", context)
