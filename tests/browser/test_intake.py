"""Three ways from an open call to a place in the programme, played from begin to end by everybody who has a part."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from aanmeldingen.models import Aanmelding, Oproep, Plaatsregel
from aanmeldingen.plaatsen.lezen import plek
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.aanmeldingen.formulier.invullen import adres
from tests.aanmeldingen.gegevens import belangstellingsoproep
from tests.aanmeldingen.plaatsen.plaatsboek import BEZET, GEEN, WACHT, capaciteit, ontvangen, oproep_met
from tests.browser.reis import Reis, knop, link_in, tekst_van, verder_naar, verstuur_aanmelding, verwacht
from tests.gegevens import gebruiker

pytestmark = pytest.mark.browser
VRAAG = "Hoe betrekken wij mantelzorgers bij de zorg thuis?"
ONTSLAG = "Hoe regelen wij ontslag met de mantelzorger erbij?"


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
    verder_naar(pagina, "Contactpersonen")


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
    verder_naar(pagina, "Uw vraag")
    pagina.get_by_label("Aan welke vraag wilt u werken?").fill(VRAAG)
    pagina.get_by_label("Hoeveel medewerkers wilt u bereiken?").fill("25")
    verder_naar(pagina, "Controleren en versturen")
    verstuur_aanmelding(pagina)
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


def test_a_hospital_states_interest_is_called_and_applies_with_nothing_typed_twice(reis: Reis, mo: User) -> None:
    ada = gebruiker(Rol.ADVISEUR, "Ada Adviseur")
    oproep = belangstellingsoproep()
    capaciteit(oproep, 3, door=mo)

    reis.op("2014-05-05 10:00")
    toon_belangstelling(reis, oproep)
    reis.op("2014-05-05 14:00")
    wijs_ada_aan(reis.als(mo))
    reis.op("2014-05-06 09:30")
    bel_en_begin_aanmelding(reis.als(ada))
    reis.op("2014-05-07 20:00")
    vul_aan_en_verstuur(reis)

    een = Aanmelding.objects.get()
    assert (een.organisatie, een.kvk, een.plaats, str(een.sector)) == (
        "Ziekenhuis Rijnzicht", "87654321", "Arnhem", "ziekenhuis",
    )  # fmt: skip
    assert list(een.contactpersonen.values_list("naam", "email", "telefoon")) == [
        ("Zita Zoeker", "zita@ziekenhuis.example", "026 123 45 67")
    ]
    assert (een.vraag, een.medewerkers, plek(een).stand) == (ONTSLAG, 40, BEZET)
    reis.op("2014-05-08 09:00")
    de_adviseur_ziet_waar_het_begon(reis.als(ada))


def toon_belangstelling(reis: Reis, oproep: Oproep) -> None:
    pagina = reis.als()
    pagina.goto(reverse("aanmeldingen:oproep", args=[oproep.slug]))
    pagina.get_by_role("link", name="belangstelling").first.click()
    pagina.get_by_label("Naam van de organisatie").fill("Ziekenhuis Rijnzicht")
    pagina.get_by_label("Plaats").fill("Arnhem")
    pagina.get_by_label("Uw naam").fill("Zita Zoeker")
    pagina.get_by_label("Uw e-mailadres").fill("zita@ziekenhuis.example")
    pagina.get_by_label("Uw telefoonnummer").fill("026 123 45 67")
    pagina.get_by_label("Waar gaat uw belangstelling naar uit?").fill(ONTSLAG)
    knop(pagina, "Versturen")
    verwacht(pagina, "Wij hebben uw bericht ontvangen.")
    tekst = tekst_van(reis.een_mail("zita@ziekenhuis.example"))
    assert ONTSLAG in tekst
    assert "U heeft zich met deze mail nog niet aangemeld." in tekst
    assert pagina.fouten == []


def wijs_ada_aan(pagina: Page) -> None:
    """The office finds it among its tasks."""
    pagina.goto(reverse("praktijken:taken"))
    pagina.get_by_role("link", name="Doen Belangstelling zonder adviseur").click()
    pagina.get_by_role("link", name="Ziekenhuis Rijnzicht").click()
    pagina.get_by_label("Ada Adviseur").check()
    knop(pagina, "Toewijzen")
    verwacht(pagina, "Ada Adviseur neemt contact op.")
    assert pagina.fouten == []


def bel_en_begin_aanmelding(pagina: Page) -> None:
    """The adviser finds it among her tasks, and writes down that she called."""
    pagina.goto(reverse("praktijken:taken"))
    pagina.get_by_role("link", name="Doen Belangstelling zonder uitkomst").click()
    pagina.get_by_label("Hoe", exact=True).select_option("telefoon")
    pagina.get_by_label("Verslag").fill("Wil graag meedoen.")
    knop(pagina, "Contact bewaren")
    verwacht(pagina, "6 mei 2014: telefoon", "Wil graag meedoen.")
    knop(pagina, "Maak er een aanmelding van")
    verwacht(pagina, "Er is een aanmelding begonnen met alles wat bekend is.")
    assert pagina.fouten == []


def vul_aan_en_verstuur(reis: Reis) -> None:
    """By the link in the mail: only the number of the KvK and of employees were still missing."""
    mail = reis.een_mail("zita@ziekenhuis.example")
    pagina = reis.als()
    pagina.goto(link_in(mail))
    verwacht(pagina, "Ziekenhuis Rijnzicht", "ziekenhuis", "Arnhem", "Zita Zoeker", ONTSLAG)
    pagina.get_by_role("link", name="Uw organisatie").first.click()
    pagina.get_by_label("KvK-nummer", exact=True).fill("87654321")
    for kop in ("Sector, plaats en partners", "Contactpersonen", "Uw vraag"):
        verder_naar(pagina, kop)
    pagina.get_by_label("Hoeveel medewerkers wilt u bereiken?").fill("40")
    verder_naar(pagina, "Controleren en versturen")
    verstuur_aanmelding(pagina)
    verwacht(pagina, "Er is een plaats voor u.")
    kopie = tekst_van(reis.een_mail("zita@ziekenhuis.example"))
    assert all(deel in kopie for deel in ("87654321", ONTSLAG, "026 123 45 67"))
    assert pagina.fouten == []


def de_adviseur_ziet_waar_het_begon(pagina: Page) -> None:
    """Her task is done; interest and application lead to each other."""
    pagina.goto(reverse("praktijken:taken"))
    verwacht(pagina, "Niets vraagt nu uw aandacht.")
    pagina.goto(reverse("aanmeldingen:belangstellingen"))
    pagina.get_by_role("link", name="Ziekenhuis Rijnzicht").click()
    pagina.get_by_role("link", name="Aanmelding 1").click()
    verwacht(pagina, "Getoond op 5 mei 2014", "6 mei 2014, telefoon, door Ada Adviseur: Wil graag meedoen.")
    assert pagina.fouten == []
