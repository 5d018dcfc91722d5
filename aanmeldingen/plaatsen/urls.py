"""Addresses about places."""

from django.urls import path

from aanmeldingen.plaatsen.views import aanbod

urlpatterns = [
    path("aanmelding/<str:sleutel>/aanbod/", aanbod.aanbod, name="aanbod"),
]
