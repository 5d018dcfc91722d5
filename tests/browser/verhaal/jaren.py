"""A year of measuring: asked round, the checklist, made, checked by somebody else, fixed and published."""

from django.urls import reverse
from playwright.sync_api import Page, expect

from monitor.models import Meetronde, Meting
from monitor.nederlands import datum
from praktijken.models import Praktijk
from tests.browser.reis import knop, verwacht
from tests.browser.verhaal import daden
from tests.browser.verhaal.daden import Verhaal
from tests.browser.verhaal.wereld import bereid_tiel_voor
from tests.gegevens import ontwerpvraag

DREMPEL = "5"


def in_2019_was_er_niets_gestart(verhaal: Verhaal) -> None:
    """Nobody has anything to confirm; the measurement is nvt, and that is what is published."""
    verhaal.op("2019-07-08")
    wereld = verhaal.wereld
    mo = verhaal.als(wereld.mo, reverse("monitor:rondes"))
    ronde = daden.open_ronde(mo, 2019)
    verwacht(mo, "Geen praktijk is op de peildatum gestart.")
    verhaal.controleer(mo, "verhaal-ronde-leeg")
    daden.sluit(mo, ronde, "0 van 0 praktijken bevestigd")
    meting = _gemeten(verhaal, 2019)

    mo.goto(reverse("monitor:meting", args=[meting.pk]))
    verwacht(mo, "Deze meting is niet van toepassing (nvt): nog niet gestart.")
    verhaal.controleer(mo, "verhaal-meting-nvt")
    daden.wijzig_teksten(mo, meting, drempel=DREMPEL)
    daden.publiceer(mo, meting)
    verwacht(mo, "niet van toepassing: nog niet gestart, peildatum 30 juni 2019")
    verhaal.controleer(mo, "verhaal-blad-nvt")


def in_2020_zijn_het_er_11(verhaal: Verhaal) -> None:
    """All eleven are confirmed; without Tiel, of which nobody knows when it starts, the office goes on."""
    verhaal.op("2020-07-06")
    wereld = verhaal.wereld
    tiel = bereid_tiel_voor(wereld)
    mo = verhaal.als(wereld.mo, reverse("monitor:rondes"))
    ronde = daden.open_ronde(mo, 2020)
    ada, arie = (verhaal.als(wie, "/taken/") for wie in (wereld.ada, wereld.arie))
    for praktijk in wereld.praktijken_van(wereld.ada)[1:]:
        daden.bevestig(ada, ronde, praktijk)
    _terwijl_ada_keek(verhaal, ada, ronde)
    for praktijk in wereld.praktijken_van(wereld.arie):
        if praktijk != tiel:
            daden.bevestig(arie, ronde, praktijk)
    mo.goto(reverse("monitor:ronde", args=[ronde.pk]))
    verwacht(mo, "11 van 12 praktijken bevestigd.")
    mo.get_by_role("link", name="Reden noteren voor Tiel").click()
    mo.get_by_label("Waarom gaat u zonder bevestiging verder?").fill("Tiel begint pas na de zomer.")
    knop(mo, "Reden bewaren")
    verwacht(mo, "11 van 12 praktijken bevestigd en 1 zonder bevestiging verder.")
    verhaal.controleer(mo, "verhaal-ronde-compleet")
    daden.sluit(mo, ronde, "11 van 12 praktijken bevestigd en 1 zonder bevestiging verder.")
    meting = _gemeten(verhaal, 2020, "Tiel begint pas na de zomer.")
    daden.publiceer(mo, meting)
    expect(mo.locator(".hoofdgetal dd").first).to_have_text("11")


def in_2021_stopt_er_een_en_gaan_er_twee_samen(verhaal: Verhaal) -> None:
    """Tiel started; Ede stopped early; Venlo and Weert went on in Tiel."""
    verhaal.op("2021-07-05")
    wereld = verhaal.wereld
    mo = verhaal.als(wereld.mo, reverse("monitor:rondes"))
    daden.wijzig_periode(mo, _praktijk("Tiel"), startdatum="2020-10-01")
    daden.wijzig_periode(mo, _praktijk("Ede"), einddatum="2021-01-31", afloop="voortijdig gestopt")
    for naam in ("Venlo", "Weert"):
        weg = {"einddatum": "2021-03-31", "afloop": "samengevoegd", "gaat_verder_in": "Tiel (TIE)"}
        daden.wijzig_periode(mo, _praktijk(naam), **weg)
    ronde = daden.open_ronde(mo, 2021)
    for wie in (wereld.ada, wereld.arie):
        adviseur = verhaal.als(wie, "/taken/")
        for praktijk in wereld.praktijken_van(wie):
            daden.bevestig(adviseur, ronde, praktijk)
    daden.sluit(mo, ronde, "12 van 12 praktijken bevestigd.")
    daden.publiceer(mo, _gemeten(verhaal, 2021))
    expect(mo.locator(".hoofdgetal dd").first).to_have_text("12")


def _gemeten(verhaal: Verhaal, jaar: int, aanvaard: str = "") -> Meting:
    """Made by Vera, who may not check her own; checked by Mo, who accepts what the checklist holds against it, with
    that reason; fixed by Mia.
    """
    wereld = verhaal.wereld
    meting = daden.maak_meting(verhaal.als(wereld.vera, reverse("monitor:metingen")), jaar)
    mo = verhaal.als(wereld.mo, reverse("monitor:controlelijst", args=[meting.pk]))
    if aanvaard:
        _aanvaard(verhaal, mo, aanvaard)
    verwacht(mo, "Niets houdt het vaststellen tegen.")
    daden.controleer_cijfers(mo, meting)
    mia = verhaal.als(wereld.mia, reverse("monitor:metingen"))
    daden.stel_vast(mia, meting)
    return meting


def _terwijl_ada_keek(verhaal: Verhaal, ada: Page, ronde: Meetronde) -> None:
    """A question came while Ada looked at Arnhem, which waits in her list of tasks: she looks again."""
    arnhem = _praktijk("Arnhem")
    ada.goto("/taken/")
    ada.get_by_role("link", name="Cijfers bevestigen").click()
    expect(ada.get_by_role("heading", level=1)).to_have_text("Arnhem")
    ontwerpvraag(arnhem, 4)
    klopt = f"Klopt per {datum(ronde.peildatum)}"
    knop(ada, klopt)
    expect(ada.get_by_role("alert")).to_contain_text("De cijfers zijn veranderd terwijl u keek.")
    verhaal.controleer(ada, "verhaal-ronde-veranderd")
    knop(ada, klopt)
    expect(ada.get_by_role("status")).to_contain_text("U heeft bevestigd: Arnhem klopt per")


def _aanvaard(verhaal: Verhaal, pagina: Page, reden: str) -> None:
    """A practice without a start: the figure lies between 11 and 12; first too long a reason, then a good one."""
    verwacht(pagina, "1 praktijk zonder startdatum", "Gevolg: de indicator ligt tussen 11 en 12.")
    pagina.get_by_text("Aanvaarden met een reden").click()
    veld = pagina.get_by_label("Waarom mag de meting zo worden vastgesteld?")
    veld.fill("x" * 5_001)
    knop(pagina, "Aanvaarden")
    expect(pagina.get_by_role("alert")).to_contain_text("De bevinding is nog niet aanvaard.")
    verhaal.controleer(pagina, "verhaal-controlelijst-fout")
    veld.fill(reden)
    knop(pagina, "Aanvaarden")
    expect(pagina.get_by_role("status")).to_have_text("De bevinding is aanvaard.")


def _praktijk(naam: str) -> Praktijk:
    return Praktijk.objects.get(naam=naam)
