"""The API of the monitor: what one may not see is not there, and every error is a problem (RFC 9457) in Dutch."""

import datetime
from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from rest_framework.exceptions import APIException, NotAuthenticated, PermissionDenied
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from mantelzorg.klok import vandaag
from mantelzorg.models import Programma
from mantelzorg.toegang import Recht, mag
from monitor.berekening import bereken
from monitor.peildatum import OngeldigePeildatum, lees_peildatum, standaard_peildatum
from monitor.weergave.als_json import INDICATOR, als_json

VERSIE = "1.0.0"
PROBLEM = "application/problem+json"
NIET_GEVONDEN = "Dit is er niet, of u mag het niet zien."


class OnjuisteParameters(APIException):
    """Query parameters that are missing or wrong, all of them, each with why."""

    status_code = 400

    def __init__(self, redenen: dict[str, str]) -> None:
        super().__init__("Onjuiste parameters.")
        self.redenen = redenen


def problem(fout: Exception, _context: dict[str, Any]) -> Response | None:
    """The answer to an error: 404 alike for what is not there and what one may not see. None: not for the API."""
    match fout:
        case Http404() | NotAuthenticated() | PermissionDenied():
            return _antwoord(404, "Niet gevonden", NIET_GEVONDEN)
        case OnjuisteParameters():
            redenen = [{"naam": naam, "reden": reden} for naam, reden in fout.redenen.items()]
            uitleg = " ".join(f"{naam}: {reden}" for naam, reden in fout.redenen.items())
            return _antwoord(fout.status_code, "Onjuiste parameters", uitleg, parameters=redenen)
        case APIException():
            return _antwoord(fout.status_code, "Dit verzoek kan niet", str(fout.detail))
        case _:
            return None


def _antwoord(status: int, titel: str, uitleg: str, **meer: Any) -> Response:
    inhoud = {"type": "about:blank", "title": titel, "status": status, "detail": uitleg, **meer}
    return Response(inhoud, status=status, content_type=PROBLEM)


class ApiView(APIView):
    """Every answer carries the version of the API; access is asked per object, so nothing is refused beforehand."""

    permission_classes = (AllowAny,)

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        antwoord = super().finalize_response(request, response, *args, **kwargs)
        antwoord["API-Version"] = VERSIE
        return antwoord


class NietGevonden(ApiView):
    """Every address under the API that means nothing."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise Http404


class IndicatorView(ApiView):
    """`GET /api/v1/indicatoren/23?programma=…&peildatum=…`: the JSON of begrippen.md §3."""

    http_method_names = ["get", "head"]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if not mag(request.user, Recht.CIJFERS_ZIEN):
            raise Http404

    def get(self, request: Request, indicator: str) -> HttpResponse:
        if indicator != str(INDICATOR):
            raise Http404
        slug, peildatum = lees_parameters(request.query_params)
        programma = Programma.objects.zichtbaar_voor(request.user).filter(slug=slug).first()
        if programma is None:
            raise Http404
        cijfers = bereken(programma, peildatum or standaard_peildatum(programma, vandaag()))
        return HttpResponse(als_json(cijfers), content_type="application/json")


def lees_parameters(parameters: QueryDict) -> tuple[str, datetime.date | None]:
    """Programme and reference date (None: not given); raises OnjuisteParameters with all that is wrong."""
    redenen = {
        naam: "staat er meer dan één keer." for naam in ("programma", "peildatum") if len(parameters.getlist(naam)) > 1
    }
    slug, peildatum = parameters.get("programma", ""), None
    if not slug:
        redenen.setdefault("programma", "is verplicht: de slug van het programma.")
    if "peildatum" in parameters:
        try:
            peildatum = lees_peildatum(str(parameters["peildatum"]))
        except OngeldigePeildatum as fout:
            redenen.setdefault("peildatum", str(fout))
    if redenen:
        raise OnjuisteParameters(redenen)
    return slug, peildatum
