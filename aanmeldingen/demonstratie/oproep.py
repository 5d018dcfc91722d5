"""The call of 2014 as it was (begrippen.md §1): dates, sectors, places. Conditions and criteria are made up."""

import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from aanmeldingen.models import Instroom
from mantelzorg.models import Vorm

AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")
PLAATSEN: Final = 80


def op(maand: int, dag: int, uur: int = 9, minuut: int = 0) -> datetime.datetime:
    """A moment of 2014, in Amsterdam."""
    return datetime.datetime(2014, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


PROGRAMMA: Final[dict[str, Any]] = {
    "slug": "in-voor-mantelzorg",
    "naam": "In voor Mantelzorg",
    "vorm": Vorm.INNOVATIETRAJECT,
    "startdatum": datetime.date(2014, 4, 1),
    "aanmelden_tot_en_met": datetime.date(2014, 6, 30),
    "capaciteit": PLAATSEN,
    "opdrachtgever": "Ministerie van VWS",
    "uitvoerders": "Vilans; Movisie",
    "beleidsprogramma": "Motie Van der Staaij c.s., 30 oktober 2013",
}
OPROEP: Final[dict[str, Any]] = {
    "slug": "in-voor-mantelzorg-2014",
    "naam": "In voor Mantelzorg 2014",
    "inleiding": (
        "Wilt u met uw organisatie mantelzorgers beter ondersteunen en beter met hen samenwerken? Dan kunt u meedoen "
        "aan In voor Mantelzorg. Samen met een adviseur maakt u een traject op maat. Meedoen kan alleen, of samen met "
        "een welzijnsorganisatie of een gemeente."
    ),
    "opent_op": op(4, 1),
    "sluit_op": op(7, 1, 0),
    "aanbod_dagen": 7,
    "te_bereiken": 2500,
    "vorm_maanden": 20,
    "contact_email": "bureau@invoormantelzorg.example",
    "contact_telefoon": "030-555 01 20",
    "klachten": (
        "Bent u het niet eens met hoe wij met uw aanmelding omgingen? Mail klachten@invoormantelzorg.example. "
        "Iemand die niet bij uw aanmelding betrokken was, belt u binnen een week."
    ),
}
VOORWAARDEN: Final = (
    "U doet mee met ten minste één team. Uw bestuur steunt de deelname. U maakt uren vrij voor medewerkers die "
    "meedoen. U deelt wat u leert met andere organisaties. Deelname is gratis; uw eigen uren betaalt u zelf."
)
CRITERIA: Final = (
    ("De organisatie levert zorg of ondersteuning.", "Ook een welzijnsorganisatie kan aanmelden."),
    ("De vraag gaat over samenwerken met mantelzorgers.", "Niet alleen over informatie geven."),
    ("Het bestuur steunt de aanmelding.", "Dat blijkt uit het intakegesprek."),
    ("Ten minste tien medewerkers doen mee.", "Een kleinere organisatie kan ontheven worden."),
)
AANMELDEN, BELANGSTELLING = Instroom.AANMELDEN, Instroom.BELANGSTELLING
SECTOREN: Final = {
    "thuiszorg": AANMELDEN,
    "ouderenzorg": AANMELDEN,
    "gehandicaptenzorg": AANMELDEN,
    "ggz": AANMELDEN,
    "eerstelijns zorggroep": BELANGSTELLING,
    "ziekenhuis": BELANGSTELLING,
    "revalidatiecentrum": BELANGSTELLING,
}
BIJEENKOMSTEN: Final = (
    ("thuiszorg", op(6, 24, 13), "Congrescentrum De Linde, Utrecht"),
    ("ouderenzorg", op(6, 25, 13), "Congrescentrum De Linde, Utrecht"),
    ("gehandicaptenzorg", op(6, 26, 13), "Wijkcentrum Het Anker, Zwolle"),
    ("ggz", op(7, 2, 13), "Wijkcentrum Het Anker, Zwolle"),
)
AGENDA: Final = "Ontvangst\nWerkwijze en voorwaarden\nHulpmiddelen die u meteen kunt gebruiken\nVragen"
MEENEMEN: Final = "De gesprekskaart mantelzorg en het stappenplan op papier."
