"""What every view of the API has in common."""

import datetime
from collections.abc import Collection, Iterable
from typing import Any, ClassVar, TypeVar

from django.db.models import Model
from django.http import Http404, HttpResponse
from django.utils import timezone
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import AuthenticationFailed, MethodNotAllowed
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from mantelzorg.toegang import Recht, mag
from monitor.api import bewaren
from monitor.api.bladeren import CURSOR, PER_PAGINA, Cursorpagina
from monitor.api.parameters import keur
from monitor.api.problemen import VERSIE, OnjuisteParameters, TokenTeBeperkt
from monitor.api.tempo import Tempo

M = TypeVar("M", bound=Model)


class ApiView(APIView):
    """To read only. Access is asked per object, so nothing is refused beforehand."""

    http_method_names = ["get", "head"]
    permission_classes = (AllowAny,)
    throttle_classes = (Tempo,)
    parameters: ClassVar[Collection[str]] = ()
    """The query parameters it knows; any other is refused, for a typing error must not give other figures."""
    bronnen: ClassVar[Iterable[type[Model]]] = ()
    """The models the answer is made of, where all have history; without any there is no Last-Modified."""
    recht: ClassVar[Recht | None] = None
    """What a token must be made for; None where something of it is public."""
    voor_elke_site: ClassVar[bool] = False
    """Whether a page of any site may read it in a browser: what is the same for everybody, whoever asks."""
    gewijzigd_op: datetime.datetime | None = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if str(request.method).lower() not in self.http_method_names:
            raise MethodNotAllowed(str(request.method))
        super().initial(request, *args, **kwargs)
        self.keur_toegang(request)
        if "\x00" in request.path:
            raise Http404
        keur(request.query_params, self.parameters)
        if self.bronnen:  # before the records are read, so that no change falls between
            wie = () if self.voor_elke_site else bewaren.WIE_WAT_ZIET
            self.gewijzigd_op = bewaren.laatst_gewijzigd((*wie, *self.bronnen), timezone.now())

    def perform_authentication(self, request: Request) -> None:
        try:
            super().perform_authentication(request)
        except AuthenticationFailed:
            self.check_throttles(request)  # who tries tokens is slowed down by address
            raise

    def keur_toegang(self, request: Request) -> None:
        """Whether who asks may ask this at all: Http404 where not, TokenTeBeperkt where their token may not."""
        alleen = getattr(request.user, "alleen", None)
        if self.recht is not None and alleen is not None and self.recht not in alleen:
            raise TokenTeBeperkt

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        antwoord: Any = super().dispatch(request, *args, **kwargs)
        if isinstance(antwoord, Response):
            antwoord.render()
        gekozen = bewaren.voorwaardelijk(request, antwoord, self.gewijzigd_op)
        if self.voor_elke_site:
            gekozen["Access-Control-Allow-Origin"] = "*"
        return gekozen

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        antwoord: HttpResponse = super().finalize_response(request, response, *args, **kwargs)
        bewaren.geef_bewaarregels(antwoord, request)
        antwoord["API-Version"] = VERSIE
        return antwoord


class NietGevonden(ApiView):
    """Every address under the API that means nothing."""

    schema = None
    http_method_names = ["get", "head", "post", "put", "patch", "delete", "options", "trace"]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise Http404


class CijferView(ApiView):
    """Figures; without the right to figures there is nothing here."""

    recht = Recht.CIJFERS_ZIEN

    def keur_toegang(self, request: Request) -> None:
        super().keur_toegang(request)
        if not mag(request.user, Recht.CIJFERS_ZIEN):
            raise Http404


class Filters(DjangoFilterBackend):  # type: ignore[misc]  # django-filter has no annotations
    """Filters that say in our own words what is wrong; an empty value is wrong too, for it filters nothing."""

    def filter_queryset(self, request: Request, queryset: Any, view: APIView) -> Any:
        filterset = self.get_filterset(request, queryset, view)
        if filterset is None:
            return queryset
        redenen = {naam: "is leeg." for naam in filterset.filters if request.query_params.get(naam) == ""}
        redenen |= {naam: " ".join(fouten) for naam, fouten in filterset.errors.items()}
        if redenen:
            raise OnjuisteParameters(redenen)
        return filterset.qs


class Lijst(ApiView, ListAPIView[M]):
    """The records of a kind that one may see, in pages; `filterset_class` says what they can be filtered by."""

    filter_backends = (Filters,)
    pagination_class = Cursorpagina
    filterset_class: ClassVar[Any] = None

    @property
    def parameters(self) -> Collection[str]:  # type: ignore[override]  # follows from the filters
        return (CURSOR, PER_PAGINA, *(self.filterset_class.base_filters if self.filterset_class else ()))


class Een(ApiView, RetrieveAPIView[M]):
    """One record; what one may not see is not there."""
