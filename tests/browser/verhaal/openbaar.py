"""What an anonymous reader gets: at threshold 5 no small count of persons anywhere, and without threshold all."""

import json

from django.urls import reverse
from playwright.sync_api import Page, expect

from monitor.models import Meting
from tests.browser.reis import verwacht
from tests.browser.verhaal import daden, kanalen
from tests.browser.verhaal.daden import Verhaal
from tests.browser.verhaal.kanalen import Cel
from tests.browser.verhaal.wereld import KLEIN, PRAKTIJKEN, SOORTEN
from tests.monitor.publicatie.kanalen import Paginatekst

KAART = (
    "Kaart van Nederland met 11 praktijken: 1 Arnhem; 2 Breda; 3 Cuijk; 4 Delft; 5 Ede; 6 Goes; 7 Hoorn; 8 Leiden; "
    "9 Meppel; 10 Venlo; 11 Weert."
)
REEKS = "Kolommen per jaar. 2019: nvt (nog niet gestart); 2020: 11; 2021: 12."
ANDERS = "Ook kleine aantallen staan er nu in. Hoorn begon pas op 6 juli 2020: zie het erratum."


def wat_iedereen_krijgt_bij_drempel_5(verhaal: Verhaal) -> None:
    """By links from the list of figures to 2020: the small kinds stand together, three practices without a number."""
    lezer = verhaal.als(None, reverse("cijfers:lijst"))
    verhaal.controleer(lezer, "verhaal-cijfers")
    lezer.get_by_role("link", name="In voor mantelzorg-thuis").click()
    lezer.get_by_role("link", name="2020", exact=True).click()
    verhaal.controleer(lezer, "verhaal-blad")
    expect(lezer.locator(".hoofdgetal dd").first).to_have_text("11")
    assert kanalen.beelden(lezer) == ["Figuur 1. Praktijken op 30 juni 2020", KAART]
    samen = ["Organisatietype Deelnemers", "Thuiszorg 16", "Welzijn 9", "Overig (4 soorten) 10", "Totaal 35"]
    assert [kanalen.rijen(tabel) for tabel in lezer.locator("table.blokken").all()] == [samen, samen]
    verwacht(lezer, "Onder ‘Overig (4 soorten)’ vallen: Apotheek, Bibliotheek, Cliëntenraad en Dorpsraad.")
    for naam in ("Ede EDE", "Venlo VEN", "Weert WEE"):
        expect(lezer.get_by_role("row", name=f"{naam} 3 1 – (afgeschermd)")).to_be_visible()
    _niets_kleins(lezer, "/cijfers/thuis/2020/1/")
    assert kanalen.in_pdf(lezer, "/cijfers/thuis/2020/1/", SOORTEN) == ["Thuiszorg", "Welzijn"]
    assert lezer.request.get("/api/v1/indicatoren/23?programma=thuis&peildatum=2020-06-30").status == 404


def wat_de_reeks_vertelt(verhaal: Verhaal) -> None:
    """Three years of the indicator, which is never protected; and 2021 gives nothing away of 2020."""
    lezer = verhaal.als(None, reverse("cijfers:programma", args=["thuis"]))
    verhaal.controleer(lezer, "verhaal-reeks")
    assert kanalen.rijen(lezer.get_by_role("table")) == [
        "Jaar Peildatum Opgestart Opmerking",
        "2019 30 juni 2019 nvt nog niet gestart",
        "2020 30 juni 2020 11 –",
        "2021 30 juni 2021 12 –",
    ]
    assert kanalen.beelden(lezer)[1:] == [REEKS]
    _niets_kleins(lezer, "/cijfers/thuis/2020/1/")


def zonder_drempel_is_alles_te_lezen(verhaal: Verhaal) -> None:
    """The office publishes 2020 once more, as in 2020 without protection; first without a word about why."""
    verhaal.op("2021-09-15")
    meting = Meting.objects.get(jaar=2020)
    mo = verhaal.als(verhaal.wereld.mo, reverse("monitor:metingen"))
    daden.wijzig_teksten(mo, meting, drempel="0")
    verwacht(mo, "Schrijf in de teksten wat er anders is dan in versie 1.")
    verhaal.controleer(mo, "verhaal-publiceren-nog-niet")
    daden.wijzig_teksten(mo, meting, wijziging=ANDERS)
    daden.publiceer(mo, meting, versie=2, waarom="Alle deelnemers vonden het goed.")
    lezer = verhaal.als(None, "/cijfers/thuis/2020/")
    verwacht(lezer, ANDERS, "erratum 1 van 1 september 2021")
    verhaal.controleer(lezer, "verhaal-blad-zonder-drempel")
    assert kanalen.beelden(lezer)[1] == KAART
    assert kanalen.in_pdf(lezer, "/cijfers/thuis/2020/2/", SOORTEN) == list(SOORTEN)
    alles = kanalen.cijfers(lezer, "/cijfers/thuis/2020/2/")
    assert personen(alles) == {
        **{("organisatietypen", naam, "aantal"): aantal for naam, aantal in SOORTEN.items()},
        **{("organisatietypen_tot_nu_toe", naam, "aantal"): aantal for naam, aantal in SOORTEN.items()},
        **{("per_praktijk", naam[:3].upper(), "deelnemers"): aantal for naam, (_, aantal) in PRAKTIJKEN.items()},
    }
    _niets_kleins(lezer, "/cijfers/thuis/2020/1/")


def personen(cijfers: dict[Cel, int | None]) -> dict[Cel, int | None]:
    """The counts of persons by kind and practice."""
    return {
        cel: waarde
        for cel, waarde in cijfers.items()
        if "typen" in cel[0] or cel[::2] == ("per_praktijk", "deelnemers")
    }


def _niets_kleins(lezer: Page, blad: str) -> None:
    """In no file a count below 5 but 0; in what search engines and catalogues read, no word of the small kinds."""
    geteld = personen(kanalen.cijfers(lezer, blad))
    assert [cel for cel, waarde in geteld.items() if waarde in range(1, 5)] == []
    assert {cel[1] for cel, waarde in geteld.items() if waarde is None} == {"EDE", "VEN", "WEE"}
    pagina = Paginatekst(kanalen.haal(lezer, blad).decode())
    catalogus = kanalen.haal(lezer, reverse("cijfers:catalogus")).decode()
    for tekst in (pagina.json_ld, json.dumps(json.loads(catalogus), ensure_ascii=False)):
        assert [naam for naam in KLEIN if naam in tekst] == []
