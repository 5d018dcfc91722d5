"""Addresses of exchanging a programme's records."""

from django.urls import path

from praktijken.uitwisseling import importviews, views

urlpatterns = [
    path("", views.gegevens, name="gegevens"),
    path("download/", views.download, name="download"),
    path("leeg-bestand/", views.leeg_bestand, name="leeg-bestand"),
    path("import/<int:pk>/", importviews.importeren, name="import"),
    path("import/<int:pk>/stand/", importviews.stand, name="import-stand"),
    path("import/<int:pk>/met-fouten/", importviews.met_fouten, name="import-met-fouten"),
    path("import/<int:pk>/bevestigen/", importviews.bevestigen, name="import-bevestigen"),
    path("import/<int:pk>/intrekken/", importviews.intrekken, name="import-intrekken"),
    path("import/<int:pk>/opnieuw/", importviews.opnieuw, name="import-opnieuw"),
    path("import/<int:pk>/ongedaan/", importviews.ongedaan, name="import-ongedaan"),
]
