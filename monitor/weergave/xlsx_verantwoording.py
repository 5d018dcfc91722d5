"""The last sheets of the Excel report of a fixed measurement: which one it is, with its seal, and what its figures are.

From the first of them a file is recognised again (`monitor.echtheid`).
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.workbook import Workbook

from monitor.metinggegevens import Metinggegevens
from monitor.rapport import Programmagegevens, Rapport
from monitor.tabellen import Tabel
from monitor.telregels import Telregel
from monitor.weergave.xlsx_opmaak import Opmaak
from monitor.weergave.xlsx_pagina import Paginaopmaak
from monitor.weergave.xlsx_tabel import Bladtabel, Kolom, Waarde, schrijf_tabelblad
from monitor.weergave.xlsx_toelichting import moment, schrijf_begrippen

NAAM, CODEBOEK, KERNCIJFERS = "Verantwoording", "Codeboek", "Kerncijfers"
PROGRAMMA, JAAR, NUMMER, ZEGEL = "Kenmerk van het programma (slug)", "Jaar", "Nummer", "Zegel"
"""The terms by which a file says which measurement it is of."""
UITLEG = (
    "Het zegel is berekend over alles wat bij deze meting is vastgelegd. Wie metingen mag zien, kan dit bestand in de "
    "programma-administratie laten controleren, ook nadat het in Excel of LibreOffice opnieuw is opgeslagen."
)
_PER_BLAD = {"per_praktijk": "Per praktijk", "organisatietypen": "Organisatietypen nu"} | {
    "organisatietypen_tot_nu_toe": "Organisatietypen tot nu toe"
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vastgesteld:
    """What a file says it holds. `indicator`: code and title; `waarde`: of the measurement where it is not nvt."""

    indicator: str
    programma: Programmagegevens
    peildatum: datetime.date
    waarde: int | None
    meting: Metinggegevens


def schrijf_verantwoording(
    boek: Workbook, opmaak: Opmaak, pagina: Paginaopmaak, rapport: Rapport, meting: Metinggegevens
) -> None:
    """Both sheets."""
    wat = Vastgesteld(
        indicator=f"23: {rapport.titel[0].lower()}{rapport.titel[1:]}",
        programma=rapport.programma,
        peildatum=rapport.peildatum,
        waarde=rapport.indicator.praktijken.opgestart,
        meting=meting,
    )
    schrijf_vastgesteld(boek, opmaak, pagina, wat)
    schrijf_tabelblad(boek, opmaak, pagina, codeboek(rapport.tabellen, rapport.telregels, _PER_BLAD))


def schrijf_vastgesteld(boek: Workbook, opmaak: Opmaak, pagina: Paginaopmaak, wat: Vastgesteld) -> None:
    """The sheet that says which measurement it is."""
    meting = wat.meting
    delen: tuple[tuple[str, list[tuple[str, Waarde]]], ...] = (
        ("Deze meting", list(_meting(wat))),
        ("Wie en wanneer", list(_handelingen(meting))),
        ("Waarmee", [("Definitie", f"versie {meting.definitie}"), ("Product", f"versie {meting.product}")]),
        ("Echtheid", [(ZEGEL, meting.zegel), ("Wat u ermee kunt", UITLEG)]),
    )
    schrijf_begrippen(boek, opmaak, pagina, delen, naam=NAAM)


def _meting(wat: Vastgesteld) -> Iterator[tuple[str, Waarde]]:
    yield "Indicator", wat.indicator
    yield "Programma", wat.programma.naam
    yield PROGRAMMA, wat.programma.slug
    yield JAAR, wat.meting.jaar
    yield NUMMER, wat.meting.nummer
    yield "Peildatum", wat.peildatum
    yield "Aanleiding", wat.meting.aanleiding
    yield "Uitkomst", f"nvt ({wat.meting.nvt})" if wat.meting.nvt else wat.waarde


def _handelingen(meting: Metinggegevens) -> Iterator[tuple[str, Waarde]]:
    for een in meting.handelingen:
        yield een.wat.capitalize(), f"{een.door}, {moment(een.op)}"


def codeboek(tabellen: Iterable[Tabel], telregels: Sequence[Telregel], bladen: Mapping[str, str]) -> Bladtabel:
    """Every kind of figure, with the rules that it was counted by. `bladen`: tables with a sheet of their own."""
    return Bladtabel(
        blad=CODEBOEK,
        naam=CODEBOEK,
        omschrijving="Elk cijfer van dit bestand, met wat het telt.",
        kolommen=(
            Kolom(kop="Naam in CSV en JSON", breedte=42),
            Kolom(kop="Blad", breedte=26),
            Kolom(kop="Onderwerp", breedte=26),
            Kolom(kop="Cijfer", breedte=26),
            Kolom(kop="Wat het telt", breedte=90),
        ),
        rijen=tuple(rij for tabel in tabellen for rij in _figuren(tabel, telregels, bladen)),
    )


def _figuren(tabel: Tabel, telregels: Sequence[Telregel], bladen: Mapping[str, str]) -> Iterator[tuple[Waarde, ...]]:
    for figuur in tabel.figuren:
        naam = f"{tabel.naam}.{figuur.naam}"
        regels = (regel.regel for regel in telregels if naam in regel.figuren)
        yield naam, bladen.get(tabel.naam, KERNCIJFERS), tabel.titel, figuur.label, " ".join(regels)
