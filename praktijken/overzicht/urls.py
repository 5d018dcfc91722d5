"""Addresses of the overview and of the search through everything."""

from django.urls import path

from praktijken.overzicht import bulkviews, views, weergaven, zoekviews

urlpatterns = [
    path("overzicht/", views.overzicht, name="overzicht"),
    path("overzicht/excel/", views.excel, name="overzicht_excel"),
    path("overzicht/weergaven/", weergaven.weergaven, name="weergaven"),
    path("overzicht/weergaven/<int:pk>/naam/", weergaven.hernoem, name="weergave_hernoemen"),
    path("overzicht/weergaven/<int:pk>/weg/", weergaven.verwijder, name="weergave_verwijderen"),
    path("overzicht/bulk/", bulkviews.bulk, name="bulk"),
    path("overzicht/bulk/<int:pk>/", bulkviews.bulkactie, name="bulkactie"),
    path("overzicht/bulk/<int:pk>/ongedaan/", bulkviews.ongedaan, name="bulk_ongedaan"),
    path("zoek/", zoekviews.zoek, name="zoek"),
]
