"""Programmes from empty to hostile, with the Excel report of each."""

import datetime
import io
import re
from collections.abc import Callable
from functools import cache
from zipfile import ZipFile
from zoneinfo import ZoneInfo

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from mantelzorg.models import Programma
from monitor.models import ElderGenoemdGetal
from monitor.rapport import Rapport, maak_rapport
from monitor.weergave.als_xlsx import als_xlsx
from praktijken.demonstratie.laden import laad_programma
from tests import gegevens
from tests.gegevens import dag

VANDAAG = datetime.date(2026, 1, 1)
GEMAAKT_OP = datetime.datetime(2026, 1, 1, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
VIJANDIG = [
    "=1+1",
    "+31612345678",
    "@SUM(A1:A9)",
    "-2",
    '=HYPERLINK("http://fout.example","klik")',
    "http://fout.example/a",
    "internal:Rapport!A1",
    "{=1+1}",
    "001",
    "1e5",
    "<b>&amp;</b>",
]


def leeg() -> Programma:
    return gegevens.programma()


def een() -> Programma:
    thuis = gegevens.programma()
    gegevens.deelname(gegevens.deelnemer(thuis), gegevens.praktijk(thuis), organisatietype=gegevens.organisatietype())
    return thuis


def elf() -> Programma:
    return laad_programma(VANDAAG)


def driehonderd() -> Programma:
    thuis = gegevens.programma()
    for nummer in range(300):
        praktijk = gegevens.praktijk(thuis, f"P{nummer:03}", naam=f"Praktijk {nummer} {'met een lange naam ' * 4}")
        soort = gegevens.organisatietype(f"Type {nummer} {'en nog wat ' * (nummer % 9)}")
        gegevens.deelname(gegevens.deelnemer(thuis, f"D{nummer}"), praktijk, organisatietype=soort)
    return thuis


def vijandig() -> Programma:
    thuis = gegevens.programma(naam="=1+1 & Co &P", uitvoerders="=2+2", opdrachtgever="@VWS", beleidsdoel="-2+3")
    for nummer, naam in enumerate(VIJANDIG):
        praktijk = gegevens.praktijk(thuis, naam, naam=naam)
        gegevens.praktijk(thuis, f"{naam} later", naam=naam, start=None)
        gegevens.deelname(
            gegevens.deelnemer(thuis, naam), praktijk, organisatietype=gegevens.organisatietype(naam, omschrijving=naam)
        )
        ElderGenoemdGetal.objects.create(
            programma=thuis, getal=naam, bron=naam, toelichting=f"{naam}\n{naam}", volgorde=nummer
        )
    return thuis


def oud() -> Programma:
    thuis = gegevens.programma(startdatum=dag("0019-09-02"))
    gegevens.praktijk(thuis, start="0019-09-02")
    return thuis


@cache
def rapport(maak: Callable[[], Programma], peildatum: str = "2020-06-30") -> Rapport:
    """Plain values, so one test may use what another has made."""
    return maak_rapport(maak(), dag(peildatum), vandaag=VANDAAG)


@cache
def bestand(van: Rapport) -> bytes:
    return als_xlsx(van, gemaakt_op=GEMAAKT_OP, versie="1.2.3")


def boek(van: Rapport, *, data_only: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(bestand(van)), data_only=data_only)


def delen(van: Rapport, patroon: str) -> list[str]:
    with ZipFile(io.BytesIO(bestand(van))) as pak:
        return [pak.read(naam).decode() for naam in sorted(pak.namelist()) if re.fullmatch(patroon, naam)]
