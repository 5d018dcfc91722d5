"""A PDF read back: what it says, and what a screen reader hears."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Merk:
    """A tag: its kind, and what is said of it."""

    soort: str
    eigenschappen: Any


def tekst(inhoud: bytes) -> str:
    """All that can be read on the pages, a page at a time."""
    return "\n".join(bladzijde.extract_text() for bladzijde in PdfReader(io.BytesIO(inhoud)).pages)


def merken(inhoud: bytes) -> list[Merk]:
    """The tags in reading order."""
    return list(_merken(PdfReader(io.BytesIO(inhoud)).trailer["/Root"]["/StructTreeRoot"]["/K"]))


def koppen(inhoud: bytes) -> list[tuple[str, str]]:
    """The headings with their level."""
    gevonden = (merk for merk in merken(inhoud) if merk.soort in ("/H1", "/H2", "/H3"))
    return [(merk.soort, str(merk.eigenschappen["/T"])) for merk in gevonden]


def _merken(deel: Any) -> Iterator[Merk]:
    deel = deel.get_object() if hasattr(deel, "get_object") else deel
    if isinstance(deel, ArrayObject):
        for een in deel:
            yield from _merken(een)
    elif isinstance(deel, DictionaryObject) and "/S" in deel:
        yield Merk(soort=deel["/S"], eigenschappen=deel)
        yield from _merken(deel.get("/K", ArrayObject()))
