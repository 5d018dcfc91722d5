"""Addresses about personal data: keys, never a name or text."""

from django.urls import path

from praktijken.avg.views import controle, verwijderen, verzoeken

urlpatterns = [
    path("persoonsgegevens/", verwijderen.logboek, name="persoonsgegevens"),
    path("persoonsgegevens/verwijderen/", verwijderen.tekst, name="tekst-verwijderen"),
    path("persoonsgegevens/wissen/<int:pk>/", verwijderen.wissen, name="deelnemer-wissen"),
    path("persoonsgegevens/beperking/<int:pk>/", verzoeken.beperking, name="deelnemer-beperken"),
    path("persoonsgegevens/inzage/<int:pk>/", verzoeken.inzage, name="inzage"),
    path("persoonsgegevens/controle/", controle.controle, name="tekstcontrole"),
    path("verzoeken/", verzoeken.lijst, name="verzoeken"),
    path("verzoeken/nieuw/", verzoeken.nieuw, name="verzoek-nieuw"),
    path("verzoeken/<int:pk>/", verzoeken.verzoek, name="verzoek"),
]
