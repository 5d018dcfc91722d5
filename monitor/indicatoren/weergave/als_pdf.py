"""The figures of an indicator as an accessible PDF: in the order of its page, with its tables and rules."""

import datetime
from collections.abc import Iterator

from monitor.document.als_pdf import als_pdf as maak_pdf
from monitor.document.blokken import Alinea, Blok, Document, Gegevens, Kolom, Kop, Tabel
from monitor.indicatoren.cijfers import is_geheel
from monitor.indicatoren.rapport import Cijferrapport
from monitor.nederlands import datum
from monitor.tabellen import Tabel as Cijfertabel

NIET_OPENBAAR = "Deze cijfers worden niet gepubliceerd. Zij zijn voor wie in dit systeem cijfers mag zien."
GEEN_WAARDE = "Deze meting heeft geen waarde. Daarom staan in dit document geen cijfers van deze meting."


def als_pdf(rapport: Cijferrapport, *, gemaakt_op: datetime.datetime) -> bytes:
    """PDF/UA-1. Of a fixed measurement it is dated on its fixing: made again it is the same to the byte."""
    op = gemaakt_op if rapport.meting is None else rapport.meting.vastgesteld_op
    programma = rapport.programma
    return maak_pdf(
        Document(
            titel=rapport.kop,
            onderwerp=f"{programma.naam}, peildatum {rapport.dag}",
            auteur=programma.uitvoerders or programma.naam,
            voet=f"{rapport.indicator.naam}, peildatum {rapport.dag}",
            gemaakt_op=op,
            blokken=tuple(_blokken(rapport)),
        )
    )


def _blokken(rapport: Cijferrapport) -> Iterator[Blok]:
    """Figures and what goes deeper into them only where there is a value."""
    nvt = rapport.meting.nvt if rapport.meting else ""
    yield Gegevens(paren=tuple(_gegevens(rapport, nvt)))
    yield from (Alinea(tekst=melding) for melding in rapport.meldingen)
    yield Alinea(tekst=GEEN_WAARDE if nvt else NIET_OPENBAAR)
    if not nvt:
        yield from _cijfers(rapport)
    yield Kop(tekst="Definitie en telregels")
    if rapport.indicator.naamgeving:
        yield Alinea(tekst=rapport.indicator.naamgeving)
    definitie = (f"Definitie, versie {rapport.definitie.versie}", rapport.definitie.tekst)
    yield Gegevens(paren=(definitie, *((een.begrip, een.regel) for een in rapport.definitie.telregels)))


def _gegevens(rapport: Cijferrapport, nvt: str) -> Iterator[tuple[str, str]]:
    vorige = rapport.vorige_meting
    yield "Programma", rapport.programma.naam
    yield "Bron", rapport.bron.removeprefix("Bron: ")
    yield "Peildatum", rapport.dag
    yield "Waarde", f"nvt ({nvt})" if nvt else _getal(rapport.waarde)
    yield "Vorige meting", f"{vorige}, peildatum {datum(vorige.peildatum)}"
    if rapport.meting is not None:
        meting = rapport.meting
        yield "Meting", f"{meting.nummer} van {meting.jaar}, vastgesteld door {meting.vastgesteld_door}"
        yield "Aanleiding", meting.aanleiding
        yield "Zegel (SHA-256)", meting.zegel


def _cijfers(rapport: Cijferrapport) -> Iterator[Blok]:
    if rapport.toelichting:
        yield Kop(tekst="Toelichting")
        yield from (Alinea(tekst=alinea) for alinea in rapport.toelichting)
    yield Kop(tekst="Cijfers")
    for soort, tabel in zip(rapport.indicator.tabellen, rapport.tabellen, strict=True):
        yield _tabel(tabel, soort.kop) if tabel.rijen else Alinea(tekst=f"{tabel.titel}: er is niets om te tellen.")


def _tabel(tabel: Cijfertabel, kop: str) -> Tabel:
    if is_geheel(tabel):
        paren = zip(tabel.figuren, tabel.rijen[0].waarden, strict=True)
        rijen = tuple((figuur.label, _getal(waarde)) for figuur, waarde in paren)
        return Tabel(titel=tabel.titel, kolommen=(Kolom(kop="Cijfer"), Kolom(kop="Aantal", cijfer=True)), rijen=rijen)
    return Tabel(
        titel=tabel.titel,
        kolommen=(Kolom(kop=kop), *(Kolom(kop=figuur.label, cijfer=True) for figuur in tabel.figuren)),
        rijen=tuple((rij.label, *(_getal(waarde) for waarde in rij.waarden)) for rij in tabel.rijen),
    )


def _getal(waarde: int | None) -> str:
    return "nvt" if waarde is None else str(waarde)
