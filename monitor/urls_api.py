"""Addresses of the API; none ends in a slash."""

from django.urls import path, re_path

from monitor.api import IndicatorView, NietGevonden
from monitor.oproepen.api import OproepView

urlpatterns = [
    path("indicatoren/<str:indicator>", IndicatorView.as_view(), name="api-indicator"),
    path("oproepen/<slug:slug>/cijfers", OproepView.as_view(), name="api-oproepcijfers"),
    re_path(r"", NietGevonden.as_view()),
]
