"""The design questions, three to five a practice (begrippen.md §2)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from praktijken.demonstratie.cel import Rij
from praktijken.demonstratie.ontwerpvragen import gelderland, holland_en_utrecht, limburg, noord_brabant
from praktijken.demonstratie.ontwerpvragen.vorm import Ontwerpvraag
from praktijken.demonstratie.praktijken import PRAKTIJKEN

KOP: Final = ("praktijk", "nummer", "ontwerpvraag", "thema's", "geformuleerd op", "vervallen op")
ONTWERPVRAGEN: Final[dict[str, tuple[Ontwerpvraag, ...]]] = (
    gelderland.ONTWERPVRAGEN | noord_brabant.ONTWERPVRAGEN | limburg.ONTWERPVRAGEN | holland_en_utrecht.ONTWERPVRAGEN
)


def geformuleerd_op(praktijk: str, nummer: int) -> date:
    """The day of a design question: the first 75 days after the start, then one every five weeks."""
    return PRAKTIJKEN[praktijk].startdatum + timedelta(days=40 + 35 * nummer)


def rijen() -> Iterator[Rij]:
    """The rows of the sheet Ontwerpvragen."""
    for praktijk in PRAKTIJKEN:
        for nummer, vraag in enumerate(ONTWERPVRAGEN[praktijk], start=1):
            yield [praktijk, nummer, vraag.vraag, vraag.themas, geformuleerd_op(praktijk, nummer), None]
