"""The whole ledger as an Excel table, to account for the places: no names of persons."""

import datetime
import io
from collections.abc import Iterable

import xlsxwriter
from django.utils import timezone
from xlsxwriter.worksheet import Worksheet

from aanmeldingen.models import Oproep
from aanmeldingen.plaatsen.grootboek import Boekregel

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_KOLOMMEN = (
    ("Regel", 8),
    ("Moment", 18),
    ("Gebeurtenis", 28),
    ("Aanmelding", 12),
    ("Organisatie", 40),
    ("Sector met eigen plaatsen", 26),
    ("Van", 14),
    ("Naar", 14),
    ("Plaatsen erbij of eraf", 20),
    ("Aantal plaatsen", 16),
    ("Bezet", 10),
    ("Aangeboden", 12),
    ("Vrij", 8),
    ("Wachtlijst", 12),
    ("Kandidaten", 12),
    ("Antwoord vóór", 18),
    ("Reden", 50),
    ("Door", 22),
)
Waarde = str | int | datetime.datetime | None


def als_xlsx(oproep: Oproep, boek: Iterable[Boekregel], op: datetime.datetime) -> bytes:
    """A workbook of one sheet, oldest line first; the numbers are those after the line."""
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"strings_to_formulas": False, "strings_to_urls": False}) as werkboek:
        blad = werkboek.add_worksheet("Plaatsenboek")
        stijl = werkboek.add_format({"num_format": "dd-mm-yyyy hh:mm"})
        laatste = 0
        for laatste, boekregel in enumerate(boek, start=1):
            for kolom, waarde in enumerate(_waarden(boekregel)):
                if isinstance(waarde, datetime.datetime):
                    blad.write_datetime(laatste, kolom, timezone.localtime(waarde).replace(tzinfo=None), stijl)
                elif waarde not in (None, ""):
                    blad.write(laatste, kolom, waarde)
        _maak_tabel(blad, max(laatste, 1))
        blad.set_header(f"&LPlaatsenboek op {timezone.localtime(op):%d-%m-%Y}&RPagina &P van &N")
        blad.set_footer(f"&L{oproep.naam.replace('&', '&&')}")
    return uit.getvalue()


def _waarden(een: Boekregel) -> tuple[Waarde, ...]:
    regel, saldo = een.regel, een.saldo
    return (
        regel.nummer,
        regel.op,
        regel.gebeurtenis,
        regel.aanmelding.nummer if regel.aanmelding else None,
        regel.aanmelding.organisatie if regel.aanmelding else None,
        regel.sector.naam if regel.sector else None,
        regel.van,
        regel.naar,
        een.verschil,
        saldo.capaciteit,
        saldo.bezet,
        saldo.aangeboden,
        saldo.vrij,
        saldo.wacht,
        saldo.kandidaten,
        regel.antwoord_voor,
        een.openbare_reden,
        een.rol,
    )


def _maak_tabel(blad: Worksheet, laatste: int) -> None:
    koppen = [{"header": naam} for naam, _ in _KOLOMMEN]
    opmaak = {"name": "Plaatsenboek", "columns": koppen, "style": "Table Style Light 9"}
    blad.add_table(0, 0, laatste, len(_KOLOMMEN) - 1, opmaak)
    for nummer, (_, breedte) in enumerate(_KOLOMMEN):
        blad.set_column(nummer, nummer, breedte)
    blad.freeze_panes(1, 1)
    blad.repeat_rows(0)
    blad.set_landscape()
    blad.fit_to_pages(1, 0)
