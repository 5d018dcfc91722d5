"""Errors that no view of ours sees: a problem for who asked the API, the product's own page for anybody else."""

from django.http import HttpRequest, HttpResponse
from django.views import defaults

from monitor.api.problemen import antwoord

PAD = "/api/"


def onjuist(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a request that Django refuses, such as for a host that is not ours."""
    if not request.path.startswith(PAD):
        return defaults.bad_request(request, exception)
    return antwoord(400, "Dit verzoek is niet te lezen. Kijk naar het adres en de kopregels.")


def storing(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours, which stands in the log by now."""
    if not request.path.startswith(PAD):
        return defaults.server_error(request)
    return antwoord(500, "Er ging bij ons iets mis. Probeer het later nog eens.")
