"""XML read as it comes, so that a sheet never stands in memory as a whole."""

from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser, parse
from xml.parsers.expat import errors

from mantelzorg.excel.blik import STUK
from mantelzorg.excel.grenzen import BESCHADIGD, Geweigerd
from mantelzorg.excel.keuring import ZIP_FOUTEN


def kinderen(stroom: IO[bytes], houder: str | None = None) -> Iterator[Element]:
    """The complete elements right under the root, or under the root's child `houder`, one after the other.

    The tree is built in C, piece by piece, and what has been handed out is cut off again: less than half the
    time of events per element, in constant memory. Parts with a DTD have been refused before.

    Raises:
        Geweigerd: the part is damaged.
    """
    bouwer = TreeBuilder()
    top = bouwer.start("top", {})
    parser = XMLParser(target=bouwer)  # noqa: S314
    plek: Element | None = None
    try:
        while stuk := stroom.read(STUK):
            parser.feed(stuk)
            plek = _vind(top, houder) if plek is None else plek
            if plek is not None:
                yield from plek[:-1]  # the last one may still be growing
                del plek[:-1]
        parser.close()
    except (ParseError, *ZIP_FOUTEN) as fout:
        raise _oorzaak(fout) from fout
    if plek is not None:
        yield from plek


def wortel(stroom: IO[bytes]) -> Element:
    """The root element of a small part, whole."""
    try:
        return parse(stroom).getroot()  # noqa: S314
    except (ParseError, *ZIP_FOUTEN) as fout:
        raise _oorzaak(fout) from fout


def lokaal(tag: str) -> str:
    """The name of an element or attribute without its namespace: Excel writes two, and prefixes are free."""
    return tag.rpartition("}")[2]


def _vind(top: Element, houder: str | None) -> Element | None:
    if len(top) and "}" not in top[0].tag:  # outside every namespace nothing means anything
        raise Geweigerd(BESCHADIGD)
    if houder is None or not len(top):
        return top[0] if len(top) else None
    return top[0].find(f"{{*}}{houder}")


def _oorzaak(fout: Exception) -> Exception:
    """The parser reports a lack of memory as if the file were wrong."""
    if isinstance(fout, ParseError) and errors.messages.get(fout.code) == errors.XML_ERROR_NO_MEMORY:
        return MemoryError()
    return Geweigerd(BESCHADIGD)
