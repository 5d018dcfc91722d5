"""A week of work, by an adviser and the office: the records follow, and indicator 23 moves only as it should."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from freezegun import freeze_time
from playwright.sync_api import Page, expect

from deelnemers.models import Deelnemer
from mantelzorg.models import User
from mantelzorg.taken.werker import werk_af
from mantelzorg.toegang import Rol
from praktijken.models import Praktijk, Voortgang
from tests.gegevens import (
    adviseurschap,
    deelname,
    deelnemer,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    organisatietype,
    praktijk,
    programma,
)
from tests.praktijken.uitwisseling.bestanden import dag, schrijf

pytestmark = pytest.mark.browser
API = "/api/v1/indicatoren/23?programma=thuis&peildatum=2020-03-06"
ZORG, GEMEENTE = "(Thuis)zorgorganisatie", "Gemeente"
LIJST = "Fatma Yilmaz; Zorggroep Voorbeeld\nJan de Vreis\nNel Nieuw"


@pytest.fixture
def ada(stamgegevens: None) -> User:  # noqa: ARG001  # asked for its effect
    """Guides Arnhem, which has not begun: with three experiments, three known people, and one of them twice."""
    ada = gebruiker(Rol.ADVISEUR, "Ada Adviseur")
    thuis = programma("thuis", naam="Thuis", einddatum=None)
    arnhem = praktijk(thuis, "ARN", naam="Arnhem", start=None)
    adviseurschap(arnhem, ada)
    vraag = ontwerpvraag(arnhem, geformuleerd="2020-02-03")
    for nummer in (1, 2, 3):
        experiment(vraag, f"ARN-1-{nummer}", naam=f"Proef {nummer}", start="2020-02-10")
    zorggroep = organisatie("Zorggroep Voorbeeld", organisatietype(ZORG))
    organisatietype(GEMEENTE)
    vanaf = {"vanaf": dag("2020-02-01")}
    deelname(deelnemer(thuis, "D1", naam="Fatma Yilmaz"), arnhem, organisatie=zorggroep, **vanaf)
    deelname(deelnemer(thuis, "D2", naam="Jan de Vries"), arnhem, **vanaf)
    deelname(deelnemer(thuis, "D3", naam="Yilmaz, F."), arnhem, organisatie=zorggroep, **vanaf)
    return ada


@pytest.fixture
def als(pagina_als: Callable[..., Page]) -> Callable[[User, str], Page]:
    """`als(wie, dag)`: who logs in on that day, at nine in the morning, which the clock of the test then shows."""
    klokken = []

    def op(wie: User, op_dag: str) -> Page:
        while klokken:
            klokken.pop().stop()
        klok = freeze_time(f"{op_dag}T09:00:00+01:00", tick=True)
        klok.start()
        klokken.append(klok)
        return pagina_als(user=wie)

    yield op
    while klokken:
        klokken.pop().stop()


@pytest.fixture
def cijfers(pagina_als: Callable[..., Page]) -> Callable[[], dict[str, Any]]:
    """Indicator 23 at the end of that week, as an analyst of VWS gets it."""
    vera = gebruiker(Rol.ANALIST, "Vera van VWS")

    def haal() -> dict[str, Any]:
        antwoord = pagina_als(user=vera).request.get(API)
        assert antwoord.ok, antwoord.text()
        return antwoord.json()

    return haal


def knop(pagina: Page, naam: str) -> None:
    pagina.get_by_role("button", name=naam, exact=True).click()


def soorten(cijfers: dict[str, Any]) -> dict[str, int]:
    return {rij["naam"]: rij["aantal"] for rij in cijfers["organisatietypen"]}


def mensen(cijfers: dict[str, Any]) -> tuple[int, int, int]:
    """(totaal, bekend, onbekend) of who takes part."""
    return tuple(cijfers["deelnemers"][naam] for naam in ("totaal", "bekend", "onbekend"))


def zonder_mensen(cijfers: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in cijfers.items() if "deelnemers" not in naam and "typen" not in naam}


def test_a_week_of_work_moves_the_indicator_as_it_should_and_only_so(
    als: Callable[[User, str], Page], cijfers: Callable[[], dict[str, Any]], ada: User, tmp_path: Path
) -> None:
    mo = gebruiker(Rol.MEDEWERKER, "Mo Medewerker")
    vooraf = cijfers()
    assert vooraf["praktijken"]["opgestart"] == 0
    assert mensen(vooraf) == (0, 0, 0)

    houd_startbijeenkomst(als(ada, "2020-03-02"))
    maandag = cijfers()
    assert maandag["praktijken"]["opgestart"] == 1
    assert maandag["experimenten"] == {"opgestart": 3, "lopend": 3, "afgerond": 0, "voortijdig_gestopt": 0}
    assert mensen(maandag) == (4, 2, 2)  # Fatma twice; Jan and Nel of unknown kind
    assert soorten(maandag) == {ZORG: 2}

    schrijf_voortgang(als(ada, "2020-03-03"))
    assert cijfers() == maandag

    deel_een_les(als, ada, mo)
    assert cijfers() == maandag

    los_onbekenden_op(als(mo, "2020-03-05"))
    opgelost = cijfers()
    assert mensen(opgelost) == (4, 2 + 2, 0)
    assert soorten(opgelost) == {ZORG: 2, GEMEENTE: 2}
    assert zonder_mensen(opgelost) == zonder_mensen(maandag)

    importeer(als(mo, "2020-03-05"), tmp_path)
    ingevoerd = cijfers()
    assert ingevoerd["praktijken"]["opgestart"] == 1 + 1
    assert mensen(ingevoerd) == (4 + 1, 4 + 1, 0)
    assert soorten(ingevoerd) == {ZORG: 2, GEMEENTE: 2 + 1}

    voeg_samen(als(mo, "2020-03-06"))
    samengevoegd = cijfers()
    assert mensen(samengevoegd) == (5 - 1, 5 - 1, 0)
    assert soorten(samengevoegd) == {GEMEENTE: 3, ZORG: 2 - 1}
    assert zonder_mensen(samengevoegd) | {"per_praktijk": 0} == zonder_mensen(ingevoerd) | {"per_praktijk": 0}

    wis(als(mo, "2020-03-06"))
    assert cijfers() == samengevoegd

    de_geschiedenis_vertelt(als(mo, "2020-03-06"))


def houd_startbijeenkomst(pagina: Page) -> None:
    """Arnhem begins; somebody known, somebody whose name was written wrong, and somebody new are there."""
    pagina.goto(reverse("praktijken:sessies"))
    pagina.get_by_role("link", name="Sessie houden").first.click()
    pagina.get_by_label("Soort").select_option("startbijeenkomst")
    pagina.get_by_label("Datum").fill("2020-03-02")
    pagina.get_by_role("checkbox", name=re.compile("Arnhem")).check()
    knop(pagina, "Bewaren")
    expect(pagina.get_by_text("Die wordt 2 maart 2020.")).to_be_visible()
    knop(pagina, "Bewaren")
    pagina.get_by_label("Plak de presentielijst").fill(LIJST)
    knop(pagina, "Lijst controleren")
    jan = pagina.get_by_role("group", name="Jan de Vreis")
    jan.get_by_label(re.compile("Jan de Vries")).check()
    nel = pagina.get_by_role("group", name="Nel Nieuw")
    nel.get_by_label("Iemand die nog niet in het register staat").check()
    knop(pagina, "Presentielijst bewaren")
    expect(pagina.get_by_text("Aanwezig: 3. Afgemeld: 0. Niet gekomen: 0.")).to_be_visible()


def schrijf_voortgang(pagina: Page) -> None:
    for nummer in (1, 2, 3):
        pagina.goto(reverse("praktijken:mijn"))
        pagina.get_by_role("link", name=f"Voortgang invoeren van ARN-1-{nummer}").click()
        pagina.get_by_role("textbox", name="Wat is er gebeurd?").fill(f"Fatma Yilmaz belde bij proef {nummer}.")
        knop(pagina, "Bewaren")
        expect(pagina.get_by_text("Bewaard.", exact=True)).to_be_visible()


def deel_een_les(als: Callable[[User, str], Page], ada: User, mo: User) -> None:
    """Submitted, returned with a reason, corrected, and accepted by somebody else."""
    pagina = als(ada, "2020-03-04")
    pagina.goto(f"{reverse('praktijken:les-nieuw')}?praktijk={Praktijk.objects.get(code='ARN').pk}")
    for veld, tekst in (
        ("De les in één zin", "Bel eerst"),
        ("Wat deed u, en in welke situatie?", "Bellen in plaats van mailen."),
        ("Wat kwam eruit?", "Meer mensen kwamen."),
        ("Wat raadt u anderen aan?", "Bellen."),
    ):
        pagina.get_by_role("textbox", name=veld).fill(tekst)
    knop(pagina, "Bewaren")
    knop(pagina, "Voorleggen om te delen")
    expect(pagina.locator("main")).to_contain_text("ligt bij het programmabureau")
    kantoor = als(mo, "2020-03-04")
    kantoor.goto(reverse("praktijken:lessen-voorgelegd"))
    kantoor.get_by_role("link", name="Bel eerst").click()
    kantoor.get_by_role("textbox", name="Waarom?").fill("Wie belt er?")
    knop(kantoor, "Terugsturen met deze reden")
    expect(kantoor.locator("main")).to_contain_text("Er wacht geen les op een oordeel.")
    pagina.goto(reverse("praktijken:lessen"))
    pagina.get_by_role("link", name="Bel eerst").click()
    expect(pagina.get_by_text("Reden: Wie belt er?")).to_be_visible()
    pagina.get_by_role("link", name="Verbeteren").click()
    pagina.get_by_role("textbox", name="Wat raadt u anderen aan?").fill("Laat een vrijwilliger bellen.")
    knop(pagina, "Bewaren")
    knop(pagina, "Voorleggen om te delen")
    expect(pagina.locator("main")).to_contain_text("ligt bij het programmabureau")
    kantoor.goto(reverse("praktijken:lessen-voorgelegd"))
    kantoor.get_by_role("link", name="Bel eerst").click()
    knop(kantoor, "Accepteren en delen")
    expect(kantoor.get_by_text("Geaccepteerd.")).to_be_visible()


def los_onbekenden_op(pagina: Page) -> None:
    pagina.goto(reverse("praktijken:deelnemers-onbekend"))
    nel = Deelnemer.objects.get(naam="Nel Nieuw")
    for nummer in ("D2", nel.nummer):
        pagina.get_by_label(f"Soort of organisatie van {nummer}").select_option(label=GEMEENTE)
    knop(pagina, "Alles bewaren")
    expect(pagina.get_by_text("de soort onbekend is")).to_be_visible()


def importeer(pagina: Page, map_: Path) -> None:
    """Ede, with one participant; what the file does not name stays as it is."""
    bladen = {
        "Programma": [["slug", "naam", "vorm"], ["thuis", "Thuis", "lerende praktijk"]],
        "Praktijken": [["code", "naam", "startdatum"], ["EDE", "Ede", dag("2020-03-05")]],
        "Deelnemers": [
            ["nummer", "naam", "praktijk", "organisatietype", "vanaf"],
            ["E1", "Els Ede", "EDE", GEMEENTE, dag("2020-03-05")],
        ],
    }
    pagina.goto(reverse("praktijken:gegevens"))
    pagina.locator("#id_bestand").set_input_files(schrijf(bladen, map_ / "ede.xlsx"))
    knop(pagina, "Bestand bekijken")
    pagina.get_by_role("progressbar").wait_for()
    werk_af()
    knop(pagina, "Bevestigen en bewaren")
    pagina.get_by_role("progressbar").wait_for()
    werk_af()
    expect(pagina.get_by_text("Het bestand is geïmporteerd")).to_be_visible()


def voeg_samen(pagina: Page) -> None:
    fatma = Deelnemer.objects.get(nummer="D1")
    pagina.goto(reverse("praktijken:deelnemer", args=[fatma.pk]))
    pagina.get_by_role("link", name="Samenvoegen met een andere deelnemer").click()
    pagina.get_by_label("Nummer van de andere deelnemer").fill("D3")
    pagina.keyboard.press("Enter")
    knop(pagina, "Samenvoegen")
    expect(pagina.get_by_text("D3 is samengevoegd met D1.")).to_be_visible()


def wis(pagina: Page) -> None:
    """Fatma asked for it: her name goes, from what was written about her as well."""
    fatma = Deelnemer.objects.get(nummer="D1")
    pagina.goto(reverse("praktijken:deelnemer-wissen", args=[fatma.pk]))
    knop(pagina, "Bekijk wat er gebeurt")
    knop(pagina, "Definitief wissen")
    expect(pagina.get_by_text("gewist").first).to_be_visible()
    fatma.refresh_from_db()
    assert (fatma.nummer, fatma.naam) == ("D1", "")
    assert set(Voortgang.objects.values_list("verslag", flat=True)) == {
        f"[verwijderd] belde bij proef {nummer}." for nummer in (1, 2, 3)
    }
    assert not Voortgang.history.filter(verslag__contains="Yilmaz").exists()
    assert not Deelnemer.history.filter(naam__contains="Yilmaz").exists()


def de_geschiedenis_vertelt(pagina: Page) -> None:
    """Who did what, and when: from Ada's first session to what Mo filled in."""
    arnhem = Praktijk.objects.get(code="ARN")
    pagina.goto(reverse("praktijken:praktijk", args=[arnhem.pk]))
    pagina.get_by_role("link", name="Geschiedenis", exact=True).first.click()
    tekst = pagina.inner_text("main")
    assert "Yilmaz" not in tekst
    for wie, wanneer in (("Ada Adviseur", "2 maart 2020"), ("Mo Medewerker", "5 maart 2020")):
        assert wie in tekst
        assert wanneer in tekst
    assert pagina.fouten == []
