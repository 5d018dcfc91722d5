"""The figures of an Excel report as another program reads them, put in the form of the JSON."""

import datetime
import io
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

Bladen = dict[str, list[list[Any]]]
TYPEN = {"organisatietypen": "Organisatietypen nu", "organisatietypen_tot_nu_toe": "Organisatietypen tot nu toe"}
BLADEN = [
    "Rapport",
    "Kerncijfers",
    "Organisatietypen nu",
    "Organisatietypen tot nu toe",
    "Per praktijk",
    "Niet meegeteld",
    "Elders genoemd",
    "Toelichting",
]


def met_openpyxl(inhoud: bytes) -> Bladen:
    """The cells as kept in the file: of a formula the value that was saved with it."""
    boek = load_workbook(io.BytesIO(inhoud), data_only=True)
    return {blad.title: [[_dag(cel) for cel in rij] for rij in blad.iter_rows(values_only=True)] for blad in boek}


def met_calamine(inhoud: bytes) -> Bladen:
    """The same by another reader, which calls an empty cell empty text."""
    boek = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    return {
        naam: [[None if cel == "" else _geheel(cel) for cel in rij] for rij in boek.get_sheet_by_name(naam).to_python()]
        for naam in boek.sheet_names
    }


def _dag(cel: Any) -> Any:
    return cel.date() if isinstance(cel, datetime.datetime) else cel


def _geheel(cel: Any) -> Any:
    return int(cel) if isinstance(cel, float) and cel.is_integer() else cel


def rijen(blad: list[list[Any]]) -> list[dict[str, Any]]:
    """The rows of a tidy sheet by header; an empty table keeps one empty row."""
    kop, *rest = blad
    return [dict(zip(kop, rij, strict=True)) for rij in rest if any(cel is not None for cel in rij)]


def cijfers(bladen: Bladen) -> dict[str, Any]:
    """All figures, as the JSON has them."""
    begrippen = {rij[0]: rij[1] for rij in reversed(bladen["Toelichting"])}  # of equal terms the first
    return {
        "indicator": int(begrippen["Indicator"].split(":")[0]),
        "programma": begrippen["Kenmerk (slug)"],
        "peildatum": begrippen["Peildatum"].isoformat(),
        **_geheel_programma(bladen["Kerncijfers"]),
        **{
            naam: [{"naam": rij["Organisatietype"], "aantal": rij["Deelnemers"]} for rij in rijen(bladen[blad])]
            for naam, blad in TYPEN.items()
        },
        "per_praktijk": [
            {
                "code": rij["Code"],
                "naam": rij["Praktijk"],
                "ontwerpvragen": rij["Ontwerpvragen"],
                "experimenten": rij["Experimenten opgestart"],
                "deelnemers": rij["Deelnemers nu"],
            }
            for rij in rijen(bladen["Per praktijk"])
        ],
    }


def _geheel_programma(blad: list[list[Any]]) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    for rij in rijen(blad):
        tabel, _, figuur = (rij["Naam in CSV en JSON"] or "").partition(".")
        if tabel in ("gemeenten", "organisaties"):
            uit[tabel] = rij["Aantal"]
        elif tabel:
            uit.setdefault(tabel, {})[figuur] = rij["Aantal"]
    return uit


def formules(blad: Worksheet) -> dict[str, str]:
    return {cel.coordinate: cel.value for rij in blad.iter_rows() for cel in rij if cel.data_type == "f"}
