"""Addresses of the monitor: indicator pages, reports and the API."""

from django.urls import URLPattern

app_name = "monitor"
urlpatterns: list[URLPattern] = []
