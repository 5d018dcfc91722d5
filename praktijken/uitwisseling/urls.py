"""Addresses of exchanging a programme's records."""

from django.urls import path

from praktijken.uitwisseling import views

urlpatterns = [
    path("", views.gegevens, name="gegevens"),
    path("download/", views.download, name="download"),
    path("leeg-bestand/", views.leeg_bestand, name="leeg-bestand"),
    path("import/<int:pk>/", views.importeren, name="import"),
    path("import/<int:pk>/bevestigen/", views.bevestigen, name="import-bevestigen"),
    path("import/<int:pk>/intrekken/", views.intrekken, name="import-intrekken"),
]
