"""Addresses of what the footer of every page leads to, and of the look at a text that is being typed."""

from django.urls import path

from aanmeldingen.openbaar import views

urlpatterns = [
    path("toegankelijkheid/", views.toegankelijkheid, name="toegankelijkheid"),
    path("privacy/", views.privacy, name="privacy"),
    path("contact/", views.contact, name="contact"),
    path("tekstcontrole/", views.tekstcontrole, name="tekstcontrole"),
]
