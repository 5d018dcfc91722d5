"""What the ledger says: the numbers of a call, and where one application stands."""

import datetime
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, Max, OuterRef, QuerySet, Sum

from aanmeldingen.models import NEEMT_PLAATS, Aanmelding, Oproep, Plaatsregel, Plaatsstand

REST = "overige sectoren"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantallen:
    """Numbers of places and applications. `bezet` holds who was admitted as well; `bevestigd` is that part alone."""

    capaciteit: int = 0
    bezet: int = 0
    bevestigd: int = 0
    aangeboden: int = 0
    wacht: int = 0
    kandidaten: int = 0

    @property
    def vrij(self) -> int:
        """Places to give out; below 0 only where the office lowered the capacity."""
        return self.capaciteit - self.bezet - self.aangeboden


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectorplaatsen(Aantallen):
    """Those of one pot: a sector with places of its own (`sector`: its key), or None, all other sectors together."""

    sector: int | None
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsen(Aantallen):
    """Those of a call. `per_sector`: by pot, the rest last; empty where all places are in one pot."""

    per_sector: tuple[Sectorplaatsen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """Where an application stands: `stand` "" where it was not received. `rang` 1.. among who wait for the same places.

    `antwoord_voor`: with an offer, the moment at which it lapses.
    """

    stand: str
    rang: int | None = None
    antwoord_voor: datetime.datetime | None = None


def stand(oproep: Oproep | int, *, tot: datetime.datetime | None = None) -> Plaatsen:
    """The numbers of a call, added up from its lines; with `tot` from those of before that moment. One query."""
    regels = Plaatsregel.objects.filter(oproep=oproep)
    return totaal(per_pot(regels if tot is None else regels.filter(op__lt=tot)))


def totaal(potten: list[Sectorplaatsen]) -> Plaatsen:
    """The pots of a call taken together."""
    som = {naam: sum(getattr(pot, naam) for pot in potten) for naam in Aantallen.__dataclass_fields__}
    return Plaatsen(**som, per_sector=tuple(potten) if len(potten) > 1 else ())


def per_pot(regels: QuerySet[Plaatsregel]) -> list[Sectorplaatsen]:
    """What these lines add up to, by pot: sectors by name, the rest last. One query."""
    return per_pot_en_laatste(regels)[0]


def per_pot_en_laatste(regels: QuerySet[Plaatsregel]) -> tuple[list[Sectorplaatsen], int]:
    """The same, and the number of the last of these lines; 0 where there are none. One query.

    Lines into a state less those out of it; grouped by both in SQL and added up here, for that is a quick query.
    """
    groepen = regels.order_by().values_list("sector_id", "sector__naam", "van", "naar")
    sommen = groepen.annotate(erbij=Sum("capaciteit"), aantal=Count("pk"), hoogste=Max("nummer"))
    potten: dict[tuple[int | None, str], Counter[str]] = defaultdict(Counter)
    laatste = 0
    for sector, naam, van, naar, erbij, aantal, hoogste in sommen:
        pot = potten[sector, naam or REST]
        pot["capaciteit"] += erbij
        pot[naar] += aantal
        pot[van] -= aantal
        laatste = max(laatste, hoogste)
    gevuld = (_pot(*wie, saldo) for wie, saldo in potten.items())
    return sorted(gevuld, key=lambda pot: (pot.sector is None, pot.naam)), laatste


def _pot(sector: int | None, naam: str, saldo: Counter[str]) -> Sectorplaatsen:
    return Sectorplaatsen(
        sector=sector,
        naam=naam,
        capaciteit=saldo["capaciteit"],
        bezet=sum(saldo[stand] for stand in NEEMT_PLAATS),
        bevestigd=saldo[Plaatsstand.BEVESTIGD],
        aangeboden=saldo[Plaatsstand.AANGEBODEN],
        wacht=saldo[Plaatsstand.WACHT],
        kandidaten=saldo[Plaatsstand.KANDIDAAT],
    )


def laatste_regels(oproep: Oproep | int) -> QuerySet[Plaatsregel]:
    """The last line of each application of a call: where they stand now."""
    return Plaatsregel.objects.filter(~heeft_latere(), oproep=oproep, aanmelding__isnull=False)


def heeft_latere() -> Exists:
    """Whether the application of a line has a later one."""
    later = Plaatsregel.objects.filter(aanmelding=OuterRef("aanmelding"), nummer__gt=OuterRef("nummer"))
    return Exists(later)


def wachtlijst(oproep: Oproep | int) -> QuerySet[Plaatsregel]:
    """The last lines of who wait, first in rank first."""
    return laatste_regels(oproep).filter(naar=Plaatsstand.WACHT).order_by("rang")


def plek(aanmelding: Aanmelding) -> Plek:
    """Where this application stands. At most two queries."""
    laatste = aanmelding.plaatsregels.order_by("-nummer").first()
    if laatste is None:
        return Plek(stand="")
    if laatste.naar != Plaatsstand.WACHT:
        return Plek(stand=laatste.naar, antwoord_voor=laatste.antwoord_voor)
    eerder = wachtlijst(aanmelding.oproep_id).filter(sector=laatste.sector_id, rang__lt=laatste.rang)
    return Plek(stand=laatste.naar, rang=eerder.count() + 1)
