"""The figures of an indicator through the API."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import Http404, HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.klok import vandaag
from mantelzorg.models import Gemeente, Programma
from mantelzorg.toegang import mag
from monitor.api.basis import CijferView
from monitor.api.cijfervormen import INDICATOR23
from monitor.api.indicatorvormen import vorm_van_indicator
from monitor.api.parameters import lees_parameters
from monitor.indicatoren.register import alle
from monitor.indicatoren.soort import Indicatorsoort
from monitor.indicatoren.weergave.bestanden import als_json
from monitor.peildatum import standaard_peildatum
from praktijken.models import Deelname, Experiment, Ontwerpvraag, Praktijk, PraktijkGemeente, Praktijkpartner

BRONNEN_23 = (
    Programma, Praktijk, PraktijkGemeente, Gemeente, Ontwerpvraag, Experiment, Praktijkpartner,
    Organisatie, Organisatietype, Deelnemer, Deelname,
)  # fmt: skip
CODES = [een.code for een in alle()]


@extend_schema(
    summary="Een indicator",
    description="De cijfers van een indicator op een peildatum, van een programma waarvan u de cijfers mag zien.",
    parameters=[
        OpenApiParameter("indicator", {"type": "string", "enum": CODES}, "path", description="De code."),
        OpenApiParameter("programma", str, required=True, description="De slug van het programma."),
        OpenApiParameter("peildatum", OpenApiTypes.DATE, description="De dag; zonder deze parameter vandaag, en "
                         "hoogstens de laatste dag van het programma."),
    ],
    responses={200: {"oneOf": [INDICATOR23, *(vorm_van_indicator(een) for een in alle() if not een.eigen_vormen)]}},
)  # fmt: skip
class IndicatorView(CijferView):
    """`GET /api/v1/indicatoren/CODE?programma=…&peildatum=…`: what `manage.py indicator CODE` gives as JSON."""

    parameters = ("programma", "peildatum")
    bronnen: Iterable[type[Model]] = BRONNEN_23  # type: ignore[misc]  # of another indicator its own

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        soort = _soort(kwargs["indicator"])
        if soort is not None and not soort.eigen_vormen:
            self.bronnen = soort.bronnen
        super().initial(request, *args, **kwargs)

    def get(self, request: Request, indicator: str) -> HttpResponse:
        soort = _soort(indicator)
        if soort is None or not mag(request.user, soort.recht):
            raise Http404
        slug, peildatum = lees_parameters(request.query_params)
        programma = Programma.objects.zichtbaar_voor(request.user).filter(slug=slug).first()
        if programma is None:
            raise Http404
        uitkomst = soort.uitkomst_nu(programma, peildatum or standaard_peildatum(programma, vandaag()))
        return HttpResponse(als_json(uitkomst), content_type="application/json")


def _soort(code: str) -> Indicatorsoort | None:
    return {een.code: een for een in alle()}.get(code)
