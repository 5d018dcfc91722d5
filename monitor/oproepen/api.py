"""The figures of a call through the API."""

from django.http import Http404, HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from mantelzorg.klok import vandaag
from monitor.api.basis import CijferView
from monitor.api.oproepvormen import OPROEPCIJFERS
from monitor.api.parameters import lees_peildatum_parameter
from monitor.oproepen.inzage import oproepen_met_cijfers
from monitor.oproepen.rapport import maak_rapport
from monitor.oproepen.weergave.als_json import als_json


@extend_schema(
    summary="Cijfers van een oproep",
    description="De cijfers van een oproep op een peildatum, van een programma waarvan u de cijfers mag zien.",
    parameters=[
        OpenApiParameter("slug", str, "path", description="De slug van de oproep."),
        OpenApiParameter("peildatum", OpenApiTypes.DATE, description="De dag; zonder deze parameter vandaag."),
    ],
    responses={200: OPROEPCIJFERS},
)
class OproepView(CijferView):
    """`GET /api/v1/oproepen/<slug>/cijfers?peildatum=…`: the JSON of the command; without a day that of today."""

    parameters = ("peildatum",)

    def get(self, request: Request, slug: str) -> HttpResponse:
        oproep = oproepen_met_cijfers(request.user).filter(slug=slug).first()
        if oproep is None:
            raise Http404
        dag = vandaag()
        rapport = maak_rapport(oproep, lees_peildatum_parameter(request.query_params) or dag, vandaag=dag)
        return HttpResponse(als_json(rapport), content_type="application/json")
