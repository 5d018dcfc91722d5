"""The sessions of the demonstration: a beginning, one on questions, one of two practices. About nobody who exists."""

import datetime
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

from django.db import transaction

from mantelzorg.models import Programma
from praktijken.models import Aanwezigheid, Afspraak, Deelname, Praktijk, Sessie, Sessiesoort
from praktijken.models.sessies import Stand
from praktijken.querysets import loopt_op

_AFGEMELD: Final = 5  # every fifth sent their apologies


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstratiesessie:
    """A session of the practices with these codes, and what was agreed there; `klaar_op` and `gedaan_op` of it."""

    soort: Sessiesoort
    datum: datetime.date
    plaats: str
    praktijken: tuple[str, ...]
    afspraak: str
    wie: str
    klaar_op: datetime.date
    gedaan_op: datetime.date | None = None


SESSIES: Final = (
    Demonstratiesessie(
        soort=Sessiesoort.STARTBIJEENKOMST,
        datum=datetime.date(2019, 9, 23),
        plaats="Buurthuis De Schakel, Leiden",
        praktijken=("LEI",),
        afspraak="Elke organisatie vraagt drie mantelzorgers waar zij tegenaan lopen.",
        wie="alle partners",
        klaar_op=datetime.date(2019, 10, 21),
        gedaan_op=datetime.date(2019, 10, 17),
    ),
    Demonstratiesessie(
        soort=Sessiesoort.ONTWERPSESSIE,
        datum=datetime.date(2019, 11, 14),
        plaats="Gemeentehuis Cuijk",
        praktijken=("CUI",),
        afspraak="De zorgboerderij en de gemeente rekenen uit wat het vervoer op zaterdag kost.",
        wie="de penvoerder",
        klaar_op=datetime.date(2019, 12, 15),
        gedaan_op=datetime.date(2019, 12, 12),
    ),
    Demonstratiesessie(
        soort=Sessiesoort.UITWISSELING,
        datum=datetime.date(2020, 2, 6),
        plaats="Online",
        praktijken=("ARN", "EDE"),
        afspraak="Arnhem en Ede gebruiken elkaars gesprekskaart en vertellen in het voorjaar wat werkte.",
        wie="beide adviseurs",
        klaar_op=datetime.date(2020, 4, 16),
    ),
)


@transaction.atomic
def laad_sessies(programma: Programma) -> None:
    """The sessions, where none were made yet; what users changed since is kept."""
    if not Sessie.history.filter(programma=programma).exists():
        for een in SESSIES:
            _laad(een, programma)


def _laad(een: Demonstratiesessie, programma: Programma) -> None:
    praktijken = list(Praktijk.objects.filter(programma=programma, code__in=een.praktijken))
    sessie = Sessie.objects.create(
        programma=programma, soort=een.soort, datum=een.datum, plaats=een.plaats, inzending=uuid4()
    )
    sessie.praktijken.set(praktijken)
    Afspraak.objects.create(
        sessie=sessie,
        praktijk=praktijken[0] if len(praktijken) == 1 else None,
        wat=een.afspraak,
        wie=een.wie,
        voor=een.klaar_op,
        gedaan_op=een.gedaan_op,
        inzending=uuid4(),
    )
    _laad_aanwezigheid(sessie, praktijken)


def _laad_aanwezigheid(sessie: Sessie, praktijken: list[Praktijk]) -> None:
    """Who took part on that day came, but for some."""
    for volgnummer, deelnemer in enumerate(_meedoend(praktijken, sessie.datum), start=1):
        stand = Stand.AFGEMELD if volgnummer % _AFGEMELD == 0 else Stand.AANWEZIG
        Aanwezigheid.objects.create(sessie=sessie, deelnemer_id=deelnemer, stand=stand)


def _meedoend(praktijken: list[Praktijk], dag: datetime.date) -> list[int]:
    """The keys of who takes part in these practices on `dag`, by number."""
    deelnames = Deelname.objects.filter(loopt_op(dag), praktijk__in=praktijken)
    return list(deelnames.order_by("deelnemer__nummer").values_list("deelnemer", flat=True).distinct())
