"""Two people who change the same part: the second sees both versions and chooses."""

import pytest

from mantelzorg.toegang import Rol
from praktijken.models import Thema
from tests.gegevens import gebruiker
from tests.praktijken.blad.formulieren import adressen, geopend, ingelezen
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db


def test_the_second_sees_both_versions_and_may_choose_their_own(als, arnhem, ada):
    adres = adressen(arnhem)["kernthema"]
    bureau, adviseur = als(gebruiker(Rol.MEDEWERKER)), als(ada)
    eerst, later = geopend(bureau, adres), geopend(adviseur, adres)
    bureau.post(adres, eerst | {"kernthema": "Van het bureau"})

    beide = adviseur.post(adres, later | {"kernthema": "Van Ada\r\nzelf"})
    arnhem.praktijk.refresh_from_db()
    bewaard = arnhem.praktijk.kernthema
    gekozen = adviseur.post(adres, ingelezen(beide.content.decode()))
    arnhem.praktijk.refresh_from_db()

    assert gelezen(beide).tabellen["Beide versies"] == [
        ["Nu bewaard", "Door u ingevuld"],
        ["Kernthema"],
        ["Van het bureau", "Van Ada zelf"],
    ]
    assert "Mo de Medewerker heeft dit intussen gewijzigd. Er is nog niets van u bewaard." in gelezen(beide).tekst
    assert (bewaard, gekozen.status_code, arnhem.praktijk.kernthema) == ("Van het bureau", 302, "Van Ada\nzelf")
    assert [regel.kernthema for regel in arnhem.praktijk.history.all()] == ["Van Ada\nzelf", "Van het bureau", "Samen"]


def test_different_parts_do_not_stand_in_each_others_way(als, arnhem, ada):
    bureau, adviseur = als(gebruiker(Rol.MEDEWERKER)), als(ada)
    gegevens = geopend(bureau, adressen(arnhem)["gegevens"])
    kernthema = geopend(adviseur, adressen(arnhem)["kernthema"])

    codes = [
        bureau.post(adressen(arnhem)["gegevens"], gegevens | {"naam": "Arnhem-Zuid"}).status_code,
        adviseur.post(adressen(arnhem)["kernthema"], kernthema | {"kernthema": "Nieuw"}).status_code,
    ]

    arnhem.praktijk.refresh_from_db()
    assert (codes, arnhem.praktijk.naam, arnhem.praktijk.kernthema) == ([302, 302], "Arnhem-Zuid", "Nieuw")


def test_a_theme_that_somebody_else_chose_meanwhile_is_a_difference_too(als, arnhem, ada):
    adres = adressen(arnhem)["ontwerpvraag"]
    thema = Thema.objects.create(naam="respijtzorg")
    later = geopend(als(ada), adres)
    arnhem.vraag.themas.add(thema)

    beide = als(ada).post(adres, later)

    assert gelezen(beide).tabellen["Beide versies"][1:] == [["Thema's"], ["respijtzorg", "(leeg)"]]
    assert list(arnhem.vraag.themas.all()) == [thema]


def test_the_same_change_sent_twice_is_stored_once_and_no_clash(als, arnhem, ada):
    client, adres = als(ada), adressen(arnhem)["experiment"]
    data = geopend(client, adres) | {"opbrengst": "Een\r\nTwee", "reden": "Teruggekeken"}

    antwoorden = [client.post(adres, data) for _ in range(2)]

    assert [antwoord.url for antwoord in antwoorden] == [
        f"/praktijken/{arnhem.pk}/#experiment-{arnhem.experiment.pk}"
    ] * 2
    assert [regel.opbrengst for regel in arnhem.experiment.history.all()] == ["Een\nTwee", ""]


def test_a_form_without_its_fingerprint_saves_nothing_unseen(als, arnhem, ada):
    antwoord = als(ada).post(adressen(arnhem)["kernthema"], {"kernthema": "Blind"})

    arnhem.praktijk.refresh_from_db()
    assert (antwoord.status_code, arnhem.praktijk.kernthema) == (200, "Samen")
    assert gelezen(antwoord).tabellen["Beide versies"][1:] == [["Kernthema"], ["Samen", "Blind"]]


@pytest.mark.parametrize("deel", ["partner", "experiment"])
def test_what_was_typed_about_a_part_that_is_gone_by_now_is_given_back(als, arnhem, ada, deel):
    adres = adressen(arnhem)[deel]
    client = als(ada)
    gezien = geopend(client, adres)
    getattr(arnhem, deel).delete()

    antwoord = client.post(
        adres, gezien | {"rol": "penvoerder", "opbrengst": "Ada's 'tekst' نص", "reden": "Klopt niet"}
    )

    assert antwoord.status_code == 404
    assert "Misschien heeft iemand anders het intussen verwijderd. Er is niets bewaard." in antwoord.content.decode()
    velden = {veld.naam: veld.waarde for veld in antwoord.context["velden"]}
    assert (velden["opbrengst"], velden["reden"], "gezien" in velden) == ("Ada's 'tekst' نص", "Klopt niet", False)


def test_who_guides_no_more_gets_back_what_was_typed(als, arnhem, ada):
    client, adres = als(ada), adressen(arnhem)["kernthema"]
    gezien = geopend(client, adres)
    arnhem.praktijk.adviseurschappen.all()[0].delete()

    antwoord = client.post(adres, gezien | {"kernthema": "Lang nagedacht"})

    velden = {veld.naam: veld.waarde for veld in antwoord.context["velden"]}
    assert (antwoord.status_code, velden["kernthema"]) == (404, "Lang nagedacht")


def test_a_name_that_is_not_saved_stands_in_the_form_alone(als, ada, arnhem):
    adres = adressen(arnhem)["gegevens"]
    client = als(ada)
    velden = geopend(client, adres)
    arnhem.praktijk.naam = "Van het bureau"
    arnhem.praktijk.save()

    beide = client.post(adres, velden | {"naam": "Van Ada"})

    assert beide.context["scherm"].kruimel == "Van het bureau"
    assert ingelezen(beide.text)["naam"] == ["Van Ada"]
