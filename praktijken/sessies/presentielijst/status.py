"""Who a list says was there: the columns and marks that tell it. What cannot be read for certain is unknown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from praktijken.models import Stand

ONBEKEND: Final = ""
"""The stand of a line that a person must decide about."""
ONLEESBAAR: Final = "\ufffd"
"""Stands for a cell that holds something other than text: a date, an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """What a mark of yes and of no mean in a column. ONBEKEND: one cannot tell; None: it says nothing by itself."""

    wel: str
    niet: str | None


LOS: Final = Kolom(wel=Stand.AANWEZIG.value, niet=ONBEKEND)
"""What stands beside or in a name, without a heading."""
_AANWEZIG: Final = Kolom(wel=Stand.AANWEZIG.value, niet=Stand.NIET_GEKOMEN.value)
_AFWEZIG: Final = Kolom(wel=Stand.NIET_GEKOMEN.value, niet=Stand.AANWEZIG.value)
_AFGEMELD: Final = Kolom(wel=Stand.AFGEMELD.value, niet=None)
_NIET_GEKOMEN: Final = Kolom(wel=Stand.NIET_GEKOMEN.value, niet=None)
_STATUS: Final = Kolom(wel=ONBEKEND, niet=ONBEKEND)

_KOPPEN: Final = {
    **dict.fromkeys(["aanwezig", "aanwezigheid", "present", "presentie", "was er"], _AANWEZIG),
    **dict.fromkeys(["afwezig", "afwezigheid", "absent", "niet aanwezig"], _AFWEZIG),
    **dict.fromkeys(["afgemeld", "afmelding", "afgezegd"], _AFGEMELD),
    **dict.fromkeys(["no show", "niet gekomen"], _NIET_GEKOMEN),
    **dict.fromkeys(["status", "aan-/afwezig", "aan/afwezig", "aanwezig/afwezig", "aan- of afwezig"], _STATUS),
}
_WOORDEN: Final = {
    **dict.fromkeys(["aanwezig", "present", "was er"], Stand.AANWEZIG.value),
    **dict.fromkeys(["afgemeld", "afgezegd"], Stand.AFGEMELD.value),
    **dict.fromkeys(["afwezig", "absent", "niet aanwezig", "no show", "niet gekomen"], Stand.NIET_GEKOMEN.value),
}
_KRUIS: Final = frozenset("x")
_JA: Final = frozenset(["ja", "v", "✓", "✔", "☑", "1", "j", "waar", "true"])
_NEE: Final = frozenset(["nee", "n", "0", "☐", "neen", "onwaar", "false"])
_LOSSE_TEKENS: Final = frozenset(["ja", "nee", "x", "v", "✓", "✔", "☑", "☐"])
_TOEVOEGING = re.compile(r"\s*\(?\b(?:ja\s*/\s*nee|j\s*/\s*n)$")
_ACHTER_NAAM = re.compile(
    r"(?P<naam>.*\S)(?:\s*[:,]|\s+[-–—]|\s*(?=\())\s*\(?(?P<status>" + "|".join(_WOORDEN) + r")\)?", re.IGNORECASE
)


def kolom(kop: str) -> Kolom | None:
    """What a column with this heading says of who was there; None for any other."""
    return _KOPPEN.get(_TOEVOEGING.sub("", _gelijk(kop)).strip(" :"))


def is_status(cel: str) -> bool:
    """Whether a cell without heading is a status, and so no name and no organisation."""
    return _gelijk(cel) in _WOORDEN or _gelijk(cel) in _LOSSE_TEKENS


def achter_naam(cel: str) -> tuple[str, str]:
    """A name and the status behind it: `Jan (afgemeld)`. Without one: the name, and nothing."""
    gevonden = _ACHTER_NAAM.fullmatch(cel)
    return (gevonden["naam"], gevonden["status"]) if gevonden else (cel, "")


def standen(kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> list[str]:
    """The stand of each row of cells, one for each column. A list that says nothing of it holds who were there."""
    if not kolommen or (kolommen == [LOS] and not any(cel for rij in rijen for cel in rij)):
        return [Stand.AANWEZIG.value] * len(rijen)
    per_kolom = [_gelezen(een, [rij[nr] for rij in rijen]) for nr, een in enumerate(kolommen)]
    return [_samen([uitspraken[nr] for uitspraken in per_kolom]) for nr in range(len(rijen))]


def _gelijk(cel: str) -> str:
    return " ".join(cel.casefold().replace("no-show", "no show").strip(" .:*?!()").split())


def _gelezen(een: Kolom, cellen: Sequence[str]) -> list[str | None]:
    """What a column says of each row; None: nothing.

    An empty cell says no only where the column is ticked: no other no stands in it. A cross is a tick unless there is
    another sign for yes, for then it may mean the opposite.
    """
    gelijk = [_gelijk(cel) or cel for cel in cellen]
    tekens = set(gelijk)
    ja = _JA if tekens & _JA else _JA | _KRUIS
    leeg = een.niet or None if tekens & ja and tekens <= {*ja, ""} else None
    return [_uitspraak(een, cel, ja) if cel else leeg for cel in gelijk]


def _uitspraak(een: Kolom, cel: str, ja: frozenset[str]) -> str | None:
    if cel in _WOORDEN:
        return _WOORDEN[cel]
    if cel in ja:
        return een.wel
    if cel in _NEE:
        return een.niet
    return ONBEKEND


def _samen(uitspraken: Sequence[str | None]) -> str:
    """What the columns say together: one thing, or that somebody did not come and why. Else it is unknown."""
    gezegd = {een for een in uitspraken if een is not None}
    if gezegd == {Stand.AFGEMELD, Stand.NIET_GEKOMEN}:
        return Stand.AFGEMELD.value
    return gezegd.pop() if len(gezegd) == 1 else ONBEKEND
