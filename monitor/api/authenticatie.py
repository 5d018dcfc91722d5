"""Who asks: a program with a token in its headers, or a person who is logged in (session)."""

from typing import TYPE_CHECKING

from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from mantelzorg.accounts import tokens
from mantelzorg.klok import vandaag

if TYPE_CHECKING:
    from mantelzorg.models import Toegangstoken, User

_SOORT = "bearer"
ONGELDIG = "Dit token klopt niet, is verlopen of is ingetrokken. Maak een nieuw token, en stuur het mee als: Bearer …"


class Tokenauthenticatie(BaseAuthentication):
    """`Authorization: Bearer …`. A token that does not work is refused, also where one needs none."""

    def authenticate(self, request: Request) -> "tuple[User, Toegangstoken] | None":
        soort, _, sleutel = request.headers.get("Authorization", "").partition(" ")
        if soort.lower() != _SOORT:
            return None
        token = tokens.vind(sleutel.strip(), vandaag())
        if token is None:
            raise AuthenticationFailed(ONGELDIG)
        tokens.noteer_gebruik(token, timezone.now())
        return token.eigenaar, token

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="api"'


class Tokenbeschrijving(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # registers itself
    """What openapi.json says of it."""

    target_class = Tokenauthenticatie
    name = "toegangstoken"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {
            "type": "http",
            "scheme": _SOORT,
            "description": "Een token dat u maakt op de pagina Toegangstokens: kies API onderaan elke pagina.",
        }
