"""Attachments: the kind is told by the content, and nobody gets what they may not see."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from freezegun import freeze_time
from openpyxl import Workbook

from praktijken.models import Bijlage, Voortgang
from praktijken.voortgang.bestandssoort import JPEG, PDF, PNG, TEKST, soort_van
from praktijken.voortgang.bijlagen import MAX_BIJLAGE, ONBEKEND, TE_GROOT, veilige_naam
from tests.praktijken.voortgang.velden import REGEL, bewaard, ingevuld, nieuw, pagina

EEN_PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
EEN_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(17)
EEN_EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04" + bytes(200)


def gezipt(**delen):
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam.replace("__", "/"), inhoud)
    return uit.getvalue()


def ooxml(*delen):
    return gezipt(**{"[Content_Types].xml": "<Types/>"}, **dict.fromkeys(delen, "<x/>"))


def odf(soort, *delen):
    return gezipt(mimetype=f"application/vnd.oasis.opendocument.{soort}", **dict.fromkeys(delen, "<x/>"))


def xlsx():
    uit = io.BytesIO()
    Workbook().save(uit)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [
        (EEN_PDF, PDF),
        (EEN_PNG, PNG),
        (b"\xff\xd8\xff\xe0" + bytes(20), JPEG),
        ("Gewone tekst: ë\r\n\t– رعاية".encode(), TEKST),
        (b"\xef\xbb\xbfMet een BOM", TEKST),
    ],
)
def test_a_kind_is_known_by_its_content(inhoud, soort):
    assert soort_van(inhoud) == soort


@pytest.mark.parametrize(
    ("inhoud", "achtervoegsel"),
    [
        (ooxml("word/document.xml"), ".docx"),
        (ooxml("ppt/presentation.xml"), ".pptx"),
        (xlsx(), ".xlsx"),
        (odf("text", "content.xml"), ".odt"),
        (odf("spreadsheet", "content.xml"), ".ods"),
    ],
)
def test_an_office_file_is_known_by_what_its_zip_holds(inhoud, achtervoegsel):
    assert soort_van(inhoud).achtervoegsels == (achtervoegsel,)


@pytest.mark.parametrize(
    "inhoud",
    [
        EEN_EXE,
        EEN_EXE + ooxml("word/document.xml"),
        b"\x7fELF" + bytes(50),
        b"%PDF-1.7 zonder einde",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04 kapot",
        gezipt(readme="een gewone zip"),
        ooxml("word/document.xml", "word/vbaProject.bin"),
        ooxml("word/document.xml", "xl/workbook.xml"),
        odf("text", "Basic/Standard/Module1.xml"),
        odf("graphics"),
        gezipt(mimetype="x" * 1000),
        gezipt(**{f"deel{nummer}": "" for nummer in range(10_001)}),
        "oude tekst: é".encode("cp1252"),
        b"tekst met een nul\x00",
        b"GIF89a\x01\x00",
    ],
    ids=lambda inhoud: f"{len(inhoud)} bytes",
)
def test_anything_else_is_refused_macros_and_disguises_too(inhoud):
    assert soort_van(inhoud) is None


@pytest.mark.parametrize(
    ("naam", "soort", "veilig"),
    [
        ("verslag.PDF", PDF, "verslag.pdf"),
        ("foto.jpeg", JPEG, "foto.jpeg"),
        ("../../etc/passwd", TEKST, "passwd.txt"),
        ("C:\\map\\verslag.pdf", PDF, "verslag.pdf"),
        ("verslag.exe", PDF, "verslag.exe.pdf"),
        ("fdp\u202eexe.pdf", PDF, "fdpexe.pdf"),
        ('a"b;c\r\nSet-Cookie: x.pdf', PDF, "a_b_cSet-Cookie_ x.pdf"),
        ("", PNG, "bijlage.png"),
        ("...", PNG, "bijlage.png"),
        ("رعاية 'thuis'.pdf", PDF, "رعاية 'thuis'.pdf"),
        ("w" * 500 + ".pdf", PDF, "w" * 150 + ".pdf"),
    ],
)
def test_a_name_is_made_safe_and_fits_the_kind(naam, soort, veilig):
    assert veilige_naam(naam, soort) == veilig


pytestmark = [pytest.mark.django_db]


@pytest.fixture(autouse=True)
def vandaag():
    with freeze_time("2020-03-02"):
        yield


def stuur(client, proef, *bestanden, **velden):
    gestuurd = [SimpleUploadedFile(naam, inhoud) for naam, inhoud in bestanden]
    return client.post(nieuw(proef), ingevuld(**velden) | {"bijlage": gestuurd[0] if len(gestuurd) == 1 else gestuurd})


def bijlagen():
    return [(een.voortgang_id, een.naam, een.soort, bytes(een.inhoud)) for een in Bijlage.objects.all()]


def test_an_attachment_is_kept_with_its_entry(als, mensen):
    stuur(als(mensen.ada), mensen.proef, ("Verslag van maart.pdf", EEN_PDF))

    een = Voortgang.objects.get()
    assert (bewaard(), bijlagen()) == ([REGEL], [(een.pk, "Verslag van maart.pdf", "application/pdf", EEN_PDF)])


@pytest.mark.parametrize(
    ("bestand", "fout"),
    [
        (("verslag.pdf", EEN_EXE), ONBEKEND),
        (("verslag.pdf", b""), "Het verstuurde bestand is leeg."),
        (("groot.txt", b"a" * (MAX_BIJLAGE + 1)), TE_GROOT),
    ],
)
def test_a_refused_attachment_stores_nothing_and_loses_no_text(als, mensen, bestand, fout):
    formulier = stuur(als(mensen.ada), mensen.proef, bestand).context["formulier"]

    assert dict(formulier.errors) == {"bijlage": [fout]}
    assert formulier["verslag"].value() == "Zes gezinnen deden mee."
    assert (bewaard(), bijlagen()) == ([], [])


def test_a_file_of_ten_megabytes_fits(als, mensen):
    stuur(als(mensen.ada), mensen.proef, ("groot.txt", b"a" * MAX_BIJLAGE))

    assert [len(een.inhoud) for een in Bijlage.objects.all()] == [MAX_BIJLAGE]


def test_two_attachments_at_once_are_refused(als, mensen):
    response = stuur(als(mensen.ada), mensen.proef, ("a.pdf", EEN_PDF), ("b.pdf", EEN_PDF))

    assert list(response.context["formulier"].errors) == ["bijlage"]
    assert (bewaard(), bijlagen()) == ([], [])


def test_a_form_sent_twice_keeps_its_attachment_once(als, mensen):
    client, sleutel = als(mensen.ada), ingevuld()["inzending"]

    adressen = [stuur(client, mensen.proef, ("a.pdf", EEN_PDF), inzending=sleutel).url for _ in range(2)]

    een = Voortgang.objects.get()
    assert (adressen, bijlagen()) == ([pagina(een)] * 2, [(een.pk, "a.pdf", "application/pdf", EEN_PDF)])


def test_a_correction_can_bring_an_attachment_and_the_page_shows_those_of_all_versions(als, mensen):
    client = als(mensen.ada)
    stuur(client, mensen.proef, ("a.pdf", EEN_PDF))
    eerste = Voortgang.objects.get()

    erbij = {"versie": eerste.pk, "bijlage": SimpleUploadedFile("b.png", EEN_PNG)}
    client.post(pagina(eerste, "-verbeteren"), ingevuld(**erbij))

    getoond = client.get(pagina(eerste)).context["bladzijde"].bijlagen
    assert [(een.naam, een.voortgang_id) for een in getoond] == [
        ("a.pdf", eerste.pk),
        ("b.png", Voortgang.objects.last().pk),
    ]


def test_it_goes_out_as_a_download_that_no_browser_runs_or_keeps(als, mensen):
    stuur(als(mensen.ada), mensen.proef, ("Verslag «maart».pdf", EEN_PDF))

    response = als(mensen.bo).get(reverse("praktijken:bijlage", args=[Bijlage.objects.get().pk]))

    koppen = ("Content-Type", "Content-Disposition", "X-Content-Type-Options", "Cache-Control")
    assert response.content == EEN_PDF
    assert [response[kop] for kop in koppen] == [
        "application/pdf",
        "attachment; filename*=utf-8''Verslag%20%C2%ABmaart%C2%BB.pdf",
        "nosniff",
        "private, no-store",
    ]
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_only_who_may_see_the_entry_gets_it(als, client, mensen):
    stuur(als(mensen.ada), mensen.proef, ("a.pdf", EEN_PDF))
    adres = reverse("praktijken:bijlage", args=[Bijlage.objects.get().pk])

    statussen = [
        als(wie).get(adres).status_code
        for wie in (mensen.ada, mensen.mo, mensen.bo, mensen.cas, mensen.ben, mensen.zora)
    ]

    assert (statussen, client.get(adres).status_code) == ([200, 200, 200, 404, 404, 404], 302)
