"""The admin in a real browser: its pages pass the checks, and its fields can be used by name."""

import pytest
from playwright.sync_api import expect

from mantelzorg.toegang import Rol
from praktijken.models import Experiment, Praktijk
from tests.beheer.pagina import adres
from tests.gegevens import (
    adviseurschap,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    praktijk,
    praktijkpartner,
    programma,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def arnhem(stamgegevens) -> Praktijk:  # noqa: ARG001  # the municipalities it stands in
    arnhem = praktijk(programma(), "ARN", naam="Arnhem", gemeenten=["GM0202"])
    praktijkpartner(arnhem, organisatie("Zorggroep Voorbeeld"))
    experiment(ontwerpvraag(arnhem), "E1", naam="Maatjes")
    return arnhem


def test_every_kind_of_page_passes_the_checks(pagina_als, controleer, arnhem):
    pagina = pagina_als(Rol.BEHEERDER)
    bladzijden = {
        "begin": "/admin/",
        "lijst": adres(Praktijk, "changelist") + "?q=arn",
        "wijzigen": adres(Praktijk, "change", arnhem.pk),
        "toevoegen": adres(Praktijk, "add"),
        "verwijderen": adres(Praktijk, "delete", arnhem.pk),
        "geschiedenis": adres(Praktijk, "history", arnhem.pk),
        "experiment": adres(Experiment, "change", Experiment.objects.get().pk),
    }
    for naam, bladzijde in bladzijden.items():
        antwoord = pagina.goto(bladzijde)
        assert antwoord.status == 200
        controleer(pagina, f"beheer-{naam}")


def test_an_adviser_reads_a_practice_of_another(pagina_als, controleer, arnhem):
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(praktijk(arnhem.programma, "EDE"), ada)
    pagina = pagina_als(user=ada)
    pagina.goto(adres(Praktijk, "change", arnhem.pk))

    expect(pagina.get_by_role("heading", name="Praktijk weergeven")).to_be_visible()
    expect(pagina.get_by_role("button", name="Opslaan")).to_have_count(0)
    controleer(pagina, "beheer-bekijken")


def test_a_relation_is_found_by_typing(pagina_als, arnhem):
    organisatie("Wijkteam Zuid")
    pagina = pagina_als(Rol.MEDEWERKER)
    pagina.goto(adres(Praktijk, "change", arnhem.pk))
    pagina.get_by_role("combobox", name="Organisatie, rij 1").click()
    pagina.get_by_role("searchbox", name="Organisatie, rij 1: zoeken").fill("wijk")
    pagina.get_by_role("option", name="Wijkteam Zuid").click()
    pagina.get_by_role("button", name="Opslaan en opnieuw bewerken").click()
    pagina.wait_for_load_state()

    assert arnhem.partners.get().organisatie.naam == "Wijkteam Zuid"
    assert pagina.fouten == []


def test_the_second_to_save_chooses_on_a_page_that_passes_the_checks(pagina_als, controleer, arnhem):
    anja, mo = pagina_als(Rol.BEHEERDER), pagina_als(Rol.MEDEWERKER)
    for pagina in (anja, mo):
        pagina.goto(adres(Praktijk, "change", arnhem.pk))
    anja.get_by_label("Naam:", exact=True).first.fill("Arnhem-Noord")
    anja.get_by_role("button", name="Opslaan", exact=True).click()
    mo.get_by_label("Kernthema:", exact=True).fill("Rust thuis")
    mo.get_by_role("button", name="Opslaan", exact=True).click()

    expect(mo.get_by_role("heading", name="Iemand anders heeft dit intussen opgeslagen")).to_be_visible()
    controleer(mo, "beheer-botsing")
    mo.get_by_role("button", name="Mijn versie opslaan").first.click()
    mo.wait_for_load_state()

    nu = Praktijk.objects.get(pk=arnhem.pk)
    assert (nu.naam, nu.kernthema) == ("Arnhem", "Rust thuis")
