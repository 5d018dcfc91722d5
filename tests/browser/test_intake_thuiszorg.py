"""A home-care organisation, from an information meeting to a practice in its adviser's workspace."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from aanmeldingen.models import Aanmelding, Bijeenkomst, Instroom
from aanmeldingen.plaatsen.lezen import plek
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.models import Praktijk
from tests.aanmeldingen.bijeenkomsten.avond import afspraak, bijeenkomst, velden
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.plaatsen.plaatsboek import BEVESTIGD, BEZET, oproep_met
from tests.browser.reis import Reis, knop, link_in, open_deel, tekst_van, verder_naar, verstuur_aanmelding, verwacht
from tests.gegevens import deelname, deelnemer, gebruiker, organisatietype, praktijk

pytestmark = pytest.mark.browser
CIJFERS = "/api/v1/indicatoren/23?programma=2014&peildatum=2014-08-31"
ZORG, WELZIJN = "(Thuis)zorgorganisatie", "Welzijnsorganisatie"
CARLA = "carla@brug.example"
VRAAG = "Hoe betrekken wij mantelzorgers bij de zorg thuis?"
BETER = "Hoe betrekken wij mantelzorgers bij de zorg thuis, ook als zij ver weg wonen?"


@pytest.fixture
def mo(stamgegevens: None) -> User:  # noqa: ARG001  # asked for its effect
    return gebruiker(Rol.MEDEWERKER, "Mo Medewerker")


@pytest.fixture
def ada(mo: User) -> User:  # noqa: ARG001  # after the roles are there
    return gebruiker(Rol.ADVISEUR, "Ada Adviseur")


@pytest.fixture
def avond(mo: User) -> Bijeenkomst:
    """24 June 2014, in a call in which home care comes to a meeting first; the programme has one practice already."""
    oproep = oproep_met(2, door=mo)
    oproep.oproepsectoren.filter(sector__naam="thuiszorg").update(instroom=Instroom.BIJEENKOMST)
    zorg, _ = organisatietype(ZORG), organisatietype(WELZIJN)
    eerste = praktijk(oproep.programma, "UTR", start="2014-02-03")
    deelname(deelnemer(oproep.programma, "D1"), eerste, organisatietype=zorg, vanaf="2014-02-03")
    return bijeenkomst(oproep)


def test_home_care_comes_to_a_meeting_applies_and_appears_with_its_adviser(
    reis: Reis, mo: User, ada: User, avond: Bijeenkomst
) -> None:
    vera = gebruiker(Rol.ANALIST, "Vera van VWS")
    vooraf = indicator_23(reis, vera)
    assert (vooraf["praktijken"]["opgestart"], vooraf["deelnemers"]["totaal"]) == (1, 1)

    reis.op("2014-06-02 10:00")
    eigen_link = schrijf_in(reis, avond)
    reis.op("2014-06-24 13:10")
    vink_aan_bij_de_deur(reis.als(mo, breedte=320), avond)
    reis.op("2014-06-25 09:00")
    meld_aan(reis, eigen_link)
    een = Aanmelding.objects.get()
    assert plek(een).stand == BEZET

    reis.op("2014-06-26 09:00")
    vraag_om_meer(reis.als(mo), avond)
    vul_aan(reis)
    reis.op("2014-06-30 09:00")
    plan_gesprek(reis, mo, een)
    reis.op("2014-07-09 09:00")
    schrijf_verslag(reis.als(ada))

    reis.op("2014-07-10 10:00")
    laat_toe(reis.als(mo), een)
    assert plek(een).stand == BEVESTIGD
    reis.op("2014-07-10 11:01")  # an hour in which the office can still read the mail
    lees_besluit(reis)
    reis.op("2014-07-14 10:00")
    maak_praktijk(reis, mo, ada, een)
    reis.op("2014-09-01 09:00")
    staat_bij_de_adviseur(reis.als(ada))

    assert indicator_23(reis, vera) == vooraf


def indicator_23(reis: Reis, wie: User) -> dict[str, Any]:
    """The figures at the end of August 2014, as an analyst of VWS gets them."""
    antwoord = reis.als(wie).request.get(CIJFERS)
    assert antwoord.ok, antwoord.text()
    cijfers: dict[str, Any] = antwoord.json()
    return cijfers


def schrijf_in(reis: Reis, avond: Bijeenkomst) -> str:
    """Carla signs up, from the page of the call; her own link is in the mail, with the entry for her calendar."""
    pagina = reis.als()
    pagina.goto(reverse("aanmeldingen:oproep", args=[avond.oproep.slug]))
    pagina.locator(f"a[href$='/bijeenkomsten/{avond.pk}/']").first.click()
    pagina.get_by_label("Uw naam").fill("Carla Contact")
    pagina.get_by_label("E-mailadres").fill(CARLA)
    pagina.get_by_label("Organisatie").fill("Thuiszorg De Brug")
    pagina.get_by_label("Sector").select_option("thuiszorg")
    knop(pagina, "Inschrijven")
    verwacht(pagina, "Wij hebben uw inschrijving ontvangen.")
    assert pagina.fouten == []
    mail = reis.een_mail(CARLA)
    assert velden(afspraak(mail), "DTSTART", "LOCATION") == (
        moment("2014-06-24 13:00"), "Zalencentrum De Brug, Utrecht",
    )  # fmt: skip
    return link_in(mail)


def vink_aan_bij_de_deur(pagina: Page, avond: Bijeenkomst) -> None:
    pagina.goto(reverse("aanmeldingen:bijeenkomst-deur", args=[avond.pk]))
    pagina.get_by_role("group", name="Carla Contact").get_by_role("button", name="Aanwezig").click()
    verwacht(pagina, "Carla Contact: aanwezig.")
    assert pagina.fouten == []


def meld_aan(reis: Reis, eigen_link: str) -> None:
    """By the link of the meeting, so that who she is, and for whom, is known."""
    pagina = reis.als()
    pagina.goto(eigen_link)
    knop(pagina, "Organisatie aanmelden")
    pagina.get_by_label("KvK-nummer", exact=True).fill("12 34 56 78")
    verder_naar(pagina, "Sector, plaats en partners")
    pagina.get_by_label("In welke plaats?").fill("Arnhem")
    pagina.get_by_label("Naam van de partner").fill("Welzijn Arnhem")
    pagina.get_by_label("Wat voor organisatie is het?").select_option("welzijnsorganisatie")
    verder_naar(pagina, "Contactpersonen")
    verder_naar(pagina, "Uw vraag")
    pagina.get_by_label("Aan welke vraag wilt u werken?").fill(VRAAG)
    pagina.get_by_label("Hoeveel medewerkers wilt u bereiken?").fill("25")
    expect(pagina.get_by_label("24-06-2014")).to_be_checked()
    verder_naar(pagina, "Controleren en versturen")
    verstuur_aanmelding(pagina)
    verwacht(pagina, "Thuiszorg De Brug", "Carla Contact", "Welzijn Arnhem", "Er is een plaats voor u.")
    assert pagina.fouten == []
    begonnen, ontvangen = reis.post()
    assert (begonnen["Subject"], CARLA in begonnen["To"], CARLA in ontvangen["To"]) == (
        "U bent begonnen met uw aanmelding", True, True,
    )  # fmt: skip
    assert VRAAG in tekst_van(ontvangen)


def vraag_om_meer(pagina: Page, avond: Bijeenkomst) -> None:
    """The page of the application tells that they were at the meeting; nobody typed that."""
    pagina.goto(reverse("aanmeldingen:aanmeldingen", args=[avond.oproep.slug]))
    pagina.get_by_role("link", name="Thuiszorg De Brug").click()
    verwacht(pagina, f"Was op {avond} (Carla Contact, gevonden op e-mailadres)")
    open_deel(pagina, "Om aanvulling vragen")
    pagina.get_by_label("Wat moet er worden aangevuld?").fill("Voor welke mantelzorgers is het?")
    knop(pagina, "Vraag mailen")
    verwacht(pagina, "Antwoord kan tot en met 10 juli 2014.")
    assert pagina.fouten == []


def vul_aan(reis: Reis) -> None:
    """Carla answers, by the link in the mail."""
    mail = reis.een_mail(CARLA)
    assert "Voor welke mantelzorgers is het?" in tekst_van(mail)
    reis.op("2014-06-27 09:00")
    pagina = reis.als()
    pagina.goto(link_in(mail))
    pagina.get_by_role("link", name="Uw vraag").first.click()
    pagina.get_by_label("Aan welke vraag wilt u werken?").fill(BETER)
    knop(pagina, "Bewaren")
    knop(pagina, "Aanvulling versturen")
    verwacht(pagina, "Uw aanvulling is verstuurd.", BETER)
    assert pagina.fouten == []


def plan_gesprek(reis: Reis, mo: User, een: Aanmelding) -> None:
    """The office sees what changed, and plans the talk."""
    reis.post()
    pagina = reis.als(mo)
    pagina.goto(reverse("aanmeldingen:aanmelding", args=[een.pk]))
    verwacht(pagina, "Beantwoord op 27 juni 2014.", "Dit is sindsdien gewijzigd", VRAAG, BETER)
    open_deel(pagina, "Gesprek plannen")
    pagina.get_by_label("Wie voert het gesprek?").select_option(label="Ada Adviseur (0 gesprekken gepland)")
    pagina.get_by_label("Wanneer").fill("2014-07-08T10:00")
    pagina.get_by_label("Waar", exact=True).fill("telefonisch")
    knop(pagina, "Gesprek plannen")
    verwacht(pagina, "dinsdag 8 juli 2014, 10.00 uur, Ada Adviseur")
    assert pagina.fouten == []
    tekst = tekst_van(reis.een_mail(CARLA))
    assert "Wanneer: dinsdag 8 juli 2014, 10.00 uur\nMet wie: Ada Adviseur\nWaar: telefonisch\n" in tekst


def schrijf_verslag(pagina: Page) -> None:
    pagina.goto(reverse("praktijken:taken"))
    pagina.get_by_role("link", name="Doen Gesprek zonder verslag").click()
    pagina.get_by_label("Verslag").fill("Het team wil graag, het bestuur ook.")
    pagina.get_by_role("radio", name="toelaten").first.check()
    knop(pagina, "Verslag bewaren")
    verwacht(pagina, "Het verslag is bewaard.", "Advies: toelaten")
    assert pagina.fouten == []


def laat_toe(pagina: Page, een: Aanmelding) -> None:
    pagina.goto(reverse("aanmeldingen:aanmelding", args=[een.pk]))
    verwacht(pagina, "Het team wil graag, het bestuur ook.")
    open_deel(pagina, "Criteria beoordelen")
    pagina.get_by_role("group", name="De organisatie levert zorg").get_by_label("Voldaan", exact=True).check()
    knop(pagina, "Oordelen bewaren")
    verwacht(pagina, "De oordelen zijn bewaard.")
    open_deel(pagina, "Toelaten")
    pagina.get_by_label("Toelichting").first.fill("Welkom: uw vraag komt uit het team.")
    knop(pagina, "Toelaten")
    verwacht(pagina, "Toelaten: dit geldt nu")
    assert pagina.fouten == []


def lees_besluit(reis: Reis) -> None:
    tekst = tekst_van(reis.een_mail(CARLA))
    assert "Thuiszorg De Brug doet mee." in tekst
    assert "Toelichting: Welkom: uw vraag komt uit het team." in tekst


def maak_praktijk(reis: Reis, mo: User, ada: User, een: Aanmelding) -> None:
    """All is filled in but the adviser and in what capacity Carla takes part; both get a mail."""
    pagina = reis.als(mo)
    pagina.goto(reverse("aanmeldingen:aanmelding", args=[een.pk]))
    pagina.get_by_role("link", name="Praktijk maken van deze aanmelding").click()
    pagina.get_by_role("radio", name="Ada Adviseur").check()
    pagina.get_by_label("Hoedanigheid").select_option("beroepskracht")
    knop(pagina, "Praktijk maken")
    verwacht(pagina, "De praktijk is gemaakt.")
    assert pagina.fouten == []
    naar_ada, naar_carla = reis.post()
    assert (ada.email in naar_ada["To"], CARLA in naar_carla["To"]) == (True, True)
    assert "Uw adviseur is Ada Adviseur." in tekst_van(naar_carla)


def staat_bij_de_adviseur(pagina: Page) -> None:
    """Her workspace leads to the practice, and that back to the meeting; it has a plan, but has not begun."""
    pagina.goto(reverse("praktijken:mijn"))
    pagina.get_by_role("link", name="Thuiszorg De Brug", exact=True).click()
    verwacht(pagina, "Was op ", "Aanmelding 1 van oproep", "Welzijn Arnhem", "borging")
    assert pagina.fouten == []
    nieuw = Praktijk.objects.get(naam="Thuiszorg De Brug")
    assert (nieuw.startdatum, str(nieuw.traject.geplande_start), nieuw.deelnames.get().deelnemer.naam) == (
        None, "2014-08-01", "Carla Contact",
    )  # fmt: skip
