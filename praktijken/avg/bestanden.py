"""Files that people sent: what of them can be searched, and how personal data leaves them.

Plain text is rewritten. Of an office file the text is searched; where something is found the file goes, for nothing
less is certain: styles, comments and earlier versions are kept inside it. A PDF or picture cannot be searched.
"""

import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import Any, Final

from praktijken.avg.patroon import VERWIJDERD, Patroon
from praktijken.models import Bijlage, Importbatch, Importblok
from praktijken.uitwisseling.batches import maak_leeg, op_slot, stop

_MEESTE: Final = 50 * 1024 * 1024  # bytes unpacked; more is not searched
_ZLIB: Final = b"\x78\x9c"
_MERKTEKEN: Final = re.compile(r"<[^>]*>")


def is_in_bestand(inhoud: bytes, patroon: Patroon) -> bool:
    """Whether the file is seen to hold it."""
    return any(patroon.regex.search(tekst) for tekst in _teksten(inhoud))


def is_doorzoekbaar(inhoud: bytes) -> bool:
    """Whether all of the file's text can be read."""
    return bool(_teksten(inhoud))


def _teksten(inhoud: bytes) -> list[str]:
    if inhoud.startswith(b"PK"):
        return _uit_zip(inhoud)
    if inhoud.startswith(_ZLIB):
        return _uitgepakt(inhoud)
    if inhoud.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8")):
        return []
    try:
        return [inhoud.decode("utf-8-sig")]
    except UnicodeDecodeError:
        return []


def _uitgepakt(inhoud: bytes) -> list[str]:
    """A page of a preview: JSON, compressed."""
    try:
        return [zlib.decompressobj().decompress(inhoud, _MEESTE).decode("utf-8", "replace")]
    except zlib.error:
        return []


def _uit_zip(inhoud: bytes) -> list[str]:
    """The text of an office file twice: words that stand in two runs joined, and cells apart."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            delen = [deel for deel in pakket.infolist() if deel.filename.endswith((".xml", ".rels"))]
            if sum(deel.file_size for deel in delen) > _MEESTE:
                return []
            xml = [pakket.read(deel).decode("utf-8", "replace") for deel in delen]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return []
    return [html.unescape(_MERKTEKEN.sub(tussen, een)) for een in xml for tussen in ("", " ")]


def _maak_schoon(bijlage: Any, patroon: Patroon) -> None:
    """Plain text is rewritten; another kind goes as a whole."""
    inhoud = bytes(bijlage.inhoud)
    if inhoud.startswith(b"PK"):
        bijlage.delete()
        return
    bijlage.inhoud = patroon.regex.sub(VERWIJDERD, inhoud.decode("utf-8-sig")).encode()
    bijlage.save(update_fields=["inhoud"])


def _gooi_weg(upload: Any, _patroon: Patroon) -> None:
    """An upload that waits for its confirmation is cancelled: its content and its preview go."""
    pk = upload.batch_id if isinstance(upload, Importblok) else upload.pk
    stop(pk)
    maak_leeg(op_slot(pk))


BESTANDEN: dict[str, Callable[[Any, Patroon], None]] = {
    "aanmeldingen.bijeenkomststuk": _maak_schoon,  # by name: that app stands above this one
    Bijlage._meta.label_lower: _maak_schoon,
    Importbatch._meta.label_lower: _gooi_weg,
    Importblok._meta.label_lower: _gooi_weg,
}
"""Per kind of record with a file: how what was found in it goes."""
