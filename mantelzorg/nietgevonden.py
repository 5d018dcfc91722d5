"""What one wanted to save is not there any more, or out of reach: 404, with what was typed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mantelzorg.ingevuld import Veld, ingevuld


def niet_gevonden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # Django hands it over
    """The same page whatever the reason, so that nobody learns what exists.

    What was typed comes back where a view of ours said no: by then the form was seen to be ours (CSRF).
    """
    eigen = request.method == "POST" and request.resolver_match is not None
    velden: tuple[Veld, ...] = ingevuld(request) if eigen else ()
    return render(request, "404.html", {"velden": velden}, status=404)
