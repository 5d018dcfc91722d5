"""Each channel's figures of a call read back, in the form of the JSON: what one sees and nothing else."""

import csv
import io
from typing import Any

from monitor.nederlands import MAANDEN
from monitor.oproepen.tabellen import DAGFIGUREN, GEHEEL, PROVINCIEFIGUREN, SECTORFIGUREN
from tests.monitor.vormen import Paginalezer
from tests.monitor.weergave.xlsx_lezen import Bladen, rijen

Cijfers = dict[str, Any]
LIJSTEN = {
    "Aanmeldingen per sector": ("per_sector", "naam", SECTORFIGUREN),
    "Aanmeldingen per provincie": ("per_provincie", "naam", PROVINCIEFIGUREN),
    "Aanmeldingen per dag": ("per_dag", "dag", DAGFIGUREN),
}
PER_TITEL = {titel: (naam, {label: str(figuur) for figuur, label in figuren}) for naam, titel, figuren in GEHEEL}


def getal(tekst: str) -> int | float | None:
    if tekst in ("nvt", ""):
        return None
    return float(tekst.replace(",", ".")) if "," in tekst else int(tekst)


def dag(tekst: str) -> str:
    """`2 april 2014` as 2014-04-02."""
    nummer, maand, jaar = tekst.split()
    return f"{jaar}-{MAANDEN.index(maand) + 1:02}-{int(nummer):02}"


def uit_csv(inhoud: bytes) -> Cijfers:
    """A table without keys as a dict, one with keys as a list of dicts; lists without rows are absent."""
    kop, *regels = csv.reader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=";")
    assert kop == ["tabel", "sleutel", "figuur", "waarde"]
    sleutelnaam = {naam: sleutel for naam, sleutel, _ in LIJSTEN.values()}
    uit: Cijfers = {}
    for tabel, sleutel, figuur, waarde in regels:
        if tabel not in sleutelnaam:
            uit.setdefault(tabel, {})[figuur] = getal(waarde)
            continue
        lijst = uit.setdefault(tabel, [])
        if not lijst or lijst[-1][sleutelnaam[tabel]] != sleutel:
            lijst.append({sleutelnaam[tabel]: sleutel})
        lijst[-1][figuur] = getal(waarde)
    return uit


def uit_pagina(html: str) -> Cijfers:
    """The figures in the tables of the page."""
    tabellen = Paginalezer(html).tabellen
    uit: Cijfers = {}
    for titel, (naam, namen) in PER_TITEL.items():
        uit[naam] = {namen[wat]: getal(waarde) for (wat,), (waarde,) in tabellen[titel]}
    for titel, (naam, sleutelnaam, figuren) in LIJSTEN.items():
        _kop, *regels = tabellen[titel]
        uit[naam] = [_lijstregel(sleutelnaam, figuren, [cel for (cel,) in regel]) for regel in regels]
    return uit


def uit_tekst(tekst: str) -> Cijfers:
    """The figures on the terminal."""
    uit: Cijfers = {}
    for deel in tekst.split("\n\n"):
        titel, _streep, *regels = [*deel.splitlines(), ""]
        regels = [regel.strip() for regel in regels if regel.strip()]
        if titel in PER_TITEL:
            naam, namen = PER_TITEL[titel]
            paren = (regel.rsplit(maxsplit=1) for regel in regels)
            uit[naam] = {namen[wat]: getal(waarde) for wat, waarde in paren}
        elif titel in LIJSTEN:
            naam, sleutelnaam, figuren = LIJSTEN[titel]
            cellen = (regel.rsplit(maxsplit=len(figuren)) for regel in regels[1:])
            uit[naam] = [_lijstregel(sleutelnaam, figuren, regel) for regel in cellen if regel != ["(geen)"]]
    return uit


def _lijstregel(sleutelnaam: str, figuren: Any, cellen: list[str]) -> dict[str, Any]:
    sleutel, *waarden = cellen
    namen = [naam for naam, _ in figuren]
    return {
        sleutelnaam: dag(sleutel) if sleutelnaam == "dag" else sleutel,
        **dict(zip(namen, map(getal, waarden), strict=True)),
    }


def uit_xlsx(bladen: Bladen) -> Cijfers:
    """All figures of the tidy sheets, with what the JSON says before them."""
    begrippen = {rij[0]: rij[1] for rij in reversed(bladen["Toelichting"])}
    uit: Cijfers = {
        "oproep": begrippen["Kenmerk (slug)"],
        "programma": begrippen["Kenmerk van het programma (slug)"],
        "peildatum": begrippen["Peildatum"].isoformat(),
        "meting": begrippen["Soort cijfers"] == "Meting",
        "opent": begrippen["Opent"].isoformat(),
        "sluit": begrippen["Laatste dag"].isoformat(),
    }
    for rij in rijen(bladen["Cijfers"]):
        tabel, _, figuur = rij["Naam in CSV en JSON"].partition(".")
        uit.setdefault(tabel, {})[figuur] = rij["Aantal"]
        assert (rij["Opmerking"] == "nvt") == (rij["Aantal"] is None)
    for blad, titel in (("Per sector", "sector"), ("Per provincie", "provincie"), ("Per dag", "dag")):
        naam, sleutelnaam, figuren = LIJSTEN[f"Aanmeldingen per {titel}"]
        uit[naam] = [
            {sleutelnaam: getattr(sleutel, "isoformat", lambda sleutel=sleutel: sleutel)()}
            | dict(zip((figuur for figuur, _ in figuren), waarden, strict=True))
            for sleutel, *waarden in (list(rij.values()) for rij in rijen(bladen[blad]))
        ]
    return uit
