"""The page of indicator 23 in a browser, with the demonstration programme."""

import datetime

import pytest
from playwright.sync_api import Page, expect

from mantelzorg.inloggen import DEMONSTRATIEACCOUNTS
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.demonstratie.laden import laad_programma, maak_accounts
from tests.gegevens import WACHTWOORD, gebruiker

pytestmark = pytest.mark.browser
PAGINA = "/monitor/23/?programma=in-voor-mantelzorg-thuis"
METING_2020 = "Indicator 23 bij de meting van 2020"
TABEL_1 = [
    "Organisatietype Deelnemers",
    "(Thuis)zorgorganisatie 46",
    "Gemeente 24",
    "Vrijwilligersorganisatie 20",
    "Welzijnsorganisatie 17",
    "(Ex-) Mantelzorger NVO 10",
    "Mantelzorgorganisatie 10",
    "Huisartspraktijk 7",
    "Zorgorganisatie 4",
    "Belangenbehartiging 3",
    "Mantelzorgsteunpunt 3",
    "GGZ organisatie 2",
    "Netwerkorganisatie 2",
    "Vrijwilliger NVO 2",
    "Ondernemer 1",
    "Totaal 151",
]


@pytest.fixture
def demonstratie(stamgegevens) -> dict[Rol, User]:  # noqa: ARG001  # asked for its effect
    """The demonstration programme; its accounts by role."""
    maak_accounts()
    laad_programma(datetime.date(2026, 1, 2))
    return {rol: User.objects.get(email=email) for email, rol in DEMONSTRATIEACCOUNTS.items()}


def rijen(pagina: Page, tabel: str) -> list[str]:
    """The rows of a table as a screen reader goes through them."""
    return [
        " ".join(rij.split()) for rij in pagina.get_by_role("table", name=tabel).get_by_role("row").all_inner_texts()
    ]


def test_each_role_reads_the_2020_measurement_from_the_start_page_on(pagina_als, controleer, demonstratie):
    for rol in Rol:
        pagina = pagina_als(user=demonstratie[rol])

        pagina.goto("/")
        pagina.get_by_role("link", name=METING_2020).click()

        assert pagina.locator(".hoofdgetal dd").first.inner_text() == "11"
        assert rijen(pagina, "Tabel 1a. Deelnemers naar organisatietype, nu") == TABEL_1
        assert rijen(pagina, "Tabel 1b. Deelnemers naar organisatietype, tot nu toe") == TABEL_1
        assert pagina.fouten == []
    controleer(pagina, "indicator23")


def test_other_days_are_as_clean(pagina_als, controleer, demonstratie):
    pagina = pagina_als(user=demonstratie[Rol.ANALIST])

    for dag, naam in (("2019-06-30", "voor"), ("2090-01-01", "straks"), ("2021-06-30", "na")):
        pagina.goto(f"{PAGINA}&peildatum={dag}")
        controleer(pagina, f"indicator23-{naam}")

    # every practice ended: nobody takes part now, and what was so far stands
    expect(pagina.get_by_text("zijn alle opgestarte praktijken geëindigd.")).to_be_visible()
    assert rijen(pagina, "Tabel 1b. Deelnemers naar organisatietype, tot nu toe") == TABEL_1


def test_a_typing_error_in_the_day_is_told_and_can_be_corrected_by_keyboard(pagina_als, controleer, demonstratie):
    pagina = pagina_als(user=demonstratie[Rol.ANALIST])
    pagina.goto(f"{PAGINA}&peildatum=31-06-2020")
    controleer(pagina, "indicator23-fout")

    veld = pagina.get_by_role("textbox", name="Peildatum")
    assert veld.input_value() == "31-06-2020"
    veld.fill("30-06-2020")
    veld.press("Enter")

    assert pagina.locator(".hoofdgetal dd").first.inner_text() == "11"


def test_log_in_leads_to_the_page_asked_for(pagina_als, controleer, demonstratie):  # noqa: ARG001  # asked for its effect
    analist = gebruiker(Rol.ANALIST)
    pagina = pagina_als()

    pagina.goto(f"{PAGINA}&peildatum=2020-06-30")
    controleer(pagina, "inloggen")
    pagina.get_by_label("E-mailadres").fill(analist.email)
    pagina.locator("input[type=password]").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Inloggen").click()

    assert pagina.url.endswith(f"{PAGINA}&peildatum=2020-06-30")


def test_the_page_serves_a_wide_screen_a_keyboard_paper_and_a_spreadsheet(pagina_als, demonstratie):
    pagina = pagina_als(user=demonstratie[Rol.ANALIST])
    pagina.goto(f"{PAGINA}&peildatum=2020-06-30")

    de_toets_slaat_het_menu_over(pagina)
    for knop, bestand in (("Excel", "xlsx"), ("CSV", "csv"), ("JSON", "json")):
        with pagina.expect_download() as download:
            pagina.get_by_role("link", name=f"{knop} downloaden").click()
        assert download.value.suggested_filename == f"indicator-23-in-voor-mantelzorg-thuis-2020-06-30.{bestand}"
    tabel_1_staat_in_twee_blokken_waar_plaats_is(pagina)
    papier_toont_de_cijfers_en_niets_om_op_te_klikken(pagina)


def de_toets_slaat_het_menu_over(pagina: Page) -> None:
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("link", name="Naar de inhoud")).to_be_in_viewport()
    pagina.keyboard.press("Enter")
    pagina.keyboard.press("Tab")

    expect(pagina.get_by_label("Programma", exact=True)).to_be_focused()


def tabel_1_staat_in_twee_blokken_waar_plaats_is(pagina: Page) -> None:
    tabel = pagina.get_by_role("table", name="Tabel 1a. Deelnemers naar organisatietype, nu")
    eerste, achtste = tabel.get_by_role("rowheader").nth(0), tabel.get_by_role("rowheader").nth(7)

    assert eerste.bounding_box()["y"] == achtste.bounding_box()["y"]
    assert eerste.bounding_box()["x"] < achtste.bounding_box()["x"]
    pagina.set_viewport_size({"width": 320, "height": 900})
    assert eerste.bounding_box()["x"] == achtste.bounding_box()["x"]


def papier_toont_de_cijfers_en_niets_om_op_te_klikken(pagina: Page) -> None:
    pagina.emulate_media(media="print")

    for soort in ("navigation", "button", "combobox", "textbox"):
        assert pagina.get_by_role(soort).count() == 0
    expect(pagina.locator(".hoofdgetal")).to_be_visible()
