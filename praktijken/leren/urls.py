"""Addresses of lessons."""

from django.urls import path

from praktijken.leren import schrijfviews, stapviews, views

urlpatterns = [
    path("", views.lessen, name="lessen"),
    path("voorgelegd/", views.voorgelegd, name="lessen-voorgelegd"),
    path("nieuw/", schrijfviews.nieuw, name="les-nieuw"),
    path("<int:pk>/", views.les, name="les"),
    path("<int:pk>/bewerken/", schrijfviews.bewerken, name="les-bewerken"),
    path("<int:pk>/voorleggen/", stapviews.voorleggen, name="les-voorleggen"),
    path("<int:pk>/terugnemen/", stapviews.terugnemen, name="les-terugnemen"),
    path("<int:pk>/beoordelen/", stapviews.beoordelen, name="les-beoordelen"),
    path("<int:pk>/intrekken/", stapviews.intrekken, name="les-intrekken"),
]
