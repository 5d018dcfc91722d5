"""Addresses of Klopt dit?: keys of records and, for a participant, the link that is theirs; never a name."""

from django.urls import path

from praktijken.kloptdit.views import benaderen

urlpatterns = [
    path("deelnemers/<int:pk>/niet-benaderen/", benaderen.niet_benaderen, name="deelnemer-niet-benaderen"),
]
