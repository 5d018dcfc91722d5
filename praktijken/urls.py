"""Addresses of practices and of exchanging their records."""

from django.urls import include, path

from praktijken import views

app_name = "praktijken"
urlpatterns = [
    path("gegevens/", include("praktijken.uitwisseling.urls")),
    path("praktijken/", views.lijst, name="lijst"),
    path("praktijken/<int:pk>/", views.praktijk, name="praktijk"),
]
