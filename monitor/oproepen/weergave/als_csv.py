"""The figures of a call as CSV: one figure a row, as indicator 23 has it."""

import csv
import io

from monitor.oproepen.rapport import Rapport
from monitor.oproepen.tabellen import als_tekst
from monitor.weergave.als_csv import KOP

FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins with one of these is a formula to a spreadsheet."""


def als_csv(rapport: Rapport) -> bytes:
    """UTF-8 with BOM, `;` between, lines end in CR LF, halves with a comma; no data (null) is empty."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOP)
    for tabel in rapport.tabellen:
        for rij in tabel.rijen:
            for figuur, waarde in zip(tabel.figuren, rij.waarden, strict=True):
                getal = "" if waarde is None else als_tekst(waarde)
                schrijver.writerow((tabel.naam, letterlijk(rij.sleutel), figuur.naam, getal))
    return uit.getvalue().encode("utf-8-sig")


def letterlijk(naam: str) -> str:
    """A name that no spreadsheet runs as a formula: an apostrophe before one that looks like it."""
    return f"'{naam}" if naam.startswith(FORMULETEKENS) else naam
