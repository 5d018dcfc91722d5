"""Addresses of the API; none ends in a slash."""

from django.urls import path, re_path

from monitor.api.basis import NietGevonden
from monitor.api.experimenten import EenExperiment, Experimenten
from monitor.api.indicator import IndicatorView
from monitor.api.metingen import EenMeting, Metingen
from monitor.api.oproepen import EenOproep, Oproepen
from monitor.api.praktijken import EenPraktijk, Praktijken
from monitor.api.programmas import EenProgramma, Programmas
from monitor.api.publicaties import EenPublicatie, Publicatieinhoud, Publicaties
from monitor.api.schema import OpenApiView
from monitor.api.uitleg import bijlage, ingang, uitleg
from monitor.api.verschillen import Verschillen
from monitor.api.wortel import Wortel
from monitor.oproepen.api import OproepView

urlpatterns = [
    path("v1", Wortel.as_view(), name="api"),
    path("v1/docs", uitleg, name="api-docs"),
    path("v1/docs/adressen/<slug:sleutel>", ingang, name="api-ingang"),
    path("v1/docs/<slug:naam>", bijlage, name="api-document"),
    path("v1/openapi.json", OpenApiView.as_view(), name="api-openapi"),
    path("v1/programmas", Programmas.as_view(), name="api-programmas"),
    path("v1/programmas/<path:slug>", EenProgramma.as_view(), name="api-programma"),
    path("v1/praktijken", Praktijken.as_view(), name="api-praktijken"),
    path("v1/praktijken/<int:pk>", EenPraktijk.as_view(), name="api-praktijk"),
    path("v1/experimenten", Experimenten.as_view(), name="api-experimenten"),
    path("v1/experimenten/<int:pk>", EenExperiment.as_view(), name="api-experiment"),
    path("v1/oproepen", Oproepen.as_view(), name="api-oproepen"),
    path("v1/oproepen/<slug:slug>", EenOproep.as_view(), name="api-oproep"),
    path("v1/oproepen/<slug:slug>/cijfers", OproepView.as_view(), name="api-oproepcijfers"),
    path("v1/indicatoren/<str:indicator>", IndicatorView.as_view(), name="api-indicator"),
    path("v1/metingen", Metingen.as_view(), name="api-metingen"),
    path("v1/metingen/<int:pk>", EenMeting.as_view(), name="api-meting"),
    path("v1/metingen/<int:pk>/verschillen", Verschillen.as_view(), name="api-verschillen"),
    path("v1/publicaties", Publicaties.as_view(), name="api-publicaties"),
    path("v1/publicaties/<path:programma>/<int:jaar>/<int:versie>", EenPublicatie.as_view(), name="api-publicatie"),
    path(
        "v1/publicaties/<path:programma>/<int:jaar>/<int:versie>/inhoud",
        Publicatieinhoud.as_view(),
        name="api-publicatie-inhoud",
    ),
    re_path(r"", NietGevonden.as_view()),
]
