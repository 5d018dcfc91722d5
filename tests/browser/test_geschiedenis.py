"""A week later: somebody reads what changed, compares two moments and puts back, in a browser."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from mantelzorg.toegang import Rol
from praktijken.models import Praktijkpartner
from tests.gegevens import adviseurschap, experiment, gebruiker, ontwerpvraag, organisatie, praktijk, programma

pytestmark = pytest.mark.browser


@pytest.fixture
def arnhem(stamgegevens):  # noqa: ARG001  # asked for its effect
    arnhem = praktijk(programma(), "ARN", naam="Arnhem", kernthema="Samen zorgen")
    experiment(ontwerpvraag(arnhem, 1, vraag="Hoe delen wij de zorg?"), "E1", naam="رعاية " + "w" * 200)
    Praktijkpartner.objects.create(praktijk=arnhem, organisatie=organisatie("Zorggroep"), vanaf="2019-09-02")
    return arnhem


def test_a_kernthema_is_changed_compared_and_put_back(pagina_als, controleer, arnhem):
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(arnhem, ada)
    pagina = pagina_als(user=ada)
    pagina.goto(reverse("praktijken:blad-kernthema", args=[arnhem.pk]))
    pagina.get_by_label("Kernthema", exact=True).fill("Iets heel anders")
    pagina.get_by_label("Reden").fill("Per ongeluk")
    pagina.get_by_role("button", name="Bewaren").click()

    pagina.get_by_role("link", name="Geschiedenis", exact=True).first.click()
    expect(pagina.get_by_role("heading", name="Geschiedenis van Praktijk ARN Arnhem")).to_be_visible()
    expect(pagina.get_by_text("Reden: Per ongeluk")).to_be_visible()
    controleer(pagina, "geschiedenis-praktijk")

    pagina.get_by_role("link", name="Twee momenten vergelijken").click()
    keuzes = pagina.get_by_label("Of van versie").locator("option")
    pagina.get_by_label("Of van versie").select_option(index=keuzes.count() - 1)
    pagina.get_by_role("button", name="Vergelijken").click()
    rij = pagina.get_by_role("row").filter(has_text="Kernthema")
    expect(rij.get_by_role("cell")).to_have_text(["Samen zorgen", "Iets heel anders"])
    controleer(pagina, "geschiedenis-vergelijken")
    pagina.get_by_label("Van dag").fill("2020-06-30")
    pagina.get_by_role("button", name="Vergelijken").click()
    expect(pagina.get_by_text("Kies een dag of een versie: één van de twee.")).to_be_visible()
    controleer(pagina, "geschiedenis-vergelijken-fout")

    pagina.get_by_role("link", name="Geschiedenis", exact=True).click()
    pagina.get_by_role("link", name=re.compile("Zo terugzetten.*Praktijk ARN")).first.click()
    pagina.get_by_role("button", name="Terugzetten").click()  # without a reason the browser stays
    controleer(pagina, "geschiedenis-terugzetten")
    pagina.get_by_label("Reden").fill("Toch niet")
    pagina.get_by_role("button", name="Terugzetten").click()

    expect(pagina.get_by_text("Teruggezet.")).to_be_visible()
    expect(pagina.get_by_text(": Toch niet")).to_be_visible()
    arnhem.refresh_from_db()
    assert arnhem.kernthema == "Samen zorgen"
