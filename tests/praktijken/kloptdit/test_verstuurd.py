"""All that was asked, for staff: how each request stands, by practice and state, page by page."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht
from mantelzorg.toegang import Rol
from praktijken.kloptdit import overzicht
from praktijken.kloptdit.overzicht import Uitvraagstand, uitvragen
from praktijken.models import Antwoord, Uitvraag
from tests.gegevens import deelname, deelnemer, gebruiker
from tests.praktijken.kloptdit.vragen import link_van, stuur, verbeter
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
LIJST = reverse("praktijken:klopt-dit-verstuurd")


def standen():
    return dict(uitvragen(vandaag()).values_list("deelnemer__nummer", "stand"))


def gevraagd(register, nummer, **velden):
    """Somebody asked, whose mail went; `velden` of the request as they are later."""
    een = deelnemer(register.arnhem.programma, nummer, naam=f"Naam {nummer}", email=f"{nummer}@adres.example".lower())
    deelname(een, register.arnhem)
    link = link_van(een)
    Uitvraag.objects.filter(deelnemer=een).update(**velden)
    return link, een


def nummers(client, **filters):
    pagina = client.get(LIJST, filters).context["pagina"]
    return [rij.uitvraag.deelnemer.nummer for rij in pagina.rijen]


def test_each_request_stands_in_one_way(register):
    gisteren = vandaag() - datetime.timedelta(days=1)
    gevraagd(register, "E1")
    gevraagd(register, "E2", geldig_tot=gisteren)
    gevraagd(register, "E3", ingetrokken_op=timezone.now())
    gevraagd(register, "E4", geldig_tot=None)
    link, _ = gevraagd(register, "E5")
    stuur(f"{link}ja/")
    link, _ = gevraagd(register, "E6")
    stuur(f"{link}bezwaar/")
    _, mislukt = gevraagd(register, "E7")
    Bericht.objects.filter(uitvraag__deelnemer=mislukt).update(stand="mislukt")
    link, terug = gevraagd(register, "E8")
    verbeter(link, terug.deelnames.get().pk, hoedanigheid="vrijwilliger")
    antwoord = Antwoord.objects.get(uitvraag__deelnemer=terug)
    voor = standen()["E8"]
    stuur(f"{link}terug/{antwoord.pk}/")

    assert voor == "te-behandelen"
    assert standen() == {
        "E1": "verstuurd",
        "E2": "verlopen",
        "E3": "ingetrokken",
        "E4": "wacht",
        "E5": "beantwoord",
        "E6": "te-behandelen",
        "E7": "niet-verstuurd",
        "E8": "verstuurd",
    }


def test_the_filters_stand_in_the_address_and_one_comes_from_it_to_person_and_answer(als, register):
    mo = als(gebruiker(Rol.MEDEWERKER))
    link_van(register.truus)
    stuur(f"{link_van(register.gerda)}bezwaar/")
    antwoord = Antwoord.objects.get()
    html = mo.get(LIJST, {"stand": "te-behandelen", "praktijk": "arn"}).content.decode()

    assert nummers(mo) == ["D1", "D2"]
    assert (nummers(mo, praktijk="bre"), nummers(mo, praktijk="ARNHEM")) == (["D2"], ["D1"])
    assert (nummers(mo, stand="te-behandelen"), nummers(mo, stand="verlopen")) == (["D1"], [])
    assert reverse("praktijken:deelnemer", args=[register.gerda.pk]) in html
    assert reverse("praktijken:klopt-dit-antwoord", args=[antwoord.pk]) in html
    assert "Verborgen" not in html


@pytest.mark.parametrize("rol", [Rol.ADVISEUR, Rol.ANALIST])
def test_who_may_not_see_every_name_has_no_such_page(als, register, rol):
    link_van(register.gerda)

    antwoord = als(gebruiker(rol, naam="Iemand Anders")).get(LIJST)

    assert (antwoord.status_code, "Geheim" in antwoord.content.decode()) == (404, False)
    assert Client().get(LIJST).status_code == 302


def test_pages_go_on_where_the_last_one_ended_and_back(als, register, monkeypatch):
    monkeypatch.setattr(overzicht, "PER_PAGINA", 2)
    mo = als(gebruiker(Rol.MEDEWERKER))
    for nummer in ("E1", "E2", "E3", "E4", "E5"):
        gevraagd(register, nummer)
    eerste = mo.get(LIJST).context["pagina"]
    tweede = mo.get(LIJST, {"na": eerste.volgende}).context["pagina"]
    derde = mo.get(LIJST, {"na": tweede.volgende}).context["pagina"]

    assert [[rij.uitvraag.deelnemer.nummer for rij in een.rijen] for een in (eerste, tweede, derde)] == [
        ["E5", "E4"], ["E3", "E2"], ["E1"],
    ]  # fmt: skip
    assert (eerste.vorige, derde.volgende) == (None, None)
    assert nummers(mo, voor=derde.vorige) == ["E3", "E2"]
    assert nummers(mo, voor=tweede.vorige) == ["E5", "E4"]


@pytest.mark.parametrize("filters", [{"stand": "onzin"}, {"na": "x"}, {"voor": "-1"}, {"na": "9" * 30}])
def test_an_address_that_makes_no_sense_shows_nothing_and_says_so(als, register, filters):
    link_van(register.gerda)
    antwoord = als(gebruiker(Rol.MEDEWERKER)).get(LIJST, filters)

    assert (antwoord.status_code, antwoord.context["pagina"].rijen) == (200, [])
    assert "Geen vraag past hierbij." in gelezen(antwoord).tekst


def test_every_state_can_be_chosen_and_is_in_plain_words(als, register):  # noqa: ARG001  # the roles
    tekst = gelezen(als(gebruiker(Rol.MEDEWERKER)).get(LIJST)).tekst

    assert [stand for stand in Uitvraagstand if stand.label.capitalize() not in tekst] == []
    assert "Er is nog niemand gevraagd of de gegevens kloppen." in tekst


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_costs_the_same_queries_for_one_and_three(als, register, django_assert_num_queries, aantal):
    mo = als(gebruiker(Rol.MEDEWERKER))
    for nummer in ("E1", "E2", "E3")[:aantal]:
        link, _ = gevraagd(register, nummer)
        stuur(f"{link}ja/")

    with django_assert_num_queries(6) as gevraagd_aan:
        mo.get(LIJST)

    assert [sql["sql"] for sql in gevraagd_aan if "COUNT(" in sql["sql"] and "uitvraag" in sql["sql"]] == []
