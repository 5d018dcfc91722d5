"""A list as a workbook of one sheet to read and filter: text stays text, days and numbers are real ones."""

import datetime
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import xlsxwriter
from django.utils import timezone
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

SMAL, BREED = 18, 50
"""Widths of a column, in characters."""
_STIJL: Final = "Table Style Light 9"
Waarde = str | int | datetime.date | datetime.datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A heading, and how wide the column is in characters."""

    kop: str
    breedte: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opmaak:
    tekst: Format
    dag: Format
    moment: Format

    @classmethod
    def van(cls, boek: Workbook) -> "_Opmaak":
        boven = {"valign": "top"}
        return cls(
            tekst=boek.add_format(boven),
            dag=boek.add_format(boven | {"num_format": "dd-mm-yyyy"}),
            moment=boek.add_format(boven | {"num_format": "dd-mm-yyyy hh:mm"}),
        )


def lijst_als_xlsx(
    *, naam: str, kolommen: Sequence[Kolom], rijen: Iterable[Sequence[Waarde]], kop: str, voet: str = ""
) -> bytes:
    """The sheet and its table are called `naam`; the heading stays in view, and is on every page that is printed.

    `kop` and `voet` stand above and below each printed page.
    """
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"strings_to_formulas": False, "strings_to_urls": False}) as boek:
        blad, opmaak, laatste = boek.add_worksheet(naam), _Opmaak.van(boek), 0
        for laatste, rij in enumerate(rijen, start=1):
            for nummer, waarde in enumerate(rij):
                _schrijf(blad, (laatste, nummer), waarde, opmaak)
        _maak_tabel(blad, naam, kolommen, max(laatste, 1))
        blad.set_header(f"&L{_letterlijk(kop)}&RPagina &P van &N")
        if voet:
            blad.set_footer(f"&L{_letterlijk(voet)}")
    return uit.getvalue()


def _schrijf(blad: Worksheet, plek: tuple[int, int], waarde: Waarde, opmaak: _Opmaak) -> None:
    match waarde:
        case None | "":
            blad.write_blank(*plek, None, opmaak.tekst)
        case datetime.datetime():
            blad.write_datetime(*plek, timezone.localtime(waarde).replace(tzinfo=None), opmaak.moment)
        case datetime.date():
            blad.write_datetime(*plek, datetime.datetime(waarde.year, waarde.month, waarde.day), opmaak.dag)  # noqa: DTZ001  # a day
        case int():
            blad.write_number(*plek, waarde, opmaak.tekst)
        case str():
            blad.write_string(*plek, waarde, opmaak.tekst)


def _maak_tabel(blad: Worksheet, naam: str, kolommen: Sequence[Kolom], laatste: int) -> None:
    koppen = [{"header": kolom.kop} for kolom in kolommen]
    blad.add_table(0, 0, laatste, len(kolommen) - 1, {"name": naam, "columns": koppen, "style": _STIJL})
    for nummer, kolom in enumerate(kolommen):
        blad.set_column(nummer, nummer, kolom.breedte)
    blad.freeze_panes(1, 1)
    blad.repeat_rows(0)
    blad.set_landscape()
    blad.fit_to_pages(1, 0)


def _letterlijk(tekst: str) -> str:
    """In a heading `&` begins a code."""
    return tekst.replace("&", "&&")
