"""Addresses of rounds, under /monitor/rondes/."""

from django.urls import path

from monitor.ronde import views

urlpatterns = [
    path("", views.lijst, name="rondes"),
    path("nieuw/", views.nieuw, name="ronde-nieuw"),
    path("<int:pk>/", views.ronde, name="ronde"),
    path("<int:pk>/herinneren/", views.herinneren, name="ronde-herinneren"),
    path("<int:pk>/sluiten/", views.sluiten, name="ronde-sluiten"),
    path("<int:pk>/praktijken/<int:praktijk_pk>/", views.praktijk, name="ronde-praktijk"),
    path("<int:pk>/praktijken/<int:praktijk_pk>/zonder/", views.zonder, name="ronde-zonder"),
]
