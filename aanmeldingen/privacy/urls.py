"""Addresses about personal data of people without an account: never a name or address in them."""

from django.urls import path

from aanmeldingen.privacy import views

urlpatterns = [path("persoonsgegevens/aanmelders/", views.personen, name="personen")]
