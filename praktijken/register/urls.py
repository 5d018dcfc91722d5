"""Addresses of the register of participants: keys and numbers, never a name."""

from django.urls import path

from praktijken.register.views import lijst, nieuw, onbekend, persoon, samenvoegen

urlpatterns = [
    path("", lijst.lijst, name="deelnemers"),
    path("organisaties/", lijst.organisaties, name="deelnemer-organisaties"),
    path("nieuw/", nieuw.nieuw, name="deelnemer-nieuw"),
    path("dubbelen/", nieuw.dubbelen, name="deelnemer-dubbelen"),
    path("onbekend/", onbekend.onbekende_soorten, name="deelnemers-onbekend"),
    path("samenvoegen/", samenvoegen.samenvoegen, name="deelnemers-samenvoegen"),
    path("samenvoegingen/<int:pk>/", samenvoegen.samenvoeging, name="samenvoeging"),
    path("<int:pk>/", persoon.persoon, name="deelnemer"),
    path("<int:pk>/deelnames/<int:deelname_pk>/", persoon.deelname, name="deelname"),
]
