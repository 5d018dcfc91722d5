"""A lesson in a browser: written, returned, corrected, accepted, and found by somebody else."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from mantelzorg.toegang import Rol
from praktijken.models import Lesstap, Thema
from tests.gegevens import adviseurschap, experiment, gebruiker, ontwerpvraag, praktijk, programma

pytestmark = pytest.mark.browser
LESSEN = reverse("praktijken:lessen")


@pytest.fixture
def arnhem(stamgegevens):  # noqa: ARG001  # asked for its effect
    """Arnhem, where an experiment stopped early."""
    arnhem = praktijk(programma(einddatum=None, naam="Thuis"), "ARN", naam="Arnhem")
    adviseurschap(arnhem, gebruiker(Rol.ADVISEUR, "Ada Adviseur"))
    vraag = ontwerpvraag(arnhem)
    vraag.themas.add(Thema.objects.create(naam="respijtzorg"), Thema.objects.create(naam="dementie"))
    experiment(
        vraag,
        "ARN-1-1",
        naam="Een logeerweekend",
        eind="2020-03-31",
        afloop="voortijdig gestopt",
        verwachting="Gezinnen komen tot rust.",
        opbrengst="Te weinig mantelzorgers wilden weg.",
    )
    return arnhem


def veld(pagina, naam):
    return pagina.get_by_role("textbox", name=naam)


def knop(pagina, naam):
    return pagina.get_by_role("button", name=naam)


def test_a_lesson_is_returned_corrected_accepted_and_found_elsewhere(pagina_als, controleer, arnhem):
    ada = pagina_als(user=arnhem.adviseurs.get())
    ada.goto(reverse("praktijken:praktijk", args=[arnhem.pk]))
    ada.get_by_role("link", name="Les maken van ARN-1-1").click()
    expect(veld(ada, "Wat kwam eruit?")).to_have_value("Te weinig mantelzorgers wilden weg.")
    controleer(ada, "les-maken")
    veld(ada, "De les in één zin").fill("Kies een weekend dichtbij")
    knop(ada, "Bewaren").click()
    knop(ada, "Voorleggen om te delen").click()
    expect(ada.locator("main")).to_contain_text("Vul eerst in: Wat raadt u anderen aan?")
    ada.get_by_role("link", name="Wijzigen").click()
    veld(ada, "Wat raadt u anderen aan?").fill("Vraag het anderen.")
    knop(ada, "Bewaren").click()
    knop(ada, "Voorleggen om te delen").click()
    expect(ada.locator("main")).to_contain_text("ligt bij het programmabureau")
    controleer(ada, "les-voorgelegd")

    mo = pagina_als(Rol.MEDEWERKER)
    mo.goto(LESSEN)
    mo.get_by_role("link", name="Voorgelegde lessen beoordelen").click()
    controleer(mo, "lessen-voorgelegd")
    mo.get_by_role("link", name="Kies een weekend dichtbij").click()
    controleer(mo, "les-beoordelen")
    veld(mo, "Waarom?").fill("Wat moet een ander nu precies doen?")
    knop(mo, "Terugsturen met deze reden").click()
    expect(mo.locator("main")).to_contain_text("Er wacht geen les op een oordeel.")

    ada.goto(LESSEN)
    ada.get_by_role("link", name="Kies een weekend dichtbij").click()
    expect(ada.locator("main")).to_contain_text("Wat moet een ander nu precies doen?")
    controleer(ada, "les-teruggestuurd")
    ada.get_by_role("link", name="Verbeteren").click()
    veld(ada, "Wat raadt u anderen aan?").fill("Zoek een plek op fietsafstand.")
    knop(ada, "Bewaren").click()
    knop(ada, "Voorleggen om te delen").click()

    mo.goto(reverse("praktijken:lessen-voorgelegd"))
    mo.get_by_role("link", name="Kies een weekend dichtbij").click()
    expect(mo.get_by_role("region", name="Beide versies")).to_contain_text("Zoek een plek op fietsafstand.")
    controleer(mo, "les-naast-elkaar")
    knop(mo, "Accepteren en delen").click()
    expect(mo.locator("main")).to_contain_text("Geaccepteerd.")

    elders = praktijk(programma("elders"), "ELD", naam="Elders")
    cas = gebruiker(Rol.ADVISEUR, "Cas Elders")
    adviseurschap(elders, cas)
    lezer = pagina_als(user=cas)
    lezer.goto(LESSEN)
    controleer(lezer, "lessen")
    lezer.get_by_role("searchbox", name="Zoeken", exact=True).fill("fietsafstand")
    lezer.get_by_role("search", name="Lessen zoeken").get_by_role("button", name="Zoeken").click()
    expect(lezer.locator("mark")).to_have_text("fietsafstand")
    controleer(lezer, "lessen-gevonden")
    lezer.get_by_role("link", name="Kies een weekend dichtbij").click()
    expect(lezer.locator("main")).to_contain_text(re.compile(r"voortijdig gestopt\s+Arnhem"))
    expect(lezer.locator("main")).not_to_contain_text("Wat moet een ander nu precies doen?")
    controleer(lezer, "les-gelezen")
    assert list(Lesstap.objects.values_list("soort", flat=True)) == [
        "voorgelegd", "teruggestuurd", "voorgelegd", "geaccepteerd",
    ]  # fmt: skip


def test_what_is_typed_and_ticked_survives_a_reload(pagina_als, arnhem):
    ada = pagina_als(user=arnhem.adviseurs.get(), breedte=320)
    ada.goto(f"{reverse('praktijken:les-nieuw')}?praktijk={arnhem.pk}")
    veld(ada, "De les in één zin").fill("Bel eerst")
    ada.get_by_role("checkbox", name="dementie").check()

    ada.reload()

    expect(veld(ada, "De les in één zin")).to_have_value("Bel eerst")
    expect(ada.get_by_role("checkbox", name="dementie")).to_be_checked()
    expect(ada.get_by_role("checkbox", name="respijtzorg")).not_to_be_checked()
    knop(ada, "Bewaren").click()
    expect(ada.get_by_role("heading", name="Bel eerst")).to_be_visible()
    assert ada.evaluate("Object.keys(localStorage).filter((sleutel) => sleutel.startsWith('bewaar:')).length") == 0
    assert ada.fouten == []
