"""The figures of a call as an Excel workbook: a sheet to read, a tidy sheet per table, and how it was counted."""

import datetime
import io

from xlsxwriter.workbook import Workbook

from monitor.oproepen.rapport import TITEL, Rapport
from monitor.oproepen.weergave.xlsx_bladen import schrijf_toelichting, tabelbladen
from monitor.oproepen.weergave.xlsx_voorblad import schrijf_voorblad
from monitor.weergave.xlsx_opmaak import maak_opmaak, opties
from monitor.weergave.xlsx_pagina import Paginaopmaak, letterlijk
from monitor.weergave.xlsx_tabel import schrijf_tabelblad


def als_xlsx(rapport: Rapport, *, gemaakt_op: datetime.datetime, versie: str) -> bytes:
    """The report as .xlsx; `gemaakt_op` carries its time zone, `versie` is the product's."""
    uit = io.BytesIO()
    pagina = Paginaopmaak(
        kop=f"&L{letterlijk(rapport.naam)}&RPeildatum: {rapport.dag}", voet="&LOproep – &A&RPagina &P van &N"
    )
    with Workbook(uit, opties()) as boek:
        boek.set_properties(
            {
                "title": f"{TITEL} {rapport.naam}",
                "subject": f"{rapport.programma}, peildatum {rapport.dag}",
                "comments": f"Gemaakt met versie {versie} van de programma-administratie.",
                "created": gemaakt_op.astimezone(datetime.UTC).replace(tzinfo=None),
            }
        )
        opmaak = maak_opmaak(boek)
        schrijf_voorblad(boek, opmaak, pagina, rapport)
        for tabel in tabelbladen(rapport):
            schrijf_tabelblad(boek, opmaak, pagina, tabel)
        schrijf_toelichting(boek, opmaak, pagina, rapport, gemaakt_op=gemaakt_op, versie=versie)
    return uit.getvalue()
