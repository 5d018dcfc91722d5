"""The last sheet of the Excel report: what was counted, how, when, from what and by which version."""

import datetime
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from monitor.nederlands import datum
from monitor.rapport import Programmagegevens, Rapport
from monitor.weergave import figuur1
from monitor.weergave.xlsx_opmaak import Opmaak
from monitor.weergave.xlsx_pagina import Paginaopmaak, richt_in
from monitor.weergave.xlsx_tabel import Waarde, rijhoogte, schrijf
from monitor.zinnen import AFKORTINGEN

NAAM = "Toelichting"
KOLOMBREEDTEN = (34, 76)
"""In characters: of the term, and of what there is to say."""
TIJDZONE = "Europe/Amsterdam"
GEMAAKT_OP, GEMAAKT_MET = "Gemaakt op", "Gemaakt met"
PRODUCT = "programma-administratie, versie "
NVT = "niet van toepassing; staat alleen bij een meting als geheel"


def schrijf_toelichting(
    boek: Workbook,
    opmaak: Opmaak,
    pagina: Paginaopmaak,
    rapport: Rapport,
    *,
    gemaakt_op: datetime.datetime,
    versie: str,
) -> None:
    """Parts under headings; in each a term and what there is to say of it."""
    schrijf_begrippen(boek, opmaak, pagina, _delen(rapport, gemaakt_op, versie))


def schrijf_begrippen(
    boek: Workbook,
    opmaak: Opmaak,
    pagina: Paginaopmaak,
    delen: Iterable[tuple[str, list[tuple[str, Waarde]]]],
    *,
    naam: str = NAAM,
) -> None:
    """A sheet of headings, below each its terms with what there is to say of them."""
    blad = boek.add_worksheet(naam)
    richt_in(blad, pagina, liggend=False)
    for kolom, breedte in enumerate(KOLOMBREEDTEN):
        blad.set_column(kolom, kolom, breedte)
    rij = 0
    for kop, regels in delen:
        blad.write_string(rij, 0, kop, opmaak.kop)
        for begrip, waarde in regels:
            rij += 1
            _schrijf_regel(blad, opmaak, rij, begrip, waarde)
        rij += 2


def _schrijf_regel(blad: Worksheet, opmaak: Opmaak, rij: int, begrip: str, waarde: Waarde) -> None:
    blad.set_row(rij, rijhoogte((begrip, waarde), KOLOMBREEDTEN))
    blad.write_string(rij, 0, begrip, opmaak.begrip)
    if isinstance(waarde, int):
        blad.write_number(rij, 1, waarde, opmaak.waarde_links)
    else:
        schrijf(blad, rij, 1, waarde, opmaak)


def _delen(
    rapport: Rapport, gemaakt_op: datetime.datetime, versie: str
) -> Iterator[tuple[str, list[tuple[str, Waarde]]]]:
    yield "Dit bestand", list(_bestand(rapport, gemaakt_op, versie))
    yield "Programma", list(programmadeel(rapport.programma))
    yield (
        "Definitie en telregels",
        [
            ("Definitie", rapport.definitie),
            ("Naamgeving", rapport.naamgeving),
            *((regel.begrip, regel.regel) for regel in rapport.telregels),
        ],
    )
    yield "Afkortingen", [("nvt", NVT), *AFKORTINGEN.items()]


def _bestand(rapport: Rapport, gemaakt_op: datetime.datetime, versie: str) -> Iterator[tuple[str, Waarde]]:
    yield "Indicator", f"23: {rapport.titel[0].lower()}{rapport.titel[1:]}"
    yield "Peildatum", rapport.peildatum
    yield "Soort cijfers", "Verwachting: de peildatum ligt na vandaag" if rapport.verwachting else "Meting"
    yield "Bron", rapport.bron
    yield "Bron van de kaart", figuur1.kaartbron(rapport)
    yield GEMAAKT_OP, moment(gemaakt_op)
    yield GEMAAKT_MET, f"{PRODUCT}{versie}"


def moment(op: datetime.datetime) -> str:
    """A moment as the workbook says it, to the minute, in Amsterdam."""
    lokaal = op.astimezone(ZoneInfo(TIJDZONE))
    return f"{datum(lokaal.date())}, {lokaal:%H.%M} uur ({TIJDZONE})"


def programmadeel(programma: Programmagegevens) -> Iterator[tuple[str, Waarde]]:
    """What is filled in of the programme."""
    velden: tuple[tuple[str, Waarde], ...] = (
        ("Naam", programma.naam),
        ("Kenmerk (slug)", programma.slug),
        ("Vorm", programma.vorm),
        ("Startdatum", programma.startdatum),
        ("Einddatum", programma.einddatum),
        ("Aanmelden tot en met", programma.aanmelden_tot_en_met),
        ("Plaatsen in de oproep", programma.capaciteit),
        ("Streefwaarde", programma.streefwaarde),
        ("Opdrachtgever", programma.opdrachtgever),
        ("Uitvoerders", programma.uitvoerders),
        ("Beleidsprogramma", programma.beleidsprogramma),
        ("Beleidsdoel", programma.beleidsdoel),
    )
    return ((naam, waarde) for naam, waarde in velden if waarde not in ("", None))
