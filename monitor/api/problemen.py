"""What the API answers where something is wrong: a problem (RFC 9457) in Dutch, whoever notices it."""

import json
import math
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpResponse
from rest_framework.exceptions import (
    APIException,
    MethodNotAllowed,
    NotAcceptable,
    NotAuthenticated,
    ParseError,
    UnsupportedMediaType,
)
from rest_framework.exceptions import PermissionDenied as GeenToestemming

from mantelzorg.wachtrij import OPNIEUW_NA, is_druk

VERSIE: Final = "1.0.0"
PROBLEM: Final = "application/problem+json"
NIET_GEVONDEN: Final = "Dit is er niet, of u mag het niet zien."
_TITELS: Final = {
    400: "Onjuist verzoek",
    401: "Toegangstoken niet geldig",
    403: "Toegangstoken te beperkt",
    404: "Niet gevonden",
    405: "Methode niet mogelijk",
    406: "Vorm niet mogelijk",
    412: "Intussen gewijzigd",
    415: "Soort inhoud niet mogelijk",
    429: "Te veel verzoeken",
    500: "Storing",
    503: "Het is druk",
}
_UITLEG: Final[dict[type[Exception], str]] = {
    MethodNotAllowed: "Dit adres kent alleen GET en HEAD.",
    NotAcceptable: "De API geeft JSON. Vraag om application/json.",
    ParseError: "De inhoud van het verzoek is geen geldige JSON.",
    UnsupportedMediaType: "De API leest alleen application/json.",
}


class OnjuisteParameters(APIException):
    """Query parameters that are missing or wrong, all of them, each with why."""

    status_code = 400

    def __init__(self, redenen: dict[str, str]) -> None:
        super().__init__("Onjuiste parameters.")
        self.redenen = redenen


class TokenTeBeperkt(APIException):
    """A token that was made for something else; it says nothing of what there is."""

    status_code = 403
    auth_header = 'Bearer error="insufficient_scope"'

    def __init__(self) -> None:
        super().__init__("Dit token is hier niet voor gemaakt. Maak een token dat dit mag lezen.")


def problem(fout: Exception, _context: dict[str, Any]) -> HttpResponse | None:
    """The answer to an error: 404 alike for what is not there and what one may not see.

    None: nothing of the API, so it goes in the log, and `monitor.api.fouten` answers.
    """
    match fout:
        case Http404() | NotAuthenticated() | PermissionDenied() | GeenToestemming():
            return antwoord(404, NIET_GEVONDEN)
        case OnjuisteParameters(redenen=redenen):
            lijst = [{"naam": naam, "reden": reden} for naam, reden in redenen.items()]
            uitleg = " ".join(f"{naam}: {reden}" for naam, reden in redenen.items())
            return antwoord(fout.status_code, uitleg, titel="Onjuiste parameters", parameters=lijst)
        case APIException():
            return _met_kop(antwoord(fout.status_code, _UITLEG.get(type(fout), str(fout.detail))), fout)
        case OperationalError() if is_druk(fout):
            druk = antwoord(503, "Er wachten nu te veel anderen. Probeer het zo nog eens.")
            druk["Retry-After"] = str(OPNIEUW_NA)
            return druk
        case _:
            return None


def antwoord(status: int, uitleg: str, *, titel: str = "", **meer: Any) -> HttpResponse:
    """A problem with this status; `uitleg` says in a sentence what is wrong and what to do."""
    titel = titel or _TITELS.get(status, "Dit verzoek kan niet")
    inhoud = {"type": "about:blank", "title": titel, "status": status, "detail": uitleg, **meer}
    gemaakt = HttpResponse(json.dumps(inhoud, ensure_ascii=False), status=status, content_type=PROBLEM)
    gemaakt["API-Version"] = VERSIE
    return gemaakt


def _met_kop(gemaakt: HttpResponse, fout: APIException) -> HttpResponse:
    """With the headers that belong to who asks without a good token, or too often."""
    if hasattr(fout, "auth_header"):
        gemaakt["WWW-Authenticate"] = fout.auth_header
    if getattr(fout, "wait", None) is not None:
        gemaakt["Retry-After"] = str(math.ceil(fout.wait))  # type: ignore[attr-defined]  # Throttled
    return gemaakt
