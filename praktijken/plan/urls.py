"""Addresses of the plan, below the practice's own."""

from django.urls import path

from praktijken.plan import views

urlpatterns = [
    path("plan/", views.traject, name="plan-traject"),
    path("plan/<int:stap>/", views.stap, name="plan-stap"),
]
