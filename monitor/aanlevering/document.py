"""The Word document of a delivery, in the order of the monitor's page."""

from docx.shared import Cm

from monitor.aanlevering import teksten
from monitor.aanlevering.dossier import Dossier
from monitor.aanlevering.word import Worddocument
from monitor.nederlands import datum
from monitor.rapport import Tabel1
from monitor.weergave import figuur1
from monitor.weergave.kaart import kaart_png

KAARTBREEDTE = Cm(12.5)
KOPPEN = ("Organisatietype", "Deelnemers")


def als_document(dossier: Dossier) -> bytes:
    """The page of the indicator as .docx."""
    document = nieuw(dossier, teksten.titel(dossier))
    _kerngegevens(document, dossier)
    _teksten(document, dossier)
    _figuur1(document, dossier)
    _tabel1(document, dossier)
    _definitie(document, dossier)
    document.kop("Verwijzingen")
    document.lijst(teksten.verwijzingen(dossier))
    return document.bytes()


def nieuw(dossier: Dossier, titel: str) -> Worddocument:
    """An empty document about the measurement; what became of it since stands on top."""
    programma, peildatum = dossier.rapport.programma, datum(dossier.rapport.peildatum)
    document = Worddocument(
        titel=titel,
        onderwerp=f"{programma.naam}, peildatum {peildatum}",
        auteur=programma.uitvoerders or programma.naam,
        gemaakt_op=dossier.gemaakt_op,
    )
    document.voet(f"Indicator 23, {dossier.kenmerk}, peildatum {peildatum}")
    if dossier.standen:
        document.kop("Let op")
        document.lijst(dossier.standen)
    return document


def _kerngegevens(document: Worddocument, dossier: Dossier) -> None:
    document.regel("Programma", dossier.rapport.programma.naam)
    document.regel("Bron", dossier.rapport.bron.removeprefix("Bron: "))
    document.regel("Jaar", str(dossier.meting.jaar))
    document.regel("Peildatum", datum(dossier.rapport.peildatum))
    document.regel("Waarde", dossier.waarde)
    document.regel("Vorige meting", teksten.vorige_meting(dossier))
    document.alinea(teksten.NIET_OPENBAAR)


def _teksten(document: Worddocument, dossier: Dossier) -> None:
    delen = (
        ("Beschrijving", teksten.beschrijving(dossier)),
        ("Verband met het beleidsdoel", teksten.beleidsdoel(dossier)),
        ("Verdieping", (*filter(None, [teksten.nvt(dossier)]), *dossier.rapport.toelichting)),
    )
    for kop, alineas in delen:
        document.kop(kop)
        for alinea in alineas:
            document.alinea(alinea)


def _figuur1(document: Worddocument, dossier: Dossier) -> None:
    rapport = dossier.rapport
    document.kop("Figuur 1")
    document.bijschrift(figuur1.titel(rapport))
    document.beeld(
        kaart_png(figuur1.figuur1_svg(rapport)),
        breedte=KAARTBREEDTE,
        titel=figuur1.titel(rapport),
        tekstalternatief=figuur1.tekstalternatief(rapport),
    )
    document.alinea(figuur1.kaartbron(rapport))


def _tabel1(document: Worddocument, dossier: Dossier) -> None:
    document.kop("Tabel 1")
    for tabel in (dossier.rapport.tabel1_nu, dossier.rapport.tabel1_tot_nu_toe):
        _een_tabel(document, tabel)


def _een_tabel(document: Worddocument, tabel: Tabel1) -> None:
    document.bijschrift(tabel.titel)
    if tabel.rijen:
        rijen = ((rij.naam, rij.aantal) for rij in tabel.rijen)
        document.tabel(KOPPEN, rijen, tabel.totaal, titel=tabel.titel)
    document.alinea(tabel.noot)


def _definitie(document: Worddocument, dossier: Dossier) -> None:
    document.kop("Definitie en telregels")
    for begrip, uitleg in teksten.definitie(dossier):
        document.regel(begrip, uitleg)
