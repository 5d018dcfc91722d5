"""A tidy sheet of the Excel report: one table, a row a record, its header in the first row."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from monitor.weergave.xlsx_opmaak import Opmaak
from monitor.weergave.xlsx_pagina import Paginaopmaak, richt_in
from monitor.weergave.xlsx_rijhoogte import RIJHOOGTE, hoogte, kolompixels

Waarde = str | int | float | datetime.date | None
KNOP = 3
"""Characters of a header that the filter button covers."""
STIJL = "Table Style Light 9"
EERSTE_EXCELDAG = datetime.date(1900, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column: its header and its width, in characters."""

    kop: str
    breedte: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladtabel:
    """A sheet with one table; `naam` is the table's own, for formulas, `omschrijving` its text alternative."""

    blad: str
    naam: str
    omschrijving: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Waarde, ...], ...]


def schrijf_tabelblad(boek: Workbook, opmaak: Opmaak, pagina: Paginaopmaak, tabel: Bladtabel) -> None:
    """Without records the table keeps one empty row, as Excel itself writes an empty table."""
    blad = boek.add_worksheet(tabel.blad)
    richt_in(blad, pagina, liggend=True)
    for nummer, kolom in enumerate(tabel.kolommen):
        blad.set_column(nummer, nummer, kolom.breedte)
    laatste_rij, laatste_kolom = max(len(tabel.rijen), 1), len(tabel.kolommen) - 1
    koppen = [{"header": kolom.kop, "header_format": opmaak.tabelkop} for kolom in tabel.kolommen]
    blad.add_table(
        0,
        0,
        laatste_rij,
        laatste_kolom,
        {"name": tabel.naam, "style": STIJL, "columns": koppen, "description": tabel.omschrijving},
    )
    blad.set_row(
        0, rijhoogte([kolom.kop for kolom in tabel.kolommen], [kolom.breedte - KNOP for kolom in tabel.kolommen])
    )
    _schrijf_rijen(blad, opmaak, tabel)
    blad.freeze_panes(1, 0)
    blad.repeat_rows(0)
    blad.ignore_errors({"number_stored_as_text": f"A1:XFD{laatste_rij + 1}"})


def _schrijf_rijen(blad: Worksheet, opmaak: Opmaak, tabel: Bladtabel) -> None:
    breedten = [kolom.breedte for kolom in tabel.kolommen]
    for rij, waarden in enumerate(tabel.rijen, start=1):
        blad.set_row(rij, rijhoogte(waarden, breedten))
        for kolom, waarde in enumerate(waarden):
            schrijf(blad, rij, kolom, waarde, opmaak)


def rijhoogte(waarden: Sequence[Waarde], breedten: Sequence[float]) -> float:
    """Points, for the highest of the texts; `breedten`: of their columns, in characters."""
    paren = zip(waarden, breedten, strict=True)
    return max(
        (hoogte(waarde, kolompixels(breedte)) for waarde, breedte in paren if isinstance(waarde, str)),
        default=RIJHOOGTE,
    )


def schrijf(blad: Worksheet, rij: int, kolom: int, waarde: Waarde, opmaak: Opmaak) -> None:
    """A value as what it is: a number, a date, or text, which never becomes a formula or a link."""
    match waarde:
        case None | "":
            return
        case datetime.date() if waarde >= EERSTE_EXCELDAG:
            blad.write_datetime(rij, kolom, waarde, opmaak.datum)
        case datetime.date():
            blad.write_string(rij, kolom, f"{waarde:%d-%m}-{waarde.year:04}", opmaak.alinea)
        case int():
            blad.write_number(rij, kolom, waarde, opmaak.waarde)
        case float():
            blad.write_number(rij, kolom, waarde, opmaak.waarde_half)
        case str():
            blad.write_string(rij, kolom, waarde, opmaak.alinea)
