"""Texts as a person typed them: without Excel's escapes, and without what no database can hold."""

import re
from xml.etree.ElementTree import Element

from mantelzorg.excel.grenzen import MAX_TEKST, Geweigerd, getal
from mantelzorg.excel.stroom import lokaal

ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
# What XML 1.0 cannot hold: control characters but tab and line ends, halves of a pair, two non-characters.
ONMOGELIJK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TE_LANG = f"Een cel heeft meer dan {getal(MAX_TEKST)} tekens, meer dan Excel toestaat."


def schoon(tekst: str) -> str | None:
    r"""The text with `_x0041_` read as A, line ends as `\n`, impossible characters gone; None if nothing but space."""
    if len(tekst) > MAX_TEKST * 7:  # every character may be written as an escape of seven
        raise Geweigerd(TE_LANG)
    if "_x" in tekst:
        tekst = _samen(ESCAPE.sub(lambda gevonden: chr(int(gevonden[1], 16)), tekst))
    if "\r" in tekst:
        tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    tekst = ONMOGELIJK.sub("", tekst)
    if len(tekst) > MAX_TEKST:
        raise Geweigerd(TE_LANG)
    return tekst if tekst.strip() else None


def tekst_in(el: Element) -> str | None:
    """The text of a shared or inline text element: its own, or its runs together; phonetic help is left out."""
    stukken = []
    for kind in el:
        naam = lokaal(kind.tag)
        if naam == "t":
            stukken.append(kind.text or "")
        elif naam == "r":
            stukken += [t.text or "" for t in kind if lokaal(t.tag) == "t"]
    return schoon("".join(stukken))


def _samen(tekst: str) -> str:
    """Put together characters that were escaped as two halves, as an emoji is."""
    return tekst.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if ONMOGELIJK.search(tekst) else tekst
