"""Addresses of the form: the call's, and those behind a personal link. The key is all that stands in them."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from aanmeldingen.formulier.stappen import Stap
from aanmeldingen.formulier.views import beginnen, kantoor, stappen, versturen


class Stapnaam(StringConverter):
    """A step of the form, by the name it has in addresses."""

    regex = "|".join(Stap)


register_converter(Stapnaam, "stap")

urlpatterns = [
    path("oproepen/<slug:slug>/aanmelden/", beginnen.aanmelden, name="aanmelden"),
    path("aanmelding/link-vragen/", beginnen.link_vragen, name="link-vragen"),
    path("aanmelding/laat/<str:sleutel>/", beginnen.laat_aanmelden, name="laat-aanmelden"),
    path("aanmelding/<str:sleutel>/", stappen.mijn_aanmelding, name="mijn-aanmelding"),
    path("aanmelding/<str:sleutel>/controleren/", versturen.controleren, name="aanmelding-controleren"),
    path("aanmelding/<str:sleutel>/aanvullen/", versturen.aanvullen, name="aanmelding-aanvullen"),
    path("aanmelding/<str:sleutel>/intrekken/", versturen.intrekken, name="aanmelding-intrekken"),
    path("aanmelding/<str:sleutel>/<stap:stap>/", stappen.stap, name="aanmelding-stap"),
    path("intake/<slug:slug>/laat/", kantoor.toegang, name="laattoegang"),
    path("intake/<slug:slug>/laat/<int:pk>/intrekken/", kantoor.toegang_intrekken, name="laattoegang-intrekken"),
]
