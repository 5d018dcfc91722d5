"""Calls in a browser: the office sets one up and publishes it, and a visitor reads it, in every state."""

import datetime

import pytest
from django.utils import timezone

from aanmeldingen.models import Instroom, Oproep, Oproepsector
from aanmeldingen.plaatsen.acties import stel_capaciteit
from mantelzorg.toegang import Rol
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.oproepen.test_openbaar import bijeenkomst
from tests.gegevens import gebruiker

pytestmark = pytest.mark.browser
DAG = datetime.timedelta(days=1)


@pytest.mark.usefixtures("stamgegevens")
def test_the_office_sets_up_a_call_and_a_visitor_reads_it(pagina_als, controleer):
    programma = gegevens.programma_2014()
    programma.capaciteit = 80
    programma.save()
    for naam in ("ouderenzorg", "thuiszorg", "ziekenhuis"):
        gegevens.sector(naam)
    straks = timezone.localdate() + 30 * DAG
    pagina = pagina_als(Rol.MEDEWERKER)

    pagina.goto("/intake/")
    controleer(pagina, "intake-leeg")
    pagina.get_by_role("link", name="Nieuwe oproep").click()
    pagina.get_by_label("Van welk programma is de oproep?").select_option("2014")
    controleer(pagina, "intake-programma")
    pagina.get_by_role("button", name="Verder").click()
    pagina.get_by_role("button", name="Bewaren").click()
    controleer(pagina, "intake-nieuw-leeg")
    vul_in(pagina, straks - DAG, straks - DAG)
    pagina.get_by_label("Tijd").nth(1).fill("00:00")
    pagina.get_by_label("Tijd").first.fill("12:00")
    pagina.get_by_role("button", name="Bewaren").click()
    pagina.get_by_text("De oproep sluit voordat hij opent.").wait_for()
    controleer(pagina, "intake-nieuw-fout")
    vul_in(pagina, timezone.localdate() - DAG, straks)
    pagina.get_by_label("Tijd").nth(1).fill("")
    pagina.get_by_role("button", name="Bewaren").click()

    richt_in(pagina, controleer)
    publiceer(pagina, controleer)

    bezoeker = pagina_als()
    bezoeker.goto("/")
    controleer(bezoeker, "start-met-oproep")
    bezoeker.get_by_role("link", name="In voor mantelzorg 2014").click()
    bezoeker.get_by_text("De oproep is open.").wait_for()
    assert bezoeker.get_by_role("link", name="Meld uw organisatie aan").is_visible()


def richt_in(pagina, controleer):
    """Places, sectors and the conditions, each wrong at first."""
    pagina.get_by_role("heading", name="Publiceren").wait_for()
    controleer(pagina, "intake-oproep-concept")
    pagina.get_by_role("link", name="Plaatsen en sectoren wijzigen").click()
    pagina.get_by_label("Quotum per sector").check()
    pagina.get_by_label("Thuiszorg: hoe doet men mee?").select_option("aanmelden")
    pagina.get_by_label("Ziekenhuis: hoe doet men mee?").select_option("belangstelling")
    pagina.get_by_label("Ziekenhuis: quotum").fill("90")
    pagina.get_by_label("Reden").fill("Zo staat het in de opdracht.")
    pagina.get_by_role("button", name="Bewaren").click()
    pagina.get_by_text("De quota zijn samen 90.").wait_for()
    controleer(pagina, "intake-plaatsen-fout")
    pagina.get_by_label("Ziekenhuis: quotum").fill("10")
    pagina.get_by_role("button", name="Bewaren").click()
    pagina.get_by_role("button", name="Eerste versie schrijven").click()
    controleer(pagina, "intake-versie-leeg")
    pagina.get_by_label("Voorwaarden", exact=True).fill("U werkt twintig maanden mee.\n\nUw bestuur steunt het.")
    pagina.get_by_label("Criterium 1", exact=True).fill("Uw organisatie levert zorg")
    pagina.get_by_label("Toelichting bij criterium 2").fill("Zonder criterium.")
    pagina.get_by_role("button", name="Bewaren").click()
    pagina.get_by_text("Bij deze toelichting staat geen criterium.").wait_for()
    controleer(pagina, "intake-versie-fout")
    pagina.get_by_label("Toelichting bij criterium 2").fill("")
    pagina.get_by_role("button", name="Bewaren").click()


def publiceer(pagina, controleer):
    """The version holds, the call is published, and its other pages are looked at."""
    pagina.get_by_role("button", name="Versie 1 vaststellen").click()
    controleer(pagina, "intake-oproep-klaar")
    pagina.get_by_role("button", name="Publiceren").click()
    pagina.get_by_text("De oproep is gepubliceerd.").wait_for()
    controleer(pagina, "intake-oproep-gepubliceerd")
    pagina.get_by_role("link", name="Versie 1", exact=True).click()
    controleer(pagina, "intake-versie-vast")
    for deel in ("geschiedenis", "inrichten/terugtrekken"):
        pagina.goto(f"/intake/2014/{deel}/")
        controleer(pagina, f"intake-{deel.rpartition('/')[2]}")
    pagina.goto("/intake/")
    controleer(pagina, "intake-gevuld")


def vul_in(pagina, opent, sluit):
    pagina.get_by_label("Inleiding").fill("Voor organisaties die beter willen samenwerken met mantelzorgers.")
    pagina.get_by_label("Dag").first.fill(opent.isoformat())
    pagina.get_by_label("Dag").nth(1).fill(sluit.isoformat())
    pagina.get_by_label("E-mailadres voor vragen").fill("bureau@voorbeeld.example")
    pagina.get_by_label("Klachten").fill("Bel het bureau en vraag naar de klachtencommissie.")


@pytest.mark.usefixtures("stamgegevens")
def test_two_people_of_the_office_change_the_same_call(pagina_als, controleer):
    maak_oproep()
    mo, bo = pagina_als(Rol.MEDEWERKER), pagina_als(Rol.BEHEERDER)
    for deel, veld, van_mo, van_bo in (
        ("", "Naam", "Naam van Mo", "Naam van Bo"),
        ("plaatsen/", "Aantal plaatsen", "70", "60"),
    ):
        for pagina, waarde in ((mo, van_mo), (bo, van_bo)):
            pagina.goto(f"/intake/oproep-2014/inrichten/{deel}")
            pagina.get_by_label(veld).fill(waarde)
            pagina.get_by_label("Reden").fill("Proef.")
        mo.get_by_role("button", name="Bewaren").click()
        bo.get_by_role("button", name="Bewaren").click()
        bo.get_by_role("button", name="Mijn versie bewaren").wait_for()
        controleer(bo, f"intake-botsing-{deel.strip('/') or 'gegevens'}")
        bo.get_by_role("button", name="Mijn versie bewaren").click()

    assert Oproep.objects.get().naam == "Naam van Bo"


@pytest.mark.usefixtures("stamgegevens")
def test_a_visitor_reads_a_call_before_while_and_after_it_is_open(pagina_als, controleer):
    oproep = maak_oproep()
    gegevens.voorwaarden(oproep, 2, ["Uw organisatie levert zorg of welzijn", "Uw bestuur doet mee"])
    nu = timezone.now()
    standen = (("straks", nu + DAG, nu + 9 * DAG), ("open", nu - DAG, nu + DAG), ("gesloten", nu - 9 * DAG, nu - DAG))
    for naam, opent, sluit in standen:
        oproep.opent_op, oproep.sluit_op = opent, sluit
        oproep.save()
        pagina = pagina_als()  # a browser keeps the list for a minute
        for waar, pad in (("oproep", "/oproepen/oproep-2014/"), ("oproepen", "/oproepen/")):
            pagina.goto(pad)
            controleer(pagina, f"{waar}-{naam}")
    for nummer in (1, 2):
        pagina.goto(f"/oproepen/oproep-2014/voorwaarden/{nummer}/")
        controleer(pagina, f"oproep-voorwaarden-{nummer}")
    for naam in ("toegankelijkheid", "privacy", "contact"):
        pagina.get_by_role("link", name=naam.capitalize(), exact=True).last.click()
        controleer(pagina, f"voet-{naam}")


@pytest.mark.usefixtures("stamgegevens")
def test_a_call_that_is_not_published_shows_the_office_how_it_will_be(pagina_als, controleer):
    oproep = maak_oproep()
    oproep.gepubliceerd_op = None
    oproep.save()
    pagina = pagina_als(Rol.MEDEWERKER)

    pagina.goto("/oproepen/oproep-2014/")

    controleer(pagina, "oproep-concept")


def maak_oproep() -> Oproep:
    """Open in 2014, with three ways of joining, 2 places of which one is taken, and a meeting to come."""
    oproep = gegevens.oproep(
        inleiding="Voor organisaties die beter willen samenwerken met mantelzorgers.",
        klachten="Bel het bureau en vraag naar de klachtencommissie.",
        contact_telefoon="030 123 45 67",
    )
    for naam, instroom in (("ouderenzorg", Instroom.BIJEENKOMST), ("ziekenhuis", Instroom.BELANGSTELLING)):
        Oproepsector.objects.create(oproep=oproep, sector=gegevens.sector(naam), instroom=instroom)
    door = gebruiker(Rol.BEHEERDER, "Bea Bureau")
    stel_capaciteit(oproep=oproep.pk, plaatsen=2, reden="Proef.", door=door, op=oproep.opent_op)
    gegevens.plaatsregel(gegevens.ingediend(oproep), "bezet", "aanmelding ontvangen")
    bijeenkomst(oproep, f"{timezone.localdate() + 7 * DAG}", "ouderenzorg")
    return oproep
