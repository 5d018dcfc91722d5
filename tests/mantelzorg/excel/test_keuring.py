"""A file that is no workbook, or one made to harm, is refused with one Dutch line."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from mantelzorg.excel.lezer import lees
from tests.mantelzorg.excel.maken import BLAD_1, SML, blad, delen, schrijf, weigering

BESCHADIGD = "Het bestand is beschadigd en kan niet worden gelezen. Open het in Excel en sla het opnieuw op."
GEEN_XLSX = "Het bestand is geen Excelbestand (.xlsx)."
TE_GROOT = "Het bestand is te groot: uitgepakt is het meer dan 200 MB."
MACROS = "Het bestand bevat macro's. Sla het in Excel op als gewone Excelwerkmap (.xlsx)."
DTD = (
    "Het bestand bevat een DTD (DOCTYPE of ENTITY). Dat is niet veilig. "
    "Sla het in Excel op als gewone Excelwerkmap (.xlsx)."
)
VERSLEUTELD = "Het bestand is versleuteld met een wachtwoord. Haal het wachtwoord eraf en probeer het opnieuw."

GOED = delen(blad("<row><c><v>1</v></c></row>"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zip_bytes(**onderdelen: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archief:
        for naam, inhoud in onderdelen.items():
            archief.writestr(naam, inhoud)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "regel"),
    [
        (b"", GEEN_XLSX),
        (b"naam;praktijk\r\n", GEEN_XLSX),
        (b"\x89PNG\r\n", GEEN_XLSX),
        (zip_bytes(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), GEEN_XLSX),
        (zip_bytes(), GEEN_XLSX),
        (b"PK\x03\x04" + b"\0" * 100, BESCHADIGD),
        (OLE + b"\0" * 70_000 + "EncryptedPackage".encode("utf-16-le"), VERSLEUTELD),
        (
            OLE + b"\0" * 70_000,
            f"{GEEN_XLSX} Het lijkt een oud .xls-bestand. Sla het in Excel op als gewone Excelwerkmap (.xlsx).",
        ),
        (b"\0" * (20 * 1024 * 1024 + 1), "Het bestand is te groot: meer dan 20 MB."),
    ],
    ids=["leeg", "csv", "png", "ods", "lege zip", "halve zip", "versleuteld", "xls", "te groot"],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, inhoud: bytes, regel: str) -> None:
    pad = tmp_path / "bestand.xlsx"
    pad.write_bytes(inhoud)
    assert weigering(pad) == regel


def test_a_folder_and_a_file_that_is_not_there_are_refused(tmp_path: Path) -> None:
    assert weigering(tmp_path) == "Het bestand bestaat niet of is een map."
    assert weigering(tmp_path / "weg.xlsx") == "Het bestand bestaat niet of is een map."


def test_a_file_cut_short_anywhere_is_refused(tmp_path: Path) -> None:
    heel = schrijf(tmp_path / "heel.xlsx", GOED).read_bytes()
    for lengte in range(4, len(heel) - 22, 211):
        (tmp_path / "half.xlsx").write_bytes(heel[:lengte])
        assert weigering(tmp_path / "half.xlsx") == BESCHADIGD


def test_a_byte_gone_wrong_in_a_part_is_seen(tmp_path: Path) -> None:
    pad = tmp_path / "x.xlsx"
    with zipfile.ZipFile(pad, "w") as archief:
        for naam, inhoud in GOED.items():
            archief.writestr(naam, inhoud)
    pad.write_bytes(pad.read_bytes().replace(b"<v>1</v>", b"<v>7</v>"))
    assert weigering(pad) == BESCHADIGD


@pytest.mark.parametrize("deel", ["xl/workbook.xml", "xl/styles.xml", "docProps/core.xml", "xl/printer.bin", BLAD_1])
@pytest.mark.parametrize("codering", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_dtd_in_any_part_in_any_encoding_is_refused(tmp_path: Path, deel: str, codering: str) -> None:
    xml = f'<!DOCTYPE x [<!ENTITY a "aaa">]><worksheet xmlns="{SML}">&a;</worksheet>'
    assert weigering(schrijf(tmp_path / "x.xlsx", GOED | {deel: xml.encode(codering)})) == DTD


def test_a_dtd_far_behind_white_space_is_refused_and_the_word_in_a_text_is_not(tmp_path: Path) -> None:
    xml = f'<?xml version="1.0"?>{" " * 300_000}<!DOCTYPE x><worksheet xmlns="{SML}"/>'
    assert weigering(schrijf(tmp_path / "x.xlsx", GOED | {BLAD_1: xml.encode()})) == DTD
    tekst = '<row><c t="inlineStr"><is><t>&lt;!DOCTYPE x></t></is></c></row>'
    pad = schrijf(tmp_path / "x.xlsx", delen(blad(tekst)))
    assert [rij.cellen for _, rij in lees(pad, ["Blad"])] == [("<!DOCTYPE x>",)]


@pytest.mark.parametrize(
    "onderdelen",
    [
        GOED | {"xl/vbaProject.bin": b"x"},
        GOED | {"xl/VBAPROJECT.BIN": b"x"},
        delen(blad(""), soort="application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
        delen(blad(""), soort="application/vnd.ms-excel.macrosheet+xml"),
    ],
)
def test_macros_are_refused(tmp_path: Path, onderdelen: dict[str, bytes]) -> None:
    assert weigering(schrijf(tmp_path / "x.xlsx", onderdelen)) == MACROS


def test_a_binary_workbook_and_a_text_document_are_refused(tmp_path: Path) -> None:
    binair = delen(blad(""), soort="application/vnd.ms-excel.sheet.binary.macroEnabled.main")
    regel = "Het bestand is een binaire werkmap (.xlsb). Sla het in Excel op als gewone Excelwerkmap (.xlsx)."
    assert weigering(schrijf(tmp_path / "x.xlsx", binair)) == regel
    brief = GOED | {"xl/workbook.xml": b'<w:document xmlns:w="urn:w"/>'}
    assert weigering(schrijf(tmp_path / "x.xlsx", brief)) == GEEN_XLSX


@pytest.mark.parametrize("naam", ["../../etc/passwd", "xl/../../x.xml", "/etc/passwd", "xl\\..\\..\\x.xml"])
def test_a_part_with_an_unsafe_name_is_refused(tmp_path: Path, naam: str) -> None:
    regel = "Het bestand is geen gewoon Excelbestand: een onderdeel erin heeft een onveilige naam."
    assert weigering(schrijf(tmp_path / "x.xlsx", GOED | {naam: b"x"})) == regel


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_there_twice_is_refused(tmp_path: Path) -> None:
    pad = schrijf(tmp_path / "x.xlsx", GOED)
    with zipfile.ZipFile(pad, "a") as archief:
        archief.writestr(BLAD_1, b"<x/>")
    regel = "Het bestand is geen gewoon Excelbestand: een onderdeel erin komt twee keer voor."
    assert weigering(pad) == regel
    assert weigering(schrijf(pad, GOED | {BLAD_1.upper(): b"<x/>"})) == regel


def test_a_file_that_unpacks_to_more_than_200_mb_is_refused(tmp_path: Path) -> None:
    deel = b" " * (101 * 1024 * 1024)
    assert weigering(schrijf(tmp_path / "x.xlsx", GOED | {"a.bin": deel, "b.bin": deel})) == TE_GROOT


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    pad = schrijf(tmp_path / "x.xlsx", GOED | {"a.bin": b" " * (210 * 1024 * 1024)})
    groot, klein = struct.pack("<L", 210 * 1024 * 1024), struct.pack("<L", 1000)
    assert pad.read_bytes().count(groot) == 2  # the part's own header, and the list at the end
    pad.write_bytes(pad.read_bytes().replace(groot, klein))
    assert weigering(pad) == BESCHADIGD


def test_parts_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    pad = tmp_path / "x.xlsx"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in (GOED | {"een.bin": b"een" * 99, "twee.bin": b"een" * 99}).items():
            archief.writestr(naam, inhoud)
        archief.getinfo("twee.bin").header_offset = archief.getinfo("een.bin").header_offset
    assert weigering(pad) == BESCHADIGD


@pytest.mark.parametrize("soort", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_excel_does_not_know_is_refused(tmp_path: Path, soort: int) -> None:
    with zipfile.ZipFile(tmp_path / "x.xlsx", "w", soort) as archief:
        for naam, inhoud in GOED.items():
            archief.writestr(naam, inhoud)
    assert weigering(tmp_path / "x.xlsx") == BESCHADIGD


def test_an_encrypted_part_is_refused(tmp_path: Path) -> None:
    pad = schrijf(tmp_path / "x.xlsx", GOED)
    inhoud = bytearray(pad.read_bytes())
    inhoud[inhoud.index(b"PK\x01\x02") + 8] |= 1
    pad.write_bytes(bytes(inhoud))
    assert weigering(pad) == VERSLEUTELD


@pytest.mark.parametrize("verander", [lambda b: b[::-1], lambda b: b.replace(b"PK\x01\x02", b"PK\x01\x03")])
def test_a_zip_in_disorder_is_refused(tmp_path: Path, verander: Callable[[bytes], bytes]) -> None:
    pad = schrijf(tmp_path / "x.xlsx", GOED)
    pad.write_bytes(verander(pad.read_bytes()))
    assert weigering(pad) in (BESCHADIGD, GEEN_XLSX)


def test_two_sheets_whose_names_differ_in_case_and_space_alone_are_refused(tmp_path: Path) -> None:
    onderdelen = delen(blad(""), blad(""), namen=("Blad", " BLAD "))
    assert weigering(schrijf(tmp_path / "x.xlsx", onderdelen)) == "Het bestand heeft twee bladen met de naam 'blad'."


def test_what_openpyxl_writes_is_not_refused(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "x.xlsx")
    assert list(lees(tmp_path / "x.xlsx", ["Sheet"])) == []
