"""What everybody reads of calls, before, while and after they are open."""

import datetime
from uuid import uuid4

import pytest
from django.test import Client

from aanmeldingen.models import Bijeenkomst, Instroom, Oproepsector, Verdeling
from aanmeldingen.oproepen import acties
from aanmeldingen.plaatsen.acties import stel_capaciteit
from mantelzorg.toegang import Rol
from praktijken.models import Sessie
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.gegevens import moment
from tests.gegevens import dag, gebruiker
from tests.praktijken.leeshtml import gelezen

PAGINA = "/oproepen/oproep-2014/"


def tekst(client, pad=PAGINA):
    return gelezen(client.get(pad)).tekst


def bijeenkomst(oproep, datum, *sectoren, **velden):
    sessie = Sessie.objects.create(
        programma=oproep.programma, soort="informatiebijeenkomst", datum=dag(datum), plaats="Utrecht", inzending=uuid4()
    )
    nieuw = Bijeenkomst.objects.create(
        sessie=sessie, oproep=oproep, begin=datetime.time(13), eind=datetime.time(16), capaciteit=40, **velden
    )
    nieuw.sectoren.set([gegevens.sector(naam) for naam in sectoren])
    return nieuw


def bezet(oproep, aantal, stand="bezet"):
    for _ in range(aantal):
        gegevens.plaatsregel(gegevens.ingediend(oproep), stand, "aanmelding ontvangen")


@pytest.mark.usefixtures("oproep")
def test_an_open_call_says_until_when_with_the_clock_of_the_server(client, klok):
    klok.move_to(moment("2014-06-30 23:58"))

    gezien = tekst(client)

    assert (
        "De oproep is open. Aanmelden kan tot en met maandag 30 juni 2014, 23.59 uur. "
        "Het is nu maandag 30 juni 2014, 23.58 uur op onze klok."
    ) in gezien
    assert "Er zijn 80 plaatsen ." in gezien
    assert "Daarvan zijn er nu 80 vrij ." in gezien
    assert "U werkt twintig maanden mee." in gezien
    assert "De organisatie levert zorg" in gezien
    assert "Mail naar klachten@voorbeeld.example." in gezien


@pytest.mark.usefixtures("oproep")
@pytest.mark.parametrize(
    ("op", "zegt"),
    [
        ("2014-03-31 23:59", "Aanmelden kan vanaf dinsdag 1 april 2014, 00.00 uur."),
        ("2014-07-01 00:00", "De oproep is gesloten. Aanmelden kon tot en met maandag 30 juni 2014, 23.59 uur."),
    ],
)
def test_before_and_after_it_says_so_and_nobody_can_apply(client, klok, op, zegt):
    klok.move_to(moment(op))

    pagina = gelezen(client.get(PAGINA))

    assert zegt in pagina.tekst
    assert "/oproepen/oproep-2014/aanmelden/" not in pagina.links


@pytest.mark.usefixtures("oproep")
def test_of_an_open_call_the_button_leads_to_the_form(client):
    assert "/oproepen/oproep-2014/aanmelden/" in gelezen(client.get(PAGINA)).links


def test_each_sector_joins_in_its_own_way(client, oproep):
    for naam, instroom in (("ouderenzorg", Instroom.BIJEENKOMST), ("ziekenhuis", Instroom.BELANGSTELLING)):
        Oproepsector.objects.create(oproep=oproep, sector=gegevens.sector(naam), instroom=instroom)
    bijeenkomst(oproep, "2014-06-20", "ouderenzorg")

    gezien = tekst(client)

    assert "Thuiszorg U meldt zich aan met het formulier." in gezien
    assert "Ouderenzorg Kom eerst naar een informatiebijeenkomst." in gezien
    assert "Ziekenhuis U laat weten dat u belangstelling heeft." in gezien
    assert "vrijdag 20 juni 2014, 13.00 tot 16.00 uur, Utrecht . Voor ouderenzorg ." in gezien


def test_a_meeting_that_is_off_or_over_says_so(client, oproep):
    bijeenkomst(oproep, "2014-06-20", "thuiszorg", afgelast_op=moment("2014-06-01 10:00"))
    bijeenkomst(oproep, "2014-06-01", "thuiszorg")

    gezien = tekst(client)

    assert "Deze bijeenkomst gaat niet door." in gezien
    assert "Er was al 1 bijeenkomst." in gezien


def test_places_that_are_gone_are_told_with_the_waiting_list(client, oproep, mo):
    stel_capaciteit(oproep=oproep.pk, plaatsen=2, reden="Minder.", door=mo, op=oproep.opent_op)
    bezet(oproep, 2)
    bezet(oproep, 3, "wacht")

    assert "Er is nu geen plaats vrij. Op de wachtlijst staan 3 organisaties." in tekst(client)


def test_more_given_out_than_there_are_is_never_shown_as_below_zero(client, oproep, mo):
    bezet(oproep, 2)
    stel_capaciteit(oproep=oproep.pk, plaatsen=1, reden="Minder.", door=mo, op=oproep.opent_op)

    gezien = tekst(client)

    assert "Er is nu geen plaats vrij. Op de wachtlijst staan 0 organisaties." in gezien
    assert "-1" not in gezien


def test_places_of_a_sector_are_told_apart(client, oproep, mo):
    acties.bewaar_plaatsen(
        oproep=oproep.pk,
        verdeling=Verdeling.QUOTUM,
        plaatsen=80,
        kanten={gegevens.sector("ggz").pk: acties.Kant(instroom=Instroom.AANMELDEN, quotum=20)},
        gezien=acties.afdruk.plaatsen(oproep),
        reden="Proef.",
        door=mo,
        op=oproep.opent_op,
    )

    gezien = tekst(client)

    assert "Ggz: 20 plaatsen. Daarvan zijn er nu 20 vrij ." in gezien
    assert f"Overige sectoren: {80 - 20} plaatsen. Daarvan zijn er nu {80 - 20} vrij ." in gezien


def test_with_a_selection_afterwards_it_promises_no_place_for_who_is_first(client, oproep):
    oproep.verdeling = Verdeling.SELECTIE
    oproep.save()

    gezien = tekst(client)

    assert "De volgorde van aanmelden maakt niet uit." in gezien
    assert "vrij ." not in gezien


def test_a_call_that_is_not_published_exists_for_the_office_alone(als, client, oproep):
    oproep.gepubliceerd_op = None
    oproep.save()
    paden = [PAGINA, f"{PAGINA}voorwaarden/1/"]

    def status(browser):
        return [browser.get(pad).status_code for pad in paden]

    assert status(client) == [404, 404]
    assert status(als(gebruiker(Rol.ADVISEUR))) == [404, 404]
    assert status(als(gebruiker(Rol.ANALIST))) == [404, 404]
    kantoor = als(gebruiker(Rol.BEHEERDER))
    assert status(kantoor) == [200, 200]
    assert "Deze oproep staat nog niet op de website." in tekst(kantoor)
    assert gelezen(client.get("/oproepen/")).links.count(PAGINA) == 0


def test_earlier_conditions_stay_at_their_address_and_a_draft_does_not_show(client, oproep):
    gegevens.voorwaarden(oproep, 2, ["Iets anders"])
    acties.begin_versie(oproep=oproep.pk)

    eerste = tekst(client, f"{PAGINA}voorwaarden/1/")

    assert "Dit is een eerdere versie, van dinsdag 1 april 2014, 00.00 uur." in eerste
    assert "De organisatie levert zorg" in eerste
    assert "Deze versie geldt nu." in tekst(client, f"{PAGINA}voorwaarden/2/")
    assert "Iets anders" in tekst(client)
    assert client.get(f"{PAGINA}voorwaarden/3/").status_code == 404
    assert client.get(f"{PAGINA}voorwaarden/99999999999999999999/").status_code == 404


def test_calls_are_listed_by_what_they_are_now_also_on_the_start_page(client, klok, oproep):
    gegevens.oproep(oproep.programma, slug="najaar", naam="Najaar", opent="2014-09-01 00:00", sluit="2014-10-01 00:00")
    klok.move_to(moment("2014-07-02 12:00"))

    lijst, start = tekst(client, "/oproepen/"), gelezen(client.get("/"))

    binnenkort = "Binnenkort Najaar Aanmelden kan vanaf maandag 1 september 2014, 00.00 uur."
    gesloten = "Gesloten In voor Mantelzorg 2014 : aanmelden kon tot en met maandag 30 juni 2014, 23.59 uur"
    assert f"{binnenkort} {gesloten}" in lijst
    assert [link for link in start.links if link.startswith("/oproepen/")] == ["/oproepen/najaar/", "/oproepen/"]


def test_without_calls_the_list_says_so_and_the_start_page_is_as_it_was(client, db):  # noqa: ARG001  # its effect
    assert "Er is nu geen open oproep." in tekst(client, "/oproepen/")
    assert "/oproepen/" not in gelezen(client.get("/")).links


@pytest.mark.usefixtures("oproep")
def test_the_page_with_the_clock_is_asked_anew_and_the_others_keep_for_a_minute(client, kantoor):
    def bewaren(browser):
        return [browser.get(pad)["Cache-Control"] for pad in (PAGINA, f"{PAGINA}voorwaarden/1/", "/oproepen/")]

    assert bewaren(client) == ["no-cache, private", "public, max-age=60", "public, max-age=60"]
    assert ["no-store" in regel for regel in bewaren(kantoor)] == [True, True, True]


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_pages_take_the_same_number_of_queries_for_1_and_3_of_everything(oproep, aantal, django_assert_num_queries):
    for nummer in range(aantal):
        naam = f"sector {nummer}"
        Oproepsector.objects.create(oproep=oproep, sector=gegevens.sector(naam), instroom=Instroom.BIJEENKOMST)
        bijeenkomst(oproep, "2014-06-20", naam)
        gegevens.voorwaarden(oproep, nummer + 2)
        gegevens.oproep(oproep.programma, slug=f"oproep-{nummer}")
    client = Client()
    oproep_plaatsen_sectoren = 3
    with django_assert_num_queries(oproep_plaatsen_sectoren + 2 + 2):  # versions with criteria, meetings with sectors
        client.get(PAGINA)
    with django_assert_num_queries(1):
        client.get("/oproepen/")
    with django_assert_num_queries(1 + 2):
        client.get(f"{PAGINA}voorwaarden/1/")
