"""Interest in a browser: stated, given to an adviser, called, and made an application; and every error on the way."""

import datetime

import pytest
from django.utils import timezone

from aanmeldingen.models import Aanmelding, Belangstelling
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import belangstelling, belangstellingsoproep, contactmoment
from tests.gegevens import gebruiker

pytestmark = pytest.mark.browser
PUBLIEK = "/oproepen/oproep-2014/belangstelling/"


@pytest.fixture
def oproep(stamgegevens, settings):  # noqa: ARG001  # asked for its effect
    """A call that is open now."""
    settings.OPENBAAR_MINSTE_SECONDEN = 0
    nieuw = belangstellingsoproep()
    nieuw.opent_op = timezone.now() - datetime.timedelta(days=10)
    nieuw.sluit_op = timezone.now() + datetime.timedelta(days=10)
    nieuw.save()
    return nieuw


@pytest.mark.usefixtures("oproep")
def test_a_hospital_states_interest_and_is_told_what_is_missing(pagina_als, controleer):
    pagina = pagina_als()
    pagina.goto(PUBLIEK)
    controleer(pagina, "belangstelling-formulier")
    pagina.locator("form.formulier").evaluate("formulier => formulier.noValidate = true")
    pagina.get_by_label("Naam van de organisatie").fill("Ziekenhuis Rijnzicht")
    pagina.get_by_role("button", name="Versturen").click()
    controleer(pagina, "belangstelling-fouten")
    assert pagina.get_by_label("Naam van de organisatie").input_value() == "Ziekenhuis Rijnzicht"

    pagina.get_by_label("Plaats").fill("Arnhem")
    pagina.get_by_label("Uw naam").fill("Zita Zoeker")
    pagina.get_by_label("Uw e-mailadres").fill("zita@ziekenhuis.example")
    pagina.get_by_label("Waar gaat uw belangstelling naar uit?").fill("Ontslag met de mantelzorger erbij.")
    pagina.get_by_role("button", name="Versturen").press("Enter")

    assert pagina.locator("h1").inner_text() == "Dank u wel"
    controleer(pagina, "belangstelling-bedankt")
    assert Belangstelling.objects.get().naam == "Zita Zoeker"


def test_after_closing_it_says_so(pagina_als, controleer, oproep):
    oproep.sluit_op = timezone.now() - datetime.timedelta(hours=1)
    oproep.save()
    pagina = pagina_als()
    pagina.goto(PUBLIEK)

    assert pagina.locator("h1").inner_text() == "Belangstelling tonen kan niet meer"
    controleer(pagina, "belangstelling-gesloten")


def test_the_office_chooses_an_adviser_who_calls_and_makes_an_application(pagina_als, controleer, oproep):
    ada = gebruiker(Rol.ADVISEUR)
    rij = belangstelling(oproep)
    belangstelling(oproep, "Revalidatiecentrum " + "w" * 80, email="zita@ziekenhuis.example", vraag="w" * 400)
    kantoor = pagina_als(Rol.MEDEWERKER)
    kantoor.goto("/intake/belangstelling/?wie=niemand")
    controleer(kantoor, "belangstelling-lijst")
    kantoor.get_by_role("link", name="Ziekenhuis Rijnzicht").click()
    controleer(kantoor, "belangstelling-nieuw")
    kantoor.locator("form[action$='toewijzen/']").evaluate("formulier => formulier.requestSubmit()")
    kantoor.get_by_label("Ada de Adviseur").check()
    kantoor.get_by_role("button", name="Toewijzen").click()
    assert kantoor.locator(".melding.succes").inner_text() == "Ada de Adviseur neemt contact op."

    pagina = pagina_als(user=ada)
    pagina.goto(f"/intake/belangstelling/{rij.pk}/")
    for naam, deel in (("contact", "contact/"), ("uitkomst", "uitkomst/")):
        pagina.locator(f"form[action$='{deel}']").evaluate("f => { f.noValidate = true; f.requestSubmit() }")
        pagina.wait_for_url(f"**/{deel}")
        controleer(pagina, f"belangstelling-fout-{naam}")
    contactmoment(rij, ada, "niet bereikt", verslag="")
    contactmoment(rij, ada)
    pagina.goto(f"/intake/belangstelling/{rij.pk}/")
    pagina.get_by_role("button", name="Maak er een aanmelding van").click()

    assert "Er is een aanmelding begonnen" in pagina.locator(".melding.succes").inner_text()
    controleer(pagina, "belangstelling-aanmelding")
    assert Aanmelding.objects.get().belangstelling == rij


@pytest.mark.usefixtures("oproep")
def test_without_anything_the_list_is_clean(pagina_als, controleer):
    pagina = pagina_als(Rol.ADVISEUR)
    pagina.goto("/intake/belangstelling/")

    controleer(pagina, "belangstelling-leeg")
