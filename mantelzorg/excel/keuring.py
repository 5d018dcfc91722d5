"""A look at the zip, before anything in it is read: what is refused whatever its sheets hold (begrippen.md §4).

Every part is unpacked once, in pieces, and thrown away; that takes a tenth of a second for an ordinary file.
"""

import re
import struct
import zipfile
import zlib
from typing import IO, BinaryIO
from xml.parsers import expat

from mantelzorg.excel.blik import STUK, Indruk, bekijk
from mantelzorg.excel.grenzen import (
    BESCHADIGD,
    GEEN_XLSX,
    MAX_ONDERDELEN,
    MAX_UITGEPAKT,
    TE_GROOT_UITGEPAKT,
    Geweigerd,
)

ZIP_FOUTEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, OSError)
"""What unpacking a part can raise when its bytes are not what they should be."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
KOP_LENGTE = 30
"""The fixed part of the header before each part of a zip, in bytes."""

VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")
DTD = (
    "Het bestand bevat een DTD (DOCTYPE of ENTITY). Dat is niet veilig. "
    "Sla het in Excel op als gewone Excelwerkmap (.xlsx)."
)
OUD = f"{GEEN_XLSX} Het lijkt een oud .xls-bestand. Sla het in Excel op als gewone Excelwerkmap (.xlsx)."
MET_WACHTWOORD = "Het bestand is versleuteld met een wachtwoord. Haal het wachtwoord eraf en probeer het opnieuw."
VREEMDE_NAAM = "Het bestand is geen gewoon Excelbestand: een onderdeel erin heeft een onveilige naam."


def open_zip(bestand: BinaryIO) -> zipfile.ZipFile:
    """The zip in `bestand`, its list of parts checked.

    Raises:
        Geweigerd: it is no zip, an old or encrypted Excel file, or a zip made to harm.
    """
    _check_kop(bestand)
    try:
        archief = zipfile.ZipFile(bestand)
    except (*ZIP_FOUTEN, ValueError, OverflowError) as fout:
        raise Geweigerd(BESCHADIGD) from fout
    _check_lijst(archief)
    return archief


def bekijk_onderdelen(archief: zipfile.ZipFile) -> dict[str, Indruk]:
    """Unpack every part once: checks its checksum and refuses a DTD in any of them, whatever its encoding."""
    try:
        return {info.filename: _bekijk(archief, info) for info in archief.infolist()}
    except ZIP_FOUTEN as fout:
        raise Geweigerd(BESCHADIGD) from fout


def _check_kop(bestand: BinaryIO) -> None:
    kop = bestand.read(8)
    if kop == OLE:
        # Excel puts an encrypted workbook in the same kind of container as the .xls of before 2007.
        versleuteld = _komt_voor(bestand, VERSLEUTELD)
        raise Geweigerd(MET_WACHTWOORD if versleuteld else OUD)
    if not kop.startswith(b"PK"):
        raise Geweigerd(GEEN_XLSX)


def _komt_voor(bestand: BinaryIO, gezocht: bytes) -> bool:
    rest = b""
    while stuk := bestand.read(STUK):
        if gezocht in rest + stuk:
            return True
        rest = stuk[-len(gezocht) :]
    return False


def _check_lijst(archief: zipfile.ZipFile) -> None:
    lijst = archief.infolist()
    if not lijst:
        raise Geweigerd(GEEN_XLSX)
    namen = [info.filename for info in lijst]
    if len({naam.casefold() for naam in namen}) < len(namen):
        raise Geweigerd("Het bestand is geen gewoon Excelbestand: een onderdeel erin komt twee keer voor.")
    if any(_is_onveilig(naam) for naam in namen):
        raise Geweigerd(VREEMDE_NAAM)
    if any(info.flag_bits & 0x1 for info in lijst):
        raise Geweigerd(MET_WACHTWOORD)
    # A part never gives more than its declared size: zipfile stops there, and then the checksum is wrong.
    if len(lijst) > MAX_ONDERDELEN or sum(info.file_size for info in lijst) > MAX_UITGEPAKT:
        raise Geweigerd(TE_GROOT_UITGEPAKT)
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in lijst):
        raise Geweigerd(BESCHADIGD)
    _check_overlap(archief)


def _is_onveilig(naam: str) -> bool:
    return naam.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", naam)


def _check_overlap(archief: zipfile.ZipFile) -> None:
    """Parts that share bytes are how a small zip becomes a huge one; no writer makes them."""
    lijst = sorted(archief.infolist(), key=lambda info: info.header_offset)
    if lijst[0].header_offset < 0:
        raise Geweigerd(BESCHADIGD)
    grenzen = [info.header_offset for info in lijst[1:]] + [archief.start_dir]
    for info, grens in zip(lijst, grenzen, strict=True):
        if info.header_offset + KOP_LENGTE + info.compress_size > grens:
            raise Geweigerd(BESCHADIGD)


def _bekijk(archief: zipfile.ZipFile, info: zipfile.ZipInfo) -> Indruk:
    with archief.open(info) as stroom:
        _weiger_dtd(stroom)
    with archief.open(info) as stroom:
        return bekijk(stroom)


def _weiger_dtd(stroom: IO[bytes]) -> None:
    """A DTD stands before the first element, so a part is parsed as far as that; what is no XML stops at once."""
    gezien: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: gezien.append("dtd")
    parser.StartElementHandler = lambda *_: gezien.append("element")
    while not gezien and (stuk := stroom.read(STUK)):
        try:
            parser.Parse(stuk)
        except expat.ExpatError:
            # No XML, or XML in an encoding nobody reads: then the bare bytes decide.
            if re.search(rb"<!(?:DOCTYPE|ENTITY)", stuk.replace(b"\0", b""), re.IGNORECASE):
                gezien.insert(0, "dtd")
            break
    if gezien[:1] == ["dtd"]:
        raise Geweigerd(DTD)
