"""Who reads, writes and judges lessons, page by page and role by role."""

import pytest
from django.urls import reverse

from tests.praktijken.leeshtml import gelezen
from tests.praktijken.leren.lesdaden import (
    NIEUW,
    VOORGELEGD,
    gedeelde_les,
    leg_voor,
    les,
    nieuwe_versie,
    pagina,
    stuur_terug,
    verloop,
)

WIE = ("ada", "bo", "cas", "mo", "anja", "ben", "zora")


def antwoorden(als, mensen, adres):
    return {naam: als(getattr(mensen, naam)).get(adres).status_code for naam in WIE}


def test_a_shared_lesson_is_read_by_who_sees_practices_and_a_draft_within_the_programme(als, mensen):
    gedeeld = gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo)
    concept = les(mensen.arnhem, mensen.ada)

    iedereen = dict.fromkeys(WIE, 200) | {"zora": 404}
    assert antwoorden(als, mensen, pagina(gedeeld.les)) == iedereen
    assert antwoorden(als, mensen, pagina(concept.les)) == iedereen | {"cas": 404, "ben": 404}


@pytest.mark.parametrize(
    ("wat", "wie"),
    [
        ("-bewerken", {"ada", "mo", "anja"}),
        ("-intrekken", {"ada", "mo", "anja"}),
        ("-beoordelen", {"mo", "anja"}),
    ],
)
def test_each_thing_one_does_is_there_for_who_may(als, mensen, wat, wie):
    versie = gedeelde_les(mensen.arnhem, mensen.ada, mensen.mia)
    if wat == "-beoordelen":
        leg_voor(nieuwe_versie(versie, mensen.ada, titel="Nieuwer"), mensen.ada)

    gezien = antwoorden(als, mensen, pagina(versie.les, wat))

    assert gezien == {naam: 200 if naam in wie else 404 for naam in WIE}


@pytest.mark.parametrize("wat", ["-voorleggen", "-terugnemen"])
def test_a_submission_is_made_and_taken_back_by_who_may_change_the_practice(als, mensen, wat):
    versie = les(mensen.arnhem, mensen.ada)

    def stuur(naam):
        return als(getattr(mensen, naam)).post(pagina(versie.les, wat), {"versie": versie.pk}).status_code

    assert {naam: stuur(naam) for naam in WIE if naam not in ("ada", "mo", "anja")} == {
        "bo": 404, "cas": 404, "ben": 404, "zora": 404,
    }  # fmt: skip
    assert als(mensen.ada).get(pagina(versie.les, wat)).status_code == 405
    assert verloop(versie) == []


def test_only_the_office_sees_what_awaits_a_judgement(als, mensen):
    leg_voor(les(mensen.arnhem, mensen.ada, titel="Wacht"), mensen.ada)
    les(mensen.arnhem, mensen.ada, titel="Concept")

    assert antwoorden(als, mensen, VOORGELEGD) == dict.fromkeys(WIE, 404) | {"mo": 200, "anja": 200}
    tekst = gelezen(als(mensen.mo).get(VOORGELEGD)).tekst
    assert ("Wacht" in tekst, "Concept" in tekst) == (True, False)


def test_a_new_lesson_is_for_who_may_change_the_practice(als, mensen):
    for vraag in (f"?praktijk={mensen.arnhem.pk}", f"?experiment={mensen.proef.pk}"):
        assert antwoorden(als, mensen, NIEUW + vraag) == dict.fromkeys(WIE, 404) | {"ada": 200, "mo": 200, "anja": 200}
    for vraag in ("", "?praktijk=x", "?praktijk=999999", "?experiment=" + "9" * 40, "?voortgang=-1"):
        assert als(mensen.mo).get(NIEUW + vraag).status_code == 404


def test_who_is_not_logged_in_reads_nothing(client, mensen):
    versie = gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo)

    for adres in (reverse("praktijken:lessen"), VOORGELEGD, pagina(versie.les), NIEUW):
        assert client.get(adres).headers["Location"].startswith(reverse("inloggen"))


def test_a_reader_elsewhere_sees_what_is_shared_and_nothing_of_how_it_came_about(als, mensen):
    versie = gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Gedeelde tekst")
    nieuwer = leg_voor(nieuwe_versie(versie, mensen.ada, titel="Nieuwere tekst"), mensen.ada)
    stuur_terug(nieuwer, mensen.mo, "Geheime reden")

    for wie in (mensen.cas, mensen.ben):
        bladzijde = gelezen(als(wie).get(pagina(versie.les)))
        assert "Gedeelde tekst" in bladzijde.tekst
        assert [tekst in bladzijde.tekst for tekst in ("Nieuwere", "Geheime", "Ada Adviseur", "Mo Med")] == [False] * 4
    assert pagina(versie.les) in gelezen(als(mensen.cas).get(reverse("praktijken:lessen"))).links
    links = gelezen(als(mensen.cas).get(pagina(versie.les))).links
    assert reverse("praktijken:praktijk", args=[mensen.arnhem.pk]) not in links
    van_bo = gelezen(als(mensen.bo).get(pagina(versie.les))).tekst
    assert ["Nieuwere tekst" in van_bo, "Geheime reden" in van_bo, "Mo Medewerker" in van_bo] == [True] * 3
