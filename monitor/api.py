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
MEER_KEREN = "staat er meer dan één keer."
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


class CijferView(ApiView):
    """Figures, to read; without the right to figures there is nothing here."""

    http_method_names = ["get", "head"]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if not mag(request.user, Recht.CIJFERS_ZIEN):
            raise Http404


class IndicatorView(CijferView):
    """`GET /api/v1/indicatoren/23?programma=…&peildatum=…`: the JSON of begrippen.md §3."""

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
    redenen = {} if len(parameters.getlist("programma")) < 2 else {"programma": MEER_KEREN}
    slug = parameters.get("programma", "")
    if not slug:
        redenen["programma"] = "is verplicht: de slug van het programma."
    peildatum, reden = _lees_dag(parameters)
    redenen |= {"peildatum": reden} if reden else {}
    if redenen:
        raise OnjuisteParameters(redenen)
    return slug, peildatum


def lees_peildatum_parameter(parameters: QueryDict) -> datetime.date | None:
    """The reference date (None: not given); raises OnjuisteParameters."""
    peildatum, reden = _lees_dag(parameters)
    if reden:
        raise OnjuisteParameters({"peildatum": reden})
    return peildatum


def _lees_dag(parameters: QueryDict) -> tuple[datetime.date | None, str]:
    """The reference date, and what is wrong with it."""
    if len(parameters.getlist("peildatum")) > 1:
        return None, MEER_KEREN
    if "peildatum" not in parameters:
        return None, ""
    try:
        return lees_peildatum(str(parameters["peildatum"])), ""
    except OngeldigePeildatum as fout:
        return None, str(fout)
