"""A document as PDF/UA-1: what a screen reader needs, and texts that are meant to hurt."""

import datetime
import io

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from monitor.document.als_pdf import UITLEG, als_pdf
from monitor.document.blokken import Alinea, Beeld, Blok, Document, Gegevens, Kolom, Kop, Lijst, Tabel
from monitor.document.letters import BEKEND, ONBEKEND, tekenbaar
from tests.monitor import pdf

MARKUP = '# kop #panic() \\ < $x$ *b* _i_ @x [ ]] "'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="8">Epe {}</text></svg>'
TABEL = Tabel(
    titel="Tabel 1",
    kolommen=(Kolom(kop="Soort"), Kolom(kop="Aantal", cijfer=True)),
    rijen=tuple((f"Soort {nummer}", "7") for nummer in range(60)),
    totaal=("Totaal", "420"),
)


def document(*blokken: Blok, titel: str = "Titel") -> Document:
    op = datetime.datetime(2020, 9, 1, 10, 30, tzinfo=datetime.UTC)
    return Document(titel=titel, onderwerp="Over", auteur="Movisie", voet="Voet", gemaakt_op=op, blokken=blokken)


def beeld(tekst: str) -> Beeld:
    return Beeld(svg=SVG.format(tekst), titel="Figuur 1", tekstalternatief=f"Kaart: {tekst}", bron="Kaart: wij")


def test_it_has_all_that_a_screen_reader_needs_and_the_same_bytes_each_time():
    een = document(Kop(tekst="Deel"), Alinea(tekst="Tekst"), beeld("Ede"), Kop(tekst="Tabellen"), TABEL)

    inhoud = als_pdf(een)

    assert als_pdf(een) == inhoud
    lezer = PdfReader(io.BytesIO(inhoud))
    wortel = lezer.trailer["/Root"]
    assert (wortel["/Lang"], wortel["/MarkInfo"]["/Marked"]) == ("nl-NL", True)
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712  # a value of pypdf's own
    assert b"<pdfuaid:part>1</pdfuaid:part>" in wortel["/Metadata"].get_data()
    eigen = lezer.metadata
    assert (eigen.title, eigen.subject, eigen.author) == ("Titel", "Over", "Movisie")
    assert eigen.creation_date == een.gemaakt_op
    assert {bladzijde["/Tabs"] for bladzijde in lezer.pages} == {"/S"}
    assert [kop["/Title"] for kop in _platte(lezer.outline)] == ["Titel", "Deel", "Tabellen"]
    assert pdf.koppen(inhoud) == [("/H1", "Titel"), ("/H2", "Deel"), ("/H2", "Tabellen")]
    merken = pdf.merken(inhoud)
    assert [merk.eigenschappen["/Alt"] for merk in merken if merk.soort == "/Figure"] == ["Kaart: Ede"]
    kopcellen = [merk.eigenschappen["/A"][0]["/Scope"] for merk in merken if merk.soort == "/TH"]
    assert kopcellen == ["/Column", "/Column"], "once, though every page shows them"
    assert sum(merk.soort == "/TD" for merk in merken) == (60 + 1) * 2
    assert pdf.tekst(inhoud).count("Soort Aantal") == len(lezer.pages)


def _platte(kopjes):
    for een in kopjes:
        yield from _platte(een) if isinstance(een, list) else [een]


def test_markup_is_text_and_nothing_runs_off_the_page():
    lang = "x" * 300

    inhoud = als_pdf(document(Alinea(tekst=MARKUP), Alinea(tekst=lang), Alinea(tekst="a b " * 2500), beeld("&lt;")))

    tekst = pdf.tekst(inhoud)
    assert MARKUP in tekst
    assert lang in tekst.replace("\n", "")
    assert tekst.count("a b") == 2500
    assert max(len(regel) for regel in tekst.splitlines()) < 130
    assert "Epe <" in tekst
    assert UITLEG not in tekst


def test_what_the_font_lacks_is_marked_and_explained():
    assert tekenbaar("Bé 🎉🎉 \u202eשלום\u202c\x00\ud800 e\u0301\r\nn") == f"Bé {ONBEKEND} {ONBEKEND} é\nn"

    inhoud = als_pdf(document(beeld("🎉"), titel="Feest 🎉"))

    assert UITLEG in pdf.tekst(inhoud)
    assert pdf.koppen(inhoud) == [("/H1", f"Feest {ONBEKEND}")]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_every_text_makes_a_document_in_every_place(tekst):
    blokken = (
        Kop(tekst=f"K{tekst}"), Alinea(tekst=tekst), Lijst(regels=(tekst, "")), Gegevens(paren=((tekst, tekst),)),
        Tabel(titel=tekst, kolommen=(Kolom(kop=tekst),), rijen=((tekst,),), totaal=(tekst,)),
    )  # fmt: skip

    assert als_pdf(document(*blokken, titel=f"T{tekst}")).startswith(b"%PDF-1.7")
    assert set(tekenbaar(tekst)) <= BEKEND | {"\n"}
