"""Addresses of the outbox."""

from django.urls import path

from mantelzorg.post import views

urlpatterns = [
    path("", views.lijst, name="post"),
    path("alles-vasthouden/", views.alles_vasthouden, name="post-alles-vasthouden"),
    path("alles-laten-gaan/", views.alles_laten_gaan, name="post-alles-laten-gaan"),
    path("<int:pk>/", views.bericht, name="bericht"),
    path("<int:pk>/wijzigen/", views.wijzigen, name="bericht-wijzigen"),
    path("<int:pk>/<slug:daad>/", views.doe, name="bericht-doe"),
]
