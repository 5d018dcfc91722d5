"""The pages of a round: who gets to which, what they show, and what their forms do."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from mantelzorg.toegang import Rol
from monitor.models import Bevestiging, Meetronde, Zonderbevestiging
from tests import gegevens
from tests.gegevens import dag, gebruiker
from tests.monitor.meten.gegevens import controleur
from tests.monitor.ronde.gegevens import afdruk, bevestigd, ronde

pytestmark = pytest.mark.django_db


def klant(user) -> Client:
    client = Client()
    client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client


@pytest.fixture
def ada():
    return gebruiker(Rol.ADVISEUR)


@pytest.fixture
def programma():
    return gegevens.programma()


@pytest.fixture
def arnhem(programma, ada):
    praktijk = gegevens.praktijk(programma, "ARN", naam="Arnhem")
    gegevens.adviseurschap(praktijk, ada)
    return praktijk


@pytest.fixture
def ede(programma):
    return gegevens.praktijk(programma, "EDE", naam="Ede", start=None)


def test_who_gets_to_which_page(programma, arnhem, ede, ada):
    een = ronde(programma)
    elders = ronde(gegevens.programma("elders"))
    wie = {
        "ada": ada,
        "bo": gebruiker(Rol.ADVISEUR, "Bo zonder praktijk"),
        "ben": gebruiker(Rol.ANALIST),
        "mo": controleur(),
    }
    eigen = f"/monitor/rondes/{een.pk}/praktijken"
    adressen = {
        "/monitor/rondes/": {"ada", "bo", "mo"},
        "/monitor/rondes/nieuw/": {"mo"},
        f"/monitor/rondes/{een.pk}/": {"ada", "mo"},
        f"/monitor/rondes/{elders.pk}/": {"mo"},
        f"{eigen}/{arnhem.pk}/": {"ada", "mo"},
        f"{eigen}/{ede.pk}/": {"mo"},
        f"{eigen}/{arnhem.pk}/zonder/": {"mo"},
    }
    gezien = {
        adres: {naam for naam, user in wie.items() if klant(user).get(adres).status_code == 200} for adres in adressen
    }
    assert gezien == adressen
    for adres in (f"/monitor/rondes/{een.pk}/herinneren/", f"/monitor/rondes/{een.pk}/sluiten/"):
        assert klant(ada).post(adres).status_code == 404


def test_an_adviser_sees_of_a_round_their_own_practices_alone(programma, ede, ada):
    gegevens.adviseurschap(gegevens.praktijk(programma, "ARN", naam="Arnhem"), ada)
    een = ronde(programma)
    pagina = klant(ada).get(f"/monitor/rondes/{een.pk}/").content.decode()
    assert "0 van 1 praktijken bevestigd" in pagina
    assert ede.naam not in pagina
    kantoor = klant(controleur()).get(f"/monitor/rondes/{een.pk}/").content.decode()
    assert "0 van 2 praktijken bevestigd" in kantoor
    assert ede.naam in kantoor


def test_one_tap_confirms_and_leads_back_to_the_round(programma, arnhem, ada):
    een = ronde(programma)
    adres = f"/monitor/rondes/{een.pk}/praktijken/{arnhem.pk}/"
    antwoord = klant(ada).post(adres, {"gezien": afdruk(een, arnhem)})
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"/monitor/rondes/{een.pk}/")
    assert Bevestiging.objects.get().door == ada
    pagina = klant(ada).get(adres).content.decode()
    assert "Klopt per" not in pagina
    assert re.search("Bevestigd op .* door <bdi>Ada de Adviseur</bdi>", pagina)
    gegevens.ontwerpvraag(arnhem)
    heropend = klant(ada).get(adres).content.decode()
    assert "daarna zijn cijfers of gegevens gewijzigd" in heropend
    assert "Klopt per" in heropend


def test_figures_that_changed_meanwhile_are_shown_anew(programma, arnhem, ada):
    een = ronde(programma)
    oud = afdruk(een, arnhem)
    gegevens.ontwerpvraag(arnhem)
    antwoord = klant(ada).post(f"/monitor/rondes/{een.pk}/praktijken/{arnhem.pk}/", {"gezien": oud})
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "De cijfers zijn veranderd terwijl u keek." in inhoud
    assert afdruk(een, arnhem) in inhoud
    assert not Bevestiging.objects.exists()


def test_what_is_missing_leads_to_where_one_fills_it_in(programma, ede, ada):
    gegevens.adviseurschap(ede, ada)
    gegevens.experiment(gegevens.ontwerpvraag(ede), start=None)
    een = ronde(programma)
    adres = f"/monitor/rondes/{een.pk}/praktijken/{ede.pk}/"
    start = ("Er is geen startdatum. De praktijk telt daarom niet mee.", f"/sessies/nieuw/?praktijk={ede.pk}")
    rest = [
        (
            "Er is geen gemeente. De praktijk staat daarom niet op de kaart.",
            f"/admin/praktijken/praktijk/{ede.pk}/change/",
        ),
        ("1 experiment heeft geen startdatum en telt niet mee.", f"/praktijken/{ede.pk}/#ontwerpvragen"),
    ]
    punten = klant(ada).get(adres).context["ontbreekt"]
    assert [(punt.tekst, punt.adres) for punt in punten] == [start, *rest]
    kantoor = klant(controleur()).get(adres).context["ontbreekt"]
    assert kantoor[0].adres == f"/praktijken/{ede.pk}/periode/"
    assert all(klant(ada).get(punt.adres.partition("#")[0]).status_code == 200 for punt in punten)


def test_a_practice_that_runs_has_its_signals_but_for_those_about_the_work(programma, arnhem, ada):
    soort = gegevens.organisatietype("Gemeente")
    gegevens.praktijkpartner(arnhem, gegevens.organisatie("Gemeente Arnhem", soort))
    gegevens.deelname(gegevens.deelnemer(programma), arnhem)
    gegevens.experiment(gegevens.ontwerpvraag(arnhem))
    een = ronde(programma)
    punten = klant(ada).get(f"/monitor/rondes/{een.pk}/praktijken/{arnhem.pk}/").context["ontbreekt"]
    assert [punt.tekst for punt in punten] == [
        "Er is geen gemeente. De praktijk staat daarom niet op de kaart.",
        "Er geldt nu 1 ontwerpvraag.",
        "Er is nog geen kernthema.",
        "Van 1 deelnemer is het organisatietype niet bekend.",
        "Geen van de partners is penvoerder.",
    ]


def test_staff_open_a_round_and_hear_what_is_wrong(programma):
    mo = klant(controleur())
    velden = {"programma": programma.pk, "aanleiding": "Monitor 2020", "peildatum": "2999-06-30"}
    fout = mo.post("/monitor/rondes/nieuw/", velden | {"deadline": "2999-06-29"})
    assert fout.context["form"].errors == {"deadline": ["De laatste dag om te bevestigen ligt voor de peildatum."]}
    goed = velden | {"deadline": "2999-07-10", "inzending": uuid4()}
    for _ in range(2):
        antwoord = mo.post("/monitor/rondes/nieuw/", goed)
    een = Meetronde.objects.get()
    assert antwoord["Location"] == f"/monitor/rondes/{een.pk}/"
    assert (een.aanleiding, een.peildatum, een.deadline) == ("Monitor 2020", dag("2999-06-30"), dag("2999-07-10"))
    nog = mo.post("/monitor/rondes/nieuw/", velden | {"deadline": "2999-07-10"})
    assert nog.context["form"].non_field_errors() == ["Voor dit programma staat al een ronde met deze peildatum open."]


def test_going_on_without_one_asks_for_a_reason_and_keeps_what_was_typed_where_the_round_was_closed(programma, arnhem):
    een, mo = ronde(programma), klant(controleur())
    adres = f"/monitor/rondes/{een.pk}/praktijken/{arnhem.pk}/zonder/"
    assert mo.post(adres, {"reden": ""}).context["form"].errors == {"reden": ["Vul dit in."]}
    mo.post(adres, {"reden": "De adviseur is met verlof."})
    assert Zonderbevestiging.objects.get().reden == "De adviseur is met verlof."
    pagina = mo.get(f"/monitor/rondes/{een.pk}/").content.decode()
    assert 'Verder zonder bevestiging: <q dir="auto">De adviseur is met verlof.</q>' in pagina
    mo.post(f"/monitor/rondes/{een.pk}/sluiten/")
    te_laat = mo.post(adres, {"reden": "Te laat bedacht."}).content.decode()
    assert "Deze meetronde is gesloten." in te_laat
    assert "Te laat bedacht." in te_laat


def test_reminding_says_what_came_of_it(programma, ada):
    gegevens.adviseurschap(gegevens.praktijk(programma, "ARN", naam="Arnhem"), ada)
    gegevens.praktijk(programma, "EDE", naam="Ede")
    een, mo = ronde(programma), klant(controleur())
    antwoord = mo.post(f"/monitor/rondes/{een.pk}/herinneren/", follow=True)
    assert [str(melding) for melding in antwoord.context["messages"]] == [
        "1 mail staat klaar in de uitgaande post. Zonder adviseur om te mailen: Ede."
    ]
    opnieuw = mo.post(f"/monitor/rondes/{een.pk}/herinneren/", follow=True)
    assert [str(melding) for melding in opnieuw.context["messages"]] == [
        "Geen mail staat klaar in de uitgaande post en 1 adviseur kreeg vandaag al een mail. "
        "Zonder adviseur om te mailen: Ede."
    ]


@pytest.mark.parametrize("aantal", [1, 3])
def test_pages_take_the_same_number_of_queries_with_one_and_with_three_rows(
    aantal, programma, ada, django_assert_num_queries
):
    praktijken = []
    for nummer in range(aantal):
        praktijk = gegevens.praktijk(programma, f"P{nummer}", gemeenten=["GM0202"])
        gegevens.adviseurschap(praktijk, ada)
        for _ in range(aantal):
            gegevens.deelname(gegevens.deelnemer(programma, f"D{nummer}-{_}"), praktijk)
        gegevens.experiment(gegevens.ontwerpvraag(praktijk), f"E{nummer}")
        praktijken.append(praktijk)
    rondes = [ronde(programma, peildatum=f"2020-06-{30 - nummer}") for nummer in range(aantal)]
    bevestigd(rondes[0], praktijken[0], ada)
    for wie, (lijst, een, praktijk) in {ada: (16, 16, 21), controleur(): (15, 15, 21)}.items():
        client = klant(wie)
        client.get("/sneltoetsen/")
        with django_assert_num_queries(lijst, info="lijst"):
            assert client.get("/monitor/rondes/").status_code == 200
        with django_assert_num_queries(een, info="ronde"):
            assert client.get(f"/monitor/rondes/{rondes[0].pk}/").status_code == 200
        with django_assert_num_queries(praktijk, info="praktijk"):
            adres = f"/monitor/rondes/{rondes[0].pk}/praktijken/{praktijken[-1].pk}/"
            assert client.get(adres).status_code == 200
