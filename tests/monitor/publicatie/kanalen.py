"""Every whole number that a channel of a publication tells, in its figures or within its texts."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from openpyxl import load_workbook

from tests.monitor import pdf

LOS = re.compile(r"(?<![\w.,/:-])\d+(?![\w/:-]|[.,]\d)")
"""A number by itself: no part of a date, address, code or fraction."""
GEEN_TEKST = ("svg", "lon", "lat")
"""Parts of the content that draw or place: their numbers count nothing. The words of the drawing are on the page."""


def in_tekst(tekst: str) -> set[int]:
    """The numbers in a text."""
    return {int(getal) for getal in LOS.findall(tekst)}


class Paginatekst(HTMLParser):
    """All that a page says: text, text alternatives and labels; and the JSON-LD within it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.teksten: list[str] = []
        self.json_ld = ""
        self._in = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in = tag
        self.teksten += [waarde or "" for naam, waarde in attrs if naam in ("aria-label", "alt", "title", "content")]

    def handle_data(self, data: str) -> None:
        if self._in == "script":
            self.json_ld += data
        else:
            self.teksten.append(data)


def op_pagina(inhoud: bytes) -> set[int]:
    """The numbers on the page, in its map and tables too."""
    return in_tekst("\n".join(Paginatekst(inhoud.decode()).teksten))


def in_alternatieven(inhoud: bytes) -> set[int]:
    """The numbers in the text alternatives of pictures alone."""
    return in_tekst("\n".join(re.findall(r"<(?:desc|title)\b[^>]*>(.*?)</", inhoud.decode(), re.DOTALL)))


def in_json_ld(inhoud: bytes) -> set[int]:
    """The numbers in the JSON-LD of the page."""
    return set(_in_json(json.loads(Paginatekst(inhoud.decode()).json_ld)))


def in_json(inhoud: bytes) -> set[int]:
    """The numbers in JSON, those in its texts too."""
    return set(_in_json(json.loads(inhoud)))


def _in_json(waarde: Any) -> Iterator[int]:
    match waarde:
        case bool() | None:
            return
        case int():
            yield waarde
        case str():
            yield from in_tekst(waarde)
        case list():
            for deel in waarde:
                yield from _in_json(deel)
        case dict():
            for naam, deel in waarde.items():
                if naam not in GEEN_TEKST:
                    yield from _in_json(deel)


def in_csv(inhoud: bytes) -> set[int]:
    """The numbers in the cells of a CSV."""
    rijen = csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";")
    return {getal for rij in rijen for cel in rij for getal in in_tekst(cel)}


def in_xlsx(inhoud: bytes) -> set[int]:
    """The numbers in all cells, and in what the file says of its pictures and tables."""
    boek = load_workbook(io.BytesIO(inhoud))
    cellen = {cel for blad in boek for rij in blad.iter_rows(values_only=True) for cel in rij}
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bestand:
        delen = [naam for naam in bestand.namelist() if "drawing" in naam or "table" in naam]
        bij = "\n".join(bestand.read(naam).decode() for naam in delen if naam.endswith(".xml"))
    beschreven = "\n".join(re.findall(r'(?:descr|altText|altTextSummary)="([^"]*)"', bij))
    return set(_in_json(list(cellen))) | in_tekst(beschreven)


def in_pdf(inhoud: bytes) -> set[int]:
    """The numbers on its pages, not those of the pages, and in what it says of its pictures."""
    gezegd = [str(merk.eigenschappen.get("/Alt", "")) for merk in pdf.merken(inhoud)]
    return in_tekst(re.sub(r"· bladzijde \d+", "", "\n".join([pdf.tekst(inhoud), *gezegd])))


def cellen_csv(inhoud: bytes) -> list[tuple[str, str, str, int | None]]:
    """The rows of the CSV; a protected count is None and says so."""
    _kop, *rijen = csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";")
    assert all((waarde == "") is (opmerking == "afgeschermd") for *_, waarde, opmerking in rijen)
    return [(tabel, sleutel, figuur, int(waarde) if waarde else None) for tabel, sleutel, figuur, waarde, _ in rijen]


def cellen_xlsx(inhoud: bytes) -> list[int | None]:
    """The counts on the sheets with tables, row by row; a protected one is None and says so."""
    boek = load_workbook(io.BytesIO(inhoud))
    cellen = [
        cel
        for blad in boek.worksheets[1:]
        for rij in blad.iter_rows(min_row=2, min_col=2, values_only=True)
        for cel in rij
        if rij != (None,) * len(rij)
    ]
    assert {cel for cel in cellen if not isinstance(cel, int)} <= {"afgeschermd"}
    return [cel if isinstance(cel, int) else None for cel in cellen]
