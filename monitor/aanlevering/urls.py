"""Addresses under /monitor/metingen/<pk>/aanlevering/."""

from django.urls import path

from monitor.aanlevering import views

urlpatterns = [
    path("", views.pagina, name="aanlevering"),
    path("stand/", views.stand, name="aanlevering-stand"),
    path("maken/", views.maken, name="aanlevering-maken"),
    path("los/<slug:stuk>/", views.los, name="aanlevering-los"),
    path("versies/<int:nummer>/", views.zip_bestand, name="aanlevering-bestand"),
    path("versies/<int:nummer>/overhandigen/", views.overhandigen, name="aanlevering-overhandigen"),
    path("overhandigingen/<int:overhandiging>/", views.overhandiging, name="aanlevering-overhandiging"),
    path("navragen/nieuw/", views.navraag_nieuw, name="aanlevering-navraag-nieuw"),
    path("navragen/<int:navraag>/", views.navraag, name="aanlevering-navraag"),
]
