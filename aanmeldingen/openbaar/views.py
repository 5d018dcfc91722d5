"""What the footer of every page leads to: the accessibility statement, privacy, contact; and the look at a text."""

from dataclasses import asdict

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from aanmeldingen.openbaar.aanwijzen import aangewezen
from aanmeldingen.openbaar.bewaren import voor_even
from aanmeldingen.openbaar.tempo import begrensd
from aanmeldingen.privacy.termijn import bewaartermijn, concepttermijn, in_woorden


@require_safe
@voor_even
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    """How far the pages can be used by everybody, and where to say that they cannot."""
    return _pagina(request, "toegankelijkheid")


@require_safe
@voor_even
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of whom, why and how long, and what one can ask."""
    return _pagina(
        request,
        "privacy",
        verantwoordelijk=settings.PRIVACY_VERANTWOORDELIJK,
        bewaartermijn=in_woorden(bewaartermijn()),
        concepttermijn=in_woorden(concepttermijn()),
    )


@require_safe
@voor_even
def contact(request: HttpRequest) -> HttpResponse:
    """Where to ask, report and complain."""
    return _pagina(request, "contact")


@require_POST
@begrensd("controle")
def tekstcontrole(request: HttpRequest) -> HttpResponse:
    """What in `tekst` looks like personal data, for a script that shows it while somebody types."""
    gevonden = aangewezen(request.POST.get("tekst", ""))
    return JsonResponse({"aanwijzingen": [asdict(een) for een in gevonden]}, headers={"Cache-Control": "no-store"})


def _pagina(request: HttpRequest, naam: str, **anders: str) -> HttpResponse:
    context = {"email": settings.CONTACT_EMAIL, "telefoon": settings.CONTACT_TELEFOON} | anders
    return render(request, f"aanmeldingen/openbaar/{naam}.html", context)
