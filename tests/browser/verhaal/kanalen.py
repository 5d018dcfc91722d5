"""What an anonymous reader gets of a publication, channel by channel."""

import io
import json
import re
from collections.abc import Mapping

from openpyxl import load_workbook
from playwright.sync_api import Locator, Page

from tests.monitor import pdf
from tests.monitor.publicatie.kanalen import cellen_csv, cellen_xlsx

Cel = tuple[str, str, str]
"""Table, key of the row and figure."""


def haal(lezer: Page, adres: str) -> bytes:
    """What anybody gets at that address."""
    antwoord = lezer.request.get(adres)
    assert antwoord.ok, adres
    return antwoord.body()


def cijfers(lezer: Page, blad: str) -> dict[Cel, int | None]:
    """Every published figure, None where it is protected: the same in JSON, CSV, Excel and the API."""
    inhoud = haal(lezer, f"{blad}json/")
    assert haal(lezer, f"{blad.replace('/cijfers/', '/api/v1/publicaties/')}inhoud") == inhoud
    tabellen = json.loads(inhoud)["tabellen"]
    in_json = [
        (tabel["naam"], rij["sleutel"], figuur["naam"], waarde)
        for tabel in tabellen
        for rij in tabel["rijen"]
        for figuur, waarde in zip(tabel["figuren"], rij["waarden"], strict=True)
    ]
    assert cellen_csv(haal(lezer, f"{blad}csv/")) == in_json
    assert cellen_xlsx(haal(lezer, f"{blad}xlsx/")) == [waarde for *_, waarde in in_json]
    return {(tabel, sleutel, figuur): waarde for tabel, sleutel, figuur, waarde in in_json}


def in_pdf(lezer: Page, blad: str, soorten: Mapping[str, int]) -> list[str]:
    """The kinds whose count stands beside them in the PDF."""
    tekst = pdf.tekst(haal(lezer, f"{blad}pdf/"))
    return [naam for naam, aantal in soorten.items() if re.search(rf"{naam}\s+{aantal}\b", tekst)]


def rijen(tabel: Locator) -> list[str]:
    """The rows of a table as they are read, without its head that stands there for the eye alone."""
    return [" ".join(rij.inner_text().split()) for rij in tabel.get_by_role("row").all()]


def beelden(lezer: Page) -> list[str]:
    """The text alternatives of the pictures on the page."""
    return [" ".join(een.split()) for een in lezer.locator("svg title, svg desc").all_text_contents()]


def cellen(inhoud: bytes, *, zonder: str = "") -> list[object]:
    """Every cell of a workbook, sheet by sheet, but for that sheet."""
    bladen = [blad for blad in load_workbook(io.BytesIO(inhoud)) if blad.title != zonder]
    return [(blad.title, rij) for blad in bladen for rij in blad.iter_rows(values_only=True)]
