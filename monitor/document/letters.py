"""Text as the shipped font can draw it: a PDF for everybody holds no sign without a letter to it."""

import re
import unicodedata

from monitor.weergave.lettermaat import GEWOON, HALFVET, lettermaat

ONBEKEND = "[?]"
"""Stands for signs that the font lacks, however many there are in a row."""
BEKEND = frozenset(lettermaat(GEWOON).breedtes.keys() & lettermaat(HALFVET).breedtes.keys())
_NIET = "\N{OBJECT REPLACEMENT CHARACTER}"


def tekenbaar(tekst: str) -> str:
    """The text with `ONBEKEND` for what cannot be drawn; signs that only steer the direction of text are left out."""
    heel = unicodedata.normalize("NFC", tekst.replace("\r\n", "\n"))
    return re.sub(f"{_NIET}+", ONBEKEND, "".join(_teken(teken) for teken in heel))


def _teken(teken: str) -> str:
    soort = unicodedata.category(teken)
    if teken == "\n" or soort in ("Zl", "Zp"):
        return "\n"
    if soort == "Zs" or teken == "\t":
        return teken if teken in BEKEND else " "
    if soort == "Cf":
        return ""
    return teken if soort != "Cc" and teken in BEKEND else _NIET
