"""What stands in a delivery: the files with their checksums, Word read back, and names that are meant to hurt."""

import datetime
import io
import zipfile
from dataclasses import replace
from hashlib import sha256

import pytest
from docx import Document
from docx.oxml.ns import qn

from monitor.aanlevering.antwoordnotitie import als_antwoordnotitie
from monitor.aanlevering.document import als_document, als_pdfdocument
from monitor.aanlevering.dossier import Dossier
from monitor.aanlevering.lezen import dossier_van
from monitor.aanlevering.pakket import bestandsnaam, maak_pakket
from monitor.meten.staten import zet_staat
from monitor.models import Nvt, Staatsoort
from monitor.telregels import DEFINITIE
from monitor.weergave import figuur1
from tests import gegevens
from tests.monitor import pdf
from tests.monitor.aanlevering.gegevens import OP
from tests.monitor.meten.gegevens import controleur, vastgesteld
from tests.monitor.publicatie.gegevens import gepubliceerd, met_kleine_aantallen, teksten
from tests.monitor.voorbeeld import voorbeeld

pytestmark = pytest.mark.django_db


def dossier(**velden) -> Dossier:
    return dossier_van(vastgesteld(voorbeeld(), **velden), op=OP)


def uitgepakt(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
        return {naam: pak.read(naam) for naam in pak.namelist()}


def alineas(inhoud: bytes) -> list[str]:
    return [alinea.text for alinea in Document(io.BytesIO(inhoud)).paragraphs]


def test_the_zip_holds_each_file_with_its_checksum_and_says_how_far_it_is():
    stappen: list[str] = []

    bestanden = uitgepakt(maak_pakket(dossier(), stappen.append))

    regels = [regel.split("  ") for regel in bestanden["SHA256SUMS"].decode().splitlines()]
    assert regels == [[sha256(bestanden[naam]).hexdigest(), naam] for naam in list(bestanden)[:-1]]
    assert list(bestanden) == [
        "LEESMIJ.txt", "indicator-23.docx", "indicator-23.pdf", "indicator-23.xlsx", "figuur-1.svg", "figuur-1.png",
        "figuur-1-alternatieve-tekst.txt", "definitie.txt", "verwijzingen.txt", "SHA256SUMS",
    ]  # fmt: skip
    assert stappen == [
        "Word-document", "PDF", "Excel", "Figuur 1 als SVG", "Figuur 1 als PNG", "Alternatieve tekst van figuur 1",
        "Definitie", "Verwijzingen",
    ]  # fmt: skip


def test_the_same_measurement_gives_the_same_bytes_and_another_moment_changes_the_moments_alone():
    vaststelling = vastgesteld(voorbeeld())

    def pakket(op: datetime.datetime) -> bytes:
        return maak_pakket(dossier_van(vaststelling, op=op), lambda _: None)

    eerste, later = pakket(OP), pakket(OP + datetime.timedelta(days=1))

    assert pakket(OP) == eerste
    oud, nieuw = uitgepakt(eerste), uitgepakt(later)
    anders = {naam for naam in oud if oud[naam] != nieuw[naam]}
    assert anders == {"indicator-23.docx", "indicator-23.xlsx", "SHA256SUMS"}
    binnenin = {
        (naam, deel)
        for naam in anders - {"SHA256SUMS"}
        for deel, inhoud in uitgepakt(oud[naam]).items()
        if inhoud != uitgepakt(nieuw[naam])[deel]
    }
    assert binnenin == {
        ("indicator-23.docx", "docProps/core.xml"),
        ("indicator-23.xlsx", "docProps/core.xml"),
        ("indicator-23.xlsx", "xl/sharedStrings.xml"),  # Gemaakt op
    }


def test_the_word_document_has_the_order_of_the_monitors_page_and_what_a_screen_reader_needs():
    een = dossier()
    document = Document(io.BytesIO(als_document(een)))

    koppen = [alinea.text for alinea in document.paragraphs if alinea.style.name.startswith("Heading")]
    assert koppen == [
        "Indicator 23: aantal lokale pilots dat door het programma is opgestart", "Beschrijving",
        "Verband met het beleidsdoel", "Verdieping", "Figuur 1", "Tabel 1", "Verwijzingen", "Definitie en telregels",
    ]  # fmt: skip
    assert [kop for _, kop in pdf.koppen(als_pdfdocument(een))] == koppen
    teksten_ = [alinea.text for alinea in document.paragraphs]
    assert teksten_[1:7] == [
        "Programma: In voor mantelzorg thuis",
        "Bron: administratie van het programma In voor mantelzorg thuis; uitvoerders: Movisie; Vilans. "
        "Telling volgens indicator 23.",
        "Jaar: 2020",
        "Peildatum: 30 juni 2020",
        "Waarde: 2",
        "Vorige meting: nvt (nog niet gestart), peildatum 30 juni 2019",
    ]
    verdieping = teksten_.index("Verdieping") + 1
    assert tuple(teksten_[verdieping : teksten_.index("Figuur 1")]) == een.rapport.toelichting
    assert [beeld._inline.docPr.get("descr") for beeld in document.inline_shapes] == [
        figuur1.tekstalternatief(een.rapport)
    ]
    assert teksten_[teksten_.index("Tabel 1") - 1] == figuur1.kaartbron(een.rapport)
    assert [_rijen(tabel) for tabel in document.tables] == [
        [["Organisatietype", "Deelnemers"], ['Één; "NVO"', "1"], ["Totaal", "1"]],
        [["Organisatietype", "Deelnemers"], ['Één; "NVO"', "1"], ["Gemeente", "1"], ["Totaal", "2"]],
    ]
    for tabel in document.tables:
        koprijen = [rij._tr.trPr.find(qn("w:tblHeader")) is not None for rij in tabel.rows]
        assert koprijen == [True, *[False] * (len(tabel.rows) - 1)]
    talen = {taal.get(qn("w:val")) for taal in document.styles.element.iter(qn("w:lang"))}
    assert (talen, document.core_properties.language) == ({"nl-NL"}, "nl-NL")
    assert document.core_properties.title == koppen[0]


def _rijen(tabel) -> list[list[str]]:
    return [[cel.text for cel in rij.cells] for rij in tabel.rows]


def test_the_note_says_the_figure_what_it_does_not_say_and_whom_to_ask(settings):
    settings.CONTACT_EMAIL, settings.CONTACT_TELEFOON = "bureau@voorbeeld.example", "030 000 00 00"

    assert alineas(als_antwoordnotitie(dossier())) == [
        "Antwoordnotitie: indicator 23: aantal lokale pilots dat door het programma is opgestart",
        "Programma: In voor mantelzorg thuis",
        "Peildatum: 30 juni 2020",
        "Cijfer: 2",
        "Antwoord",
        "Tot en met 30 juni 2020 zijn 2 praktijken opgestart.",
        "Verschil met de vorige keer",
        "Op 30 juni 2019, een jaar eerder, is nog geen praktijk opgestart; de vorige meting is daarom nvt.",
        "Wat telt mee",
        DEFINITIE,
        "De monitor spreekt van lokale pilots. In dit programma heten zij lerende praktijken. "
        "Hier heten zij verder kortweg praktijken.",
        "Wat het cijfer niet zegt",
        "Het telt praktijken. Het is geen aantal mantelzorgers, deelnemers, organisaties of gemeenten.",
        "Een praktijk die is geëindigd, blijft meetellen. Op 30 juni 2020 is 1 praktijk actief.",
        "Het is een procesindicator. Wat de praktijken bereiken of wat mantelzorgers ervan merken, zegt het niet.",
        "Het zegt niets over wat na 30 juni 2020 is gestart.",
        "Herkomst en contact",
        "Meting 1 van 2020, vastgesteld op 1 september 2020 door Mo de Medewerker. Bron: administratie van het "
        "programma In voor mantelzorg thuis; uitvoerders: Movisie; Vilans. Telling volgens indicator 23.",
        "Vragen: bureau@voorbeeld.example, 030 000 00 00",
    ]


def test_a_measurement_without_a_value_gives_none():
    een = dossier(nvt=Nvt.NIET_VERGELIJKBAAR)

    notitie = alineas(als_antwoordnotitie(een))
    assert notitie[3:8] == [
        "Cijfer: nvt (niet vergelijkbaar)",
        "Antwoord",
        "Deze meting is niet van toepassing (nvt): niet vergelijkbaar. Daarom staan in dit document geen cijfers van "
        "deze meting.",
        "Verschil met de vorige keer",
        "Een verschil is er niet: de meting heeft geen waarde. Vorige meting: nvt (nog niet gestart), peildatum "
        "30 juni 2019.",
    ]
    assert not any("opgestart." in alinea for alinea in notitie)
    document = Document(io.BytesIO(als_document(een)))
    assert "Waarde: nvt (niet vergelijkbaar)" in alineas(als_document(een))
    assert (len(document.tables), len(document.inline_shapes)) == (0, 0)
    for gezegd in ("\n".join(alineas(als_document(een))), pdf.tekst(als_pdfdocument(een))):
        assert not any(zin in gezegd for zin in een.rapport.toelichting)


def test_where_it_is_published_word_and_pdf_say_what_staff_wrote_with_the_figures_filled_in():
    programma = met_kleine_aantallen()
    velden = {"titel": "Lokale pilots", "beschrijving": "Opgestart: {praktijken.opgestart}.", "referenties": "Boek A"}
    teksten(programma, verdieping="Eerst.\n\nDan {jaar}.", **velden)
    vaststelling = vastgesteld(programma)
    zonder = dossier_van(vaststelling, op=OP)
    gepubliceerd(vaststelling)

    een = dossier_van(vaststelling, op=OP)
    in_word = alineas(als_document(een))

    assert in_word[0] == "Indicator 23: lokale pilots"
    assert in_word[in_word.index("Beschrijving") + 1] == "Opgestart: 3."
    deel = in_word[in_word.index("Verband met het beleidsdoel") + 1 : in_word.index("Figuur 1")]
    assert deel == ["Samenwerken.", "Verdieping", "Eerst.", "Dan 2020."]
    assert in_word[in_word.index("Verwijzingen") + 1] == "Boek A"
    in_pdf = pdf.tekst(als_pdfdocument(een))
    assert all(zin in in_pdf for zin in ("Opgestart: 3.", "Samenwerken.", "Eerst.", "Dan 2020.", "Boek A"))
    assert "Opgestart: 3." not in pdf.tekst(als_pdfdocument(zonder))


@pytest.mark.parametrize(
    ("soort", "naam"),
    [(Staatsoort.ERRATUM, "Erratum 1"), (Staatsoort.INGETROKKEN, "Ingetrokken"), (Staatsoort.VERVANGEN, "Vervangen")],
)
def test_what_became_of_the_measurement_stands_on_top_of_each_document(soort, naam):
    vaststelling = vastgesteld(voorbeeld())
    zet_staat(vaststelling, soort, reden="Epe telde ten onrechte mee.", door=controleur(), op=OP)
    een = dossier_van(vaststelling, op=OP)

    for inhoud in (als_document(een), als_antwoordnotitie(een)):
        assert alineas(inhoud)[1:3] == ["Let op", f"{naam}, 2 september 2020: Epe telde ten onrechte mee."]


def test_names_that_are_markup_or_formulas_are_text_in_every_file():
    programma = gegevens.programma(naam='=1+1 <b>&"]]></w:t>', uitvoerders="<script>alert(1)</script>")
    gegevens.praktijk(programma, naam="</svg><script>", gemeenten=["GM0202"])

    een = dossier_van(vastgesteld(programma), op=OP)
    bestanden = uitgepakt(maak_pakket(een, lambda _: None))

    assert 'Programma: =1+1 <b>&"]]></w:t>' in alineas(bestanden["indicator-23.docx"])
    assert "&lt;/svg&gt;&lt;script&gt;" in bestanden["figuur-1.svg"].decode()
    assert b"<script>" not in bestanden["figuur-1.svg"]
    assert "<script>alert(1)</script>" in bestanden["verwijzingen.txt"].decode()


def test_what_xml_cannot_hold_does_not_stop_a_document():
    een = dossier()
    vreemd = replace(een, contact="a\x00b\ud800c", standen=("x\x0by",))

    assert alineas(als_antwoordnotitie(vreemd))[-1] == "Vragen: a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"


@pytest.mark.parametrize(
    ("slug", "naam"),
    [
        ("thuis", "thuis-2020-meting-1-x.zip"),
        ("../../etc/passwd", "etcpasswd-2020-meting-1-x.zip"),
        ('a"; filename="b\r\nX: y', "a-filenameb-x-y-2020-meting-1-x.zip"),
        ("Ünïcode", "unicode-2020-meting-1-x.zip"),
        ("日本", "programma-2020-meting-1-x.zip"),
        ("", "programma-2020-meting-1-x.zip"),
        ("x" * 300, f"{'x' * 80}-2020-meting-1-x.zip"),
    ],
)
def test_the_name_of_a_file_holds_letters_digits_and_hyphens(slug, naam):
    assert bestandsnaam(slug, 2020, 1, "x.zip") == naam
