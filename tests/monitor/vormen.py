"""Each channel's figures of indicator 23 read back, in the form of the JSON: what one sees and nothing else."""

import csv
import io
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

Cijfers = dict[str, Any]

LIJSTEN = ("organisatietypen", "organisatietypen_tot_nu_toe", "per_praktijk")
NAMEN = {
    "Praktijken": "praktijken",
    "Gemeenten": "gemeenten",
    "Organisaties": "organisaties",
    "Ontwerpvragen": "ontwerpvragen",
    "Experimenten": "experimenten",
    "Deelnemers nu": "deelnemers",
    "Deelnemers tot nu toe": "deelnemers_tot_nu_toe",
    "Organisatietypen nu": "organisatietypen",
    "Organisatietypen tot nu toe": "organisatietypen_tot_nu_toe",
    "Per praktijk": "per_praktijk",
    "Opgestart": "opgestart",
    "Actief": "actief",
    "Lopend": "lopend",
    "Afgerond": "afgerond",
    "Voortijdig gestopt": "voortijdig_gestopt",
    "Samengevoegd": "samengevoegd",
    "Totaal": "totaal",
    "Minimum per praktijk": "minimum_per_praktijk",
    "Maximum per praktijk": "maximum_per_praktijk",
    "Organisatietype bekend": "bekend",
    "Organisatietype onbekend": "onbekend",
    "Aantal": "aantal",
}
"""What people read, and how the JSON calls it."""


def getal(tekst: str) -> int | None:
    """A figure in digits; empty or – is none."""
    return None if tekst in ("", "–") else int(tekst)


def uit_csv(inhoud: bytes) -> Cijfers:
    """The figures of the CSV; practices carry no name there."""
    kop, *rijen = csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";")
    assert kop == ["tabel", "sleutel", "figuur", "waarde"]
    uit: Cijfers = {lijst: [] for lijst in LIJSTEN}
    for tabel, sleutel, figuur, waarde in rijen:
        if tabel == "per_praktijk":
            _regel(uit[tabel], "code", sleutel)[figuur] = getal(waarde)
        elif tabel in LIJSTEN:
            _regel(uit[tabel], "naam", sleutel)[figuur] = getal(waarde)
        else:
            _zet(uit, tabel, figuur, getal(waarde))
    return uit


def _regel(lijst: list[dict[str, Any]], veld: str, sleutel: str) -> dict[str, Any]:
    """The line of this key; a new one where the key differs from the last."""
    if not lijst or lijst[-1][veld] != sleutel:
        lijst.append({veld: sleutel})
    return lijst[-1]


def _zet(uit: Cijfers, tabel: str, figuur: str, waarde: int | None) -> None:
    if figuur == "aantal":
        uit[tabel] = waarde
    else:
        uit.setdefault(tabel, {})[figuur] = waarde


def uit_tekst(tekst: str) -> Cijfers:
    """The figures of the text: a table is a title, a line of dashes, and lines up to an empty one."""
    uit: Cijfers = {lijst: [] for lijst in LIJSTEN}
    for deel in tekst.split("\n\n"):
        titel, _, rest = deel.partition("\n")
        streep, *regels = rest.splitlines() or [""]
        if streep and set(streep) == {"-"}:
            _uit_teksttabel(uit, NAMEN[titel], [regel for regel in regels if regel.strip() != "(geen)"])
    return uit


def _uit_teksttabel(uit: Cijfers, tabel: str, regels: list[str]) -> None:
    for regel in regels[1:] if tabel == "per_praktijk" else regels:
        if tabel == "per_praktijk":
            naam, *waarden = regel.rsplit(maxsplit=3)
            uit[tabel].append(_praktijk(*naam.strip().removesuffix(")").rsplit(" (", 1), *waarden))
        else:
            naam, waarde = regel.strip().rsplit(maxsplit=1)
            if tabel in LIJSTEN:
                uit[tabel].append({"naam": naam, "aantal": getal(waarde)})
            else:
                _zet(uit, tabel, NAMEN[naam], getal(waarde))


def _praktijk(naam: str, code: str, ontwerpvragen: str, experimenten: str, deelnemers: str) -> dict[str, Any]:
    return {
        "code": code,
        "naam": naam,
        "ontwerpvragen": getal(ontwerpvragen),
        "experimenten": getal(experimenten),
        "deelnemers": getal(deelnemers),
    }


class Paginalezer(HTMLParser):
    """The tables of a page by their caption, or by the label of the region around them: rows of cells of texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tabellen: dict[str, list[list[list[str]]]] = {}
        self.begrippen: dict[str, list[str]] = {}
        self._label = self._begrip = ""
        self._rijen: list[list[list[str]]] = []
        self._tekst: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        eigenschappen = dict(attrs)
        if eigenschappen.get("role") == "region":
            self._label = eigenschappen["aria-label"] or ""
        elif tag == "table":
            self._rijen = self.tabellen[self._label] = []
            self._label = ""
        elif tag == "tr":
            self._rijen.append([])
        elif tag in ("td", "th"):
            self._tekst = []
            self._rijen[-1].append(self._tekst)
        elif tag in ("caption", "dt", "dd"):
            self._tekst = []

    def handle_endtag(self, tag: str) -> None:
        tekst = " ".join(self._tekst or [])
        if tag == "caption":
            self.tabellen[tekst] = self._rijen
        elif tag == "dt":
            self._begrip = tekst
        elif tag == "dd":
            self.begrippen.setdefault(self._begrip, []).append(tekst)
        if tag in ("td", "th", "caption", "dt", "dd"):
            self._tekst = None

    def handle_data(self, data: str) -> None:
        if self._tekst is not None and data.strip():
            self._tekst.append(" ".join(data.split()))


def uit_pagina(html: str) -> Cijfers:
    """The figures in the tables of the page."""
    tabellen = Paginalezer(html).tabellen
    uit: Cijfers = {}
    for onderwerp in NAMEN.keys() & tabellen.keys():
        for (wat,), (waarde,) in tabellen[onderwerp]:
            _zet(uit, NAMEN[onderwerp], NAMEN[wat], getal(waarde))
    uit["organisatietypen"] = _tabel1(tabellen, "Tabel 1a. Deelnemers naar organisatietype, nu")
    uit["organisatietypen_tot_nu_toe"] = _tabel1(tabellen, "Tabel 1b. Deelnemers naar organisatietype, tot nu toe")
    uit["per_praktijk"] = list(_per_praktijk(*tabellen.get("Cijfers per praktijk", [[]])))
    return uit


def _per_praktijk(kop: list[list[str]], *rijen: list[list[str]]) -> Iterator[dict[str, Any]]:
    """By the headers of the columns, wherever those stand."""
    for rij in rijen:
        cellen = {naam: cel for (naam,), cel in zip(kop, rij, strict=True)}
        waarden = (cellen[naam][0] for naam in ("Ontwerpvragen", "Experimenten opgestart", "Deelnemers nu"))
        yield _praktijk(*cellen["Praktijk"], *waarden)


def _tabel1(tabellen: dict[str, list[list[list[str]]]], titel: str) -> list[dict[str, Any]]:
    """The lines between the two header rows and the total, which must be their sum."""
    if titel not in tabellen:
        return []
    _kop, _herhaald, *regels, totaal = tabellen[titel]
    lijst = [{"naam": naam, "aantal": getal(waarde)} for (naam,), (waarde,) in regels]
    assert totaal == [["Totaal"], [str(sum(regel["aantal"] for regel in lijst))]]
    return lijst
