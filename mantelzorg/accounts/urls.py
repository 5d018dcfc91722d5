"""Addresses of the start page, logging in and accounts."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
