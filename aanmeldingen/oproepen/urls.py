"""Addresses of calls: what everybody reads, and where the office sets them up."""

from django.urls import path

from aanmeldingen.oproepen.views import beheer, inrichten, openbaar, stappen

urlpatterns = [
    path("oproepen/", openbaar.oproepen, name="oproepen"),
    path("oproepen/<slug:slug>/", openbaar.oproep, name="oproep"),
    path("oproepen/<slug:slug>/voorwaarden/<int:nummer>/", openbaar.voorwaarden, name="oproep-voorwaarden-openbaar"),
    path("intake/", beheer.intake, name="intake"),
    path("intake/nieuw/", inrichten.nieuw, name="oproep-nieuw"),
    path("intake/<slug:slug>/", beheer.dashboard, name="intake-oproep"),
    path("intake/<slug:slug>/geschiedenis/", beheer.verleden, name="oproep-geschiedenis"),
    path("intake/<slug:slug>/inrichten/", inrichten.gegevens, name="oproep-wijzigen"),
    path("intake/<slug:slug>/inrichten/plaatsen/", inrichten.plaatsen, name="oproep-plaatsen"),
    path("intake/<slug:slug>/inrichten/voorwaarden/", stappen.versie_beginnen, name="oproep-voorwaarden"),
    path("intake/<slug:slug>/inrichten/voorwaarden/<int:nummer>/", inrichten.versie, name="oproep-versie"),
    path(
        "intake/<slug:slug>/inrichten/voorwaarden/<int:nummer>/vaststellen/",
        stappen.versie_vaststellen,
        name="oproep-vaststellen",
    ),
    path("intake/<slug:slug>/inrichten/publiceren/", stappen.publiceren, name="oproep-publiceren"),
    path("intake/<slug:slug>/inrichten/terugtrekken/", stappen.terugtrekken, name="oproep-terugtrekken"),
]
