"""What the page of indicator 23 shows beside the report itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from monitor.rapport import Praktijkregel, Rapport
from monitor.weergave import figuur1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfer:
    """A figure of the programme as a whole; `waarde` None: there is none. `figuur`: its name, table.figure."""

    figuur: str
    wat: str
    waarde: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfergroep:
    """The figures about one thing."""

    onderwerp: str
    cijfers: tuple[Cijfer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuur1:
    """The map as an SVG element (texts escaped), with what stands around it and the practices on it."""

    titel: str
    svg: str
    bron: str
    praktijken: tuple[Praktijkregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagina:
    """The report, its map, and its figures one by one."""

    rapport: Rapport
    figuur1: Figuur1
    alle_cijfers: tuple[Cijfergroep, ...]


def maak_pagina(rapport: Rapport) -> Pagina:
    """The page of `rapport`."""
    return Pagina(
        rapport=rapport,
        figuur1=Figuur1(
            titel=figuur1.titel(rapport),
            svg=figuur1.figuur1_svg(rapport),
            bron=figuur1.kaartbron(rapport),
            praktijken=tuple(rapport.praktijken),
        ),
        alle_cijfers=tuple(_alle_cijfers(rapport)),
    )


def _alle_cijfers(rapport: Rapport) -> Iterator[Cijfergroep]:
    """Those of the tables without keys: the lists have tables of their own on the page."""
    for tabel in rapport.tabellen:
        for rij in tabel.rijen:
            if not rij.sleutel:
                paren = zip(tabel.figuren, rij.waarden, strict=True)
                cijfers = tuple(
                    Cijfer(figuur=f"{tabel.naam}.{figuur.naam}", wat=figuur.label, waarde=waarde)
                    for figuur, waarde in paren
                )
                yield Cijfergroep(onderwerp=tabel.titel, cijfers=cijfers)
