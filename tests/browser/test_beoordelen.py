"""The office assesses an application, an adviser reports on a phone, and two people reject: as they see it."""

import datetime
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from playwright.sync_api import expect

from aanmeldingen.models import Aanmelding, Besluit, Besluitsoort, Indiening, Intakegesprek, Oordeel
from mantelzorg.toegang import Rol
from tests.aanmeldingen.beoordelen.gegevens import beoordeel, met_plaats, roep_op
from tests.aanmeldingen.gegevens import aanvulverzoek, besluit
from tests.gegevens import gebruiker

pytestmark = pytest.mark.browser
SMAL = 320
VOLDAAN, NIET = Oordeel.VOLDAAN, Oordeel.NIET_VOLDAAN


@pytest.fixture
def mo(stamgegevens):  # noqa: ARG001  # asked for its effect
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)
    return gebruiker(Rol.MEDEWERKER, "Mo Medewerker")


@pytest.fixture
def ada(mo):  # noqa: ARG001  # after the roles are there
    return gebruiker(Rol.ADVISEUR, "Ada Adviseur")


@pytest.fixture
def linde(mo, ada) -> Aanmelding:
    """De Linde: a talk planned with Ada, an answer that came in, a proposal that was sent back, one that waits."""
    mia = gebruiker(Rol.MEDEWERKER, "Mia Medewerker")
    een = met_plaats(roep_op(mo), "Zorggroep De Linde", kvk="11111111")
    met_plaats(een.oproep, "Zorggroep De Beuk", kvk="11111111")
    inhoud = [["Naam van de organisatie", "Zorggroep De Linde"], ["Vraag waaraan u wilt werken", "Een betere vraag"]]
    verzoek = aanvulverzoek(een, mo)
    verzoek.antwoord = Indiening.objects.create(
        aanmelding=een, nummer=2, op=timezone.now(), inhoud=inhoud, contact=[["Contactpersoon 1", "Carla Contact"]]
    )
    verzoek.afgesloten_op = timezone.now()
    verzoek.save()
    beoordeel(een, mo, NIET, VOLDAAN, VOLDAAN)
    plan(een, ada)
    terug = {"teruggenomen_op": timezone.now(), "teruggenomen_door": mia, "teruggenomen_omdat": "Kijk nog eens."}
    besluit(een, Besluitsoort.AFWIJZEN, mo, None, **terug).criteria.set([een.voorwaarden.criteria.first()])
    return een


def plan(een: Aanmelding, adviseur) -> Intakegesprek:
    """A talk of yesterday."""
    gisteren = timezone.now() - datetime.timedelta(days=1)
    return Intakegesprek.objects.create(
        aanmelding=een, adviseur=adviseur, moment=gisteren, waar="online", inzending=uuid4()
    )


def verstuur(pagina) -> None:
    """Send the form of the page as it is, past what the browser itself would stop."""
    pagina.evaluate("document.querySelectorAll('main form').forEach(f => { f.noValidate = true })")
    pagina.locator("main form button[type=submit]").last.click()


def test_the_list_is_clean_empty_filled_and_with_a_wrong_question(pagina_als, controleer, mo):
    leeg = roep_op(mo)
    pagina = pagina_als(user=mo)
    pagina.goto(f"/intake/{leeg.slug}/aanmeldingen/")
    expect(pagina.get_by_text("Er zijn nog geen aanmeldingen.")).to_be_visible()
    controleer(pagina, "aanmeldingen-leeg")

    for naam in ("Zorggroep De Linde", "Zorggroep De Beuk", "Ziekenhuis aan de Kade"):
        met_plaats(leeg, naam, kvk="11111111")
    pagina.reload()
    controleer(pagina, "aanmeldingen")
    pagina.get_by_label("Signaal").select_option("kvk")
    pagina.get_by_label("Zoeken", exact=True).fill("zorggroep")
    pagina.get_by_role("button", name="Toon aanmeldingen").click()
    expect(pagina.get_by_text("2 aanmeldingen gevonden")).to_be_visible()

    pagina.goto(f"/intake/{leeg.slug}/aanmeldingen/?stand=verzonnen")
    controleer(pagina, "aanmeldingen-fout")


def test_the_page_shows_everything_with_its_forms_open(pagina_als, controleer, mo, linde):
    pagina = pagina_als(user=mo)
    pagina.goto(f"/intake/aanmeldingen/{linde.pk}/")
    controleer(pagina, "aanmelding")
    pagina.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true })")
    controleer(pagina, "aanmelding-open")
    pagina.get_by_role("link", name="Versies naast elkaar").click()
    expect(pagina.get_by_role("cell", name="Een betere vraag")).to_be_visible()
    controleer(pagina, "aanmelding-versies")


def test_every_form_says_what_is_wrong(pagina_als, controleer, mo, linde):
    gesprek, open_ = linde.gesprekken.get(), aanvulverzoek(linde, mo)
    voorstel = besluit(linde, Besluitsoort.AFWIJZEN, mo, None)
    pagina = pagina_als(user=mo)
    basis = f"/intake/aanmeldingen/{linde.pk}"
    for adres in (
        f"{basis}/aanvullen/", f"{basis}/gesprek/", f"{basis}/besluit/afwijzen/", f"{basis}/besluit/toelaten/",
        f"{basis}/intrekken/", f"{basis}/wijzigen/contactpersonen/", f"/intake/gesprekken/{gesprek.pk}/afzeggen/",
        f"/intake/gesprekken/{gesprek.pk}/verslag/", f"{basis}/aanvullen/{open_.pk}/",
        f"/intake/besluiten/{voorstel.pk}/terugsturen/",
    ):  # fmt: skip
        pagina.goto(adres)
        verstuur(pagina)
        expect(pagina.locator("main .melding.fout[role=alert]:not([hidden])").first).to_be_visible()
        controleer(
            pagina, f"fout{adres.replace('/', '-').replace(f'-{linde.pk}-', '-').replace(f'-{gesprek.pk}-', '-')}"
        )
    pagina.goto(f"/intake/gesprekken/{gesprek.pk}/verzetten/")
    pagina.get_by_label("Wanneer").fill("")
    verstuur(pagina)
    expect(pagina.get_by_text("Er is nog niets bewaard.")).to_be_visible()


def test_two_people_reject_and_a_rule_that_is_broken_is_told(pagina_als, controleer, mo, linde):
    pagina = pagina_als(user=mo)
    pagina.goto(f"/intake/aanmeldingen/{linde.pk}/oordelen/")
    pagina.get_by_role("group", name="2. Er is een vraag uit de praktijk").get_by_label("niet voldaan").check()
    pagina.get_by_role("button", name="Oordelen bewaren").click()
    expect(pagina.get_by_text("Schrijf op waarom.").first).to_be_visible()
    controleer(pagina, "oordelen-fout")
    pagina.get_by_label("Reden bij criterium 2").fill("De vraag komt van het bestuur alleen.")
    pagina.get_by_role("button", name="Oordelen bewaren").click()
    expect(pagina.get_by_text("De oordelen zijn bewaard.")).to_be_visible()

    pagina.locator("summary", has_text="Toelaten").click()
    pagina.get_by_label("Toelichting").first.fill("Welkom.")
    pagina.get_by_role("button", name="Toelaten").click()
    expect(pagina.get_by_text("Aan deze criteria is niet voldaan: 1, 2.")).to_be_visible()
    controleer(pagina, "toelaten-kan-niet")

    pagina.goto(f"/intake/aanmeldingen/{linde.pk}/besluit/afwijzen/")
    pagina.get_by_label("2. Er is een vraag uit de praktijk").check()
    pagina.get_by_label("Toelichting").fill("Kom gerust terug met een vraag van medewerkers.")
    pagina.get_by_role("button", name="Afwijzing voorstellen").click()
    expect(pagina.get_by_text("U stelde deze afwijzing voor. Een collega bevestigt haar.")).to_be_visible()

    collega = pagina_als(user=gebruiker(Rol.BEHEERDER, "Anja Beheerder"))
    collega.goto("/taken/")
    collega.get_by_role("link", name="Doen Afwijzing wacht op een tweede").click()
    collega.get_by_role("link", name="Zorggroep De Linde").click()
    controleer(collega, "afwijzing-bevestigen")
    collega.get_by_role("button", name="Afwijzing bevestigen").click()
    expect(collega.get_by_text("De afwijzing geldt.")).to_be_visible()
    controleer(collega, "afgewezen")
    assert Besluit.objects.exclude(bevestigd_op=None).get().bevestigd_door.naam == "Anja Beheerder"


def test_an_adviser_reports_on_a_phone_and_loses_no_text(pagina_als, controleer, ada, linde):
    pagina = pagina_als(user=ada, breedte=SMAL)
    pagina.goto("/taken/")
    pagina.get_by_role("link", name="Doen Gesprek zonder verslag").click()
    pagina.get_by_label("Verslag").fill("Zij willen graag, het bestuur ook.")
    pagina.reload()
    expect(pagina.get_by_label("Verslag")).to_have_value("Zij willen graag, het bestuur ook.")
    controleer(pagina, "verslag")
    pagina.get_by_role("radio", name="toelaten").check()
    pagina.get_by_role("button", name="Verslag bewaren").click()
    expect(pagina.get_by_text("Het verslag is bewaard.")).to_be_visible()

    controleer(pagina, "aanmelding-adviseur")
    assert pagina.locator("main summary").count() == 0
    assert (linde.gesprekken.get().verslag, linde.gesprekken.get().advies) == (
        "Zij willen graag, het bestuur ook.", "toelaten",
    )  # fmt: skip
    assert pagina.evaluate("Object.keys(localStorage).filter(s => s.startsWith('bewaar:')).length") == 0
