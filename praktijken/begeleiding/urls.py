"""Addresses of who guides a practice and of its breaks, below the practice's own."""

from django.urls import path

from praktijken.begeleiding import views

urlpatterns = [
    path("adviseurs/", views.adviseurs, name="adviseurs"),
    path("adviseurs/<int:schap>/einde/", views.adviseur_einde, name="adviseur-einde"),
    path("onderbreking/", views.onderbrekingen, name="onderbreking"),
    path("onderbreking/<int:onderbreking>/einde/", views.onderbreking_einde, name="onderbreking-einde"),
]
