"""Somebody tampers: with a cell of a file, and with a byte of the database."""

from pathlib import Path

from django.db import connection
from django.urls import reverse
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from monitor import alleen_toevoegen
from monitor.echtheid.nacht import controleer_metingen
from monitor.models import Meting
from tests.browser.reis import knop, verwacht
from tests.browser.verhaal import kanalen
from tests.browser.verhaal.daden import Verhaal
from tests.browser.verhaal.later import IN_ORDE, controle

ZEGEL = "Het zegel klopt niet: er is iets gewijzigd na het vaststellen."
CIJFERS = "De cijfers zijn niet wat de vastgelegde feiten samen tellen."


def vera_hoort_of_een_bestand_echt_is(verhaal: Verhaal, map_: Path) -> None:
    """The Excel file as it came is genuine; with a 12 in the place of the 11 it is not, and Vera sees which cell."""
    meting = Meting.objects.get(jaar=2020)
    vera = verhaal.als(verhaal.wereld.vera, reverse("monitor:meting", args=[meting.pk]))
    with vera.expect_download() as download:
        vera.get_by_role("link", name="Excel downloaden").click()
    echt, vals = map_ / "echt.xlsx", map_ / "vals.xlsx"
    download.value.save_as(echt)
    cel = _vervals(echt, vals)
    vera.goto(reverse("monitor:echtheid"))
    _leg_voor(vera, echt)
    expect(vera.get_by_text("Dit bestand is echt")).to_be_visible()
    verwacht(vera, "Het is het rapport van In voor mantelzorg-thuis, 2020 nr. 1 (peildatum 30 juni 2020).")
    verhaal.controleer(vera, "verhaal-echt")
    _leg_voor(vera, vals)
    expect(vera.get_by_role("alert")).to_contain_text("Dit bestand is niet echt")
    assert kanalen.rijen(vera.get_by_role("table", name="Gewijzigde cellen")) == [
        "Blad Cel Er staat Er hoort te staan",
        f"Kerncijfers {cel} 12 11",
    ]
    verhaal.controleer(vera, "verhaal-niet-echt")


def een_byte_verandert_in_de_database(verhaal: Verhaal) -> None:
    """Past the triggers, as who owns the database can: the command finds it, and in the morning Vera reads it."""
    verhaal.op("2021-10-01")
    tabel = "monitor_vastgesteldfeit"
    feit = Meting.objects.get(jaar=2020).vaststelling.feiten.get(soort="praktijk", inhoud__contains='"HOO"')
    with alleen_toevoegen.opgeheven(connection, tabel), connection.cursor() as cursor:
        opdracht = f"UPDATE {tabel} SET inhoud = replace(inhoud, 'Hoorn', 'Hoarn') WHERE id = %s"  # noqa: S608  # a table of our own
        cursor.execute(opdracht, [feit.pk])
    regels, status = controle()
    niet = f"NIET IN ORDE  {IN_ORDE[1].removeprefix('In orde       ')}: {ZEGEL} {CIJFERS}"
    assert (regels, status) == ([IN_ORDE[0], niet, IN_ORDE[2], "Gecontroleerde metingen: 3. Niet in orde: 1."], 1)
    controleer_metingen.call()
    vera = verhaal.als(verhaal.wereld.vera, "/taken/")
    verwacht(vera, "De controle van de vastgestelde metingen gaf 2 bevindingen.")
    vera.get_by_role("link", name="Vastgestelde meting niet in orde").click()
    expect(vera.get_by_role("alert")).to_contain_text(ZEGEL)
    expect(vera.get_by_role("alert")).to_contain_text(CIJFERS)
    verhaal.controleer(vera, "verhaal-byte")


def _vervals(echt: Path, vals: Path) -> str:
    """Copy it with the first 11 of the sheet Kerncijfers made a 12; the name of that cell."""
    boek = load_workbook(echt)
    cel = next(een for rij in boek["Kerncijfers"].iter_rows() for een in rij if een.value == 11)
    cel.value = 12
    boek.save(vals)
    return str(cel.coordinate)


def _leg_voor(pagina: Page, bestand: Path) -> None:
    pagina.get_by_label("Excelbestand", exact=True).set_input_files(bestand)
    knop(pagina, "Bestand controleren")
