"""Addresses of the intake: what is public, and what the office and advisers do with it."""

from django.urls import include, path

app_name = "aanmeldingen"
urlpatterns = [
    path("", include("aanmeldingen.belangstelling.urls")),
    path("", include("aanmeldingen.openbaar.urls")),
    path("", include("aanmeldingen.plaatsen.urls")),  # before the form, whose steps have any name
    path("", include("aanmeldingen.formulier.urls")),
    path("", include("aanmeldingen.beoordelen.urls")),
    path("", include("aanmeldingen.bijeenkomsten.urls")),
    path("", include("aanmeldingen.toelaten.urls")),
    path("", include("aanmeldingen.privacy.urls")),
    path("", include("aanmeldingen.oproepen.urls")),  # last: a call's own name comes after `intake/`
]
