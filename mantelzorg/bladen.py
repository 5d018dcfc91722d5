"""Sheets and columns of a programme's Excel file, and what a cell may say (begrippen.md §4)."""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from mantelzorg.excel.lezer import Cel, Foutwaarde
from mantelzorg.models import Vorm
from mantelzorg.velden import LENGTE_REGEL, LENGTE_TEKST, regel, tekst

Waarde = str | int | bool | datetime.date | tuple[str, ...] | None
HOOGSTE_GETAL = 2_147_483_647  # what the databases' integer column holds
_DATUMVORMEN = (
    (re.compile(r"(\d{2})-(\d{2})-(\d{4})"), (3, 2, 1)),
    (re.compile(r"(\d{4})-(\d{2})-(\d{2})"), (1, 2, 3)),
)


class OnleesbareCel(Exception):
    """The cell's value is not of its column's kind; the message says what is allowed, in Dutch."""


class Inhoud(Enum):
    """What a column holds."""

    REGEL = auto()
    TEKST = auto()
    EMAIL = auto()
    GETAL = auto()
    DATUM = auto()
    JA_NEE = auto()
    KEUZE = auto()
    LIJST = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column: its header, what it holds, and of a choice which words are allowed."""

    kop: str
    inhoud: Inhoud = Inhoud.REGEL
    verplicht: bool = False
    keuzes: tuple[str, ...] = ()
    uitleg: str = ""

    @property
    def leeg(self) -> Waarde:
        """What an empty cell means."""
        if self.inhoud is Inhoud.LIJST:
            return ()
        return None if self.inhoud in (Inhoud.GETAL, Inhoud.DATUM, Inhoud.JA_NEE) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A sheet; `sleutel` names the columns by which a row is recognised."""

    naam: str
    kolommen: tuple[Kolom, ...]
    sleutel: tuple[str, ...]

    def kolom(self, kop: str) -> Kolom:
        return next(kolom for kolom in self.kolommen if kolom.kop == kop)


def lees_cel(kolom: Kolom, cel: Cel) -> Waarde:
    """The cell's value, in the form its column holds; raises OnleesbareCel."""
    if isinstance(cel, Foutwaarde):
        raise OnleesbareCel("Excel geeft hier een fout")
    if cel is None or (isinstance(cel, str) and not tekst(cel)):
        return kolom.leeg
    match kolom.inhoud:
        case Inhoud.GETAL:
            return _getal(cel)
        case Inhoud.DATUM:
            return _datum(cel)
        case Inhoud.JA_NEE:
            return _ja_nee(cel)
        case Inhoud.KEUZE:
            return _keuze(kolom, als_tekst(cel))
        case Inhoud.LIJST:
            return tuple(dict.fromkeys(deel for deel in map(regel, als_tekst(cel).split(";")) if deel))
        case _:
            return _tekst(kolom, als_tekst(cel))


def als_tekst(cel: Cel) -> str:
    """What a person would read in the cell: a whole number as its digits, a date as dd-mm-jjjj."""
    match cel:
        case bool():
            return "ja" if cel else "nee"
        case float():
            return format(Decimal(repr(cel)), "f")
        case datetime.datetime():
            return f"{cel:%d-%m-%Y %H:%M:%S}"
        case datetime.date():
            return f"{cel:%d-%m-%Y}"
        case _:
            return str(cel)


def _getal(cel: Cel) -> int:
    woord = als_tekst(cel).strip()
    if isinstance(cel, bool) or not re.fullmatch(r"[0-9]{1,12}", woord) or int(woord) > HOOGSTE_GETAL:
        raise OnleesbareCel(f"geen getal; toegestaan: een heel getal van 0 tot en met {HOOGSTE_GETAL}")
    return int(woord)


def _datum(cel: Cel) -> datetime.date:
    if isinstance(cel, datetime.date) and not isinstance(cel, datetime.datetime):
        return cel
    if isinstance(cel, str):
        for vorm, (jaar, maand, dag) in _DATUMVORMEN:
            if gevonden := vorm.fullmatch(cel.strip()):
                try:
                    return datetime.date(int(gevonden[jaar]), int(gevonden[maand]), int(gevonden[dag]))
                except ValueError:
                    break
    raise OnleesbareCel("geen datum; toegestaan: een Exceldatum zonder tijd, dd-mm-jjjj of jjjj-mm-dd")


def _ja_nee(cel: Cel) -> bool:
    antwoord = {"ja": True, "nee": False}.get(als_tekst(cel).strip().casefold())
    if antwoord is None:
        raise OnleesbareCel("onbekend; toegestaan: ja, nee")
    return antwoord


def _keuze(kolom: Kolom, woord: str) -> str:
    for keuze in kolom.keuzes:
        if keuze.casefold() == regel(woord).casefold():
            return keuze
    raise OnleesbareCel(f"onbekend; toegestaan: {', '.join(kolom.keuzes)}")


def _tekst(kolom: Kolom, woorden: str) -> str:
    waarde = tekst(woorden) if kolom.inhoud is Inhoud.TEKST else regel(woorden)
    langste = {Inhoud.TEKST: LENGTE_TEKST, Inhoud.EMAIL: 254}.get(kolom.inhoud, LENGTE_REGEL)
    if len(waarde) > langste:
        raise OnleesbareCel(f"te lang ({len(waarde)} tekens); toegestaan: {langste} tekens")
    return waarde.lower() if kolom.inhoud is Inhoud.EMAIL else waarde


PROGRAMMA = Blad(
    naam="Programma",
    sleutel=("slug",),
    kolommen=(
        Kolom(kop="slug", verplicht=True, uitleg="De korte naam van het programma, bijvoorbeeld in-voor-mantelzorg."),
        Kolom(kop="naam", verplicht=True),
        Kolom(kop="vorm", inhoud=Inhoud.KEUZE, keuzes=tuple(Vorm.values), verplicht=True),
        Kolom(kop="startdatum", inhoud=Inhoud.DATUM),
        Kolom(kop="einddatum", inhoud=Inhoud.DATUM, uitleg="De laatste dag die meetelt."),
        Kolom(kop="aanmelden tot en met", inhoud=Inhoud.DATUM),
        Kolom(kop="capaciteit", inhoud=Inhoud.GETAL, uitleg="Het aantal plaatsen in de oproep."),
        Kolom(kop="streefwaarde", inhoud=Inhoud.GETAL),
        Kolom(kop="opdrachtgever"),
        Kolom(kop="uitvoerders"),
        Kolom(kop="beleidsprogramma"),
        Kolom(kop="beleidsdoel", inhoud=Inhoud.TEKST),
    ),
)
