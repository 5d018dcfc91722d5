"""Addresses of publishing, and of what is published."""

from django.urls import path

from monitor.publicatie import openbaar, views

urlpatterns = [
    path("", views.publiceren, name="publiceren"),
    path("teksten/", views.teksten, name="publicatieteksten"),
    path("getallen/", views.getallen, name="publicatiegetallen"),
]
cijferpatronen = [
    path("", openbaar.lijst, name="lijst"),
    path("catalogus.jsonld", openbaar.catalogus, name="catalogus"),
    path("<slug:programma>/", openbaar.programma, name="programma"),
    path("<slug:programma>/<int:jaar>/", openbaar.blad, name="jaar"),
    path("<slug:programma>/<int:jaar>/<int:versie>/", openbaar.blad, name="versie"),
    path("<slug:programma>/<int:jaar>/<int:versie>/<slug:formaat>/", openbaar.bestand, name="bestand"),
]
