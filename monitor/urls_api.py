"""Addresses of the API; none ends in a slash."""

from django.urls import path, re_path

from monitor.api import IndicatorView, NietGevonden

urlpatterns = [
    path("indicatoren/<str:indicator>", IndicatorView.as_view(), name="api-indicator"),
    re_path(r"", NietGevonden.as_view()),
]
