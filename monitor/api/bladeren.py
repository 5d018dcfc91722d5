"""Long lists come in pages. A page begins after the last record of the one before, so what is added shifts nothing."""

import re
from typing import Any, Final
from urllib.parse import urlencode

from django.core.signing import BadSignature, Signer
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from monitor.api.problemen import OnjuisteParameters

HOOGSTENS: Final = 100
STANDAARD: Final = 50
CURSOR, PER_PAGINA = "cursor", "perPagina"
_ONBEKENDE_CURSOR: Final = "is geen plaats in deze lijst. Neem de cursor uit 'volgende' over, of begin zonder."
_ONJUISTE_LENGTE: Final = f"is een heel getal van 1 tot en met {HOOGSTENS}."


class Cursorpagina(BasePagination):
    """Records in the order in which they were made. `cursor`: where the page begins, for this product to read alone."""

    def paginate_queryset(self, queryset: Any, request: Request, view: APIView | None = None) -> list[Any]:
        """The records of this page; raises OnjuisteParameters. One query, and those that are fetched along."""
        self._request = request
        aantal, na = self._lees(request)
        gevonden = list(queryset.order_by("pk").filter(pk__gt=na)[: aantal + 1])
        pagina = gevonden[:aantal]
        self._verder_na: int | None = pagina[-1].pk if len(gevonden) > aantal else None
        return pagina

    def get_paginated_response(self, data: Any) -> Response:
        return Response({"volgende": self._volgende(), "resultaten": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        volgende = {
            "type": "string", "format": "uri", "nullable": True,
            "description": "Het adres van de volgende bladzijde; null op de laatste.",
        }  # fmt: skip
        resultaten = schema | {"description": "De records op deze bladzijde."}
        return {
            "type": "object",
            "required": ["volgende", "resultaten"],
            "properties": {"volgende": volgende, "resultaten": resultaten},
        }

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        return [
            {
                "name": CURSOR, "in": "query", "required": False,
                "description": "De plaats waar de bladzijde begint: neem het adres in `volgende` over.",
                "schema": {"type": "string", "minLength": 1},
            },
            {
                "name": PER_PAGINA, "in": "query", "required": False,
                "description": "Hoeveel records er hoogstens op een bladzijde staan.",
                "schema": {"type": "integer", "minimum": 1, "maximum": HOOGSTENS, "default": STANDAARD},
            },
        ]  # fmt: skip

    def _lees(self, request: Request) -> tuple[int, int]:
        """How many, and after which key; raises OnjuisteParameters with what is wrong of both."""
        redenen, na = {}, 0
        tekst = request.query_params.get(PER_PAGINA, str(STANDAARD))
        if not re.fullmatch("[1-9][0-9]{0,2}", tekst) or int(tekst) > HOOGSTENS:
            redenen[PER_PAGINA] = _ONJUISTE_LENGTE
        if CURSOR in request.query_params:
            try:
                na = int(_ondertekening().unsign_object(request.query_params[CURSOR]))
            except BadSignature:
                redenen[CURSOR] = _ONBEKENDE_CURSOR
        if redenen:
            raise OnjuisteParameters(redenen)
        return int(tekst), na

    def _volgende(self) -> str | None:
        if self._verder_na is None:
            return None
        vraag = self._request.query_params.dict() | {CURSOR: cursor_na(self._verder_na)}
        return f"{self._request.build_absolute_uri(self._request.path)}?{urlencode(vraag)}"


def cursor_na(sleutel: int) -> str:
    """What stands for the page that begins after the record with this key."""
    return _ondertekening().sign_object(sleutel)


def _ondertekening() -> Signer:
    return Signer(salt="monitor.api.bladeren")
