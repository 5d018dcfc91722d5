"""The list of applications as an Excel table: text stays text, days and numbers are real ones."""

import datetime
import io
from collections.abc import Iterable, Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from aanmeldingen.beoordelen.kolommen import Kolom, Waarde
from aanmeldingen.beoordelen.lijst import Rij

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SMAL, _BREED = 18, 50  # characters
_STIJL = "Table Style Light 9"


def als_xlsx(kolommen: Sequence[Kolom], rijen: Iterable[Rij], titel: str) -> bytes:
    """A workbook of one sheet: a table with a heading that stays in view, a filter and print titles."""
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"strings_to_formulas": False, "strings_to_urls": False}) as boek:
        blad = boek.add_worksheet("Aanmeldingen")
        datum, tekst = (
            boek.add_format({"num_format": "dd-mm-yyyy", "valign": "top"}),
            boek.add_format({"valign": "top"}),
        )
        laatste = 0
        for laatste, rij in enumerate(rijen, start=1):
            for nummer, kolom in enumerate(kolommen):
                _schrijf(blad, (laatste, nummer), kolom.waarde(rij), datum, tekst)
        _maak_tabel(blad, kolommen, max(laatste, 1))
        blad.set_header(f"&L{titel.replace('&', '&&')}&RPagina &P van &N")
    return uit.getvalue()


def _schrijf(blad: Worksheet, plek: tuple[int, int], waarde: Waarde, datum: Format, tekst: Format) -> None:
    match waarde:
        case None | "":
            blad.write_blank(*plek, None, tekst)
        case datetime.date():
            blad.write_datetime(*plek, datetime.datetime(waarde.year, waarde.month, waarde.day), datum)  # noqa: DTZ001  # a day
        case int():
            blad.write_number(*plek, waarde, tekst)
        case str():
            blad.write_string(*plek, waarde, tekst)


def _maak_tabel(blad: Worksheet, kolommen: Sequence[Kolom], laatste: int) -> None:
    koppen = [{"header": kolom.label} for kolom in kolommen]
    blad.add_table(0, 0, laatste, len(kolommen) - 1, {"name": "Aanmeldingen", "columns": koppen, "style": _STIJL})
    for nummer, kolom in enumerate(kolommen):
        blad.set_column(nummer, nummer, _BREED if kolom.breed else _SMAL)
    blad.freeze_panes(1, 1)
    blad.repeat_rows(0)
    blad.set_landscape()
    blad.fit_to_pages(1, 0)
