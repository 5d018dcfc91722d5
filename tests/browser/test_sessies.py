"""A session on the table: planned on a laptop, and a list of attendance taken over on a phone with the keyboard."""

import datetime

import pytest
from playwright.sync_api import expect

from deelnemers.models import Deelnemer
from mantelzorg.klok import vandaag
from mantelzorg.toegang import Rol
from praktijken.models import Aanwezigheid, Afspraak, Deelname, Ontwerpvraag, Praktijk, Sessie, Thema
from tests.gegevens import adviseurschap, deelname, deelnemer, gebruiker, praktijk, programma, sessie

pytestmark = pytest.mark.browser
SMAL = 320


@pytest.fixture
def ada(stamgegevens):  # noqa: ARG001  # asked for its effect
    """Guides Arnhem, which has no startdatum yet; Gerda and Pieter take part."""
    ada = gebruiker(Rol.ADVISEUR)
    arnhem = praktijk(programma(einddatum=None), "ARN", naam="Arnhem", start=None, gemeenten=["GM0202"])
    adviseurschap(arnhem, ada)
    Thema.objects.create(naam="respijtzorg")
    for nummer, naam in (("D1", "Gérda de Groot"), ("D2", "Pieter Jansen")):
        deelname(deelnemer(arnhem.programma, nummer, naam=naam), arnhem)
    return ada


def test_a_startbijeenkomst_is_planned_and_worded_on_a_laptop(pagina_als, controleer, ada):
    pagina = pagina_als(user=ada)
    dag = vandaag().isoformat()
    pagina.goto("/mijn/")
    pagina.get_by_role("link", name="Sessie houden met Arnhem").click()
    pagina.get_by_label("Soort").select_option("startbijeenkomst")
    controleer(pagina, "sessie-nieuw")
    pagina.get_by_role("button", name="Bewaren").click()
    expect(pagina.get_by_text("heeft nog geen startdatum")).to_be_visible()
    controleer(pagina, "sessie-startdatum")
    pagina.get_by_role("button", name="Bewaren").click()

    pagina.get_by_role("textbox", name="Kernthema", exact=True).fill("Samen zorgen")
    pagina.reload()
    expect(pagina.get_by_role("textbox", name="Kernthema", exact=True)).to_have_value("Samen zorgen")
    pagina.get_by_role("button", name="Kernthema bewaren").click()
    expect(pagina.get_by_text("Bewaard: kernthema van Arnhem.")).to_be_visible()
    pagina.get_by_text("Ontwerpvraag toevoegen").click()
    pagina.get_by_role("textbox", name="Ontwerpvraag", exact=True).fill("Wie neemt het over?")
    pagina.get_by_label("respijtzorg").check()
    pagina.get_by_role("button", name="Vraag toevoegen").click()
    expect(pagina.get_by_text("Ontwerpvraag 1 staat erbij.")).to_be_visible()
    pagina.locator("summary", has_text="Afspraak toevoegen").click()
    pagina.get_by_role("textbox", name="Afspraak", exact=True).fill("Huisarts uitnodigen")
    pagina.get_by_role("button", name="Afspraak toevoegen").click()
    expect(pagina.get_by_text("De afspraak staat erbij.")).to_be_visible()
    controleer(pagina, "sessie")

    assert Praktijk.objects.get().startdatum.isoformat() == dag
    assert (Praktijk.objects.get().kernthema, Afspraak.objects.get().wat) == ("Samen zorgen", "Huisarts uitnodigen")
    assert [thema.naam for thema in Ontwerpvraag.objects.get().themas.all()] == ["respijtzorg"]
    assert pagina.evaluate("Object.keys(localStorage).filter((sleutel) => sleutel.startsWith('bewaar:')).length") == 0
    pagina.goto("/sessies/")
    controleer(pagina, "sessies")


def test_a_list_is_taken_over_on_a_phone_with_the_keyboard(pagina_als, controleer, ada):
    gisteren = vandaag() - datetime.timedelta(days=1)
    tafel = sessie(Praktijk.objects.get(), datum=gisteren.isoformat())
    pagina = pagina_als(user=ada, breedte=SMAL)
    toets = pagina.keyboard
    pagina.goto(f"/sessies/{tafel.pk}/")

    pagina.get_by_label("Plak de presentielijst").focus()
    toets.insert_text("Naam;Aanwezig\nGerda de Groot;nee\nPieter Janssen;ja\nNienke Nieuw;weet niet")
    toets.press("Tab")  # bestand
    toets.press("Tab")
    toets.press("Enter")
    expect(pagina.get_by_text("Gevonden: 1. Nog te bekijken: 2.")).to_be_visible()
    controleer(pagina, "sessie-lijst")
    pagina.set_viewport_size({"width": SMAL, "height": 900})
    pagina.get_by_role("button", name="Presentielijst bewaren").focus()
    toets.press("Enter")  # Pieter has not been chosen: the browser asks
    pagina.get_by_role("group", name="Pieter Janssen").get_by_role("radio").first.focus()
    toets.press("Space")
    pagina.get_by_role("button", name="Presentielijst bewaren").focus()
    toets.press("Enter")  # of Nienke one must say whether she came
    nienke = pagina.get_by_label("Was deze persoon er? (Nienke Nieuw)")
    expect(nienke).to_have_attribute("aria-invalid", "true")
    controleer(pagina, "sessie-lijst-onbekend")
    pagina.set_viewport_size({"width": SMAL, "height": 900})
    nienke.select_option("aanwezig")
    pagina.get_by_role("button", name="Presentielijst bewaren").focus()
    toets.press("Enter")
    gezegd = "De presentielijst is bewaard. Aanwezig: 2. Niet gekomen: 1. Nieuw: 1."
    expect(pagina.get_by_text(gezegd)).to_be_visible()
    controleer(pagina, "sessie-aanwezig")

    assert dict(Aanwezigheid.objects.values_list("deelnemer__naam", "stand")) == {
        "Gérda de Groot": "niet gekomen",
        "Pieter Jansen": "aanwezig",
        "Nienke Nieuw": "aanwezig",
    }
    nieuw = Deelname.objects.get(deelnemer=Deelnemer.objects.get(naam="Nienke Nieuw"))
    assert (nieuw.vanaf, nieuw.organisatietype, Sessie.objects.count()) == (gisteren, None, 1)
