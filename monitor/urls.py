"""Addresses of the start page and of the monitor."""

from django.urls import include, path

from monitor import views
from monitor.oproepen import views as oproepen

monitorpatronen = [
    path("23/", views.indicator23, name="indicator23"),
    path("23/<str:formaat>/", views.indicator23_bestand, name="indicator23-bestand"),
    path("oproepen/", oproepen.lijst, name="oproepen"),
    path("oproepen/<slug:slug>/", oproepen.cijfers, name="oproepcijfers"),
    path("oproepen/<slug:slug>/<str:formaat>/", oproepen.bestand, name="oproepcijfers-bestand"),
]

urlpatterns = [
    path("", views.start, name="start"),
    path("monitor/", include((monitorpatronen, "monitor"))),
]
