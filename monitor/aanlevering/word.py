"""A Word document in Dutch that a screen reader can read: real headings, header rows, texts for pictures.

The same content gives the same bytes: the moments inside are those that are handed over.
"""

import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from monitor.aanlevering.inpakken import pak_in
from monitor.weergave.kaart import ONGELDIG_IN_XML
from monitor.weergave.xlsx_opmaak import DONKER, LETTERTYPE

TAAL = "nl-NL"
BREEDTE, HOOGTE, MARGE = Cm(21.0), Cm(29.7), Cm(2.3)
NAAMBREEDTE, CIJFERBREEDTE = Cm(9.0), Cm(3.5)
RASTER = "Table Grid"
KOPSTIJLEN = ("Heading 1", "Heading 2", "Caption")


class Worddocument:
    """A document of A4 pages that grows from top to bottom."""

    def __init__(self, *, titel: str, onderwerp: str, auteur: str, gemaakt_op: datetime.datetime) -> None:
        self._op = gemaakt_op.astimezone(datetime.UTC)
        self._document = Document()
        self._zet_eigenschappen(titel, onderwerp, auteur)
        _zet_taal(self._document)
        _zet_letters(self._document.styles)
        _zet_bladzijde(self._document.sections[0])
        self.kop(titel, niveau=1)

    def _zet_eigenschappen(self, titel: str, onderwerp: str, auteur: str) -> None:
        eigen = self._document.core_properties
        eigen.title, eigen.subject, eigen.author = (_schoon(een)[:255] for een in (titel, onderwerp, auteur))
        eigen.language, eigen.comments, eigen.last_modified_by = TAAL, "", eigen.author
        eigen.created = eigen.modified = self._op.replace(tzinfo=None, microsecond=0)

    def kop(self, tekst: str, *, niveau: int = 2) -> None:
        """A heading: 1 is the document's own."""
        self._document.add_heading(_schoon(tekst), level=niveau)

    def alinea(self, tekst: str, *, stijl: str | None = None) -> None:
        """A paragraph; a line break in it stays one."""
        self._document.add_paragraph(_schoon(tekst), style=stijl)

    def regel(self, naam: str, waarde: str) -> None:
        """A name in bold with its value, on one line."""
        alinea = self._document.add_paragraph()
        alinea.paragraph_format.space_after = Pt(2)
        alinea.add_run(f"{_schoon(naam)}: ").bold = True
        alinea.add_run(_schoon(waarde))

    def lijst(self, regels: Iterable[str]) -> None:
        """A list with bullets."""
        for regel in regels:
            self.alinea(regel, stijl="List Bullet")

    def bijschrift(self, tekst: str) -> None:
        """The caption of the picture or table that follows, kept with it."""
        alinea = self._document.add_paragraph(_schoon(tekst), style="Caption")
        alinea.paragraph_format.keep_with_next = True

    def beeld(self, png: bytes, *, breedte: Any, titel: str, tekstalternatief: str) -> None:
        """A picture with its text alternative, kept with the paragraph that follows."""
        alinea = self._document.add_paragraph()
        alinea.paragraph_format.keep_with_next = True
        plaatje = alinea.add_run().add_picture(io.BytesIO(png), width=breedte)
        eigenschappen = plaatje._inline.docPr
        eigenschappen.set("descr", _schoon(tekstalternatief))
        eigenschappen.set("title", _schoon(titel))

    def tabel(self, koppen: Sequence[str], rijen: Iterable[tuple[str, int]], totaal: int, *, titel: str) -> None:
        """A table of names and numbers: a header row that every page repeats, and the total at the end."""
        tabel = self._document.add_table(rows=1, cols=2, style=RASTER)
        tabel.autofit = False
        for kolom, breedte in zip(tabel.columns, (NAAMBREEDTE, CIJFERBREEDTE), strict=True):
            kolom.width = breedte
        _beschrijf(tabel, titel)
        _vul(tabel.rows[0], *koppen, vet=True)
        _als_kop(tabel.rows[0])
        for naam, waarde in rijen:
            _vul(tabel.add_row(), naam, str(waarde))
        _vul(tabel.add_row(), "Totaal", str(totaal), vet=True)

    def voet(self, tekst: str) -> None:
        """At the foot of each page, with its number."""
        alinea = self._document.sections[0].footer.paragraphs[0]
        alinea.add_run(f"{_schoon(tekst)} · bladzijde ")
        alinea.style.font.size = Pt(8)
        veld = OxmlElement("w:fldSimple")
        veld.set(qn("w:instr"), "PAGE")
        alinea._p.append(veld)

    def bytes(self) -> bytes:
        """The file."""
        uit = io.BytesIO()
        self._document.save(uit)
        with zipfile.ZipFile(uit) as pak:
            return pak_in({naam: pak.read(naam) for naam in pak.namelist()}, op=self._op)


def _schoon(tekst: str) -> str:
    """What XML cannot hold becomes a replacement mark."""
    return ONGELDIG_IN_XML.sub("\N{REPLACEMENT CHARACTER}", tekst)


def _zet_taal(document: Any) -> None:
    """Dutch for every word: in the defaults, and in every style and setting that says otherwise."""
    for deel in (document.styles.element, document.settings.element):
        for taal in deel.iter(qn("w:lang"), qn("w:themeFontLang")):
            taal.set(qn("w:val"), TAAL)


def _zet_letters(stijlen: Any) -> None:
    """One font, as in the Excel report; headings dark enough to read."""
    stijlen["Normal"].font.size = Pt(10.5)
    for naam in ("Normal", *KOPSTIJLEN):
        letter = stijlen[naam].font
        letter.name = LETTERTYPE
        letters = stijlen[naam].element.rPr.rFonts
        for thema in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            letters.attrib.pop(qn(thema), None)
        if naam in KOPSTIJLEN:
            letter.color.rgb = RGBColor.from_string(DONKER.removeprefix("#"))


def _zet_bladzijde(deel: Any) -> None:
    deel.page_width, deel.page_height = BREEDTE, HOOGTE
    deel.left_margin = deel.right_margin = deel.top_margin = deel.bottom_margin = MARGE


def _beschrijf(tabel: Any, titel: str) -> None:
    """The table's own text alternative."""
    bijschrift = OxmlElement("w:tblCaption")
    bijschrift.set(qn("w:val"), _schoon(titel))
    tabel._tbl.tblPr.append(bijschrift)


def _als_kop(rij: Any) -> None:
    kop = OxmlElement("w:tblHeader")
    kop.set(qn("w:val"), "true")
    rij._tr.get_or_add_trPr().append(kop)


def _vul(rij: Any, naam: str, waarde: str, *, vet: bool = False) -> None:
    """A row is not torn over two pages; numbers stand to the right."""
    eerste, tweede = rij.cells
    eerste.width, tweede.width = NAAMBREEDTE, CIJFERBREEDTE
    heel = OxmlElement("w:cantSplit")
    rij._tr.get_or_add_trPr().append(heel)
    for cel, tekst in ((eerste, naam), (tweede, waarde)):
        run = cel.paragraphs[0].add_run(_schoon(tekst))
        if vet:
            run.bold = True
    tweede.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
