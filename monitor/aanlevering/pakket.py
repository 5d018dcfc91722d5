"""The files of a delivery, each alone and together in a zip with their checksums."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils.text import slugify

from mantelzorg.excel import XLSX
from monitor.aanlevering import teksten
from monitor.aanlevering.antwoordnotitie import als_antwoordnotitie
from monitor.aanlevering.document import als_document, als_pdfdocument
from monitor.aanlevering.dossier import Dossier
from monitor.aanlevering.inpakken import SOMMEN, pak_in, sommen
from monitor.document.als_pdf import PDF
from monitor.weergave import figuur1
from monitor.weergave.als_xlsx import als_xlsx
from monitor.weergave.kaart import kaart_png

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEKST: Final = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """A file of a delivery: what people call it, its name, its media type, and what makes its bytes."""

    label: str
    naam: str
    mediatype: str
    maak: Callable[[Dossier], bytes]


def _xlsx(dossier: Dossier) -> bytes:
    return als_xlsx(dossier.rapport, gemaakt_op=dossier.gemaakt_op, versie=dossier.versie)


def _svg(dossier: Dossier) -> bytes:
    return f"{figuur1.figuur1_svg(dossier.rapport)}\n".encode()


def _png(dossier: Dossier) -> bytes:
    return kaart_png(figuur1.figuur1_svg(dossier.rapport))


def _alternatief(dossier: Dossier) -> bytes:
    rapport = dossier.rapport
    return _tekst(figuur1.titel(rapport), figuur1.tekstalternatief(rapport), figuur1.kaartbron(rapport))


def _definitie(dossier: Dossier) -> bytes:
    return _tekst(*(f"{begrip}\n{uitleg}" for begrip, uitleg in teksten.definitie(dossier)))


def _verwijzingen(dossier: Dossier) -> bytes:
    return _tekst(*teksten.verwijzingen(dossier))


def _tekst(*alineas: str) -> bytes:
    return ("\n\n".join(alineas) + "\n").encode("utf-8", "replace")


STUKKEN: Final = {
    "word": Stuk(label="Word-document", naam="indicator-23.docx", mediatype=DOCX, maak=als_document),
    "pdf": Stuk(label="PDF", naam="indicator-23.pdf", mediatype=PDF, maak=als_pdfdocument),
    "xlsx": Stuk(label="Excel", naam="indicator-23.xlsx", mediatype=XLSX, maak=_xlsx),
    "svg": Stuk(label="Figuur 1 als SVG", naam="figuur-1.svg", mediatype="image/svg+xml", maak=_svg),
    "png": Stuk(label="Figuur 1 als PNG", naam="figuur-1.png", mediatype="image/png", maak=_png),
    "alternatief": Stuk(
        label="Alternatieve tekst van figuur 1", naam="figuur-1-alternatieve-tekst.txt", mediatype=TEKST,
        maak=_alternatief,
    ),
    "definitie": Stuk(label="Definitie", naam="definitie.txt", mediatype=TEKST, maak=_definitie),
    "verwijzingen": Stuk(label="Verwijzingen", naam="verwijzingen.txt", mediatype=TEKST, maak=_verwijzingen),
}  # fmt: skip
"""What stands in the zip, in this order."""
NOTITIE: Final = Stuk(
    label="Antwoordnotitie (Word)", naam="antwoordnotitie.docx", mediatype=DOCX, maak=als_antwoordnotitie
)
LOS: Final = STUKKEN | {"antwoordnotitie": NOTITIE}
"""What one can download alone."""
LEESMIJ: Final = "LEESMIJ.txt"


def maak_pakket(dossier: Dossier, voortgang: Callable[[str], None]) -> bytes:
    """The zip; `voortgang` hears before each file what it is, and may stop it by raising."""
    bestanden = {LEESMIJ: _leesmij(dossier)}
    for stuk in STUKKEN.values():
        voortgang(stuk.label)
        bestanden[stuk.naam] = stuk.maak(dossier)
    return pak_in(bestanden | {SOMMEN: sommen(bestanden)}, op=dossier.gemaakt_op)


def _leesmij(dossier: Dossier) -> bytes:
    lijst = "\n".join(f"{stuk.naam}: {stuk.label}" for stuk in STUKKEN.values())
    kop = f"{teksten.titel(dossier)}\n{dossier.rapport.programma.naam}"
    controle = f"{SOMMEN}: controleer de bestanden met `sha256sum --check {SOMMEN}`"
    zegel = f"Zegel van de meting (SHA-256): {dossier.meting.zegel}"
    delen = (
        kop, teksten.vastgesteld(dossier), *dossier.standen, teksten.NIET_OPENBAAR, f"{lijst}\n{controle}", zegel,
        f"Vragen: {dossier.contact}",
    )  # fmt: skip
    return _tekst(*delen)


def bestandsnaam(slug: str, jaar: int, nummer: int, stuk: str) -> str:
    """A name every system can hold: programme, year and number of the measurement, then what the file is."""
    return f"{slugify(slug)[:80] or 'programma'}-{jaar}-meting-{nummer}-{stuk}"
