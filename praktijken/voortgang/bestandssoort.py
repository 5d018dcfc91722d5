"""What kind of file something is, told by its content: a name proves nothing."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

_ODF = "application/vnd.oasis.opendocument."
_OOXML = "application/vnd.openxmlformats-officedocument."
_HOOFDDEEL = {
    "word/document.xml": (f"{_OOXML}wordprocessingml.document", ".docx"),
    "xl/workbook.xml": (f"{_OOXML}spreadsheetml.sheet", ".xlsx"),
    "ppt/presentation.xml": (f"{_OOXML}presentationml.presentation", ".pptx"),
}
_OPENDOCUMENT = {f"{_ODF}text": ".odt", f"{_ODF}spreadsheet": ".ods"}
_MACROS = ("vbaproject.bin", "basic/", "scripts/", "activex/")
_MAX_ONDERDELEN = 10_000
_ONDERDEEL_IN_LIJST = b"PK\x01\x02"
_TOEGESTANE_STUURTEKENS = {"\t", "\n", "\r", "\f"}


@dataclass(frozen=True, slots=True)
class Bestandssoort:
    """A kind of file one may attach: its media type, and the ends its name may have (the first is its own)."""

    mediatype: str
    achtervoegsels: tuple[str, ...]


PDF = Bestandssoort("application/pdf", (".pdf",))
PNG = Bestandssoort("image/png", (".png",))
JPEG = Bestandssoort("image/jpeg", (".jpg", ".jpeg"))
TEKST = Bestandssoort("text/plain", (".txt",))


def soort_van(inhoud: bytes) -> Bestandssoort | None:
    """The kind of this content; None where it is of no kind one may attach, or holds macros."""
    for begint, soort in _BEGINT:
        if inhoud.startswith(begint):
            return soort(inhoud)
    return TEKST if _is_tekst(inhoud) else None


def _pdf(inhoud: bytes) -> Bestandssoort | None:
    return PDF if b"%%EOF" in inhoud[-2048:] else None


def _png(inhoud: bytes) -> Bestandssoort | None:
    return PNG if inhoud[12:16] == b"IHDR" else None


def _jpeg(_: bytes) -> Bestandssoort | None:
    return JPEG


def _kantoor(inhoud: bytes) -> Bestandssoort | None:
    """Word, Excel, PowerPoint or OpenDocument: zips that differ by what is in them."""
    if inhoud.count(_ONDERDEEL_IN_LIJST) > _MAX_ONDERDELEN:  # counted before any of them is read
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            return _kantoor_in(archief)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return None  # what zipfile raises for a damaged, encrypted or odd zip


def _kantoor_in(archief: zipfile.ZipFile) -> Bestandssoort | None:
    namen = archief.namelist()
    if any(macro in naam.casefold() for naam in namen for macro in _MACROS):
        return None
    if "mimetype" in namen and archief.getinfo("mimetype").file_size < 100:
        mediatype = archief.read("mimetype").decode("ascii", "replace").strip()
        achtervoegsel = _OPENDOCUMENT.get(mediatype)
        return Bestandssoort(mediatype, (achtervoegsel,)) if achtervoegsel else None
    if "[Content_Types].xml" not in namen:
        return None
    gevonden = [soort for deel, soort in _HOOFDDEEL.items() if deel in namen]
    return Bestandssoort(gevonden[0][0], (gevonden[0][1],)) if len(gevonden) == 1 else None


def _is_tekst(inhoud: bytes) -> bool:
    """Text in UTF-8 without control characters."""
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return all((teken >= " " and teken != "\x7f") or teken in _TOEGESTANE_STUURTEKENS for teken in set(tekst))


_BEGINT: tuple[tuple[bytes, Callable[[bytes], Bestandssoort | None]], ...] = (
    (b"%PDF-", _pdf),
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"PK\x03\x04", _kantoor),
)
