"""The office's overview in a browser: the list, a bulk action from tick to undo, views by name, search, shortcuts."""

import pytest
from django.urls import reverse

from mantelzorg.toegang import Rol
from praktijken.models import Praktijk
from tests.gegevens import praktijk
from tests.praktijken.overzicht.conftest import maak_wereld

pytestmark = pytest.mark.browser
OVERZICHT = reverse("praktijken:overzicht")


@pytest.fixture
def wereld(stamgegevens):  # noqa: ARG001  # asked for its effect
    """What the overview must bear: a full practice, an empty one, an ended one, long words and Arabic."""
    nieuw = maak_wereld()
    praktijk(nieuw.thuis, "LNG", naam="w" * 300, kernthema="k" * 300)
    praktijk(nieuw.thuis, "ARB", naam="رعاية غير رسمية")
    return nieuw


@pytest.mark.usefixtures("wereld")
def test_the_overview_is_clean(pagina_als, controleer):
    pagina = pagina_als(Rol.MEDEWERKER)

    pagina.goto(OVERZICHT)
    controleer(pagina, "overzicht-medewerker")
    pagina.get_by_text("Kolommen kiezen").click()
    pagina.get_by_text("Weergaven", exact=True).click()
    for vakje in pagina.locator(".kolomkeuze input").all():
        vakje.check()
    pagina.get_by_role("button", name="Toon praktijken").click()
    controleer(pagina, "overzicht-alle-kolommen")


@pytest.mark.usefixtures("stamgegevens")
def test_a_wrong_filter_of_the_overview_is_clean(pagina_als, controleer):
    pagina = pagina_als(Rol.MEDEWERKER)

    pagina.goto(f"{OVERZICHT}?op=gisteren&kolommen=x")
    controleer(pagina, "overzicht-fout")


def test_a_bulk_action_is_chosen_looked_at_done_and_undone(pagina_als, controleer, wereld):
    pagina = pagina_als(Rol.MEDEWERKER)

    pagina.goto(OVERZICHT)
    pagina.get_by_role("checkbox", name="Kies Arnhem (ARN)").check()
    pagina.get_by_role("checkbox", name="Kies Breda (BRE)").check()
    pagina.get_by_label("Wat wilt u doen?").select_option(label="Einddatum en afloop zetten")
    pagina.get_by_role("button", name="Verder").click()
    pagina.get_by_label("Einddatum").fill("2020-06-30")
    pagina.get_by_label("Afloop").select_option("afgerond")
    pagina.get_by_label("Reden").fill("Het programma is voorbij")
    controleer(pagina, "bulk-invullen")
    pagina.get_by_role("button", name="Bekijk wat er verandert").click()
    controleer(pagina, "bulk-voorbeeld")
    pagina.get_by_role("button", name="Bevestigen: 1 praktijk wijzigen").click()
    assert Praktijk.objects.get(pk=wereld.arnhem.pk).afloop == "afgerond"
    controleer(pagina, "bulk-gedaan")
    pagina.get_by_role("button", name="Ongedaan maken").click()
    controleer(pagina, "bulk-ongedaan")
    assert Praktijk.objects.get(pk=wereld.arnhem.pk).afloop == ""
    pagina.get_by_role("link", name="Meer praktijken tegelijk gewijzigd").click()
    controleer(pagina, "bulkacties")


@pytest.mark.usefixtures("wereld")
def test_a_view_is_kept_opened_and_renamed(pagina_als, controleer):
    pagina = pagina_als(Rol.MEDEWERKER)

    pagina.goto(f"{OVERZICHT}?status=actief&kolommen=code")
    pagina.get_by_text("Weergaven", exact=True).click()
    pagina.get_by_role("textbox", name="Naam").fill("Alleen actief")
    pagina.get_by_role("button", name="Weergave bewaren").click()
    pagina.goto(OVERZICHT)
    pagina.get_by_text("Weergaven", exact=True).click()
    pagina.get_by_role("link", name="Alleen actief").click()
    assert pagina.url.endswith("?status=actief&kolommen=code")
    pagina.goto(reverse("praktijken:weergaven"))
    pagina.get_by_role("textbox", name="Naam").fill("Actief")
    pagina.get_by_role("button", name="Hernoemen").click()
    assert pagina.get_by_role("link", name="Actief").is_visible()
    controleer(pagina, "weergaven")


@pytest.mark.usefixtures("wereld")
def test_slash_goes_to_the_search_box_and_no_name_gets_into_the_address(pagina_als, controleer):
    pagina = pagina_als(Rol.MEDEWERKER)

    pagina.goto(OVERZICHT)
    pagina.keyboard.press("/")
    pagina.keyboard.type("geheim")
    pagina.keyboard.press("Enter")

    pagina.wait_for_url(f"**{reverse('praktijken:zoek')}")
    assert pagina.get_by_role("link", name="D1 Gerda Geheim").is_visible()
    controleer(pagina, "zoeken")
    pagina.get_by_label("Zoekwoorden").fill("bestaatniet")
    pagina.keyboard.press("Enter")
    assert pagina.get_by_role("status").inner_text().startswith("Niets gevonden")
    controleer(pagina, "zoeken-niets")


@pytest.mark.usefixtures("wereld")
def test_g_and_a_letter_lead_to_a_page_of_the_menu(pagina_als):
    pagina = pagina_als(Rol.ANALIST)

    pagina.goto("/")
    pagina.keyboard.press("g")
    pagina.keyboard.press("o")
    pagina.wait_for_url("**/overzicht/")
    assert pagina.locator("h1").inner_text() == "Overzicht"

    programma = pagina.locator("summary", has_text="Programma")
    programma.press("Enter")
    assert pagina.get_by_role("link", name="Praktijken", exact=True).is_visible()
    pagina.keyboard.press("Escape")
    assert not pagina.get_by_role("link", name="Praktijken", exact=True).is_visible()
    assert programma.evaluate("veld => veld === document.activeElement")


def test_shortcuts_are_listed_and_can_be_switched_off(pagina_als, controleer):
    pagina = pagina_als(Rol.ANALIST)

    pagina.goto(OVERZICHT)
    pagina.keyboard.press("?")
    controleer(pagina, "sneltoetsen")
    pagina.get_by_label("Sneltoetsen gebruiken op dit apparaat").uncheck()
    pagina.keyboard.press("Escape")
    pagina.reload()
    pagina.keyboard.press("/")
    pagina.keyboard.press("?")

    assert pagina.evaluate("document.activeElement.tagName") == "BODY"
    assert not pagina.get_by_role("dialog").is_visible()
    pagina.get_by_role("link", name="Sneltoetsen").click()
    assert pagina.get_by_role("dialog", name="Sneltoetsen").is_visible()
