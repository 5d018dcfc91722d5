"""openapi.json: made of the views once a process, with what every answer of the API has in common."""

import functools
import json
from typing import Any, Final

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from drf_spectacular.generators import SchemaGenerator
from rest_framework.request import Request

from monitor.api.basis import ApiView
from monitor.api.problemen import PROBLEM

_FOUTEN: Final = {
    "400": "Een parameter is onjuist of onbekend.",
    "401": "Het toegangstoken klopt niet, is verlopen of is ingetrokken.",
    "403": "Het toegangstoken is hier niet voor gemaakt.",
    "404": "Dit is er niet, of u mag het niet zien.",
    "405": "Dit adres kent alleen GET en HEAD.",
    "406": "De API geeft alleen JSON.",
    "412": "Dit is niet meer zoals u het kende (If-Match, If-Unmodified-Since).",
    "429": "Te veel verzoeken; `Retry-After` zegt hoeveel seconden u wacht.",
    "500": "Er ging bij ons iets mis.",
    "503": "Het is te druk; `Retry-After` zegt hoeveel seconden u wacht.",
}
_KOPPEN: Final = {
    "API-Version": "De versie van de API.",
    "ETag": "Waaraan u herkent of het antwoord veranderde: stuur het mee als `If-None-Match`.",
    "Last-Modified": "Sinds dit moment veranderde er niets; niet bij elk adres.",
    "Vary": "Van welke kopregels het antwoord afhangt.",
    "Cache-Control": "Of en hoe u het antwoord mag bewaren.",
}
_PROBLEEM: Final = {
    "type": "object",
    "description": "Wat er mis is (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "description": "Altijd `about:blank`: de status zegt welk soort probleem het is."},
        "title": {"type": "string", "description": "Wat er mis is, in een paar woorden."},
        "status": {"type": "integer", "description": "De HTTP-status."},
        "detail": {"type": "string", "description": "Wat er mis is en wat u kunt doen."},
        "parameters": {
            "type": "array",
            "description": "Bij onjuiste parameters: welke, en waarom.",
            "items": {
                "type": "object",
                "required": ["naam", "reden"],
                "properties": {
                    "naam": {"type": "string", "description": "De parameter."},
                    "reden": {"type": "string", "description": "Wat eraan mis is."},
                },
            },
        },
    },
}


class OpenApiView(ApiView):
    """`GET /api/v1/openapi.json`: for whoever wants to know how to ask, from whatever site."""

    schema = None
    voor_elke_site = True

    def get(self, request: Request) -> HttpResponse:
        return HttpResponse(openapi(), content_type="application/json")


@functools.cache
def openapi() -> str:
    """The description of the API as JSON."""
    schema = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def voltooi(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Hook of drf-spectacular: the contact, the headers, and the problems that any answer may be."""
    result["info"]["contact"] = {
        "name": "In voor mantelzorg",
        "email": settings.CONTACT_EMAIL,
        "url": settings.WEBADRES + reverse("aanmeldingen:contact"),
    }
    result["servers"] = [{"url": f"{settings.WEBADRES}/api/v1", "description": "Deze installatie."}]
    result["externalDocs"] = {"url": settings.WEBADRES + reverse("api-docs"), "description": "De uitleg, voor mensen."}
    delen = result["components"]
    for vorm in delen["schemas"].values():
        _maak_volledig(vorm)
    delen["schemas"]["Probleem"] = _PROBLEEM
    delen["headers"] = {naam: {"description": tekst, "schema": {"type": "string"}} for naam, tekst in _KOPPEN.items()}
    delen["securitySchemes"]["cookieAuth"]["description"] = "Wie in de browser is ingelogd."
    delen["responses"] = {f"Fout{status}": _fout(tekst) for status, tekst in _FOUTEN.items()}
    for methoden in result["paths"].values():
        for bewerking in methoden.values():
            _voltooi_antwoorden(bewerking["responses"])
            for parameter in bewerking.get("parameters", []):
                _voltooi_parameter(parameter)
    return result


def _voltooi_parameter(parameter: dict[str, Any]) -> None:
    """What is empty filters nothing, and is refused; so is a character that no database takes."""
    parameter["description"] = parameter.get("description", "").strip()
    vorm = parameter["schema"]
    if parameter["in"] == "query" and vorm["type"] == "string" and not {"enum", "format", "pattern"} & set(vorm):
        vorm |= {"minLength": 1, "pattern": r"^[^\u0000]*$"}


def _maak_volledig(vorm: dict[str, Any]) -> None:
    """Every answer has all its fields; what is said of writing them means nothing in an API to read."""
    velden = vorm.get("properties", {})
    if velden:
        vorm["required"] = list(velden)
    for veld in velden.values():
        veld.pop("readOnly", None)
        veld.pop("maxLength", None)


def _voltooi_antwoorden(antwoorden: dict[str, Any]) -> None:
    koppen = {naam: {"$ref": f"#/components/headers/{naam}"} for naam in _KOPPEN}
    antwoorden["200"] |= {"headers": koppen, "description": antwoorden["200"].get("description") or "Gelukt."}
    antwoorden["304"] = {"description": "Niet veranderd sinds u het kreeg.", "headers": koppen}
    antwoorden |= {status: {"$ref": f"#/components/responses/Fout{status}"} for status in _FOUTEN}


def _fout(tekst: str) -> dict[str, Any]:
    return {
        "description": tekst,
        "headers": {"API-Version": {"$ref": "#/components/headers/API-Version"}},
        "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Probleem"}}},
    }
