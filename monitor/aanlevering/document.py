"""The document of a delivery, in the order of the monitor's page: the same for Word and for PDF."""

import datetime
from collections.abc import Iterator

from monitor.aanlevering import teksten
from monitor.aanlevering.dossier import Dossier
from monitor.aanlevering.word import als_word
from monitor.document.als_pdf import als_pdf
from monitor.document.blokken import Alinea, Beeld, Blok, Document, Gegevens, Kolom, Kop, Lijst, Tabel
from monitor.nederlands import datum
from monitor.rapport import Tabel1
from monitor.weergave import figuur1

KOLOMMEN = (Kolom(kop="Organisatietype"), Kolom(kop="Deelnemers", cijfer=True))


def als_document(dossier: Dossier) -> bytes:
    """The page of the indicator as .docx."""
    return als_word(nieuw(dossier, teksten.titel(dossier), _blokken(dossier), dossier.gemaakt_op))


def als_pdfdocument(dossier: Dossier) -> bytes:
    """The same as .pdf, dated on the moment of fixing: made again it is the same to the byte."""
    return als_pdf(nieuw(dossier, teksten.titel(dossier), _blokken(dossier), dossier.meting.vastgesteld_op))


def nieuw(dossier: Dossier, titel: str, blokken: Iterator[Blok], gemaakt_op: datetime.datetime) -> Document:
    """A document about the measurement; what became of it since stands on top."""
    programma, peildatum = dossier.rapport.programma, datum(dossier.rapport.peildatum)
    let_op = (Kop(tekst="Let op"), Lijst(regels=dossier.standen)) if dossier.standen else ()
    return Document(
        titel=titel,
        onderwerp=f"{programma.naam}, peildatum {peildatum}",
        auteur=programma.uitvoerders or programma.naam,
        voet=f"Indicator 23, {dossier.kenmerk}, peildatum {peildatum}",
        gemaakt_op=gemaakt_op,
        blokken=(*let_op, *blokken),
    )


def _blokken(dossier: Dossier) -> Iterator[Blok]:
    """Figures and what goes deeper into them only where the measurement has a value."""
    yield _kerngegevens(dossier)
    yield Alinea(tekst=teksten.nvt(dossier) or teksten.NIET_OPENBAAR)
    for kop, alineas in teksten.delen(dossier):
        if alineas:
            yield Kop(tekst=kop)
            yield from (Alinea(tekst=alinea) for alinea in alineas)
    if not dossier.meting.nvt:
        yield from _figuur1(dossier)
        yield from _tabel1(dossier)
    yield Kop(tekst="Verwijzingen")
    yield Lijst(regels=teksten.verwijzingen(dossier))
    yield Kop(tekst="Definitie en telregels")
    yield Gegevens(paren=teksten.definitie(dossier))


def _kerngegevens(dossier: Dossier) -> Gegevens:
    return Gegevens(
        paren=(
            ("Programma", dossier.rapport.programma.naam),
            ("Bron", dossier.rapport.bron.removeprefix("Bron: ")),
            ("Jaar", str(dossier.meting.jaar)),
            ("Peildatum", datum(dossier.rapport.peildatum)),
            ("Waarde", dossier.waarde),
            ("Vorige meting", teksten.vorige_meting(dossier)),
        )
    )


def _figuur1(dossier: Dossier) -> Iterator[Blok]:
    rapport = dossier.rapport
    yield Kop(tekst="Figuur 1")
    yield Beeld(
        svg=figuur1.figuur1_svg(rapport),
        titel=figuur1.titel(rapport),
        tekstalternatief=figuur1.tekstalternatief(rapport),
        bron=figuur1.kaartbron(rapport),
    )


def _tabel1(dossier: Dossier) -> Iterator[Blok]:
    yield Kop(tekst="Tabel 1")
    for tabel in (dossier.rapport.tabel1_nu, dossier.rapport.tabel1_tot_nu_toe):
        yield _een_tabel(tabel) if tabel.rijen else Alinea(tekst=tabel.titel)
        yield Alinea(tekst=tabel.noot)


def _een_tabel(tabel: Tabel1) -> Tabel:
    return Tabel(
        titel=tabel.titel,
        kolommen=KOLOMMEN,
        rijen=tuple((rij.naam, str(rij.aantal)) for rij in tabel.rijen),
        totaal=("Totaal", str(tabel.totaal)),
    )
