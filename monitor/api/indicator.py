"""The figures of indicator 23 through the API."""

from django.http import Http404, HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.klok import vandaag
from mantelzorg.models import Gemeente, Programma
from monitor.api.basis import CijferView
from monitor.api.cijfervormen import INDICATOR23
from monitor.api.parameters import lees_parameters
from monitor.berekening import bereken
from monitor.peildatum import standaard_peildatum
from monitor.uitkomst import INDICATOR
from monitor.weergave.als_json import als_json
from praktijken.models import Deelname, Experiment, Ontwerpvraag, Praktijk, PraktijkGemeente, Praktijkpartner


@extend_schema(
    summary="Indicator 23",
    description="De cijfers van indicator 23 op een peildatum, van een programma waarvan u de cijfers mag zien.",
    parameters=[
        OpenApiParameter("indicator", {"type": "string", "enum": ["23"]}, "path", description="Het nummer."),
        OpenApiParameter("programma", str, required=True, description="De slug van het programma."),
        OpenApiParameter("peildatum", OpenApiTypes.DATE, description="De dag; zonder deze parameter vandaag, en "
                         "hoogstens de laatste dag van het programma."),
    ],
    responses={200: INDICATOR23},
)  # fmt: skip
class IndicatorView(CijferView):
    """`GET /api/v1/indicatoren/23?programma=…&peildatum=…`: the JSON of begrippen.md §3."""

    parameters = ("programma", "peildatum")
    bronnen = (
        Programma, Praktijk, PraktijkGemeente, Gemeente, Ontwerpvraag, Experiment, Praktijkpartner,
        Organisatie, Organisatietype, Deelnemer, Deelname,
    )  # fmt: skip

    def get(self, request: Request, indicator: str) -> HttpResponse:
        if indicator != str(INDICATOR):
            raise Http404
        slug, peildatum = lees_parameters(request.query_params)
        programma = Programma.objects.zichtbaar_voor(request.user).filter(slug=slug).first()
        if programma is None:
            raise Http404
        cijfers = bereken(programma, peildatum or standaard_peildatum(programma, vandaag()))
        return HttpResponse(als_json(cijfers), content_type="application/json")
