"""Addresses of the start page and of the monitor."""

from django.urls import URLPattern, URLResolver, include, path

from monitor import views
from monitor.controlelijst.views import lijst as controlelijst
from monitor.echtheid.views import echtheid
from monitor.meetpaginas import feiten, indicator, lijst, meting
from monitor.oproepen import views as oproepen
from monitor.publicatie.urls import cijferpatronen
from monitor.verschil.views import verschil, wijzigingen

monitorpatronen: list[URLPattern | URLResolver] = [
    path("23/", views.indicator23, name="indicator23"),
    path("23/feiten/", feiten.live, {"code": "23"}),
    path("23/<str:formaat>/", views.indicator23_bestand, name="indicator23-bestand"),
    path("metingen/", lijst.lijst, name="metingen"),
    path("metingen/nieuw/", lijst.nieuw, name="meting-nieuw"),
    path("metingen/<int:pk>/", meting.meting, name="meting"),
    path("metingen/<int:pk>/controleren/", meting.controleren, name="meting-controleren"),
    path("metingen/<int:pk>/vaststellen/", meting.vaststellen, name="meting-vaststellen"),
    path("metingen/<int:pk>/controlelijst/", controlelijst, name="controlelijst"),
    path("metingen/<int:pk>/vervallen/", meting.vervallen, name="meting-vervallen"),
    path("metingen/<int:pk>/feiten/", feiten.van_meting, name="meting-feiten"),
    path("metingen/<int:pk>/bestand/<str:formaat>/", meting.bestand, name="meting-bestand"),
    path("echtheid/", echtheid, name="echtheid"),
    path("rondes/", include("monitor.ronde.urls")),
    path("metingen/<int:pk>/aanlevering/", include("monitor.aanlevering.urls")),
    path("metingen/toezendingen/", include("monitor.toezenden.urls")),
    path("oproepen/", oproepen.lijst, name="oproepen"),
    path("oproepen/<slug:slug>/", oproepen.cijfers, name="oproepcijfers"),
    path("oproepen/<slug:slug>/<str:formaat>/", oproepen.bestand, name="oproepcijfers-bestand"),
    path("indicatoren/", indicator.lijst, name="indicatoren"),
    path("verschil/", verschil.verschil, name="verschil"),
    path("metingen/<int:pk>/publiceren/", include("monitor.publicatie.urls")),
    path("metingen/<int:pk>/wijzigingen/", wijzigingen.wijzigingen, name="meting-wijzigingen"),
    path("<slug:code>/", indicator.pagina, name="indicator"),  # last, for these match any word
    path("<slug:code>/feiten/", feiten.live, name="feiten"),
    path("<slug:code>/<str:formaat>/", indicator.bestand, name="indicator-bestand"),
]

urlpatterns = [
    path("", views.start, name="start"),
    path("monitor/", include((monitorpatronen, "monitor"))),
    path("cijfers/", include((cijferpatronen, "cijfers"))),
]
