"""What stands in a document, from top to bottom, whatever file is made of it. Plain Python: a text is never markup."""

import datetime
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """A heading, never empty; level 1 is the document's own title."""

    tekst: str
    niveau: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Alinea:
    """A paragraph; a line break in it stays one."""

    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """A list with bullets."""

    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegevens:
    """Names, each with its value."""

    paren: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beeld:
    """A drawing (SVG) with its caption, its text alternative, and the line that its licence asks for."""

    svg: str
    titel: str
    tekstalternatief: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column by its heading; numbers stand to the right. `smal`: no wider than what it holds, as with numbers."""

    kop: str
    cijfer: bool = False
    smal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A table with a header row; `totaal`: its last row, set apart, empty where there is none."""

    titel: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[str, ...], ...]
    totaal: tuple[str, ...] = ()


Blok = Kop | Alinea | Lijst | Gegevens | Beeld | Tabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document in Dutch. `voet` stands at the foot of each page; `gemaakt_op` carries its time zone."""

    titel: str
    onderwerp: str
    auteur: str
    voet: str
    gemaakt_op: datetime.datetime
    blokken: tuple[Blok, ...]


def alineas(tekst: str) -> tuple[str, ...]:
    """The paragraphs of a text in which an empty line begins a next one."""
    delen = re.split(r"\n\s*\n", tekst.replace("\r\n", "\n"))
    return tuple(deel.strip() for deel in delen if deel.strip())
