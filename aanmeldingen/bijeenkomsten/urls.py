"""Addresses of meetings: of the office, at the door, and of who signs up."""

from django.urls import path

from aanmeldingen.bijeenkomsten.views import bedanken, deur, eigen, kantoor, openbaar, stukken

BIJEENKOMST = "intake/bijeenkomsten/<int:pk>/"
EIGEN = "inschrijving/<str:sleutel>/"

urlpatterns = [
    path("intake/<slug:slug>/bijeenkomsten/", kantoor.lijst, name="bijeenkomsten"),
    path("intake/<slug:slug>/bijeenkomsten/nieuw/", kantoor.nieuw, name="bijeenkomst-nieuw"),
    path(BIJEENKOMST, kantoor.bijeenkomst, name="bijeenkomst"),
    path(f"{BIJEENKOMST}wijzigen/", kantoor.wijzigen, name="bijeenkomst-wijzigen"),
    path(f"{BIJEENKOMST}afgelasten/", kantoor.afgelasten, name="bijeenkomst-afgelasten"),
    path(f"{BIJEENKOMST}bedanken/", bedanken.bedanken, name="bijeenkomst-bedanken"),
    path(f"{BIJEENKOMST}documenten/", stukken.toevoegen, name="bijeenkomst-stuk-erbij"),
    path(f"{BIJEENKOMST}documenten/<int:stuk>/", stukken.stuk, name="bijeenkomst-stuk"),
    path(f"{BIJEENKOMST}documenten/<int:stuk>/weg/", stukken.verwijderen, name="bijeenkomst-stuk-weg"),
    path(f"{BIJEENKOMST}deur/", deur.lijst, name="bijeenkomst-deur"),
    path(f"{BIJEENKOMST}deur/erbij/", deur.erbij, name="bijeenkomst-erbij"),
    path(f"{BIJEENKOMST}deur/rest/", deur.rest, name="bijeenkomst-rest"),
    path(f"{BIJEENKOMST}deur/<int:inschrijving>/", deur.tik, name="bijeenkomst-tik"),
    path("oproepen/<slug:slug>/bijeenkomsten/<int:pk>/", openbaar.inschrijven, name="bijeenkomst-inschrijven"),
    path(
        "oproepen/<slug:slug>/bijeenkomsten/<int:pk>/ingeschreven/",
        openbaar.ingeschreven,
        name="bijeenkomst-ingeschreven",
    ),
    path("intake/inschrijvingen/<int:pk>/", kantoor.inschrijving, name="inschrijving"),
    path(EIGEN, eigen.pagina, name="mijn-inschrijving"),
    path(f"{EIGEN}afmelden/", eigen.afmelden, name="inschrijving-afmelden"),
    path(f"{EIGEN}aanmelden/", eigen.aanmelden, name="inschrijving-aanmelden"),
    path(f"{EIGEN}bijeenkomst.ics", eigen.ics, name="inschrijving-ics"),
    path(f"{EIGEN}documenten/<int:stuk>/", eigen.stuk, name="inschrijving-stuk"),
]
