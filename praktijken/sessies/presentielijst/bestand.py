"""The rows of an uploaded list: a workbook's first sheet, or text. Any file may be offered, by anyone."""

import datetime
import tempfile
from pathlib import Path
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile

from mantelzorg.excel.lezer import EERSTE_BLAD, Cel, Foutwaarde, OnleesbaarBestand, lees
from praktijken.sessies.presentielijst.lezen import TEKENS, Regel, TeVeel, uit_rijen, uit_tekst
from praktijken.sessies.presentielijst.status import ONLEESBAAR

GROOTST: Final = 10 * 1024 * 1024  # bytes
TE_GROOT: Final = "Dit bestand is groter dan 10 MB. Een presentielijst is veel kleiner: kies een ander bestand."
GEEN_LIJST: Final = (
    "Dit bestand is geen Excelbestand (.xlsx) en geen tekst (.csv of .txt). Kies een ander, of plak de lijst."
)
OUD_EXCEL: Final = "Dit is een oud Excelbestand (.xls). Sla het in Excel op als .xlsx, of plak de lijst."
_RIJEN = 5_000  # of a sheet; a list is much shorter
_TOEGESTAAN = "\n\r\t\f"


class Onleesbaar(Exception):
    """The file cannot be read as a list; the text is one Dutch line for the user."""


def regels_uit(bestand: "UploadedFile[Any]") -> list[Regel]:
    """The people in the file. Raises Onleesbaar, TeVeel."""
    if bestand.size is None or bestand.size > GROOTST:
        raise Onleesbaar(TE_GROOT)
    inhoud = bestand.read()
    if inhoud.startswith(b"PK"):
        return _uit_werkboek(inhoud)
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise Onleesbaar(OUD_EXCEL)
    return uit_tekst(_als_tekst(inhoud))


def _uit_werkboek(inhoud: bytes) -> list[Regel]:
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as tijdelijk:
        tijdelijk.write(inhoud)
        tijdelijk.flush()
        rijen = []
        try:
            for _, rij in lees(Path(tijdelijk.name), [EERSTE_BLAD]):
                rijen.append([_leesbaar(cel) for cel in rij.cellen])
                if len(rijen) > _RIJEN:
                    raise TeVeel("Het eerste blad van dit bestand is te lang voor een presentielijst.")
        except OnleesbaarBestand as fout:
            raise Onleesbaar(str(fout)) from fout
    return uit_rijen(rijen)


def _leesbaar(cel: Cel) -> str:
    """As text, a number as its digits; a date or an error in a cell is no name, and no status that can be read."""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, Foutwaarde | datetime.date | datetime.time | datetime.timedelta):
        return ONLEESBAAR
    if isinstance(cel, float) and cel.is_integer():
        return str(int(cel))
    return "" if cel is None else str(cel)


def _als_tekst(inhoud: bytes) -> str:
    """Text as UTF-8, UTF-16 with its mark, or as Excel for Windows writes a .csv."""
    for codering in ("utf-16",) if inhoud[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            leesbaar = inhoud[: 4 * TEKENS + 4].decode(codering)
        except UnicodeDecodeError:
            continue
        if len(leesbaar) <= TEKENS and all(teken >= " " or teken in _TOEGESTAAN for teken in leesbaar):
            return leesbaar
    raise Onleesbaar(GEEN_LIJST)
