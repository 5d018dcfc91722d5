"""Addresses of the assessment: the list of applications, the page of one, and what is done there."""

from django.urls import path

from aanmeldingen.beoordelen.views import beoordelen, besluiten, corrigeren, gesprekken, lijst, pagina

urlpatterns = [
    path("intake/<slug:slug>/aanmeldingen/", lijst.lijst, name="aanmeldingen"),
    path("intake/<slug:slug>/aanmeldingen/excel/", lijst.excel, name="aanmeldingen-excel"),
    path("intake/aanmeldingen/<int:pk>/", pagina.pagina, name="aanmelding"),
    path("intake/aanmeldingen/<int:pk>/versies/", pagina.versies, name="aanmelding-versies"),
    path("intake/aanmeldingen/<int:pk>/wijzigen/<slug:stap>/", corrigeren.corrigeren, name="aanmelding-corrigeren"),
    path("intake/aanmeldingen/<int:pk>/intrekken/", corrigeren.intrekken, name="namens-intrekken"),
    path("intake/aanmeldingen/<int:pk>/oordelen/", beoordelen.oordelen, name="aanmelding-oordelen"),
    path("intake/aanmeldingen/<int:pk>/aanvullen/", beoordelen.aanvullen, name="aanvulling-vragen"),
    path("intake/aanmeldingen/<int:pk>/aanvullen/<int:verzoek>/", beoordelen.sluiten, name="aanvulling-sluiten"),
    path("intake/aanmeldingen/<int:pk>/gesprek/", gesprekken.plannen, name="gesprek-plannen"),
    path("intake/gesprekken/<int:pk>/verzetten/", gesprekken.verzetten, name="gesprek-verzetten"),
    path("intake/gesprekken/<int:pk>/afzeggen/", gesprekken.afzeggen, name="gesprek-afzeggen"),
    path("intake/gesprekken/<int:pk>/verslag/", gesprekken.verslag, name="gesprek-verslag"),
    path("intake/aanmeldingen/<int:pk>/besluit/<slug:wat>/", besluiten.besluiten, name="aanmelding-besluit"),
    path("intake/besluiten/<int:pk>/bevestigen/", besluiten.bevestigen, name="besluit-bevestigen"),
    path("intake/besluiten/<int:pk>/terugsturen/", besluiten.terugnemen, name="besluit-terugnemen"),
]
