"""The published figures as CSV, one a row, and what its columns mean (CSV on the Web)."""

import csv
import io
import json
from typing import Any

from monitor.publicatie.waarden import Inhoud, Uitgave
from monitor.publicatie.weergave.verbeteringen import verbeteringen

AFGESCHERMD = "afgeschermd"
KOLOMMEN = (
    ("tabel", "Tabel", "string", "De groep cijfers."),
    ("sleutel", "Sleutel", "string", "De praktijk (code) of het organisatietype; leeg bij het programma als geheel."),
    ("figuur", "Cijfer", "string", "Wat er is geteld."),
    ("waarde", "Waarde", "nonNegativeInteger", "Het aantal; leeg als het is afgeschermd."),
    ("opmerking", "Opmerking", "string", "‘afgeschermd’ bij een aantal personen dat niet wordt getoond."),
)


def als_csv(inhoud: Inhoud) -> bytes:
    """UTF-8 with BOM, `;` between, lines end in CR LF; a protected count is empty and says so."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([naam for naam, *_ in KOLOMMEN])
    for tabel in inhoud.tabellen:
        for rij in tabel.rijen:
            for figuur, waarde in zip(tabel.figuren, rij.waarden, strict=True):
                cel = ("", AFGESCHERMD) if waarde is None else (waarde, "")
                schrijver.writerow((tabel.naam, rij.sleutel, figuur.naam, *cel))
    return uit.getvalue().encode("utf-8-sig")


def als_csvw(uitgave: Uitgave, *, csv_adres: str) -> bytes:
    """Metadata of the CSV at `csv_adres` (absolute, or relative to where this stands): W3C CSV on the Web, as JSON."""
    inhoud = uitgave.inhoud
    vorm = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": csv_adres,
        "dc:title": f"{inhoud.teksten.titel}, {inhoud.jaar}",
        "dc:description": inhoud.teksten.beschrijving,
        **_verbeteringen(uitgave),
        "dc:issued": {"@value": inhoud.gepubliceerd_op.isoformat(), "@type": "xsd:date"},
        "dialect": {"delimiter": ";", "encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [
                {"name": naam, "titles": naam, "datatype": soort, "dc:title": titel, "dc:description": uitleg}
                for naam, titel, soort, uitleg in KOLOMMEN
            ],
            "primaryKey": ["tabel", "sleutel", "figuur"],
        },
    }
    return (json.dumps(vorm, ensure_ascii=False, indent=2) + "\n").encode()


def _verbeteringen(uitgave: Uitgave) -> dict[str, Any]:
    return {"skos:changeNote": noten} if (noten := list(verbeteringen(uitgave))) else {}
