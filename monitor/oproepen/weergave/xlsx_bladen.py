"""The tidy sheets of a call's figures in Excel, and the sheet that says how they were counted."""

import datetime
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from xlsxwriter.workbook import Workbook

from monitor.nederlands import datum
from monitor.oproepen.rapport import Rapport
from monitor.oproepen.tabellen import NVT, Rij, Tabel
from monitor.weergave.xlsx_opmaak import Opmaak
from monitor.weergave.xlsx_pagina import Paginaopmaak
from monitor.weergave.xlsx_tabel import Bladtabel, Kolom, Waarde
from monitor.weergave.xlsx_toelichting import TIJDZONE, schrijf_begrippen

BLADNAMEN = {"per_sector": "Per sector", "per_provincie": "Per provincie", "per_dag": "Per dag"}


def tabelbladen(rapport: Rapport) -> tuple[Bladtabel, ...]:
    """All tables, in the order of their sheets."""
    return _cijfers(rapport), *(_lijst(tabel) for tabel in rapport.tabellen if tabel.sleutelnaam)


def _cijfers(rapport: Rapport) -> Bladtabel:
    return Bladtabel(
        blad="Cijfers",
        naam="Cijfers",
        omschrijving="De cijfers van de oproep als geheel, een per rij.",
        kolommen=(
            Kolom(kop="Onderwerp", breedte=30),
            Kolom(kop="Cijfer", breedte=40),
            Kolom(kop="Aantal", breedte=12),
            Kolom(kop="Opmerking", breedte=14),
            Kolom(kop="Naam in CSV en JSON", breedte=34),
        ),
        rijen=tuple(_regels(rapport)),
    )


def _regels(rapport: Rapport) -> Iterator[tuple[Waarde, ...]]:
    for tabel in rapport.tabellen:
        if not tabel.sleutelnaam:
            for figuur, waarde in zip(tabel.figuren, tabel.rijen[0].waarden, strict=True):
                opmerking = NVT if waarde is None else ""
                yield tabel.titel, figuur.label, waarde, opmerking, f"{tabel.naam}.{figuur.naam}"


def _lijst(tabel: Tabel) -> Bladtabel:
    blad = BLADNAMEN[tabel.naam]
    return Bladtabel(
        blad=blad,
        naam=blad.replace(" ", "_"),
        omschrijving=f"{tabel.titel}.",
        kolommen=(
            Kolom(kop=tabel.sleutellabel, breedte=40),
            *(Kolom(kop=figuur.label, breedte=18) for figuur in tabel.figuren),
        ),
        rijen=tuple((_sleutel(tabel, rij), *rij.waarden) for rij in tabel.rijen),
    )


def _sleutel(tabel: Tabel, rij: Rij) -> Waarde:
    """A day as a date of Excel."""
    return datetime.date.fromisoformat(rij.sleutel) if tabel.sleutelnaam == "dag" else rij.sleutel


def schrijf_toelichting(
    boek: Workbook,
    opmaak: Opmaak,
    pagina: Paginaopmaak,
    rapport: Rapport,
    *,
    gemaakt_op: datetime.datetime,
    versie: str,
) -> None:
    """The last sheet: what was counted, how, when, from what and by which version."""
    definities: list[tuple[str, Waarde]] = [(regel.begrip, regel.regel) for regel in rapport.definities]
    delen = (("Dit bestand", list(_bestand(rapport, gemaakt_op, versie))), ("Wat elk cijfer telt", definities))
    schrijf_begrippen(boek, opmaak, pagina, delen)


def _bestand(rapport: Rapport, gemaakt_op: datetime.datetime, versie: str) -> Iterator[tuple[str, Waarde]]:
    lokaal, cijfers = gemaakt_op.astimezone(ZoneInfo(TIJDZONE)), rapport.cijfers
    yield "Oproep", rapport.naam
    yield "Kenmerk (slug)", cijfers.oproep
    yield "Programma", rapport.programma
    yield "Kenmerk van het programma (slug)", cijfers.programma
    yield "Opent", cijfers.opent
    yield "Laatste dag", cijfers.sluit
    yield "Peildatum", rapport.peildatum
    yield "Soort cijfers", "Meting" if rapport.meting else "Geen meting: de peildatum ligt na vandaag"
    yield "Bron", rapport.bron
    yield "Gemaakt op", f"{datum(lokaal.date())}, {lokaal:%H.%M} uur ({TIJDZONE})"
    yield "Gemaakt met", f"programma-administratie, versie {versie}"
