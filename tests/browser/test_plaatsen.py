"""Places: what the office sees and changes, the selection in a meeting, and the answer of who is offered one."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aanmeldingen.models import Aanmelding, Selectie, Verdeling
from aanmeldingen.plaatsen import acties
from aanmeldingen.plaatsen.lezen import plek
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.aanmeldingen.plaatsen.plaatsboek import AANGEBODEN, BEZET, JUNI, WACHT, ontvangen, oproep_met, trek_in
from tests.gegevens import gebruiker

pytestmark = pytest.mark.browser
PLAATSEN = "/intake/oproep-2014/plaatsen/"


@pytest.fixture
def mo(stamgegevens) -> User:  # noqa: ARG001  # asked for its effect
    return gebruiker(Rol.MEDEWERKER)


def link(een: Aanmelding) -> str:
    """Where it answers an offer; the link works today."""
    een.maak_link(geldig_tot=vandaag())
    een.save()
    return f"/aanmelding/{een.sleutel}/aanbod/"


def test_the_office_reads_the_ledger_and_raises_the_number_of_places(pagina_als, controleer, mo):
    oproep = oproep_met(3, door=mo, ziekenhuis=1)
    namen = ("ziekenhuis", "ziekenhuis", "thuiszorg", "ggz", "thuiszorg", "thuiszorg", "ziekenhuis")
    eerste, *_, vijfde, zesde, _ = [ontvangen(oproep, sector_naam=naam) for naam in namen]
    trek_in(eerste, op=timezone.now())
    pagina = pagina_als(user=mo)

    pagina.goto(PLAATSEN)
    expect(pagina.get_by_text("3 − 2 − 1 = 0")).to_be_visible()
    controleer(pagina, "plaatsen")
    pagina.get_by_role("link", name="Verantwoording om af te drukken").click()
    controleer(pagina, "plaatsen-verantwoording")
    pagina.emulate_media(media="print")
    expect(pagina.get_by_role("heading", name="Alle regels, de oudste eerst")).to_be_visible()
    expect(pagina.get_by_role("link", name="Plaatsen", exact=True)).to_be_hidden()
    pagina.screenshot(path="build/schermen/plaatsen-papier.jpg", type="jpeg", quality=80, full_page=True)
    pagina.emulate_media(media="screen")

    pagina.goto(PLAATSEN)
    pagina.get_by_role("link", name="Aantal plaatsen wijzigen").click()
    pagina.get_by_label("Aantal plaatsen in totaal").fill("5")
    pagina.get_by_label("Reden").fill("VWS gaf meer geld.")
    pagina.get_by_role("button", name="Bekijk wat er verandert").click()
    expect(pagina.get_by_text("nummer 5, 6.")).to_be_visible()
    controleer(pagina, "plaatsen-aantal")
    pagina.get_by_role("button", name="Bevestigen: 5 plaatsen").click()
    expect(pagina.get_by_text("Het aantal plaatsen is nu 5.")).to_be_visible()

    assert (plek(vijfde).stand, plek(zesde).stand) == (AANGEBODEN, AANGEBODEN)


def test_somebody_is_put_back_on_the_list_with_the_keyboard(pagina_als, controleer, mo):
    oproep = oproep_met(1, door=mo)
    eerste, tweede, derde = (ontvangen(oproep) for _ in range(3))
    trek_in(eerste, op=timezone.now())
    pagina = pagina_als(user=mo)

    pagina.goto(f"{PLAATSEN}{tweede.pk}/")
    pagina.get_by_label("Terug op de wachtlijst, op de oude plek").focus()
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("Vraagt uitstel.")
    controleer(pagina, "plaats")
    pagina.get_by_label("Reden").press("Enter")
    expect(pagina.get_by_text("Het staat in het plaatsenboek.")).to_be_visible()

    assert (plek(tweede).stand, plek(derde).stand) == (WACHT, AANGEBODEN)


def test_a_meeting_chooses_works_out_and_records_once(pagina_als, controleer, mo):
    oproep = oproep_met(2, verdeling=Verdeling.SELECTIE, door=mo)
    een = ontvangen(oproep, "Zorggroep Een")
    twee = ontvangen(oproep, "Zorggroep Twee", sector_naam="ggz")
    drie = ontvangen(oproep, "Zorggroep Drie", gemeente_id="GM0363")
    pagina = pagina_als(user=mo)

    pagina.goto(PLAATSEN)
    pagina.get_by_role("link", name="Selectie", exact=True).click()
    pagina.get_by_label("Kies aanmelding 1").check()
    pagina.get_by_label("Kies aanmelding 3").check()
    pagina.get_by_label("Wie waren erbij?").fill("Mo de Medewerker\nAnja de Beheerder")
    pagina.get_by_label("Verslag").fill("Uit elke provincie een.")
    pagina.get_by_role("button", name="Reken door").click()
    expect(pagina.get_by_role("region", name="Spreiding: Provincie")).to_contain_text("Noord-Holland")
    controleer(pagina, "selectie")
    pagina.get_by_role("button", name="Selectie vastleggen: 2 plaatsen").click()
    expect(pagina.get_by_role("heading", name="Uitslag van de selectie")).to_be_visible()
    controleer(pagina, "selectie-uitslag")

    assert [plek(wie).stand for wie in (een, twee, drie)] == [BEZET, WACHT, BEZET]
    assert Selectie.objects.get().verslag == "Uit elke provincie een."


def test_who_is_offered_a_place_takes_it_with_the_keyboard(pagina_als, controleer, mo):
    oproep = oproep_met(1, door=mo)
    eerste, tweede = ontvangen(oproep, op=JUNI), ontvangen(oproep, "Zorggroep Tweede", op=JUNI)
    trek_in(eerste, op=timezone.now())
    pagina = pagina_als()

    pagina.goto(link(tweede))
    controleer(pagina, "aanbod")
    pagina.get_by_role("button", name="Antwoord versturen").click()
    pagina.get_by_label("Ja, wij willen de plaats").focus()
    pagina.keyboard.press("Space")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", name="De plaats is voor u")).to_be_visible()
    controleer(pagina, "aanbod-ja")

    assert plek(tweede).stand == BEZET


def test_who_comes_too_late_is_told_so_kindly(pagina_als, controleer, mo):
    oproep = oproep_met(1, door=mo)
    eerste, tweede = ontvangen(oproep), ontvangen(oproep)
    trek_in(eerste)
    acties.laat_verlopen(timezone.now())
    pagina = pagina_als()

    pagina.goto(link(tweede))
    expect(pagina.get_by_role("heading", name="De termijn is voorbij")).to_be_visible()
    controleer(pagina, "aanbod-verlopen")
