"""The office's pages about calls: who may see them, what they say, publishing and taking back."""

import pytest
from django.test import Client

from aanmeldingen.models import Instroom, Oproep, Oproepsector, Sector
from aanmeldingen.plaatsen.acties import stel_capaciteit
from mantelzorg.toegang import Rol
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.openbaar.velden import velden_van
from tests.aanmeldingen.oproepen.test_openbaar import bijeenkomst
from tests.gegevens import gebruiker
from tests.praktijken.leeshtml import gelezen

BLAD = "/intake/oproep-2014/"
DELEN = ("", "plaatsen/", "voorwaarden/1/", "terugtrekken/")
PADEN = ["/intake/", "/intake/nieuw/", BLAD, f"{BLAD}geschiedenis/", *(f"{BLAD}inrichten/{deel}" for deel in DELEN)]
STAPPEN = ["voorwaarden/", "voorwaarden/1/vaststellen/", "publiceren/", "terugtrekken/"]


@pytest.mark.usefixtures("oproep")
@pytest.mark.parametrize(
    ("rol", "status"), [(Rol.BEHEERDER, 200), (Rol.MEDEWERKER, 200), (Rol.ADVISEUR, 404), (Rol.ANALIST, 404)]
)
def test_only_staff_set_up_calls(als, rol, status):
    client = als(gebruiker(rol))

    assert [client.get(pad).status_code for pad in PADEN] == [status] * len(PADEN)


@pytest.mark.parametrize("rol", [Rol.ADVISEUR, Rol.ANALIST])
def test_an_adviser_or_analyst_changes_nothing(als, oproep, rol):
    client = als(gebruiker(rol))
    inrichten = [f"{BLAD}inrichten/{stap}" for stap in ("", "plaatsen/", "voorwaarden/1/", *STAPPEN)]

    statussen = [client.post(pad, {"reden": "Proef.", "gezien": ""}).status_code for pad in inrichten]

    assert statussen == [404] * len(inrichten)
    assert Oproep.objects.get() == oproep
    assert oproep.history.count() == 1


@pytest.mark.usefixtures("oproep")
def test_who_is_not_logged_in_is_asked_to(client):
    assert [client.get(pad).url for pad in PADEN] == [f"/inloggen/?next={pad}" for pad in PADEN]


@pytest.mark.usefixtures("oproep")
def test_only_staff_have_the_entrance_in_the_menu(als):
    met = [rol for rol in Rol if "/intake/" in gelezen(als(gebruiker(rol)).get("/")).links]

    assert met == [Rol.BEHEERDER, Rol.MEDEWERKER]


def test_the_checklist_says_what_a_call_still_needs_and_refuses_to_publish(kantoor, concept):
    antwoord = kantoor.post("/intake/nog-leeg/inrichten/publiceren/", follow=True)

    concept.refresh_from_db()
    gezien = gelezen(antwoord).tekst
    assert concept.gepubliceerd_op is None
    assert "De oproep is nog niet klaar om te publiceren." in gezien
    regels = [regel.strip() for regel in gezien.partition("Dit moet in orde zijn:")[2].split("Nog doen:")[1:]]
    assert [regel.partition(".")[0] for regel in regels] == [
        "Er is een inleiding",
        "Er staat waar men met een klacht terechtkan",
        "Het aantal plaatsen is bekend",
        "Er doet minstens één sector mee",
        "Er is een versie van de voorwaarden en criteria vastgesteld",
    ]


def compleet(concept, mo):
    concept.inleiding, concept.klachten = "Voor u.", "Mail ons."
    concept.save()
    Oproepsector.objects.create(oproep=concept, sector=gegevens.sector(), instroom=Instroom.AANMELDEN)
    gegevens.voorwaarden(concept)
    stel_capaciteit(oproep=concept.pk, plaatsen=80, reden="Opdracht.", door=mo, op=concept.opent_op)


def test_a_complete_call_is_published_once_and_taken_back_with_a_reason(kantoor, concept, mo):
    compleet(concept, mo)
    pad = "/intake/nog-leeg/inrichten/"

    for _ in range(2):
        kantoor.post(f"{pad}publiceren/")
    assert Client().get("/oproepen/nog-leeg/").status_code == 200
    zonder_reden = kantoor.post(f"{pad}terugtrekken/", {"reden": " "})
    kantoor.post(f"{pad}terugtrekken/", {"reden": "De minister wacht nog."})

    assert list(zonder_reden.context["form"].errors) == ["reden"]
    assert Client().get("/oproepen/nog-leeg/").status_code == 404
    laatste_twee = concept.history.order_by("-history_id").values_list("history_change_reason", "history_user")[:2]
    assert list(laatste_twee) == [("De minister wacht nog.", mo.pk), ("gepubliceerd", mo.pk)]


def test_the_page_of_a_call_counts_what_hangs_on_it(kantoor, oproep):
    gegevens.plaatsregel(gegevens.ingediend(oproep), "bezet", "aanmelding ontvangen")
    gegevens.aanmelding(oproep)
    bijeenkomst(oproep, "2014-06-20", "thuiszorg")

    pagina = gelezen(kantoor.get(BLAD))

    kop, samen = pagina.tabellen["Plaatsen"]
    assert dict(zip(kop, samen, strict=True)) == {
        "Sector": "Samen", "Plaatsen": "80", "Bezet": "1", "Aangeboden": "0", "Vrij": f"{80 - 1}", "Wachten": "0",
        "Kandidaat": "0",
    }  # fmt: skip
    assert "In de maak 1 Ontvangen 1" in pagina.tekst
    assert "vrijdag 20 juni 2014, 13.00 uur, Utrecht : thuiszorg" in pagina.tekst


def test_the_list_counts_places_and_applications_that_were_sent_in(kantoor, oproep):
    gegevens.ingediend(oproep)
    gegevens.aanmelding(oproep)

    _, regel = gelezen(kantoor.get("/intake/")).tabellen["Oproepen"]

    assert regel[2:] == [
        "Open",
        "vanaf dinsdag 1 april 2014, 00.00 uur, tot en met maandag 30 juni 2014, 23.59 uur",
        "80",
        "1",
    ]


@pytest.mark.usefixtures("oproep")
def test_the_history_says_who_changed_what_when_and_why_with_the_time(kantoor, klok):
    klok.move_to(moment("2014-06-02 16:00"))
    html = kantoor.get(f"{BLAD}inrichten/").content.decode()
    velden = velden_van(html) | {"sluit_op_0": "2014-07-04", "reden": "Veel vragen."}
    kantoor.post(f"{BLAD}inrichten/", velden)

    gezien = gelezen(kantoor.get(f"{BLAD}geschiedenis/")).tekst

    assert (
        "maandag 2 juni 2014, 16.00 uur , door Mo de Medewerker Reden: Veel vragen. Veld Was Werd "
        "Sluit op 01-07-2014, 00.00 uur 05-07-2014, 00.00 uur"
    ) in gezien
    assert "door Mo de Medewerker : 80 erbij. Reden: Zo staat het in de opdracht." in gezien
    assert "Criterium 1 toegevoegd" in gezien


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_pages_take_the_same_number_of_queries_for_1_and_3_of_everything(
    kantoor, oproep, aantal, django_assert_num_queries
):
    for nummer in range(aantal):
        naam = f"sector {nummer}"
        Oproepsector.objects.create(oproep=oproep, sector=gegevens.sector(naam), instroom=Instroom.BIJEENKOMST)
        bijeenkomst(oproep, "2014-06-20", naam)
        gegevens.voorwaarden(oproep, nummer + 2)
        gegevens.ingediend(oproep)
        gegevens.oproep(oproep.programma, slug=f"oproep-{nummer}")
    sessie_account_rol = 3

    for pad, aantal_vragen in (("/intake/", 1), (BLAD, 11), (f"{BLAD}inrichten/plaatsen/", 8)):
        with django_assert_num_queries(sessie_account_rol + aantal_vragen):
            kantoor.get(pad)


def test_staff_keep_the_list_of_sectors_in_the_admin(kantoor, als):
    kantoor.post("/admin/aanmeldingen/sector/add/", {"naam": "jeugdzorg"})

    assert Sector.objects.filter(naam="jeugdzorg").exists()
    assert als(gebruiker(Rol.ANALIST)).post("/admin/aanmeldingen/sector/add/", {"naam": "x"}).status_code == 404
    assert not Sector.objects.filter(naam="x").exists()
