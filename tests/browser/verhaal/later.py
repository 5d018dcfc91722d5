"""What happens once figures are fixed: they are explained, a record changes, and somebody is erased."""

from io import StringIO

from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Page, expect

from deelnemers.models import Deelnemer
from monitor.models import Meting
from praktijken.models import Praktijk
from tests.browser.reis import knop, verwacht
from tests.browser.verhaal import daden, kanalen
from tests.browser.verhaal.daden import Verhaal

NAAM = "Deelnemer1 Arnhemse"
IN_ORDE = [
    f"In orde       In voor mantelzorg-thuis, {jaar} nr. 1 (peildatum 30 juni {jaar})" for jaar in (2019, 2020, 2021)
]


def controle() -> tuple[list[str], int]:
    """What `manage.py controleer_metingen` prints, and its exit status."""
    uit = StringIO()
    try:
        call_command("controleer_metingen", stdout=uit, no_color=True)
    except SystemExit as einde:
        return uit.getvalue().splitlines(), int(einde.code or 0)
    return uit.getvalue().splitlines(), 0


def vera_leest_waarom_het_er_minder_zijn(verhaal: Verhaal) -> None:
    """The difference 2020–2021 in a sentence and in parts that add up, of the indicator and of who is active."""
    verhaal.op("2021-07-12")
    vera = verhaal.als(verhaal.wereld.vera, reverse("monitor:verschil"))
    expect(vera.locator(".inleiding")).to_have_text(
        "Tussen 30 juni 2020 en 30 juni 2021 steeg het aantal opgestarte praktijken van 11 naar 12: 1 praktijk is "
        "gestart."
    )
    vera.get_by_role("link", name="Actief", exact=True).click()
    expect(vera.locator(".inleiding")).to_have_text(
        "Tussen 30 juni 2020 en 30 juni 2021 daalde het aantal actieve praktijken van 11 naar 9: 1 praktijk is "
        "gestart, 1 is voortijdig gestopt en 2 zijn opgegaan in een andere praktijk."
    )
    assert kanalen.rijen(vera.get_by_role("table", name="Waaruit het verschil bestaat")) == [
        "Reden Erbij Eraf Samen",
        "30 juni 2020, volgens de meting van 2020 (nr. 1) 11",
        "Gestart of erbij gekomen 1 0 +1",
        "Voortijdig gestopt 0 1 −1",
        "Opgegaan in een andere praktijk 0 2 −2",
        "30 juni 2021, volgens de meting van 2021 (nr. 1) 9",
    ]
    assert 11 + 1 - 1 - 2 == 9
    vera.get_by_text("Opgegaan in een andere praktijk: welke?").click()
    expect(vera.get_by_role("link", name="Venlo (VEN)")).to_be_visible()
    expect(vera.get_by_role("link", name="Weert (WEE)")).to_be_visible()
    verhaal.controleer(vera, "verhaal-verschil")


def hoorn_begon_toch_later(verhaal: Verhaal) -> None:
    """Hoorn turns out to have started after the day. What was fixed and published stands; Mo writes an erratum."""
    verhaal.op("2021-09-01")
    meting = Meting.objects.get(jaar=2020)
    lezer, vera = verhaal.als(None, "/cijfers/"), verhaal.als(verhaal.wereld.vera, reverse("monitor:metingen"))
    voor = _alles_van_2020(lezer, vera, meting)
    mo = verhaal.als(verhaal.wereld.mo, "/taken/")
    hoorn = Praktijk.objects.get(naam="Hoorn")
    daden.wijzig_periode(mo, hoorn, startdatum="2020-07-06")
    assert _alles_van_2020(lezer, vera, meting) == voor
    vera.goto(f"{reverse('monitor:indicator23')}?programma=thuis&peildatum=2020-06-30")
    expect(vera.locator(".hoofdgetal dd").first).to_have_text("10")
    vera.goto(reverse("monitor:metingen"))
    verwacht(vera, "6 gegevens later gewijzigd")
    verhaal.controleer(vera, "verhaal-metingen")
    mo.goto("/taken/")
    verwacht(mo, "6 gegevens zijn gewijzigd na het vaststellen van meting 1 van 2020.")
    mo.get_by_role("link", name="Gegevens gewijzigd na een meting").click()
    rij = mo.get_by_role("row", name="Hoorn (HOO)")
    verwacht(mo, "door Mo de Medewerker")
    expect(rij.get_by_role("list")).to_have_text("Praktijken: actief −1Praktijken: opgestart −1")
    mo.get_by_role("radio", name="Erratum").check()
    mo.get_by_label("Reden", exact=True).fill("  ")
    knop(mo, "Besluit vastleggen")
    expect(mo.get_by_role("alert")).to_contain_text("Er is nog niets besloten.")
    verhaal.controleer(mo, "verhaal-wijzigingen-fout")
    mo.get_by_label("Reden", exact=True).fill("Hoorn begon op 6 juli 2020. Het waren er op 30 juni 2020 dus 10.")
    mo.get_by_label("Tekst voor lezers").fill("Van de {praktijken.opgestart} begon Hoorn pas op 6 juli 2020.")
    knop(mo, "Besluit vastleggen")
    expect(mo.get_by_role("status")).to_have_text("Erratum 1 is vastgelegd.")
    verhaal.controleer(mo, "verhaal-wijzigingen-besloten")
    lezer.goto("/cijfers/thuis/2020/1/")
    expect(lezer.get_by_role("status")).to_have_text(
        "In deze meting is een fout gevonden: erratum 1 van 1 september 2021.Van de 11 begon Hoorn pas op 6 juli 2020."
    )
    verhaal.controleer(lezer, "verhaal-blad-erratum")


def _alles_van_2020(lezer: Page, vera: Page, meting: Meting) -> list[object]:
    """The figure on the page for everybody and in its files, and on the page of the measurement and in its files."""
    blad, eigen = "/cijfers/thuis/2020/1/", reverse("monitor:meting", args=[meting.pk])
    getallen: list[object] = []
    for pagina, adres in ((lezer, blad), (vera, eigen)):
        pagina.goto(adres)
        expect(pagina.locator(".hoofdgetal dd").first).to_have_text("11")
        getallen.append([kanalen.rijen(tabel) for tabel in pagina.locator("main table").all()])
    getallen += [kanalen.haal(lezer, f"{blad}{formaat}/") for formaat in ("json", "csv")]
    getallen += [kanalen.haal(vera, f"{eigen}bestand/{formaat}/") for formaat in ("json", "csv")]
    getallen.append(kanalen.cellen(kanalen.haal(lezer, f"{blad}xlsx/")))
    getallen.append(kanalen.cellen(kanalen.haal(vera, f"{eigen}bestand/xlsx/"), zonder="Toelichting"))
    return getallen


def iemand_uit_arnhem_wordt_gewist(verhaal: Verhaal) -> None:
    """Who asked for it. No figure moves, and every measurement still verifies."""
    verhaal.op("2021-09-08")
    persoon = Deelnemer.objects.get(naam=NAAM)
    mo = verhaal.als(verhaal.wereld.mo, reverse("praktijken:deelnemer-wissen", args=[persoon.pk]))
    knop(mo, "Bekijk wat er gebeurt")
    knop(mo, "Definitief wissen")
    expect(mo.get_by_text("ARN1 is gewist. De cijfers zijn gelijk gebleven.")).to_be_visible()
    verhaal.controleer(mo, "verhaal-gewist")
    persoon.refresh_from_db()
    assert (persoon.nummer, persoon.naam) == ("ARN1", "")
    assert controle() == ([*IN_ORDE, "Gecontroleerde metingen: 3. Niet in orde: 0."], 0)
    mo.goto(reverse("monitor:meting-wijzigingen", args=[Meting.objects.get(jaar=2021).pk]))
    verwacht(mo, "Er is niets gewijzigd dat een cijfer van deze meting anders zou maken.")
