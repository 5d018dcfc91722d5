"""Addresses of practices and of exchanging their records."""

from django.urls import include, path

from praktijken import views
from praktijken.mijn.views import mijn

app_name = "praktijken"
urlpatterns = [
    path("", include("praktijken.overzicht.urls")),
    path("deelnemers/", include("praktijken.register.urls")),
    path("", include("praktijken.kloptdit.urls")),
    path("gegevens/", include("praktijken.uitwisseling.urls")),
    path("sessies/", include("praktijken.sessies.urls")),
    path("", include("praktijken.voortgang.urls")),
    path("geschiedenis/", include("praktijken.geschiedenis.urls")),
    path("lessen/", include("praktijken.leren.urls")),
    path("", include("praktijken.avg.urls")),
    path("", include("praktijken.herinneringen.urls")),
    path("mijn/", mijn, name="mijn"),
    path("praktijken/", views.lijst, name="lijst"),
    path("praktijken/<int:pk>/", views.praktijk, name="praktijk"),
    path("praktijken/<int:pk>/", include("praktijken.begeleiding.urls")),
    path("praktijken/<int:pk>/", include("praktijken.blad.urls")),
    path("praktijken/<int:pk>/", include("praktijken.plan.urls")),
]
