"""Addresses of changing a practice part by part."""

from django.urls import path

from praktijken.blad import views

urlpatterns = [
    path("kernthema/", views.kernthema, name="blad-kernthema"),
    path("gegevens/", views.gegevens, name="blad-gegevens"),
    path("prangende-vragen/", views.prangende_vragen, name="blad-prangende-vragen"),
    path("periode/", views.periode, name="blad-periode"),
    path("ontwerpvragen/nieuw/", views.ontwerpvraag_nieuw, name="blad-ontwerpvraag-nieuw"),
    path("ontwerpvragen/<int:vraag>/", views.ontwerpvraag, name="blad-ontwerpvraag"),
    path("ontwerpvragen/<int:vraag>/experimenten/nieuw/", views.experiment_nieuw, name="blad-experiment-nieuw"),
    path("experimenten/<int:experiment>/", views.experiment, name="blad-experiment"),
    path("partners/nieuw/", views.partner_nieuw, name="blad-partner-nieuw"),
    path("partners/<int:partner>/", views.partner, name="blad-partner"),
]
