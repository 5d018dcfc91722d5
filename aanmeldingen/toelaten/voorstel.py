"""What the form proposes: everything the application tells, and who of it the product knows already."""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import Q

from aanmeldingen.models import Aanmelding, Aanmeldpartner, Contactpersoon, Partnersoort
from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.models import Programma
from mantelzorg.samenloop import opgeslagen, vingerafdruk
from praktijken.models import Praktijk

WOORDEN_VAN_SECTOR: Final = {
    "ziekenhuis": ("ziekenhuis",),
    "revalidat": ("revalidat",),
    "eerstelijn": ("eerstelijn", "huisarts"),
    "ggz": ("ggz", "geestelijke"),
    "gehandicapten": ("gehandicapten",),
}
"""Part of a sector's name, and what then stands in the name of its kind of organisation; a care provider else."""
ZORG: Final = ("zorgorganisatie", "zorgaanbieder")
WOORDEN_VAN_PARTNER: Final = {Partnersoort.WELZIJN: ("welzijn",), Partnersoort.GEMEENTE: ("gemeente",)}
LIJKT: Final = 5
"""How many organisations of a like name are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Huis:
    """An organisation of the application. `partner`: None for the one that applies. `bekend`: those it may be."""

    partner: Aanmeldpartner | None
    naam: str
    bekend: tuple[Organisatie, ...]
    soort: Organisatietype | None
    """The likely kind where it is new."""

    @property
    def zelfde(self) -> Organisatie | None:
        """The one of just that name, capitals aside."""
        return next((een for een in self.bekend if een.naam.casefold() == self.naam.casefold()), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mens:
    """A contact person, and the participants of the programme they may be."""

    contact: Contactpersoon
    bekend: tuple[Deelnemer, ...]

    @property
    def zelfde(self) -> Deelnemer | None:
        """The one of the same name and address."""
        naam, adres = self.contact.naam.casefold(), self.contact.email.casefold()
        return next((een for een in self.bekend if (een.naam.casefold(), een.email.casefold()) == (naam, adres)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """All of it. `gezien`: the fingerprint of what it was made of."""

    aanmelding: Aanmelding
    code: str
    start: datetime.date
    huizen: tuple[Huis, ...]
    mensen: tuple[Mens, ...]
    gezien: str


def voorstel(aanmelding: Aanmelding, dag: datetime.date, getypt: Sequence[str] = ()) -> Voorstel:
    """Made on `dag`, in a fixed number of queries. `getypt`: names filled in for organisations, to be offered too."""
    partners, contacten = list(aanmelding.partners.all()), list(aanmelding.contactpersonen.all())
    programma = aanmelding.oproep.programma
    return Voorstel(
        aanmelding=aanmelding,
        code=vrije_code(programma, aanmelding.plaats or aanmelding.organisatie),
        start=(dag.replace(day=1) + datetime.timedelta(days=32)).replace(day=1),
        huizen=_huizen(aanmelding, partners, getypt),
        mensen=_mensen(programma, contacten),
        gezien=afdruk(aanmelding, partners, contacten),
    )


def afdruk(aanmelding: Aanmelding, partners: Iterable[Aanmeldpartner], contacten: Iterable[Contactpersoon]) -> str:
    """The fingerprint of the application as it is stored, with its partners and contact persons."""
    return vingerafdruk(paar for record in (aanmelding, *partners, *contacten) for paar in opgeslagen(record))


def vrije_code(programma: Programma, naam: str) -> str:
    """Three letters of the name in capitals, with the lowest number that makes it the only one: ARN, ARN2."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode()
    letters = re.sub(r"[^A-Z]", "", kaal.upper())[:3] or "P"
    bezet = set(Praktijk.objects.filter(programma=programma, code__istartswith=letters).values_list("code", flat=True))
    kandidaten = (letters, *(f"{letters}{nummer}" for nummer in range(2, len(bezet) + 3)))
    return next(code for code in kandidaten if code not in bezet)


def _huizen(aanmelding: Aanmelding, partners: list[Aanmeldpartner], getypt: Sequence[str]) -> tuple[Huis, ...]:
    namen = [aanmelding.organisatie, *(partner.naam for partner in partners)]
    lijken = reduce(or_, (Q(naam__icontains=naam) for naam in namen))
    lijken |= reduce(or_, (Q(naam__iexact=naam.strip()) for naam in getypt), Q(pk=None))
    bekend = list(Organisatie.objects.filter(lijken).select_related("organisatietype", "gemeente").order_by("naam"))
    typen = list(Organisatietype.objects.filter(verbonden_aan_organisatie=True).order_by("naam"))
    eigen = Huis(
        partner=None,
        naam=aanmelding.organisatie,
        bekend=_lijkt(aanmelding.organisatie, bekend, getypt),
        soort=_soort(_woorden(aanmelding.sector.naam if aanmelding.sector else ""), typen),
    )
    return (
        eigen,
        *(
            Huis(
                partner=partner,
                naam=partner.naam,
                bekend=_lijkt(partner.naam, bekend, getypt),
                soort=_soort(WOORDEN_VAN_PARTNER.get(Partnersoort(partner.soort), ()), typen),
            )
            for partner in partners
        ),
    )


def _lijkt(naam: str, bekend: list[Organisatie], getypt: Sequence[str]) -> tuple[Organisatie, ...]:
    """Those in whose name it stands, the one of just that name first; then those whose name was filled in."""
    gevonden = sorted((een for een in bekend if naam.casefold() in een.naam.casefold()), key=lambda een: len(een.naam))
    namen = {een.strip().casefold() for een in getypt}
    ook = [een for een in bekend if een.naam.casefold() in namen and een not in gevonden[:LIJKT]]
    return (*gevonden[:LIJKT], *ook)


def _woorden(sector: str) -> tuple[str, ...]:
    eigen = (woorden for deel, woorden in WOORDEN_VAN_SECTOR.items() if deel in sector.casefold())
    return (*next(eigen, ()), *ZORG)


def _soort(woorden: Iterable[str], typen: list[Organisatietype]) -> Organisatietype | None:
    """The first kind in whose name the first of these words stands that stands in any."""
    gevonden = (soort for woord in woorden for soort in typen if woord in soort.naam.casefold())
    return next(gevonden, None)


def _mensen(programma: Programma, contacten: list[Contactpersoon]) -> tuple[Mens, ...]:
    zelfde = reduce(or_, (Q(naam__iexact=een.naam) | Q(email__iexact=een.email) for een in contacten), Q(pk=None))
    vrij = Deelnemer.objects.filter(programma=programma, gewist_op=None, beperkt_op=None)
    bekend = list(vrij.filter(zelfde).order_by("pk"))
    return tuple(Mens(contact=een, bekend=_dezelfden(een, bekend)) for een in contacten)


def _dezelfden(contact: Contactpersoon, bekend: list[Deelnemer]) -> tuple[Deelnemer, ...]:
    naam, adres = contact.naam.casefold(), contact.email.casefold()
    return tuple(een for een in bekend if een.naam.casefold() == naam or (een.email and een.email.casefold() == adres))
