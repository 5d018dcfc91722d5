"""Addresses of practices and of exchanging their records."""

from django.urls import URLPattern

app_name = "praktijken"
urlpatterns: list[URLPattern] = []
