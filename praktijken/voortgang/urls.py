"""Addresses of progress."""

from django.urls import path

from praktijken.voortgang import views

urlpatterns = [
    path("voortgang/nieuw/", views.nieuw, name="voortgang-nieuw"),
    path("voortgang/geen-verandering/", views.geen_verandering, name="geen-verandering"),
    path("voortgang/<int:pk>/", views.voortgang, name="voortgang"),
    path("voortgang/<int:pk>/verbeteren/", views.verbeteren, name="voortgang-verbeteren"),
    path("voortgang/<int:pk>/reactie/", views.reactie, name="voortgang-reactie"),
    path("bijlagen/<int:pk>/", views.bijlage, name="bijlage"),
]
