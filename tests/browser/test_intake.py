"""Three ways from an open call to a place in the programme, played from begin to end by everybody who has a part."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from aanmeldingen.models import Aanmelding, Oproep, Plaatsregel
from aanmeldingen.plaatsen.lezen import plek
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.aanmeldingen.formulier.invullen import adres
from tests.aanmeldingen.plaatsen.plaatsboek import BEZET, GEEN, WACHT, ontvangen, oproep_met
from tests.browser.reis import Reis, knop, link_in, op_reis, tekst_van, verwacht
from tests.gegevens import gebruiker

pytestmark = pytest.mark.browser
VRAAG = "Hoe betrekken wij mantelzorgers bij de zorg thuis?"


@pytest.fixture
def reis(pagina_als: Callable[..., Page], live_server, settings) -> Iterator[Reis]:
    settings.WEBADRES = live_server.url
    settings.OPENBAAR_MINSTE_SECONDEN = 0
    with op_reis(pagina_als) as reis:
        yield reis


@pytest.fixture
def mo(stamgegevens: None) -> User:  # noqa: ARG001  # asked for its effect
    return gebruiker(Rol.MEDEWERKER, "Mo Medewerker")


def begin_aanmelding(pagina: Page, oproep: Oproep, organisatie: str, email: str) -> None:
    """From the page of the call; the address and the name of who applies are filled in."""
    pagina.goto(reverse("aanmeldingen:oproep", args=[oproep.slug]))
    pagina.get_by_role("link", name="Meld uw organisatie aan").first.click()
    pagina.get_by_label("Naam van de organisatie").fill(organisatie)
    pagina.get_by_label("KvK-nummer", exact=True).fill("12 34 56 78")
    pagina.get_by_label("Uw naam").fill("Carla Contact")
    pagina.get_by_label("Uw e-mailadres").fill(email)
    knop(pagina, "Beginnen")


def vul_sector_in(pagina: Page, sector: str) -> None:
    pagina.get_by_role("group", name="In welke sector werkt uw organisatie?").get_by_label(sector).check()
    pagina.get_by_label("In welke plaats?").fill("Arnhem")
    knop(pagina, "Bewaren en verder")


def verstuur(pagina: Page) -> None:
    pagina.get_by_label("Ik ga akkoord met deze voorwaarden").check()
    knop(pagina, "Aanmelding versturen")
    verwacht(pagina, "Wij hebben uw aanmelding ontvangen")


def test_number_81_waits_and_takes_the_place_of_who_withdraws(reis: Reis, mo: User) -> None:
    oproep = oproep_met(80, door=mo)
    tachtig = [ontvangen(oproep, f"Zorggroep {nummer}") for nummer in range(1, 81)]

    reis.op("2014-06-10 10:00")
    laatste = stuur_nummer_81_in(reis, oproep)
    assert (plek(laatste).stand, plek(laatste).rang) == (WACHT, 1)

    reis.op("2014-06-11 10:00")
    trek_in_met_link(reis, tachtig[39])
    assert plek(tachtig[39]).stand == GEEN

    reis.op("2014-06-12 10:00")
    neem_aanbod_aan(reis)
    assert plek(laatste).stand == BEZET
    assert [ander for ander in tachtig if plek(ander).stand != BEZET] == [tachtig[39]]

    het_plaatsenboek_klopt(reis.als(mo), oproep)


def stuur_nummer_81_in(reis: Reis, oproep: Oproep) -> Aanmelding:
    """De Brug applies as the 81st; its page and its mail say that it waits."""
    pagina = reis.als()
    begin_aanmelding(pagina, oproep, "Thuiszorg De Brug", "carla@brug.example")
    vul_sector_in(pagina, "thuiszorg")
    knop(pagina, "Bewaren en verder")
    pagina.get_by_label("Aan welke vraag wilt u werken?").fill(VRAAG)
    pagina.get_by_label("Hoeveel medewerkers wilt u bereiken?").fill("25")
    knop(pagina, "Bewaren en verder")
    verstuur(pagina)
    verwacht(pagina, "nummer 81", "U staat op nummer 1 van de wachtlijst.")
    ontvangst = next(tekst for tekst in map(tekst_van, reis.post()) if "ontvangen" in tekst)
    assert "U staat op nummer 1 van de wachtlijst." in ontvangst
    assert pagina.fouten == []
    return Aanmelding.objects.get(oproep=oproep, nummer=81)


def trek_in_met_link(reis: Reis, een: Aanmelding) -> None:
    pagina = reis.als()
    pagina.goto(adres(een))
    pagina.get_by_role("link", name="Aanmelding intrekken").click()
    knop(pagina, "Ja, trek de aanmelding in")
    verwacht(pagina, "Deze aanmelding is ingetrokken")
    assert pagina.fouten == []


def neem_aanbod_aan(reis: Reis) -> None:
    """Two mails went out: that one withdrew, and that number 81 is offered its place."""
    naar_81, naar_40 = sorted(reis.post(), key=lambda mail: str(mail["To"]))
    assert ("brug.example" in naar_81["To"], naar_81["Subject"]) == (True, "Er is een plaats voor u vrij")
    assert ("zorg.example" in naar_40["To"], naar_40["Subject"]) == (True, "Uw aanmelding is ingetrokken")
    pagina = reis.als()
    pagina.goto(link_in(naar_81))
    pagina.get_by_label("Ja, wij willen de plaats").check()
    knop(pagina, "Antwoord versturen")
    verwacht(pagina, "De plaats is voor u")
    assert pagina.fouten == []


def het_plaatsenboek_klopt(pagina: Page, oproep: Oproep) -> None:
    """What the lines add and take, one under the other, is what the page says is free."""
    pagina.goto(reverse("aanmeldingen:plaatsen", args=[oproep.slug]))
    verwacht(pagina, "80 − 80 − 0 = 0", "Er staan geen aanbiedingen open.", "Er wacht niemand.")
    pagina.get_by_role("link", name="Verantwoording om af te drukken").click()
    rijen = pagina.locator("table.plaatsenboek tbody tr")
    vrij_erbij = [int(re.sub(r"[^-\d]", "", tekst.replace("−", "-")) or 0) for tekst in teksten(rijen, 6)]
    vrij_daarna = [int(tekst) for tekst in teksten(rijen, 10)]
    assert [sum(vrij_erbij[: regel + 1]) for regel in range(len(vrij_erbij))] == vrij_daarna
    # 80 places; 80 taken; one waits; one withdraws and its place is offered, and taken
    assert len(vrij_erbij) == Plaatsregel.objects.filter(oproep=oproep).count() == 1 + 80 + 1 + 2 + 1
    assert vrij_daarna[-1] == 0
    assert pagina.fouten == []


def teksten(rijen, kolom: int) -> list[str]:
    return rijen.locator(f":nth-child({kolom})").all_inner_texts()
