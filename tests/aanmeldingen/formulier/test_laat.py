"""Applying after closing: by a link that the office gives with a reason, and that works for one application."""

import datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from aanmeldingen.formulier.indienen import Gesloten, dien_in
from aanmeldingen.formulier.laat import geef_toegang, trek_toegang_in
from aanmeldingen.models import Aanmelding, Laattoegang
from mantelzorg.models import Bericht
from mantelzorg.post.versturen import verstuur_post
from mantelzorg.toegang import Rol
from tests.aanmeldingen.formulier.invullen import adres
from tests.aanmeldingen.gegevens import aanmelding, moment
from tests.aanmeldingen.openbaar.velden import eerlijk
from tests.aanmeldingen.plaatsen.plaatsboek import oproep_met
from tests.gegevens import gebruiker
from tests.mailvanger import vang_mail

pytestmark = pytest.mark.django_db
JULI = moment("2014-07-02 12:00")
IEMAND = {"organisatie": "Zorg BV", "kvk": "12345678", "geen_kvk": "", "naam": "Carla", "email": "carla@zorg.example"}


@pytest.fixture(autouse=True)
def klok():
    with freeze_time(JULI) as klok:
        yield klok


@pytest.fixture
def oproep():
    return oproep_met(1)


def toegang_voor(oproep, email: str = "carla@zorg.example") -> Laattoegang:
    return geef_toegang(
        oproep=oproep, email=email, reden="Storing.", geldig_tot=datetime.date(2014, 7, 9), inzending=uuid4(),
        door=gebruiker(Rol.MEDEWERKER),
    )  # fmt: skip


def pagina(toegang: Laattoegang) -> str:
    return reverse("aanmeldingen:laat-aanmelden", args=[toegang.sleutel])


def als(rol: Rol) -> Client:
    client = Client()
    client.force_login(gebruiker(rol), backend="mantelzorg.inloggen.AccountBackend")
    return client


def test_the_office_gives_a_link_once_and_it_is_mailed(oproep, settings):
    settings.WEBADRES = "https://zorg.example"
    client, adres_ = als(Rol.MEDEWERKER), reverse("aanmeldingen:laattoegang", args=[oproep.slug])
    velden = {"email": "carla@zorg.example", "reden": "Storing.", "geldig_tot": "2014-07-09", "inzending": str(uuid4())}

    for _ in range(2):
        assert client.post(adres_, velden).status_code == 302
    with vang_mail() as mail:
        verstuur_post.call()

    toegang = Laattoegang.objects.get()
    assert (toegang.reden, str(toegang.link_geldig_tot), toegang.history.get().history_change_reason) == (
        "Storing.", "2014-07-09", "Storing.",
    )  # fmt: skip
    assert mail.adressen == ["carla@zorg.example"]
    assert f"https://zorg.example{pagina(toegang)}" in mail.teksten[0]
    assert "Storing" not in mail.teksten[0]


@pytest.mark.parametrize("rol", [Rol.ADVISEUR, Rol.ANALIST])
def test_for_others_the_page_of_the_office_does_not_exist(oproep, rol):
    toegang = toegang_voor(oproep)
    client = als(rol)

    lijst = client.get(reverse("aanmeldingen:laattoegang", args=[oproep.slug]))
    weg = client.post(reverse("aanmeldingen:laattoegang-intrekken", args=[oproep.slug, toegang.pk]))

    toegang.refresh_from_db()
    assert (lijst.status_code, weg.status_code, toegang.ingetrokken_op) == (404, 404, None)


def test_opening_the_link_uses_nothing_up_and_beginning_does(oproep):
    toegang = toegang_voor(oproep)
    velden = eerlijk(JULI) | IEMAND

    for _ in range(2):
        assert Client().get(pagina(toegang)).status_code == 200
    eerste = Client().post(pagina(toegang), velden)
    dubbelklik = Client().post(pagina(toegang), velden)
    een_ander = Client().post(pagina(toegang), eerlijk(JULI) | IEMAND | {"organisatie": "Een ander"})

    een = Aanmelding.objects.get()
    assert (eerste.url, dubbelklik.url) == (adres(een, "sector"),) * 2
    assert (een_ander.status_code, Client().get(pagina(toegang)).status_code) == (404, 404)


def test_what_was_begun_with_it_is_sent_in_until_its_last_day(oproep):
    toegang = toegang_voor(oproep)
    een, ander = aanmelding(oproep), aanmelding(oproep)
    toegang.aanmelding = een
    toegang.save()

    with pytest.raises(Gesloten):
        dien_in(aanmelding=ander.pk, versie=1, op=JULI)
    with pytest.raises(Gesloten):
        dien_in(aanmelding=een.pk, versie=1, op=moment("2014-07-10 00:00"))
    assert dien_in(aanmelding=een.pk, versie=1, op=moment("2014-07-09 23:59")).nummer == 1


def test_a_link_that_was_taken_back_opens_nothing_and_is_not_mailed(oproep):
    toegang = toegang_voor(oproep)
    for _ in range(2):
        als(Rol.BEHEERDER).post(reverse("aanmeldingen:laattoegang-intrekken", args=[oproep.slug, toegang.pk]))

    with vang_mail() as mail:
        verstuur_post.call()

    assert (Client().get(pagina(toegang)).status_code, mail.berichten) == (404, [])
    assert Bericht.objects.get().uitkomst == "De toegang na sluiting is ingetrokken."


def test_a_draft_cannot_be_sent_in_once_the_access_is_taken_back(oproep):
    toegang = toegang_voor(oproep)
    toegang.aanmelding = aanmelding(oproep)
    toegang.save()
    trek_toegang_in(toegang=toegang.pk, op=JULI)

    with pytest.raises(Gesloten):
        dien_in(aanmelding=toegang.aanmelding.pk, versie=1, op=JULI)


def test_who_had_begun_from_that_address_goes_on_with_it_and_nobody_else(oproep):
    van_carla = aanmelding(oproep)
    aanmelding(oproep, contact=("Ander", "ander@zorg.example"))
    toegang = toegang_voor(oproep, "CARLA@zorg.example")

    antwoord = Client().post(pagina(toegang), {"verder": "ja"})

    toegang.refresh_from_db()
    assert (antwoord.url, toegang.aanmelding) == (adres(van_carla, "sector"), van_carla)
    assert Client().post(pagina(toegang), {"verder": "ja"}).status_code == 404


def test_the_list_of_the_office_asks_the_same_however_long_it_is(oproep, django_assert_num_queries):
    client = als(Rol.MEDEWERKER)
    for aantal in (1, 3):
        while Laattoegang.objects.count() < aantal:
            toegang_voor(oproep)
        with django_assert_num_queries(5):
            client.get(reverse("aanmeldingen:laattoegang", args=[oproep.slug]))
