"""Addresses of Klopt dit?: keys of records and, for a participant, the link that is theirs; never a name."""

from django.urls import path

from praktijken.kloptdit.views import antwoorden, benaderen, openbaar, versturen, verstuurd

urlpatterns = [
    path("deelnemers/<int:pk>/niet-benaderen/", benaderen.niet_benaderen, name="deelnemer-niet-benaderen"),
    path("klopt-dit/versturen/", versturen.versturen, name="klopt-dit-versturen"),
    path("klopt-dit/verstuurd/", verstuurd.verstuurd, name="klopt-dit-verstuurd"),
    path("klopt-dit/uitvragen/<int:pk>/intrekken/", versturen.intrekken, name="klopt-dit-intrekken"),
    path("klopt-dit/antwoorden/", antwoorden.open_antwoorden, name="klopt-dit-antwoorden"),
    path("klopt-dit/antwoorden/<int:pk>/", antwoorden.antwoord, name="klopt-dit-antwoord"),
    path("klopt-dit/<str:sleutel>/", openbaar.pagina, name="klopt-dit"),
    path("klopt-dit/<str:sleutel>/ja/", openbaar.klopt, name="klopt-dit-ja"),
    path("klopt-dit/<str:sleutel>/verbeteren/<int:deelname>/", openbaar.verbeter, name="klopt-dit-verbeter"),
    path("klopt-dit/<str:sleutel>/stoppen/", openbaar.stop, name="klopt-dit-stop"),
    path("klopt-dit/<str:sleutel>/bezwaar/", openbaar.bezwaar, name="klopt-dit-bezwaar"),
    path("klopt-dit/<str:sleutel>/terug/<int:antwoord>/", openbaar.terug, name="klopt-dit-terug"),
]
