"""The figures of an indicator as CSV: one figure a row, as indicator 23 has it."""

import csv
import io

from monitor.indicatoren.rapport import Cijferrapport
from monitor.oproepen.weergave.als_csv import letterlijk
from monitor.weergave.als_csv import KOP


def als_csv(rapport: Cijferrapport) -> bytes:
    """UTF-8 with BOM, `;` between, lines end in CR LF; no data (null) is empty, and no name is run as a formula."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOP)
    for tabel in rapport.tabellen:
        for rij in tabel.rijen:
            for figuur, waarde in zip(tabel.figuren, rij.waarden, strict=True):
                getal = "" if waarde is None else waarde
                schrijver.writerow((tabel.naam, letterlijk(rij.sleutel), figuur.naam, getal))
    return uit.getvalue().encode("utf-8-sig")
