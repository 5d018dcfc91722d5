"""Addresses of history: a kind of record and its key, never a name."""

from django.urls import path

from praktijken.geschiedenis import views

urlpatterns = [
    path("<slug:soort>/<int:pk>/", views.geschiedenis, name="geschiedenis"),
    path("<slug:soort>/<int:pk>/vergelijken/", views.vergelijken, name="vergelijken"),
    path("<slug:soort>/<int:pk>/terugzetten/<int:versie>/", views.terugzetten, name="terugzetten"),
]
