"""Search through everything: what is found, for whom, and what never gets out."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mantelzorg.toegang import Rol
from praktijken.models import Thema
from tests.gegevens import (
    adviseurschap,
    deelname,
    deelnemer,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    praktijk,
    praktijkpartner,
    programma,
)
from tests.praktijken.leren.lesdaden import gedeelde_les, les

ZOEK = reverse("praktijken:zoek")
pytestmark = pytest.mark.django_db


def gevonden(client, woorden, **rest):
    """Kind to the titles found, as the page has them."""
    antwoord = client.post(ZOEK, {"q": woorden} | rest)
    assert antwoord.status_code == 200
    return {groep.sleutel: [treffer.titel for treffer in groep.treffers] for groep in antwoord.context["groepen"]}


GEHEIM = {
    "ontwerpvragen": ["Wie zwijgt er in het geheim?"],
    "experimenten": ["ELD-1 Geheime proef"],
    "organisaties": ["Geheime Dienst"],
    "themas": ["geheimhouding"],
}


@pytest.mark.usefixtures("wereld")
@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.BEHEERDER])
def test_the_office_finds_everything_and_everybody(als, rol):
    assert gevonden(als(gebruiker(rol)), "geheim") == GEHEIM | {
        "deelnemers": ["D2 Geert Geheim", "D1 Gerda Geheim", "D1 Gijs Geheim"]
    }


@pytest.mark.usefixtures("wereld")
def test_an_analyst_finds_no_person(als):
    client = als(gebruiker(Rol.ANALIST))

    assert gevonden(client, "geheim") == GEHEIM
    assert "Geert" not in client.post(ZOEK, {"q": "geheim", "soort": "deelnemers"}).content.decode()


def test_an_adviser_finds_nothing_of_another_programme_and_names_of_own_practices_alone(als, wereld):
    assert gevonden(als(wereld.ada), "geheim") == {"deelnemers": ["D2 Geert Geheim", "D1 Gerda Geheim"]}
    assert gevonden(als(wereld.cas), "geheim") == GEHEIM | {"deelnemers": ["D1 Gijs Geheim"]}
    assert gevonden(als(wereld.ada), "elders") == {}


def test_a_neighbour_in_the_programme_reads_along_but_finds_no_names(als, wereld):
    buur = gebruiker(Rol.ADVISEUR, "Bo Buur")
    adviseurschap(wereld.breda, buur)

    assert gevonden(als(buur), "geheim") == {}
    assert gevonden(als(buur), "arnhem") == {"praktijken": ["Arnhem (ARN)"], "organisaties": ["Zorghuis Arnhem"]}


def test_who_is_found_brings_no_practices_along_that_one_may_not_see_them_in(als, wereld):
    gerda = wereld.arnhem.deelnames.get(deelnemer__nummer="D1").deelnemer
    deelname(gerda, wereld.breda)

    bij = {
        naam: als(wie).post(ZOEK, {"q": "gerda"}).context["groepen"][0].treffers[0].bij
        for naam, wie in (("ada", wereld.ada), ("mo", gebruiker(Rol.MEDEWERKER)))
    }

    assert bij == {"ada": "Arnhem", "mo": "Arnhem, Breda"}


def test_an_organisation_shows_only_practices_one_may_see(als, wereld):
    huis = wereld.arnhem.partners.get().organisatie
    praktijkpartner(wereld.elders, huis)

    zorghuis = als(wereld.ada).post(ZOEK, {"q": "zorghuis"}).context["groepen"][0].treffers[0]

    assert (zorghuis.bij, zorghuis.adres) == ("Arnhem", reverse("praktijken:praktijk", args=[wereld.arnhem.pk]))


def test_an_organisation_that_is_known_by_a_participant_alone_tells_others_nothing(als, wereld):
    deelname(deelnemer(wereld.thuis, "D9"), wereld.arnhem, organisatie=organisatie("Stille BV"))
    buur = gebruiker(Rol.ADVISEUR, "Bo Buur")
    adviseurschap(wereld.breda, buur)

    wie = [wereld.ada, buur, gebruiker(Rol.ANALIST), gebruiker(Rol.MEDEWERKER)]

    assert [gevonden(als(persoon), "stille") for persoon in wie] == [
        {"organisaties": ["Stille BV"]},
        {},
        {},
        {"organisaties": ["Stille BV"]},
    ]


@pytest.mark.usefixtures("wereld")
def test_every_word_must_stand_there_in_any_field_and_any_case(als):
    client = als(gebruiker(Rol.MEDEWERKER))

    assert gevonden(client, "ARN ademruimte") == {"praktijken": ["Arnhem (ARN)"]}
    assert gevonden(client, "adem") == {"praktijken": ["Arnhem (ARN)", "Elders (ELD)"]}
    assert gevonden(client, "ademruimte elders") == {}
    assert gevonden(client, "100%") == {}
    assert gevonden(client, "ander programma") == {"programmas": ["Ander programma"]}


def test_a_programme_without_practices_leads_nowhere(als):
    programma("leeg", naam="Nieuw programma")

    (groep,) = als(gebruiker(Rol.MEDEWERKER)).post(ZOEK, {"q": "nieuw"}).context["groepen"]

    assert [(een.titel, een.adres, een.bij) for een in groep.treffers] == [
        ("Nieuw programma", "", "nog geen praktijken")
    ]


def test_what_is_found_can_be_opened(als, wereld):
    client = als(wereld.cas)

    treffers = [een for groep in client.post(ZOEK, {"q": "geheim"}).context["groepen"] for een in groep.treffers]

    assert [client.get(een.adres).status_code for een in treffers] == [200] * 5


def test_who_is_found_leads_to_the_register(als, wereld):
    gerda = wereld.arnhem.deelnames.get(deelnemer__nummer="D1").deelnemer

    (groep,) = als(wereld.ada).post(ZOEK, {"q": "gerda"}).context["groepen"]

    assert groep.treffers[0].adres == reverse("praktijken:deelnemer", args=[gerda.pk])


def test_a_shared_lesson_is_found_by_everybody_and_a_draft_by_nobody(als, wereld, mo):
    gedeeld = gedeelde_les(wereld.arnhem, wereld.ada, mo, titel="Gedeelde les over bellen")
    les(wereld.arnhem, wereld.ada, titel="Concept over bellen")

    for wie in (wereld.ada, wereld.cas, mo, gebruiker(Rol.ANALIST)):
        (groep,) = als(wie).post(ZOEK, {"q": "bellen"}).context["groepen"]
        assert [(een.titel, een.adres, een.bij) for een in groep.treffers] == [
            ("Gedeelde les over bellen", reverse("praktijken:les", args=[gedeeld.les_id]), "Arnhem (ARN)")
        ]


def test_ten_a_kind_and_a_hundred_on_request(als, wereld):
    for nummer in range(101):
        praktijk(wereld.thuis, f"V{nummer:03}", naam="Veel")
    client = als(gebruiker(Rol.MEDEWERKER))

    (kort,) = client.post(ZOEK, {"q": "veel"}).context["groepen"]
    (lang,) = client.post(ZOEK, {"q": "veel", "soort": "praktijken"}).context["groepen"]

    assert (len(kort.treffers), kort.meer) == (10, True)
    assert (len(lang.treffers), lang.meer) == (100, True)


@pytest.mark.parametrize("woorden", ["", " ", "a", " a ", "x" * 201])
def test_too_short_or_too_long_is_told_and_comes_back(als, woorden):
    antwoord = als(gebruiker(Rol.MEDEWERKER)).post(ZOEK, {"q": woorden})

    assert (antwoord.status_code, list(antwoord.context["form"].errors)) == (400, ["q"])


def test_what_is_searched_for_does_not_come_by_address(als, wereld):
    client = als(wereld.ada)

    leeg = client.get(ZOEK, {"q": "Gerda"})

    assert "Gerda" not in leeg.content.decode()
    assert client.post(ZOEK, {"q": "Gerda"}).context["form"]["q"].value() == "Gerda"


def test_who_is_nobody_finds_no_search_and_no_box(als, client):
    niemand = als(gebruiker())

    assert [niemand.get(ZOEK).status_code, niemand.post(ZOEK, {"q": "geheim"}).status_code] == [404, 404]
    assert ZOEK not in client.get(reverse("inloggen")).content.decode()


def test_the_box_stands_on_every_page_for_who_sees_practices(als):
    client = als(gebruiker(Rol.ANALIST))

    assert f'action="{ZOEK}"' in client.get(reverse("praktijken:lijst")).content.decode()


def vul(nummer):
    """One more of every kind that is found by `veel`."""
    meer = praktijk(programma(f"veel-{nummer}"), f"V{nummer}", naam="Veel")
    vraag = ontwerpvraag(meer, vraag="Hoe veel?")
    vraag.themas.add(Thema.objects.create(naam=f"veel {nummer}"))
    experiment(vraag, f"veel-{nummer}")
    praktijkpartner(meer, organisatie(f"Veel zorg {nummer}"))
    deelname(deelnemer(meer.programma, naam="Veel Geluk"), meer)
    gedeelde_les(meer, gebruiker(Rol.ADVISEUR), gebruiker(Rol.MEDEWERKER), titel="Veel geleerd")


def test_the_number_of_queries_does_not_grow_with_what_is_found(als):
    client = als(gebruiker(Rol.MEDEWERKER))
    vul(1)
    client.post(ZOEK, {"q": "veel"})

    with CaptureQueriesContext(connection) as met_een:
        assert len(gevonden(client, "veel")) == 8
    een = len(met_een)
    vul(2)
    vul(3)
    with CaptureQueriesContext(connection) as met_drie:
        assert {len(treffers) for treffers in gevonden(client, "veel").values()} == {3}

    assert (een, len(met_drie)) == (13, 13)
