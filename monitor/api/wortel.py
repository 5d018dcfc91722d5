"""`GET /api/v1`: where to begin."""

from django.conf import settings
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from monitor.api.basis import ApiView
from monitor.api.problemen import VERSIE

INGANGEN = ("programmas", "praktijken", "experimenten", "oproepen", "metingen", "publicaties")


class Wortel(ApiView):
    """The version, the description, and the lists there are."""

    schema = None

    def get(self, request: Request) -> Response:
        return Response(
            {
                "naam": "In voor mantelzorg",
                "versie": VERSIE,
                "beschrijving": reverse("api-openapi", request=request),
                "uitleg": reverse("api-docs", request=request),
                "contact": settings.CONTACT_EMAIL,
                **{naam: reverse(f"api-{naam}", request=request) for naam in INGANGEN},
            }
        )
