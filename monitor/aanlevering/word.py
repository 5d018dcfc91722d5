"""A document as Word that a screen reader can read, in Dutch: real headings, header rows, texts for pictures.

The same content gives the same bytes: the moments inside are those that are handed over.
"""

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from monitor.aanlevering.inpakken import pak_in
from monitor.document.blokken import Alinea, Beeld, Document, Gegevens, Kolom, Kop, Lijst, Tabel
from monitor.weergave.kaart import ONGELDIG_IN_XML, kaart_png
from monitor.weergave.xlsx_opmaak import DONKER, LETTERTYPE

TAAL = "nl-NL"
BREEDTE, HOOGTE, MARGE = Cm(21.0), Cm(29.7), Cm(2.3)
NAAMBREEDTE, CIJFERBREEDTE, KAARTBREEDTE = Cm(9.0), Cm(3.5), Cm(12.5)
RASTER = "Table Grid"
KOPSTIJLEN = ("Heading 1", "Heading 2", "Caption")


def als_word(document: Document) -> bytes:
    """The file, on A4 pages."""
    word, op = docx.Document(), document.gemaakt_op.astimezone(datetime.UTC)
    _zet_eigenschappen(word.core_properties, document, op)
    _zet_taal(word)
    _zet_letters(word.styles)
    _zet_bladzijde(word.sections[0])
    _zet_voet(word.sections[0].footer.paragraphs[0], document.voet)
    for blok in (Kop(tekst=document.titel, niveau=1), *document.blokken):
        _VORMEN[type(blok)](word, blok)
    uit = io.BytesIO()
    word.save(uit)
    with zipfile.ZipFile(uit) as pak:
        return pak_in({naam: pak.read(naam) for naam in pak.namelist()}, op=op)


def _zet_eigenschappen(eigen: Any, document: Document, op: datetime.datetime) -> None:
    teksten = (document.titel, document.onderwerp, document.auteur)
    eigen.title, eigen.subject, eigen.author = (_schoon(een)[:255] for een in teksten)
    eigen.language, eigen.comments, eigen.last_modified_by = TAAL, "", eigen.author
    eigen.created = eigen.modified = op.replace(tzinfo=None, microsecond=0)


def _kop(word: Any, kop: Kop) -> None:
    word.add_heading(_schoon(kop.tekst), level=kop.niveau)


def _alinea(word: Any, alinea: Alinea) -> None:
    word.add_paragraph(_schoon(alinea.tekst))


def _lijst(word: Any, lijst: Lijst) -> None:
    for regel in lijst.regels:
        word.add_paragraph(_schoon(regel), style="List Bullet")


def _gegevens(word: Any, gegevens: Gegevens) -> None:
    """Each name in bold with its value, on one line."""
    for naam, waarde in gegevens.paren:
        alinea = word.add_paragraph()
        alinea.paragraph_format.space_after = Pt(2)
        alinea.add_run(f"{_schoon(naam)}: ").bold = True
        alinea.add_run(_schoon(waarde))


def _bijschrift(word: Any, tekst: str) -> None:
    """The caption of the picture or table that follows, kept with it."""
    if tekst:
        alinea = word.add_paragraph(_schoon(tekst), style="Caption")
        alinea.paragraph_format.keep_with_next = True


def _beeld(word: Any, beeld: Beeld) -> None:
    """The picture with its text alternative, kept with its source."""
    _bijschrift(word, beeld.titel)
    alinea = word.add_paragraph()
    alinea.paragraph_format.keep_with_next = True
    plaatje = alinea.add_run().add_picture(io.BytesIO(kaart_png(beeld.svg)), width=KAARTBREEDTE)
    eigenschappen = plaatje._inline.docPr
    eigenschappen.set("descr", _schoon(beeld.tekstalternatief))
    eigenschappen.set("title", _schoon(beeld.titel))
    word.add_paragraph(_schoon(beeld.bron))


def _tabel(word: Any, blok: Tabel) -> None:
    """A header row that every page repeats, and the total at the end."""
    _bijschrift(word, blok.titel)
    tabel = word.add_table(rows=1, cols=len(blok.kolommen), style=RASTER)
    tabel.autofit = False
    for breed, kolom in zip(tabel.columns, blok.kolommen, strict=True):
        breed.width = _breedte(kolom)
    _beschrijf(tabel, blok.titel)
    _vul(tabel.rows[0], tuple(kolom.kop for kolom in blok.kolommen), blok.kolommen, vet=True)
    _als_kop(tabel.rows[0])
    for rij in blok.rijen:
        _vul(tabel.add_row(), rij, blok.kolommen)
    if blok.totaal:
        _vul(tabel.add_row(), blok.totaal, blok.kolommen, vet=True)


_VORMEN: dict[type, Callable[..., None]] = {
    Kop: _kop,
    Alinea: _alinea,
    Lijst: _lijst,
    Gegevens: _gegevens,
    Beeld: _beeld,
    Tabel: _tabel,
}


def _zet_voet(alinea: Any, tekst: str) -> None:
    """At the foot of each page, with its number."""
    alinea.add_run(f"{_schoon(tekst)} · bladzijde ")
    alinea.style.font.size = Pt(8)
    veld = OxmlElement("w:fldSimple")
    veld.set(qn("w:instr"), "PAGE")
    alinea._p.append(veld)


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


def _breedte(kolom: Kolom) -> Any:
    return CIJFERBREEDTE if kolom.cijfer else NAAMBREEDTE


def _vul(rij: Any, teksten: tuple[str, ...], kolommen: tuple[Kolom, ...], *, vet: bool = False) -> None:
    """A row is not torn over two pages; numbers stand to the right."""
    rij._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cel, tekst, kolom in zip(rij.cells, teksten, kolommen, strict=True):
        cel.width = _breedte(kolom)
        alinea = cel.paragraphs[0]
        alinea.add_run(_schoon(tekst)).bold = vet or None
        if kolom.cijfer:
            alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
