"""Addresses of the task list and of one's own choices about reminders."""

from django.urls import path

from praktijken.herinneringen import views

urlpatterns = [
    path("taken/", views.taken, name="taken"),
    path("taken/uitstellen/", views.uitstellen, name="taak-uitstellen"),
    path("taken/terughalen/", views.terughalen, name="taak-terughalen"),
    path("voorkeuren/", views.voorkeuren, name="voorkeuren"),
    path("afmelden/<str:teken>/", views.afmelden, name="afmelden"),
]
