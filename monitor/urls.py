"""Addresses of the start page and of the monitor: indicator pages and reports."""

from django.urls import path

from monitor import views

urlpatterns = [
    path("", views.start, name="start"),
]
