"""The address at which an admitted application becomes a practice."""

from django.urls import path

from aanmeldingen.toelaten import views

urlpatterns = [path("intake/aanmeldingen/<int:pk>/toelaten/", views.toelaten, name="toelaten")]
