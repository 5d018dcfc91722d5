"""Addresses about places."""

from django.urls import path

from aanmeldingen.plaatsen.views import aanbod, boek, capaciteit, plaats, selectie

urlpatterns = [
    path("aanmelding/<str:sleutel>/aanbod/", aanbod.aanbod, name="aanbod"),
    path("intake/<slug:slug>/plaatsen/", boek.plaatsen, name="plaatsen"),
    path("intake/<slug:slug>/plaatsen/verantwoording/", boek.verantwoording, name="plaatsen-verantwoording"),
    path("intake/<slug:slug>/plaatsen/excel/", boek.excel, name="plaatsen-excel"),
    path("intake/<slug:slug>/plaatsen/aantal/", capaciteit.capaciteit, name="plaatsen-aantal"),
    path("intake/<slug:slug>/plaatsen/<int:pk>/", plaats.plaats, name="plaats"),
    path("intake/<slug:slug>/selectie/", selectie.selectie, name="selectie"),
]
