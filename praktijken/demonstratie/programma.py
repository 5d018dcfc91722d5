"""The programme itself, the carers' questions it starts from, and the kinds of organisation."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from praktijken.demonstratie.cel import Cel, Rij

SLUG: Final = "in-voor-mantelzorg-thuis"

PROGRAMMA: Final[dict[str, Cel]] = {
    "slug": SLUG,
    "naam": "In voor mantelzorg-thuis",
    "vorm": "lerende praktijk",
    "startdatum": date(2019, 3, 1),
    "einddatum": date(2021, 4, 30),
    "aanmelden tot en met": date(2019, 4, 16),
    "capaciteit": 10,
    "streefwaarde": 10,
    "opdrachtgever": "Ministerie van VWS",
    "uitvoerders": "Movisie; Vilans",
    "beleidsprogramma": "Programma Langer Thuis",
    "beleidsdoel": "Actielijn 2, doelstelling 3: samenwerking formele en informele zorg versterken",
}

KOP_PRANGENDE_VRAGEN: Final = ("nummer", "vraag")
PRANGENDE_VRAGEN: Final = (
    "Hoe zorg ik samen met beroepskrachten?",
    "Hoe houd ik het zorgen vol?",
    "Hoe zorg en ondersteun ik op een goede manier?",
)

KOP_ORGANISATIETYPEN: Final = ("naam", "verbonden aan organisatie")
ORGANISATIETYPEN: Final = (
    "(Thuis)zorgorganisatie",
    "Gemeente",
    "Vrijwilligersorganisatie",
    "Welzijnsorganisatie",
    "(Ex-) Mantelzorger NVO",
    "Mantelzorgorganisatie",
    "Huisartspraktijk",
    "Zorgorganisatie",
    "Belangenbehartiging",
    "Mantelzorgsteunpunt",
    "GGZ organisatie",
    "Netwerkorganisatie",
    "Vrijwilliger NVO",
    "Ondernemer",
)


def prangende_vraag_rijen() -> Iterator[Rij]:
    """The rows of the sheet Prangende vragen."""
    for nummer, vraag in enumerate(PRANGENDE_VRAGEN, start=1):
        yield [nummer, vraag]


def organisatietype_rijen() -> Iterator[Rij]:
    """The rows of the sheet Organisatietypen; NVO is short for niet verbonden aan organisatie (begrippen.md §2)."""
    for naam in ORGANISATIETYPEN:
        yield [naam, "nee" if naam.endswith(" NVO") else "ja"]
