"""Small builders of calls and applications for tests, as `tests.gegevens` has them for practices."""

import datetime
from collections.abc import Sequence
from itertools import count
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from aanmeldingen.models import (
    Aanmelding,
    Aanvulverzoek,
    Belangstelling,
    Besluit,
    Besluitsoort,
    Contactmoment,
    Contactpersoon,
    Criterium,
    Gebeurtenis,
    Indiening,
    Instroom,
    Oproep,
    Oproepsector,
    Plaatsregel,
    Plaatsstand,
    Sector,
    Voorwaarden,
)
from mantelzorg.models import Gemeente, Programma, User, Vorm
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


def ingediend(
    oproep: Oproep, organisatie: str | None = None, *, op: str = "2014-06-02 10:00", **velden: Any
) -> Aanmelding:
    """An application that was sent in, as version 1, under the call's newest conditions; without a line in the ledger.

    Takes what `aanmelding` takes.
    """
    een = aanmelding(oproep, organisatie, **velden)
    een.nummer = oproep.aanmeldingen.exclude(ingediend_op=None).count() + 1
    een.ingediend_op, een.voorwaarden = moment(op), oproep.voorwaarden.first()
    een.save()
    inhoud = [["Naam van de organisatie", een.organisatie], ["Vraag waaraan u wilt werken", een.vraag]]
    contact = [["Contactpersoon 1", een.contactpersonen.first().naam]]
    Indiening.objects.create(aanmelding=een, nummer=1, op=een.ingediend_op, inhoud=inhoud, contact=contact)
    return een


def plaatsregel(aanmelding: Aanmelding, naar: Plaatsstand, gebeurtenis: Gebeurtenis, **velden: Any) -> Plaatsregel:
    """The next line of the ledger for this application, with what it takes to be one."""
    vorige = aanmelding.plaatsregels.last()
    nummer = aanmelding.oproep.plaatsregels.count() + 1
    extra = {"antwoord_voor": moment("2014-07-15 00:00")} if naar == Plaatsstand.AANGEBODEN else {}
    extra |= {"rang": nummer} if naar == Plaatsstand.WACHT else {}
    return Plaatsregel.objects.create(
        oproep=aanmelding.oproep,
        nummer=nummer,
        gebeurtenis=gebeurtenis,
        aanmelding=aanmelding,
        van=vorige.naar if vorige else Plaatsstand.GEEN,
        naar=naar,
        **{"op": aanmelding.ingediend_op} | extra | velden,
    )


def besluit(
    aanmelding: Aanmelding, soort: Besluitsoort, door: User, bevestigd_door: User | None, **velden: Any
) -> Besluit:
    """A decision; a proposal where nobody confirmed it."""
    op = moment("2014-07-10 10:00")
    return Besluit.objects.create(
        aanmelding=aanmelding,
        soort=soort,
        inzending=uuid4(),
        voorgesteld_door=door,
        voorgesteld_op=op,
        bevestigd_door=bevestigd_door,
        bevestigd_op=op if bevestigd_door else None,
        **{"motivering": "Zo is besloten."} | velden,
    )


def aanvulverzoek(aanmelding: Aanmelding, door: User, uiterlijk: str = "2014-06-20", **velden: Any) -> Aanvulverzoek:
    """An open question for more about what stands there now."""
    return Aanvulverzoek.objects.create(
        aanmelding=aanmelding,
        door=door,
        op=moment("2014-06-10 09:00"),
        uiterlijk=datetime.date.fromisoformat(uiterlijk),
        gezien=aanmelding.indieningen.last(),
        inzending=uuid4(),
        **{"vraag": "Stuur het beleidsplan."} | velden,
    )


def belangstelling(
    oproep: Oproep, organisatie: str = "Ziekenhuis Rijnzicht", *, sector_naam: str = "ziekenhuis", **velden: Any
) -> Belangstelling:
    """Somebody of this organisation who wants to be called; nobody's task yet."""
    return Belangstelling.objects.create(
        oproep=oproep,
        organisatie=organisatie,
        sector=sector(sector_naam),
        inzending=uuid4(),
        **{
            "plaats": "Arnhem",
            "naam": "Zita Zoeker",
            "email": "zita@ziekenhuis.example",
            "telefoon": "026 123 45 67",
            "vraag": "Hoe betrekken wij mantelzorgers bij ontslag?",
        }
        | velden,
    )


def contactmoment(belangstelling: Belangstelling, door: User, hoe: str = "telefoon", **velden: Any) -> Contactmoment:
    """Somebody tried to reach them."""
    return Contactmoment.objects.create(
        belangstelling=belangstelling,
        door=door,
        hoe=hoe,
        inzending=uuid4(),
        **{"op": datetime.date(2014, 5, 6), "verslag": "Wil graag meedoen."} | velden,
    )


def belangstellingsoproep(**velden: Any) -> Oproep:
    """A call in which a hospital states interest, and home care applies."""
    nieuw = oproep(sectoren=("thuiszorg",), **velden)
    Oproepsector.objects.create(oproep=nieuw, sector=sector("ziekenhuis"), instroom=Instroom.BELANGSTELLING)
    return nieuw
