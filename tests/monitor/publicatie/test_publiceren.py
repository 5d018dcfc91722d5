"""Publishing: exactly what was previewed, once, as the next version of its year; and what is never published."""

import datetime
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.utils import DatabaseError
from django.test import Client

from mantelzorg.toegang import Rol
from monitor.meten.opstellen import KanNiet
from monitor.meten.staten import zet_staat
from monitor.models import Publicatie, Staatsoort
from monitor.publicatie.publiceren import maak_voorbeeld, publiceer
from monitor.publicatie.vorm import lees, schrijf
from tests import gegevens
from tests.monitor.meten.gegevens import OP, controleur, gecontroleerd, maker, meting, vastgesteld
from tests.monitor.publicatie.gegevens import (
    client_van,
    gepubliceerd,
    kantoor,
    met_kleine_aantallen,
    teksten,
)

pytestmark = pytest.mark.django_db

LATER = OP + datetime.timedelta(days=30)


@pytest.fixture
def programma():
    een = met_kleine_aantallen()
    teksten(een)
    return een


def adres(vaststelling, rest: str = "") -> str:
    return f"/monitor/metingen/{vaststelling.meting_id}/publiceren/{rest}"


def test_what_is_published_is_what_the_preview_showed(programma):
    vaststelling = vastgesteld(programma)
    gezien = maak_voorbeeld(vaststelling, OP)

    een = publiceer(meting=vaststelling.meting_id, gezien=gezien.zegel, inzending=uuid4(), door=controleur(), op=OP)

    assert (een.inhoud, een.zegel, een.jaar, een.versie, een.drempel) == (gezien.tekst, gezien.zegel, 2020, 1, 5)
    staten = vaststelling.staten.values_list("soort", "nummer", "reden")
    assert list(staten) == [("gepubliceerd", 1, "Gepubliceerd als versie 1 van 2020.")]


def test_the_canonical_form_reads_back_whole(programma):
    tekst = gepubliceerd(vastgesteld(programma)).inhoud

    assert schrijf(lees(tekst)) == tekst


def test_the_same_form_twice_publishes_once(programma):
    vaststelling = vastgesteld(programma)
    vorm = {"gezien": maak_voorbeeld(vaststelling, OP).zegel, "inzending": uuid4()}
    hoe = {"meting": vaststelling.meting_id, "door": controleur(), "op": OP} | vorm

    assert publiceer(**hoe) == publiceer(**hoe)
    assert (Publicatie.objects.count(), vaststelling.staten.count()) == (1, 1)


def test_texts_changed_since_the_preview_are_looked_at_first(programma):
    vaststelling = vastgesteld(programma)
    gezien = maak_voorbeeld(vaststelling, OP).zegel
    teksten(programma, verdieping="Anders.")

    with pytest.raises(KanNiet, match="veranderd terwijl u keek"):
        publiceer(meting=vaststelling.meting_id, gezien=gezien, inzending=uuid4(), door=controleur(), op=OP)

    assert Publicatie.objects.count() == 0


def test_a_published_row_stays_as_it_is(programma):
    een = gepubliceerd(vastgesteld(programma))

    for doe in (lambda: Publicatie.objects.update(inhoud="{}"), een.delete):
        with pytest.raises(DatabaseError, match="vastgesteld"), transaction.atomic():
            doe()

    assert Publicatie.objects.get().inhoud == een.inhoud


def test_a_next_version_says_what_it_changed_and_the_first_stays_at_its_address(programma):
    vaststelling = vastgesteld(programma)
    gepubliceerd(vaststelling)

    assert maak_voorbeeld(vaststelling, LATER).belemmeringen == ("Er is niets veranderd sinds versie 1.",)
    teksten(programma, verdieping="Meer.")
    assert maak_voorbeeld(vaststelling, LATER).belemmeringen == (
        "Schrijf in de teksten wat er anders is dan in versie 1.",
    )
    teksten(programma, verdieping="Meer.", wijziging="De verdieping zegt meer.")
    assert gepubliceerd(vaststelling, op=LATER).versie == 2

    oud, nieuw = (Client().get(f"/cijfers/thuis/2020/{versie}/").content.decode() for versie in (1, 2))
    assert "Er is een nieuwere" in oud
    kop = "Wat er anders is dan in versie 1"
    assert (kop in oud, kop in nieuw) == (False, True)
    assert "De verdieping zegt meer." in nieuw
    assert Client().get("/cijfers/thuis/2020/").content.decode() == nieuw


def test_only_the_monitors_own_measurement_that_still_counts_is_published(programma):
    bij_vraag = vastgesteld(programma, voor_monitor=False)
    van_monitor = vastgesteld(programma)
    zet_staat(van_monitor, Staatsoort.INGETROKKEN, reden="Dubbel geteld.", door=controleur(), op=OP)

    assert maak_voorbeeld(bij_vraag, OP).belemmeringen == (
        "Alleen de meting van de Monitor krijgt een openbare bladzijde.",
    )
    assert maak_voorbeeld(van_monitor, OP).belemmeringen == ("Deze meting is ingetrokken.",)


def test_a_measurement_of_another_kind_says_where_the_button_would_be_why_it_is_not_there(programma):
    bij_vraag, van_monitor = vastgesteld(programma, voor_monitor=False), vastgesteld(programma)
    zin = "Deze meting krijgt geen openbare bladzijde"

    paginas = [
        kantoor().get(f"/monitor/metingen/{een.meting_id}/").content.decode() for een in (bij_vraag, van_monitor)
    ]

    assert [(zin in pagina, "Naar het publiceren" in pagina) for pagina in paginas] == [(True, False), (False, True)]


def test_what_would_give_a_protected_count_away_is_not_published(programma):
    """Without protection a later year shows what the first hid: only with a reason, which is kept."""
    gepubliceerd(vastgesteld(programma))
    teksten(programma, drempel=0)
    een_jaar_later = OP + datetime.timedelta(days=365)
    nieuw = vastgesteld(programma, 2021, "2021-06-30", op=een_jaar_later)

    voorbeeld = maak_voorbeeld(nieuw, een_jaar_later)
    waar = "deelnemers nu op 30 juni 2020 en deelnemers tot nu toe op 30 juni 2020"
    assert (voorbeeld.belemmeringen, voorbeeld.opent) == ((), waar)
    hoe = {"meting": nieuw.meting_id, "gezien": voorbeeld.zegel, "inzending": uuid4()}
    hoe |= {"door": controleur(), "op": een_jaar_later}
    with pytest.raises(KanNiet, match="Vul in waarom afgeschermde aantallen van andere dagen openbaar mogen worden"):
        publiceer(**hoe)
    scherm = kantoor().post(adres(nieuw), {"gezien": voorbeeld.zegel, "inzending": uuid4(), "waarom": ""})
    assert f"aantallen uitrekenen die al waren afgeschermd: {waar}." in leesbaar(scherm)
    assert publiceer(**hoe, waarom="Iedereen vond het goed.").versie == 1
    assert nieuw.staten.get().reden == (
        f"Gepubliceerd als versie 1 van 2021. Zonder drempel: daarmee zijn ook te berekenen {waar}. "
        "Waarom dat mag: Iedereen vond het goed."
    )


def leesbaar(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


def test_texts_of_before_are_read_and_put_back_with_who_changed_them(programma):
    vaststelling, client = vastgesteld(programma), kantoor()
    tekst = programma.publicatieteksten.get()
    adres_van = f"/geschiedenis/publicatietekst/{tekst.pk}/"
    form = client.get(adres(vaststelling, "teksten/")).context["form"]
    waarden = {veld.name: veld.value() or "" for veld in form}
    client.post(adres(vaststelling, "teksten/"), waarden | {"verdieping": "Anders.", "drempel": "8"})
    assert f'href="{adres_van}"' in client.get(adres(vaststelling)).content.decode()

    [laatste, eerste] = client.get(adres_van).context["bladzijde"].wijzigingen
    assert laatste.door == "Mo de Medewerker"
    assert [(een.veld, een.ingevuld) for een in laatste.verschillen] == [("Drempel", "8"), ("Verdieping", "Anders.")]
    terug = f"{adres_van}terugzetten/{eerste.versie}/"
    afdruk = client.get(terug).context["plan"].afdruk
    klaar = client.post(terug, {"gezien": afdruk, "reden": "Toch niet."}, follow=True)

    assert "Teruggezet." in klaar.content.decode()
    assert f'href="{adres(vaststelling)}"' in klaar.content.decode()
    tekst.refresh_from_db()
    assert (tekst.drempel, tekst.verdieping, tekst.history.count()) == (5, waarden["verdieping"].replace("\r", ""), 3)
    for ander in (gegevens.gebruiker(Rol.ADVISEUR), maker()):
        assert client_van(ander).get(adres_van).status_code == 404


def test_a_measurement_that_is_not_fixed_is_refused(programma):
    een = gecontroleerd(meting(programma))

    with pytest.raises(KanNiet, match="nog niet vastgesteld"):
        publiceer(meting=een.pk, gezien="", inzending=uuid4(), door=controleur(), op=OP)
    assert kantoor().get(f"/monitor/metingen/{een.pk}/publiceren/").status_code == 404


@pytest.mark.parametrize("rol", [Rol.ANALIST, Rol.ADVISEUR])
@pytest.mark.parametrize("rest", ["", "teksten/"])
def test_for_who_may_not_publish_the_page_does_not_exist(programma, rol, rest):
    vaststelling = vastgesteld(programma)
    user = maker() if rol is Rol.ANALIST else gegevens.gebruiker(rol)

    assert client_van(user).get(adres(vaststelling, rest)).status_code == 404
    assert client_van(user).post(adres(vaststelling, rest)).status_code == 404


def test_a_figure_that_is_protected_or_unknown_is_said_before_publishing(programma):
    teksten(programma, beschrijving="Van de {praktijken.opgestart}: {deelnemers.bekent}.", drempel=50)
    teksten(programma, beschrijving="Van {deelnemers.bekent} en {deelnemers.totaal}.", drempel=50)

    voorbeeld = maak_voorbeeld(vastgesteld(programma), OP)

    assert voorbeeld.belemmeringen == (
        "In ‘beschrijving’ staat {deelnemers.bekent}. Dat cijfer bestaat niet in deze meting.",
        "In ‘beschrijving’ staat {deelnemers.totaal}. Dat aantal personen is afgeschermd. "
        "Haal het uit de tekst of kies een lagere drempel.",
    )


def test_figures_in_texts_are_those_of_the_tables(programma):
    teksten(programma, verdieping="{praktijken.opgestart} praktijken, {deelnemers.totaal} mensen, {gemeenten} plaatsen")

    inhoud = lees(gepubliceerd(vastgesteld(programma)).inhoud)

    assert inhoud.teksten.verdieping == f"3 praktijken, {4 + 10 + 7} mensen, 3 plaatsen"


def test_mo_writes_the_texts_sees_the_preview_and_publishes(programma):
    vaststelling = vastgesteld(programma)
    client = kantoor()
    scherm = client.get(adres(vaststelling))
    assert scherm.context["voorbeeld"].belemmeringen == ()
    assert {een.hoe for een in scherm.context["afgeschermd"]} == {
        "verborgen",
        "samen als ‘Overig (2 soorten)’: Gemeente en Welzijn",
    }

    vorm = {veld.name: veld.value() for veld in scherm.context["form"]}
    antwoord = client.post(adres(vaststelling), vorm)

    assert (antwoord.status_code, antwoord["Location"]) == (302, "/cijfers/thuis/2020/1/")
    assert client.post(adres(vaststelling), vorm)["Location"] == "/cijfers/thuis/2020/1/"
    assert Publicatie.objects.count() == 1


def test_who_looked_at_something_else_hears_so_and_sees_it_anew(programma):
    antwoord = kantoor().post(adres(vastgesteld(programma)), {"gezien": "0" * 64, "inzending": str(uuid4())})

    assert antwoord.status_code == 409
    assert "De bladzijde is veranderd terwijl u keek. Bekijk haar opnieuw." in antwoord.content.decode()


def test_texts_are_kept_with_history_and_a_threshold_of_2_is_refused():
    programma = met_kleine_aantallen()
    vaststelling, client = vastgesteld(programma), kantoor()
    vorm = {"drempel": "2", "titel": "Pilots", "beschrijving": "Telt.", "beleidsdoel": "Samen."}

    fout = client.post(adres(vaststelling, "teksten/"), vorm)
    assert "Kies 0 (niets afschermen) of een drempel van ten minste 3." in fout.content.decode()
    assert client.post(adres(vaststelling, "teksten/"), vorm | {"drempel": "0"}).status_code == 302

    tekst = programma.publicatieteksten.get()
    assert (tekst.drempel, tekst.titel, tekst.history.count()) == (0, "Pilots", 1)
