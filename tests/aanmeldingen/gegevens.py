"""Small builders of calls and applications for tests, as `tests.gegevens` has them for practices."""

import datetime
from collections.abc import Sequence
from itertools import count
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from aanmeldingen.models import (
    Aanmelding,
    Contactpersoon,
    Criterium,
    Instroom,
    Oproep,
    Oproepsector,
    Sector,
    Voorwaarden,
)
from mantelzorg.models import Gemeente, Programma, Vorm
from tests import gegevens

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ARNHEM = "GM0202"
_volgnummer = count(1)


def moment(tekst: str) -> datetime.datetime:
    """The moment written as `jjjj-mm-dd uu:mm`, in Amsterdam."""
    return datetime.datetime.fromisoformat(tekst).replace(tzinfo=AMSTERDAM)


def sector(naam: str = "thuiszorg") -> Sector:
    """A sector; the one of that name where there is one."""
    return Sector.objects.get_or_create(naam=naam)[0]


def programma_2014() -> Programma:
    """The programme of the 2014 edition."""
    return gegevens.programma("2014", vorm=Vorm.INNOVATIETRAJECT, startdatum=gegevens.dag("2014-01-01"))


def oproep(
    programma: Programma | None = None,
    *,
    slug: str = "oproep-2014",
    sectoren: Sequence[str] = ("thuiszorg",),
    opent: str = "2014-04-01 00:00",
    sluit: str = "2014-07-01 00:00",
    gepubliceerd: str | None = "2014-03-25 09:00",
    **velden: Any,
) -> Oproep:
    """A published call that one joins by applying, with one version of its conditions; without places."""
    nieuw = Oproep.objects.create(
        programma=programma or programma_2014(),
        slug=slug,
        opent_op=moment(opent),
        sluit_op=moment(sluit),
        gepubliceerd_op=moment(gepubliceerd) if gepubliceerd else None,
        **{"naam": "In voor Mantelzorg 2014", "contact_email": "bureau@voorbeeld.example"} | velden,
    )
    for naam in sectoren:
        Oproepsector.objects.create(oproep=nieuw, sector=sector(naam), instroom=Instroom.AANMELDEN)
    voorwaarden(nieuw)
    return nieuw


def voorwaarden(
    oproep: Oproep, nummer: int = 1, criteria: Sequence[str] = ("De organisatie levert zorg",)
) -> Voorwaarden:
    """A version of the conditions that holds, with these criteria."""
    versie = Voorwaarden.objects.create(
        oproep=oproep, nummer=nummer, tekst="U werkt twintig maanden mee.", vastgesteld_op=oproep.opent_op
    )
    for plek, tekst in enumerate(criteria, start=1):
        Criterium.objects.create(voorwaarden=versie, nummer=plek, tekst=tekst)
    return versie


def aanmelding(
    oproep: Oproep,
    organisatie: str | None = None,
    *,
    sector_naam: str = "thuiszorg",
    contact: tuple[str, str] = ("Carla Contact", "carla@zorg.example"),
    **velden: Any,
) -> Aanmelding:
    """An application that is complete but not sent in yet, with one contact person; its link works for ten years."""
    volgnummer = next(_volgnummer)
    nieuw = Aanmelding(
        oproep=oproep,
        inzending=uuid4(),
        **{
            "organisatie": organisatie or f"Zorggroep {volgnummer}",
            "kvk": f"{volgnummer:08d}",
            "sector": sector(sector_naam),
            "plaats": "Arnhem",
            "gemeente": Gemeente.objects.get(code=ARNHEM),
            "medewerkers": 25,
            "vraag": "Hoe betrekken wij mantelzorgers bij de zorg?",
        }
        | velden,
    )
    nieuw.maak_link(geldig_tot=oproep.sluit_op.date() + datetime.timedelta(days=3650))
    nieuw.save()
    Contactpersoon.objects.create(aanmelding=nieuw, volgorde=1, naam=contact[0], email=contact[1])
    return nieuw
