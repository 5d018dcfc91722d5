"""The figures of an indicator as an Excel workbook: tidy sheets, a codebook, and how it was counted.

That of a fixed measurement says which one it is, with its seal.
"""

import datetime
import io
from collections.abc import Iterator

from xlsxwriter.workbook import Workbook

from monitor.indicatoren.figuren import Tabelsoort
from monitor.indicatoren.rapport import Cijferrapport
from monitor.tabellen import Tabel
from monitor.weergave.xlsx_opmaak import Opmaak, maak_opmaak, opties
from monitor.weergave.xlsx_pagina import Paginaopmaak, letterlijk
from monitor.weergave.xlsx_tabel import Bladtabel, Kolom, Waarde, schrijf_tabelblad
from monitor.weergave.xlsx_toelichting import (
    GEMAAKT_MET,
    GEMAAKT_OP,
    PRODUCT,
    moment,
    programmadeel,
    schrijf_begrippen,
)
from monitor.weergave.xlsx_verantwoording import KERNCIJFERS, Vastgesteld, codeboek, schrijf_vastgesteld

NVT = "Niet van toepassing: er zijn geen gegevens. Dat is iets anders dan 0."
LANGSTE_BLADNAAM = 31
"""Characters that Excel takes."""


def als_xlsx(rapport: Cijferrapport, *, gemaakt_op: datetime.datetime, versie: str) -> bytes:
    """The report as .xlsx; `gemaakt_op` carries its time zone, `versie` is the product's."""
    uit = io.BytesIO()
    pagina = Paginaopmaak(
        kop=f"&L{letterlijk(rapport.programma.naam)}&RPeildatum: {rapport.dag}",
        voet=f"&L{letterlijk(rapport.indicator.naam)} – &A&RPagina &P van &N",
    )
    with Workbook(uit, opties()) as boek:
        boek.set_properties(
            {
                "title": rapport.kop,
                "subject": f"{rapport.programma.naam}, peildatum {rapport.dag}",
                "comments": f"Gemaakt met versie {versie} van de programma-administratie.",
                "created": gemaakt_op.astimezone(datetime.UTC).replace(tzinfo=None),
            }
        )
        _schrijf(boek, maak_opmaak(boek), pagina, rapport, list(_bestand(rapport, gemaakt_op, versie)))
    return uit.getvalue()


def _schrijf(
    boek: Workbook,
    opmaak: Opmaak,
    pagina: Paginaopmaak,
    rapport: Cijferrapport,
    bestand: list[tuple[str, Waarde]],
) -> None:
    lijsten = {een.naam: bladnaam(een) for een in rapport.indicator.tabellen if een.kop}
    schrijf_tabelblad(boek, opmaak, pagina, _kerncijfers(rapport))
    for soort, tabel in zip(rapport.indicator.tabellen, rapport.tabellen, strict=True):
        if soort.kop:
            schrijf_tabelblad(boek, opmaak, pagina, _lijst(soort, tabel))
    schrijf_tabelblad(boek, opmaak, pagina, codeboek(rapport.tabellen, rapport.definitie.telregels, lijsten))
    delen = (
        ("Dit bestand", bestand),
        ("Programma", list(programmadeel(rapport.programma))),
        ("Definitie en telregels", list(_telregels(rapport))),
    )
    schrijf_begrippen(boek, opmaak, pagina, delen)
    if rapport.meting is not None:
        wat = Vastgesteld(
            indicator=rapport.kop, programma=rapport.programma, peildatum=rapport.peildatum,
            waarde=rapport.waarde, meting=rapport.meting,
        )  # fmt: skip
        schrijf_vastgesteld(boek, opmaak, pagina, wat)


def bladnaam(soort: Tabelsoort) -> str:
    """The title of the table, as far as Excel takes it."""
    return soort.titel[:LANGSTE_BLADNAAM]


def _kerncijfers(rapport: Cijferrapport) -> Bladtabel:
    return Bladtabel(
        blad=KERNCIJFERS,
        naam=KERNCIJFERS,
        omschrijving="De cijfers van het programma als geheel, een per rij.",
        kolommen=(
            Kolom(kop="Onderwerp", breedte=30),
            Kolom(kop="Cijfer", breedte=44),
            Kolom(kop="Aantal", breedte=12),
            Kolom(kop="Opmerking", breedte=14),
            Kolom(kop="Naam in CSV en JSON", breedte=42),
        ),
        rijen=tuple(_regels(rapport)),
    )


def _regels(rapport: Cijferrapport) -> Iterator[tuple[Waarde, ...]]:
    for soort, tabel in zip(rapport.indicator.tabellen, rapport.tabellen, strict=True):
        if not soort.kop:
            for figuur, waarde in zip(tabel.figuren, tabel.rijen[0].waarden, strict=True):
                opmerking = "nvt" if waarde is None else ""
                yield tabel.titel, figuur.label, waarde, opmerking, f"{tabel.naam}.{figuur.naam}"


def _lijst(soort: Tabelsoort, tabel: Tabel) -> Bladtabel:
    return Bladtabel(
        blad=bladnaam(soort),
        naam=tabel.naam,
        omschrijving=f"{tabel.titel}.",
        kolommen=(
            Kolom(kop=soort.kop, breedte=50),
            Kolom(kop="Sleutel", breedte=20),
            *(Kolom(kop=figuur.label, breedte=20) for figuur in tabel.figuren),
        ),
        rijen=tuple((rij.label, rij.sleutel, *rij.waarden) for rij in tabel.rijen),
    )


def _bestand(rapport: Cijferrapport, gemaakt_op: datetime.datetime, versie: str) -> Iterator[tuple[str, Waarde]]:
    yield "Indicator", rapport.kop
    yield "Peildatum", rapport.peildatum
    yield "Soort cijfers", "Verwachting: de peildatum ligt na vandaag" if rapport.verwachting else "Meting"
    yield "Bron", rapport.bron
    yield GEMAAKT_OP, moment(gemaakt_op)
    yield GEMAAKT_MET, f"{PRODUCT}{versie}"


def _telregels(rapport: Cijferrapport) -> Iterator[tuple[str, Waarde]]:
    yield "Definitie", f"Versie {rapport.definitie.versie}. {rapport.definitie.tekst}"
    if rapport.indicator.naamgeving:
        yield "Naamgeving", rapport.indicator.naamgeving
    for regel in rapport.definitie.telregels:
        yield regel.begrip, regel.regel
    yield "nvt", NVT
