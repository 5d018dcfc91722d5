"""Addresses of sending links to measurements."""

from django.urls import path

from monitor.toezenden import views

urlpatterns = [
    path("", views.lijst, name="toezendingen"),
    path("programma/<slug:programma>/", views.nieuw_programma, name="toezending-programma"),
    path("meting/<int:meting>/", views.nieuw_meting, name="toezending-meting"),
    path("<int:pk>/", views.wijzig, name="toezending"),
    path("<int:pk>/intrekken/", views.intrekken, name="toezending-intrekken"),
]
