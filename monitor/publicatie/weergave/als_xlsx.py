"""What is published as an Excel workbook: a sheet to read, with the map, and a tidy sheet per table."""

import datetime
import io
from collections.abc import Iterator

from xlsxwriter.workbook import Workbook

from monitor.nederlands import datum
from monitor.publicatie.waarden import Inhoud, Tabel, Uitgave
from monitor.publicatie.weergave.als_csv import AFGESCHERMD
from monitor.publicatie.weergave.verbeteringen import in_een_zin, in_woorden
from monitor.weergave.kaart import kaart_png
from monitor.weergave.xlsx_opmaak import Opmaak, maak_opmaak, opties
from monitor.weergave.xlsx_pagina import Paginaopmaak, letterlijk, richt_in
from monitor.weergave.xlsx_tabel import Bladtabel, Kolom, Waarde, rijhoogte, schrijf_tabelblad

BEGRIPBREEDTE, LEESBREEDTE = 28, 100
SCHAAL = 0.5
"""The picture is drawn larger than it is shown, for paper."""


def als_xlsx(uitgave: Uitgave, *, adres: str) -> bytes:
    """The workbook, with what became of the measurement since. `adres`: where it is published, in full."""
    inhoud = uitgave.inhoud
    uit = io.BytesIO()
    with Workbook(uit, opties()) as boek:
        moment = datetime.datetime.combine(inhoud.gepubliceerd_op, datetime.time())
        boek.set_properties({"title": inhoud.teksten.titel, "author": inhoud.programma.naam, "created": moment})
        opmaak, pagina = maak_opmaak(boek), _pagina(inhoud)
        _leesblad(boek, opmaak, pagina, uitgave, adres=adres)
        for tabel in inhoud.tabellen:
            schrijf_tabelblad(boek, opmaak, pagina, _bladtabel(tabel))
    return uit.getvalue()


def _pagina(inhoud: Inhoud) -> Paginaopmaak:
    dag = datum(inhoud.meting.peildatum)
    return Paginaopmaak(
        kop=f"&L{letterlijk(inhoud.programma.naam)}&RPeildatum: {dag}",
        voet=f"&LIndicator {inhoud.indicator.nummer} – &A&RPagina &P van &N",
    )


def _leesblad(boek: Workbook, opmaak: Opmaak, pagina: Paginaopmaak, uitgave: Uitgave, *, adres: str) -> None:
    inhoud, bij = uitgave.inhoud, (("Zegel (SHA-256)", uitgave.zegel), ("Adres", adres))
    blad = boek.add_worksheet("Publicatie")
    richt_in(blad, pagina, liggend=False)
    blad.set_column(0, 0, BEGRIPBREEDTE)
    blad.set_column(1, 1, LEESBREEDTE)
    blad.write_string(0, 0, inhoud.teksten.titel, opmaak.kop)
    rij = 1
    for begrip, tekst in (*_let_op(uitgave), *regels(inhoud), *bij):
        blad.write_string(rij, 0, begrip, opmaak.begrip)
        blad.write_string(rij, 1, tekst, opmaak.alinea)
        blad.set_row(rij, rijhoogte([begrip, tekst], [BEGRIPBREEDTE, LEESBREEDTE]))
        rij += 1
    if inhoud.figuur1 is not None:
        beeld = {
            "image_data": io.BytesIO(kaart_png(inhoud.figuur1.svg)),
            "description": inhoud.figuur1.tekstalternatief[:2000],
            "x_scale": SCHAAL,
            "y_scale": SCHAAL,
        }
        blad.insert_image(rij + 1, 0, "figuur1.png", beeld)


def _let_op(uitgave: Uitgave) -> Iterator[tuple[str, str]]:
    """What became of the measurement since, as it was known when the file was made."""
    yield from (("Let op", in_een_zin(later)) for later in uitgave.later)


def regels(inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    """What the page says beside its tables, by its heading; nothing where there is nothing to say."""
    teksten = inhoud.teksten
    paren = (
        ("Indicator", f"{inhoud.indicator.nummer}. {inhoud.indicator.titel} ({inhoud.indicator.monitor})"),
        ("Programma", inhoud.programma.naam),
        ("Jaar", f"{inhoud.jaar}, versie {inhoud.versie}"),
        ("Peildatum", datum(inhoud.meting.peildatum)),
        ("Waarde", f"nvt ({inhoud.meting.nvt})" if inhoud.waarde is None else str(inhoud.waarde)),
        ("Vorige meting", inhoud.vorige_meting.tekst),
        ("Bron", inhoud.bron),
        ("Gepubliceerd op", datum(inhoud.gepubliceerd_op)),
        ("Wat er anders is", teksten.wijziging),
        *(("Verwerkte verbetering", in_woorden(erratum)) for erratum in inhoud.errata),
        ("Beschrijving", teksten.beschrijving),
        ("Verband met het beleidsdoel", teksten.beleidsdoel),
        ("Verdieping", teksten.verdieping),
        ("Definitie", f"Versie {inhoud.definitie.versie}. {inhoud.definitie.tekst}"),
        ("Afscherming", inhoud.uitleg),
        ("Referenties", teksten.referenties),
        ("Licentie", inhoud.licentie),
        ("Figuur 1", f"{inhoud.figuur1.titel}. {inhoud.figuur1.bron}" if inhoud.figuur1 else ""),
    )
    yield from ((begrip, tekst) for begrip, tekst in paren if tekst)


def _bladtabel(tabel: Tabel) -> Bladtabel:
    """Counts as numbers; a protected one as that word. The note stands in the text alternative of the table."""
    return Bladtabel(
        blad=tabel.titel[:31],
        naam=f"tabel_{tabel.naam}",
        omschrijving=f"{tabel.titel}. {tabel.noot}".strip(),
        kolommen=(Kolom(kop="Naam", breedte=44), *(Kolom(kop=een.label, breedte=20) for een in tabel.figuren)),
        rijen=tuple(_rij(rij.label or "Programma", rij.waarden) for rij in tabel.rijen),
    )


def _rij(label: str, waarden: tuple[int | None, ...]) -> tuple[Waarde, ...]:
    return (label, *(AFGESCHERMD if waarde is None else waarde for waarde in waarden))
