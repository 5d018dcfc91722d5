"""The register: who sees whom, what counts, and paging without counting."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from praktijken.register import lijst
from tests.gegevens import deelname, deelnemer, gebruiker, organisatietype, praktijk, programma
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
LIJST = reverse("praktijken:deelnemers")
KOP = ["Nummer", "Naam", "E-mail", "Programma", "Soort die telt", "Doet mee aan"]
GERDA = [
    "D1",
    "Gerda Geheim",
    "gerda@geheim.example",
    "In voor mantelzorg thuis",
    "Thuiszorg",
    "Arnhem, namens Zorggroep Voorbeeld, vanaf 2 september 2019",
]
TRUUS = ["D2", "Truus Verborgen", "truus@verborgen.example", "In voor mantelzorg thuis", "onbekend"]
TRUUS += ["Breda, vanaf 2 september 2019"]


def rijen(antwoord):
    return gelezen(antwoord).tabellen.get("Deelnemers", [[]])[1:]


@pytest.mark.usefixtures("register")
def test_the_office_sees_everybody_with_the_kind_that_counts(als):
    pagina = als(gebruiker(Rol.MEDEWERKER)).get(LIJST)

    assert gelezen(pagina).tabellen["Deelnemers"] == [KOP, GERDA, TRUUS]


def test_an_adviser_sees_only_the_people_of_own_practices_and_of_them_only_what_is_there(als, register):
    deelname(register.gerda, register.breda, rol="in Breda")

    pagina = als(register.ada).get(LIJST)

    assert rijen(pagina) == [GERDA]
    leesbaar = re.sub(r'value="\w{64}"', "", pagina.content.decode())  # the token of a form may hold any two characters
    assert [geheim for geheim in ("Truus", "verborgen.example", "D2", "Breda") if geheim in leesbaar] == []


def test_for_an_analyst_there_is_no_register(als, register):
    client = als(gebruiker(Rol.ANALIST))
    adressen = [LIJST, *(reverse(f"praktijken:{naam}") for naam in ("deelnemer-nieuw", "deelnemers-onbekend"))]
    adressen += [
        reverse("praktijken:deelnemer", args=[register.gerda.pk]),
        reverse("praktijken:deelnemer-organisaties"),
    ]

    antwoorden = [client.get(adres) for adres in adressen]

    assert [antwoord.status_code for antwoord in antwoorden] == [404] * 5
    assert all("Gerda" not in antwoord.content.decode() for antwoord in antwoorden)
    assert LIJST not in client.get(reverse("praktijken:lijst")).content.decode()


@pytest.mark.usefixtures("register")
def test_somebody_without_a_session_is_asked_to_log_in(client):
    assert client.get(LIJST)["Location"] == f"/inloggen/?next={LIJST}"


@pytest.mark.parametrize(
    ("zoek", "nummers"),
    [("gerda", ["D1"]), ("d2", ["D2"]), ("zorggroep", ["D1"]), ("gerda zorggroep", ["D1"]), ("gerda breda", [])],
)
@pytest.mark.usefixtures("register")
def test_every_word_is_found_in_number_name_or_organisation(als, zoek, nummers):
    antwoord = als(gebruiker(Rol.MEDEWERKER)).post(LIJST, {"zoek": zoek})

    assert [rij[0] for rij in rijen(antwoord)] == nummers


@pytest.mark.usefixtures("register")
def test_a_name_in_the_address_is_not_looked_for(als):
    antwoord = als(gebruiker(Rol.MEDEWERKER)).get(LIJST, {"zoek": "gerda"})

    assert [rij[0] for rij in rijen(antwoord)] == ["D1", "D2"]


def test_filters_narrow_by_programme_practice_and_kind(als, register):
    elders = programma("elders")
    gepland = praktijk(elders, "GEP", start=None)
    deelname(deelnemer(elders, "E1"), gepland, organisatietype=organisatietype("Gemeente"))
    client = als(gebruiker(Rol.MEDEWERKER))

    def nummers(**filters):
        return [rij[0] for rij in rijen(client.get(LIJST, filters))]

    thuiszorg = str(register.huis.organisatietype_id)
    assert nummers(programma=elders.pk) == nummers(praktijk="gep") == nummers(soort="telt-niet") == ["E1"]
    assert nummers(soort="onbekend") == nummers(praktijk="Breda") == ["D2"]
    assert nummers(soort=thuiszorg) == ["D1"]
    assert nummers(soort=thuiszorg, praktijk="BRE") == []


def test_the_kind_that_counts_is_the_known_one_of_the_earliest_participation(als, register):
    deelname(register.truus, register.arnhem, vanaf="2020-02-01", organisatietype=organisatietype("Later"))
    deelname(register.truus, register.arnhem, vanaf="2020-01-01", organisatietype=organisatietype("Eerder"))
    client = als(gebruiker(Rol.MEDEWERKER))

    def soort(dag):
        with freeze_time(dag):
            return rijen(client.get(LIJST, {"praktijk": "BRE"}))[0][4]

    assert soort("2019-12-01") == "onbekend"
    assert soort("2020-06-01") == "Eerder"
    assert soort("2019-01-01") == "telt nog niet mee"


def test_one_goes_on_and_back_from_a_person_and_no_page_counts_them(als, register, monkeypatch):
    monkeypatch.setattr(lijst, "PER_PAGINA", 2)
    for nummer in range(3, 6):
        deelnemer(register.gerda.programma, f"D{nummer}")
    client = als(gebruiker(Rol.MEDEWERKER))

    def blad(**waar):
        antwoord = client.post(LIJST, waar)
        pagina = antwoord.context["pagina"]
        return [rij[0] for rij in rijen(antwoord)], pagina.vorige, pagina.volgende

    eerste, tweede, derde = blad(), blad(na=register.truus.pk), None
    assert eerste == (["D1", "D2"], None, register.truus.pk)
    derde = blad(na=tweede[2])
    assert (tweede[0], derde[0], derde[2]) == (["D3", "D4"], ["D5"], None)
    assert blad(voor=derde[1]) == tweede
    assert blad(voor=tweede[1]) == eerste

    with CaptureQueriesContext(
        connection,
    ) as vragen:
        blad()
    assert [vraag["sql"] for vraag in vragen if "COUNT(" in vraag["sql"].upper()] == []


@pytest.mark.parametrize("rijen_meer", [0, 2])
def test_a_page_takes_the_same_queries_whatever_stands_on_it(als, register, django_assert_num_queries, rijen_meer):
    for nummer in range(rijen_meer):
        deelname(deelnemer(register.gerda.programma, f"X{nummer}"), register.arnhem, organisatie=register.huis)
    client = als(register.ada)

    with django_assert_num_queries(VRAGEN_LIJST):
        client.get(LIJST)


VRAGEN_LIJST = 7
