"""Indicator 23 as CSV: one figure a row, for spreadsheets and statistical programs (begrippen.md §3)."""

import csv
import io

from monitor.rapport import Rapport

KOP = ("tabel", "sleutel", "figuur", "waarde")


def als_csv(rapport: Rapport) -> bytes:
    """UTF-8 with BOM, `;` between, lines end in CR LF; names as in the JSON form; no figure (null) is empty."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOP)
    for tabel in rapport.tabellen:
        for rij in tabel.rijen:
            for figuur, waarde in zip(tabel.figuren, rij.waarden, strict=True):
                schrijver.writerow((tabel.naam, rij.sleutel, figuur.naam, "" if waarde is None else waarde))
    return uit.getvalue().encode("utf-8-sig")
