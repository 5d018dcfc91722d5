"""The last sheets of the Excel report of a fixed measurement: which one it is, with its seal, and what its figures are.

From the first of them a file is recognised again (`monitor.echtheid`).
"""

from collections.abc import Iterator

from xlsxwriter.workbook import Workbook

from monitor.metinggegevens import Metinggegevens
from monitor.rapport import Rapport
from monitor.tabellen import Tabel
from monitor.weergave.xlsx_opmaak import Opmaak
from monitor.weergave.xlsx_pagina import Paginaopmaak
from monitor.weergave.xlsx_tabel import Bladtabel, Kolom, Waarde, schrijf_tabelblad
from monitor.weergave.xlsx_toelichting import moment, schrijf_begrippen

NAAM, CODEBOEK = "Verantwoording", "Codeboek"
PROGRAMMA, JAAR, NUMMER, ZEGEL = "Kenmerk van het programma (slug)", "Jaar", "Nummer", "Zegel"
"""The terms by which a file says which measurement it is of."""
UITLEG = (
    "Het zegel is berekend over alles wat bij deze meting is vastgelegd. Wie metingen mag zien, kan dit bestand in de "
    "programma-administratie laten controleren, ook nadat het in Excel of LibreOffice opnieuw is opgeslagen."
)
_PER_BLAD = {"per_praktijk": "Per praktijk", "organisatietypen": "Organisatietypen nu"} | {
    "organisatietypen_tot_nu_toe": "Organisatietypen tot nu toe"
}


def schrijf_verantwoording(
    boek: Workbook, opmaak: Opmaak, pagina: Paginaopmaak, rapport: Rapport, meting: Metinggegevens
) -> None:
    """Both sheets."""
    delen: tuple[tuple[str, list[tuple[str, Waarde]]], ...] = (
        ("Deze meting", list(_meting(rapport, meting))),
        ("Wie en wanneer", list(_handelingen(meting))),
        ("Waarmee", [("Definitie", f"versie {meting.definitie}"), ("Product", f"versie {meting.product}")]),
        ("Echtheid", [(ZEGEL, meting.zegel), ("Wat u ermee kunt", UITLEG)]),
    )
    schrijf_begrippen(boek, opmaak, pagina, delen, naam=NAAM)
    schrijf_tabelblad(boek, opmaak, pagina, codeboek(rapport))


def _meting(rapport: Rapport, meting: Metinggegevens) -> Iterator[tuple[str, Waarde]]:
    opgestart = rapport.indicator.praktijken.opgestart
    yield "Indicator", f"23: {rapport.titel[0].lower()}{rapport.titel[1:]}"
    yield "Programma", rapport.programma.naam
    yield PROGRAMMA, rapport.programma.slug
    yield JAAR, meting.jaar
    yield NUMMER, meting.nummer
    yield "Peildatum", rapport.peildatum
    yield "Aanleiding", meting.aanleiding
    yield "Uitkomst", f"nvt ({meting.nvt})" if meting.nvt else opgestart


def _handelingen(meting: Metinggegevens) -> Iterator[tuple[str, Waarde]]:
    for een in meting.handelingen:
        yield een.wat.capitalize(), f"{een.door}, {moment(een.op)}"


def codeboek(rapport: Rapport) -> Bladtabel:
    """Every kind of figure, with the rules that it was counted by."""
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
        rijen=tuple(rij for tabel in rapport.tabellen for rij in _figuren(rapport, tabel)),
    )


def _figuren(rapport: Rapport, tabel: Tabel) -> Iterator[tuple[Waarde, ...]]:
    for figuur in tabel.figuren:
        naam = f"{tabel.naam}.{figuur.naam}"
        regels = (regel.regel for regel in rapport.telregels if naam in regel.figuren)
        yield naam, _PER_BLAD.get(tabel.naam, "Kerncijfers"), tabel.titel, figuur.label, " ".join(regels)
