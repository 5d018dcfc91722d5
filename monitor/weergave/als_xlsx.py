"""Indicator 23 as an Excel workbook: a sheet to read, a tidy sheet per table, and how it was counted.

That of a fixed measurement says which one it is, with its seal, and explains every figure.
"""

import datetime
import io

from xlsxwriter.workbook import Workbook

from monitor.nederlands import datum
from monitor.rapport import Rapport
from monitor.weergave.xlsx_opmaak import maak_opmaak, opties
from monitor.weergave.xlsx_pagina import paginaopmaak
from monitor.weergave.xlsx_tabel import schrijf_tabelblad
from monitor.weergave.xlsx_tabelbladen import tabelbladen
from monitor.weergave.xlsx_toelichting import schrijf_toelichting
from monitor.weergave.xlsx_verantwoording import schrijf_verantwoording
from monitor.weergave.xlsx_voorblad import schrijf_voorblad


def als_xlsx(rapport: Rapport, *, gemaakt_op: datetime.datetime, versie: str) -> bytes:
    """The report as .xlsx; `gemaakt_op` carries its time zone, `versie` is the product's."""
    uit = io.BytesIO()
    with Workbook(uit, opties()) as boek:
        _eigenschappen(boek, rapport, gemaakt_op, versie)
        opmaak, pagina = maak_opmaak(boek), paginaopmaak(rapport)
        schrijf_voorblad(boek, opmaak, pagina, rapport)
        for tabel in tabelbladen(rapport):
            schrijf_tabelblad(boek, opmaak, pagina, tabel)
        schrijf_toelichting(boek, opmaak, pagina, rapport, gemaakt_op=gemaakt_op, versie=versie)
        if rapport.meting is not None:
            schrijf_verantwoording(boek, opmaak, pagina, rapport, rapport.meting)
    return uit.getvalue()


def _eigenschappen(boek: Workbook, rapport: Rapport, gemaakt_op: datetime.datetime, versie: str) -> None:
    boek.set_properties(
        {
            "title": f"Indicator 23: {rapport.titel[0].lower()}{rapport.titel[1:]}",
            "subject": f"{rapport.programma.naam}, peildatum {datum(rapport.peildatum)}",
            "company": rapport.programma.uitvoerders,
            "category": "Monitor Langer Thuis",
            "comments": f"Gemaakt met versie {versie} van de programma-administratie.",
            "created": gemaakt_op.astimezone(datetime.UTC).replace(tzinfo=None),
        }
    )
