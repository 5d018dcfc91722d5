"""From a figure to the records behind it: who may open which list, and whose names stand in it."""

import datetime
import re
from uuid import uuid4

import pytest
from django.urls import reverse

from mantelzorg.toegang import Rol
from praktijken.avg.wissen import Opdracht, wis
from tests import gegevens
from tests.gegevens import adviseurschap, gebruiker
from tests.monitor.meten.gegevens import OP, VANDAAG, controleur, maker, meting, vastgesteld

pytestmark = pytest.mark.django_db
LIVE = "/monitor/23/feiten/"
VRAAG = {"programma": "thuis", "peildatum": "2020-06-30"}


@pytest.fixture
def thuis():
    """Vera Vrij takes part in Arnhem, Wim Weg in Ede."""
    programma = gegevens.programma("thuis")
    for code, naam, wie in (("ARN", "Arnhem", "Vera Vrij"), ("EDE", "Ede", "Wim Weg")):
        praktijk = gegevens.praktijk(programma, code, naam=naam, gemeenten=["GM0202"])
        gegevens.experiment(gegevens.ontwerpvraag(praktijk), f"{code}-E1")
        gegevens.deelname(gegevens.deelnemer(programma, f"{code}1", naam=wie), praktijk)
    return programma


@pytest.fixture
def vast(thuis):
    return vastgesteld(thuis)


def rijen(antwoord, deel="telt"):
    return [rij.naam for rij in antwoord.context[deel]]


def lijst(client, figuur, vast=None, **vraag):
    adres = reverse("monitor:meting-feiten", args=[vast.meting_id]) if vast else LIVE
    return client.get(adres, (VRAAG | {"figuur": figuur} | vraag))


@pytest.mark.parametrize("figuur", ["praktijken.opgestart", "experimenten.opgestart", "gemeenten.aantal"])
def test_an_analyst_opens_what_is_about_the_work_live_and_fixed(als, vast, figuur):
    ben = als(maker())
    antwoorden = [lijst(ben, figuur), lijst(ben, figuur, vast)]
    assert [antwoord.status_code for antwoord in antwoorden] == [200, 200]
    assert rijen(antwoorden[0]) == rijen(antwoorden[1]) != []


@pytest.mark.parametrize("figuur", ["deelnemers.totaal", "organisatietypen.aantal", "per_praktijk.deelnemers"])
def test_an_analyst_opens_no_list_of_persons_and_gets_no_link_to_it(als, vast, figuur):
    ben = als(maker())
    assert [lijst(ben, figuur, waar, sleutel="ARN").status_code for waar in (None, vast)] == [404, 404]
    for adres in ("/monitor/23/?programma=thuis&peildatum=2020-06-30", f"/monitor/metingen/{vast.meting_id}/"):
        inhoud = ben.get(adres).content.decode()
        links = set(re.findall(r"figuur=([a-z_]+)", inhoud))
        assert {"praktijken", "experimenten", "per_praktijk"} <= links
        assert not {"deelnemers", "deelnemers_tot_nu_toe", "organisatietypen"} & links
        assert "per_praktijk.deelnemers" not in inhoud


def test_the_office_reads_the_names_live_and_behind_the_keys_of_what_is_fixed(als, vast):
    mo = als(controleur())
    assert rijen(lijst(mo, "deelnemers.totaal")) == ["Vera Vrij", "Wim Weg"]
    assert rijen(lijst(mo, "deelnemers.totaal", vast)) == ["Vera Vrij", "Wim Weg"]
    assert rijen(lijst(mo, "per_praktijk.deelnemers", vast, sleutel="EDE")) == ["Wim Weg"]


def test_who_is_erased_since_still_counts_without_a_name(als, thuis, vast):
    persoon = thuis.deelnemers.get(naam="Vera Vrij")
    wis(Opdracht(deelnemer=persoon.pk, inzending=uuid4()), user=controleur(), nu=OP, dag=VANDAAG)
    antwoord = lijst(als(controleur()), "deelnemers.totaal", vast)
    assert rijen(antwoord) == ["Wim Weg", "gewist"]
    assert "Vera" not in antwoord.content.decode()


def test_an_adviser_sees_the_persons_of_own_practices_and_how_many_others_there_are(als, thuis, vast):
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(thuis.praktijken.get(code="ARN"), ada)
    antwoord = lijst(als(ada), "deelnemers.totaal")
    assert (rijen(antwoord), antwoord.context["verborgen"]) == (["Vera Vrij"], 1)
    assert "Wim" not in antwoord.content.decode()
    assert lijst(als(ada), "praktijken.opgestart").status_code == 200
    assert lijst(als(ada), "praktijken.opgestart", vast).status_code == 404


@pytest.mark.usefixtures("thuis")
def test_another_programme_and_no_role_find_nothing(als):
    ada, nel = gebruiker(Rol.ADVISEUR), gebruiker()
    adviseurschap(gegevens.praktijk(gegevens.programma("anders")), ada)
    assert [lijst(als(wie), "praktijken.opgestart").status_code for wie in (ada, nel)] == [404, 404]


@pytest.mark.parametrize(
    "vraag",
    [
        {"figuur": "praktijken.niets"},
        {"figuur": "praktijken.opgestart", "sleutel": "ARN"},
        {"figuur": "per_praktijk.ontwerpvragen", "sleutel": "XXX"},
        {"figuur": ""},
        {"figuur": "praktijken.opgestart", "peildatum": "gisteren"},
        {"figuur": "praktijken.opgestart", "peildatum": ""},
        {"figuur": "praktijken.opgestart", "programma": "\0"},
        {"figuur": "\0"},
    ],
)
@pytest.mark.usefixtures("thuis")
def test_what_is_no_figure_is_not_found(als, vraag):
    assert als(controleur()).get(LIVE, VRAAG | vraag).status_code == 404


def test_a_concept_has_no_list_of_its_own(als, thuis):
    een = meting(thuis)
    adres = reverse("monitor:meting-feiten", args=[een.pk])
    assert als(controleur()).get(adres, {"figuur": "praktijken.opgestart"}).status_code == 404


def test_what_is_fixed_stands_while_the_records_go_on(als, thuis, vast):
    gegevens.praktijk(thuis, "TIE", naam="Tiel")
    mo = als(controleur())
    assert rijen(lijst(mo, "praktijken.opgestart")) == ["Arnhem", "Ede", "Tiel"]
    assert rijen(lijst(mo, "praktijken.opgestart", vast)) == ["Arnhem", "Ede"]


def links(client, adres):
    """Address and number of each number that is a link."""
    gevonden = re.findall(r'<a href="(/monitor/[^"]*)">(\d+)</a>', client.get(adres).content.decode())
    return [(naar.replace("&amp;", "&"), int(getal)) for naar, getal in gevonden]


def test_the_figure_of_a_fixed_previous_measurement_opens_what_that_one_counted(als, thuis):
    oud = vastgesteld(thuis, 2019, "2019-12-31")
    nieuw = vastgesteld(thuis)
    ander = vastgesteld(thuis, 2019, "2019-12-31", vervangt=oud.meting, op=OP + datetime.timedelta(days=1))
    naar_oud, naar_ander = (
        f"/monitor/metingen/{een.meting_id}/feiten/?figuur=praktijken.opgestart" for een in (oud, ander)
    )
    mo = als(controleur())
    vast = links(mo, f"/monitor/metingen/{nieuw.meting_id}/")
    verschil = f"van={oud.meting_id}&naar={nieuw.meting_id}&figuur=praktijken.opgestart"
    assert (naar_oud, 2) in vast
    assert (f"/monitor/verschil/?programma=thuis&{verschil}", 0) in vast
    assert (naar_ander, 2) in links(mo, "/monitor/23/?programma=thuis&peildatum=2020-06-30")
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(thuis.praktijken.get(code="ARN"), ada)
    assert not any(
        "/metingen/" in naar for naar, _ in links(als(ada), "/monitor/23/?programma=thuis&peildatum=2020-06-30")
    )


def test_every_link_of_the_page_opens_and_says_the_same_number(als, vast):
    mo = als(controleur())
    alle = {link for link in links(mo, f"/monitor/metingen/{vast.meting_id}/") if "/feiten/" in link[0]}
    assert len(alle) > 20
    for naar, getal in alle:
        antwoord = mo.get(naar)
        assert (antwoord.status_code, antwoord.context["keuze"].waarde) == (200, getal), naar


@pytest.mark.parametrize("aantal", [1, 3])
def test_a_list_takes_as_many_queries_whatever_its_length(als, django_assert_num_queries, aantal):
    programma = gegevens.programma("thuis")
    for nummer in range(aantal):
        praktijk = gegevens.praktijk(programma, f"P{nummer}", gemeenten=["GM0202"])
        gegevens.deelname(gegevens.deelnemer(programma, f"D{nummer}", naam=f"Nora {nummer}"), praktijk)
    vast = vastgesteld(programma)
    mo = als(controleur())
    for waar, figuur, vragen in (
        (None, "praktijken.opgestart", 13),
        (None, "deelnemers.totaal", 13),
        (vast, "praktijken.opgestart", 7),
        (vast, "deelnemers.totaal", 9),
    ):
        with django_assert_num_queries(vragen):
            assert len(rijen(lijst(mo, figuur, waar))) == aantal


def test_a_long_list_comes_in_pages_each_half_of_its_own(als):
    programma = gegevens.programma("thuis")
    for nummer in range(51):
        gegevens.praktijk(programma, f"P{nummer:02}", naam=f"Praktijk {nummer:02}")
    antwoord = lijst(als(maker()), "praktijken.opgestart", pagina=2)
    assert rijen(antwoord) == ["Praktijk 50"]
    assert 'rel="prev"' in antwoord.content.decode()
