"""The pages on which one has links sent: who may, what one fills in, and what stands there afterwards."""

import datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from mantelzorg.toegang import Rol
from monitor.models import Levering, Meting, Toezending, Toezendmoment
from monitor.toezenden.versturen import verwerk
from tests.gegevens import gebruiker
from tests.monitor.meten.gegevens import meting, vastgesteld
from tests.monitor.publicatie.gegevens import client_van, kantoor
from tests.monitor.toezenden.gegevens import analist, klein, met_bestand, sluit, toezending, vast

pytestmark = pytest.mark.django_db
LIJST = "/monitor/metingen/toezendingen/"


def gelezen(client: Client) -> str:
    return " ".join(client.get(LIJST).content.decode().split())


def test_who_may_not_make_measurements_finds_nothing_of_it(client):
    een = toezending(vast(), analist())
    adressen = [LIJST, f"{LIJST}programma/thuis/", f"{LIJST}meting/{een.meting_id}/", f"{LIJST}{een.pk}/"]

    adviseur = client_van(gebruiker(Rol.ADVISEUR))
    assert [adviseur.get(adres).status_code for adres in adressen] == [404] * 4
    assert adviseur.post(f"{LIJST}{een.pk}/intrekken/").status_code == 404
    assert [client.get(adres).status_code for adres in adressen] == [302] * 4
    assert [kantoor().get(adres).status_code for adres in adressen] == [200] * 4


@pytest.mark.parametrize("waarvan", ["programma", "meting"])
def test_a_plan_is_kept_once_however_often_the_form_is_sent(waarvan):
    vaststelling, vera, client = vast(), analist(), kantoor()
    adres = f"{LIJST}programma/thuis/" if waarvan == "programma" else f"{LIJST}meting/{vaststelling.meting_id}/"
    form = client.get(adres).context["form"]
    ingevuld = {
        "na": Toezendmoment.VASTGESTELD,
        "niet_voor": "2020-10-01T09:30",
        "ontvangers": [vera.pk],
        "inzending": form.initial["inzending"],
    }

    for _ in range(2):
        assert client.post(adres, ingevuld).status_code == 302

    een = Toezending.objects.get()
    assert een.meting == (vaststelling.meting if waarvan == "meting" else None)
    assert (een.programma.slug, list(een.ontvangers.all())) == ("thuis", [vera])
    assert timezone.localtime(een.niet_voor).isoformat() == "2020-10-01T09:30:00+02:00"
    assert "niet eerder dan 1 oktober 2020, 09.30 uur" in gelezen(client)


def test_only_who_may_see_measurements_can_be_chosen_and_somebody_must_be():
    vaststelling = vastgesteld(klein(), voor_monitor=False)
    vera, dirk, adviseur = analist(), analist("Dirk Dicht"), gebruiker(Rol.ADVISEUR)
    sluit(dirk)
    client, adres = kantoor(), f"{LIJST}meting/{vaststelling.meting_id}/"

    keuzes = client.get(adres).context["form"].fields["ontvangers"].queryset

    assert vera in keuzes
    assert not {dirk, adviseur} & set(keuzes)
    for ontvangers in ([], [dirk.pk], [adviseur.pk]):
        fout = client.post(adres, {"na": "gepubliceerd", "ontvangers": ontvangers, "inzending": uuid4()})
        assert set(fout.context["form"].errors) == {"na", "ontvangers"}
    assert not Toezending.objects.exists()


def test_of_an_indicator_that_is_not_delivered_no_link_is_sent():
    een = meting(klein())
    Meting.objects.filter(pk=een.pk).update(indicator="ander")

    assert kantoor().get(f"{LIJST}meting/{een.pk}/").status_code == 404


def test_it_can_be_changed_and_withdrawn_and_the_page_tells_what_was():
    vera, wim, client = analist(), analist("Wim van VWS"), kantoor()
    een = toezending(vast(), vera)
    adres = f"{LIJST}{een.pk}/"
    gezien = client.get(adres).context["form"].afdruk
    ander = {"na": een.na, "niet_voor": "", "ontvangers": [wim.pk], "gezien": gezien, "reden": "Vera is weg."}

    assert client.post(adres, ander).status_code == 302
    assert list(een.ontvangers.all()) == [wim]
    assert client.post(adres, ander | {"ontvangers": [vera.pk]}).status_code == 200, "somebody was first: look again"
    assert list(een.ontvangers.all()) == [wim]
    for _ in range(2):
        assert client.post(f"{adres}intrekken/")["Location"] == f"{LIJST}#toezending-{een.pk}"

    assert client.get(adres).status_code == 404
    pagina = gelezen(client)
    assert "Ingetrokken op" in pagina
    assert [
        pagina.count(wat) for wat in ("Vera is weg.", "uur</time>, door <bdi>Mo de Medewerker</bdi>: ingetrokken")
    ] == [1, 1]


def test_the_page_says_what_each_waits_for_and_why_somebody_got_nothing():
    programma = klein()
    concept = meting(programma, 2021, "2020-06-30")
    vaststelling, vera, dirk = vastgesteld(programma), analist(), analist("Dirk Dicht")
    straks = timezone.now() + datetime.timedelta(days=1)
    toezending(vaststelling, vera, niet_voor=straks)
    toezending(vaststelling, vera, na=Toezendmoment.GEPUBLICEERD)
    toezending(programma, vera)
    Toezending.objects.create(
        programma=programma, meting=concept, gemaakt_door=vera, gemaakt_op=straks, inzending=uuid4()
    ).ontvangers.add(vera)
    te_doen = toezending(vaststelling, vera, dirk)
    sluit(dirk)

    verwerk(timezone.now())
    voor = gelezen(kantoor())
    for zin in (
        "Wacht op de gekozen dag en tijd.", "Wacht tot de meting is gepubliceerd.",
        "Wacht tot een meting van de Monitor is vastgesteld.", "Wacht tot de meting is vastgesteld.",
        "Wacht op het werk op de achtergrond.", "Dirk Dicht: Het account is gesloten.",
    ):  # fmt: skip
        assert zin in voor
    Levering.objects.update(mislukt_op=timezone.now())
    assert "Het maken van de bestanden is mislukt." in gelezen(kantoor())
    Levering.objects.update(mislukt_op=None)
    met_bestand(vaststelling, timezone.now())

    na = gelezen(kantoor())
    assert "<bdi>Vera van VWS</bdi>: staat in de uitgaande post" in na
    assert "<bdi>Dirk Dicht</bdi>: <strong>geen mail. Het account is gesloten.</strong>" in na
    assert te_doen.toegezonden.count() == 2


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_takes_a_fixed_number_of_queries(aantal, django_assert_num_queries):
    vaststelling, client = vast(), kantoor()
    for nummer in range(aantal):
        toezending(vaststelling, analist(f"Vera {nummer}"), analist(f"Wim {nummer}"))
    met_bestand(vaststelling)
    client.get(LIJST)

    with django_assert_num_queries(11):
        client.get(LIJST)
