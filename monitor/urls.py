"""Addresses of the start page and of the monitor."""

from django.urls import include, path

from monitor import views

monitorpatronen = [
    path("23/", views.indicator23, name="indicator23"),
    path("23/<str:formaat>/", views.indicator23_bestand, name="indicator23-bestand"),
]

urlpatterns = [
    path("", views.start, name="start"),
    path("monitor/", include((monitorpatronen, "monitor"))),
]
