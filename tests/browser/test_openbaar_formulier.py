"""What keeps robots from the public forms, as a person meets it; and sending twice, by impatience or a broken line."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from aanmeldingen.models import Aanmelding, Bijeenkomst, Inschrijving, Oproep
from aanmeldingen.openbaar.bescherming import IN_DE_VAL, TE_SNEL
from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht
from tests.aanmeldingen.bijeenkomsten.avond import bijeenkomst
from tests.aanmeldingen.formulier.invullen import adres
from tests.aanmeldingen.gegevens import aanmelding
from tests.aanmeldingen.plaatsen.plaatsboek import oproep_met
from tests.browser.reis import knop

pytestmark = pytest.mark.browser
DAG = datetime.timedelta(days=1)
BEGIN = {
    "Naam van de organisatie": "Thuiszorg De Brug",
    "KvK-nummer": "12 34 56 78",
    "Uw naam": "Carla Contact",
    "Uw e-mailadres": "carla@brug.example",
}
KOMEN = {"Uw naam": "Carla Contact", "E-mailadres": "carla@brug.example", "Organisatie": "Thuiszorg De Brug"}


@pytest.fixture
def oproep(stamgegevens, settings) -> Oproep:  # noqa: ARG001  # asked for its effect
    """A call with one place that is open now; forms may be sent at once."""
    settings.OPENBAAR_MINSTE_SECONDEN = 0
    nieuw = oproep_met(1)
    nieuw.opent_op, nieuw.sluit_op = timezone.now() - 30 * DAG, timezone.now() + 10 * DAG
    nieuw.save()
    nieuw.voorwaarden.update(vastgesteld_op=nieuw.opent_op)
    return nieuw


@pytest.fixture
def avond(oproep: Oproep) -> Bijeenkomst:
    return bijeenkomst(oproep, datum=vandaag() + 9 * DAG)


def open_begin(pagina: Page, oproep: Oproep) -> None:
    pagina.goto(reverse("aanmeldingen:aanmelden", args=[oproep.slug]))
    vul_in(pagina, BEGIN)


def open_komen(pagina: Page, avond: Bijeenkomst) -> None:
    pagina.goto(reverse("aanmeldingen:bijeenkomst-inschrijven", args=[avond.oproep.slug, avond.pk]))
    vul_in(pagina, KOMEN)
    pagina.get_by_label("Sector").select_option("thuiszorg")


def vul_in(pagina: Page, velden: dict[str, str]) -> None:
    for label, waarde in velden.items():
        pagina.get_by_label(label, exact=True).fill(waarde)


def staat_er(pagina: Page, velden: dict[str, str]) -> bool:
    return {label: pagina.get_by_label(label, exact=True).input_value() for label in velden} == velden


def test_who_is_too_fast_or_falls_in_the_trap_sends_it_again_as_it_is(pagina_als, controleer, settings, oproep):
    settings.OPENBAAR_MINSTE_SECONDEN = 3600
    pagina = pagina_als()
    open_begin(pagina, oproep)
    knop(pagina, "Beginnen")
    expect(pagina.get_by_role("alert")).to_contain_text(TE_SNEL)
    assert staat_er(pagina, BEGIN)
    controleer(pagina, "openbaar-te-snel")
    settings.OPENBAAR_MINSTE_SECONDEN = 0
    pagina.locator("[name=website]").evaluate("veld => { veld.value = 'https://reclame.example' }")
    knop(pagina, "Beginnen")
    expect(pagina.get_by_role("alert")).to_contain_text(IN_DE_VAL)
    assert staat_er(pagina, BEGIN)
    controleer(pagina, "openbaar-in-de-val")
    knop(pagina, "Beginnen")

    expect(pagina.get_by_role("heading", level=1)).to_have_text("Sector, plaats en partners")
    assert Aanmelding.objects.get().organisatie == "Thuiszorg De Brug"


def test_who_sends_too_often_gets_everything_typed_back_to_copy(pagina_als, controleer, settings, avond):
    settings.OPENBAAR_TEMPO = settings.OPENBAAR_TEMPO | {"inschrijven": 0}
    pagina = pagina_als()
    open_komen(pagina, avond)
    knop(pagina, "Inschrijven")

    expect(pagina.get_by_role("heading", level=1)).to_have_text("Even wachten")
    getypt = [veld.input_value() for veld in pagina.locator("main textarea").all()]
    assert getypt == [*KOMEN.values(), "thuiszorg"]
    controleer(pagina, "openbaar-te-vaak")
    assert Inschrijving.objects.count() == 0


def ongeduldig(pagina: Page, naam: str) -> None:
    """The answer keeps waiting, and one presses the button again."""
    pagina.route("**", lambda route: route.fetch(max_redirects=0), times=1)
    pagina.get_by_role("button", name=naam, exact=True).focus()
    with pagina.expect_request(lambda verzoek: verzoek.method == "POST"):
        pagina.keyboard.press("Enter")
    pagina.keyboard.press("Enter")


def verbroken(pagina: Page, naam: str) -> None:
    """The server has it and the line breaks before its answer; the browser sends it again."""

    def breek(route) -> None:
        route.fetch(max_redirects=0)
        route.abort("connectionreset")

    pagina.route("**", breek, times=1)
    knop(pagina, naam)
    pagina.wait_for_url("chrome-error://**")
    pagina.reload()


@pytest.mark.parametrize("stuur", [ongeduldig, verbroken])
def test_what_is_sent_twice_counts_once(pagina_als, oproep, avond, stuur):
    pagina, verstuurd = pagina_als(), []
    pagina.on("request", lambda verzoek: verstuurd.append(verzoek.method))
    open_begin(pagina, oproep)
    stuur(pagina, "Beginnen")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Sector, plaats en partners")
    begonnen = Aanmelding.objects.get()
    compleet = aanmelding(oproep)
    pagina.goto(adres(compleet, "controleren"))
    pagina.get_by_label("Ik ga akkoord met deze voorwaarden").check()
    stuur(pagina, "Aanmelding versturen")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Uw aanmelding, nummer 1")
    open_komen(pagina, avond)
    stuur(pagina, "Inschrijven")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Kijk in uw mail")

    assert verstuurd.count("POST") == 2 * 3
    assert set(Aanmelding.objects.all()) == {begonnen, compleet}
    assert [regel.aanmelding for regel in oproep.plaatsregels.exclude(aanmelding=None)] == [compleet]
    assert Inschrijving.objects.count() == 1
    assert list(Bericht.objects.order_by("pk").values_list("soort", flat=True)) == [
        "aanmelding begonnen", "aanmelding ontvangen", "inschrijving",
    ]  # fmt: skip
