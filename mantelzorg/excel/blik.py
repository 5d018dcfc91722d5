"""A quick look at a sheet's bare bytes, so that a file over the limits is refused at once, however long it is.

Counts only what certainly is a value, in the form ordinary programs write it. What it overlooks (prefixes,
comments, texts of nothing but space) is found when the sheet is read: this is for speed, `blad` holds the line.
"""

import re
from dataclasses import dataclass
from typing import IO

STUK = 1 << 16
MAX_REST = 1 << 20

# A text that starts with an escape (&#32; or _x0020_) may turn out to be nothing but space.
WAARDE = rb"[^<>]*>\s*(?:<f[^<>]*>[^<]*</f>)?(?:<v>|<is>\s*<t[^<>]*>)[^<\s&_]"
RIJ = re.compile(rb'<row(?: r="(\d+)")?[^<>]*>\s*(?:<c[^<>]*/>\s*)*<c' + WAARDE)
NA_GR = re.compile(rb'<c r="(?:[A-Z]{3}|[H-Z][A-Z]|G[S-Z])\d{1,7}"' + WAARDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indruk:
    """What certainly stands in a part, if none of the shared texts is empty.

    Attributes:
        rijen: how many rows hold a value.
        laatste_rij: the highest number such a row gives itself; 0 if none does.
        na_gr: whether a value stands right of column GR, the 200th.
    """

    rijen: int = 0
    laatste_rij: int = 0
    na_gr: bool = False


def bekijk(stroom: IO[bytes]) -> Indruk:
    """Go through a part of the file once, to its end."""
    indruk, rest, gewoon = Indruk(), b"", True
    while stuk := stroom.read(STUK):
        heel, rest = _tot_laatste_rij(rest + stuk)
        gewoon = gewoon and b"<!" not in stuk  # a comment may look like a row
        if gewoon:
            indruk = _samen(indruk, heel)
    return _samen(indruk, rest) if gewoon else Indruk()


def _tot_laatste_rij(stuk: bytes) -> tuple[bytes, bytes]:
    """Cut where the last row begins, so that no row is seen in halves; one of a megabyte may be."""
    plek = stuk.rfind(b"<row")
    if plek > 0:
        return stuk[:plek], stuk[plek:]
    return (b"", stuk) if len(stuk) < MAX_REST else (stuk, b"")


def _samen(indruk: Indruk, stuk: bytes) -> Indruk:
    nummers = RIJ.findall(stuk)
    return Indruk(
        rijen=indruk.rijen + len(nummers),
        laatste_rij=max([indruk.laatste_rij, *(int(nummer[:8] or 0) for nummer in nummers)]),
        na_gr=indruk.na_gr or NA_GR.search(stuk) is not None,
    )
