"""What the pages about calls show, in a fixed number of queries."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from aanmeldingen.models import Bijeenkomst, Instroom, Oproep, Oproepsector, Plaatsregel, Voorwaarden
from aanmeldingen.oproepen import controle
from aanmeldingen.oproepen.toestand import Toestand, toestand
from aanmeldingen.plaatsen import lezen as plaatslezen
from aanmeldingen.plaatsen.lezen import Plaatsen
from aanmeldingen.stand import Aanmeldstand


@dataclass(frozen=True, slots=True, kw_only=True)
class Oproepregel:
    """A call in a list."""

    oproep: Oproep
    toestand: Toestand
    plaatsen: int
    ingediend: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """A version of the conditions, and how many applications were sent in under it."""

    voorwaarden: Voorwaarden
    aanmeldingen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """All that the office sees of a call at once. `standen`: (word, number), without those that are 0."""

    toestand: Toestand
    punten: Sequence[controle.Punt]
    plaatsen: Plaatsen
    standen: Sequence[tuple[str, int]]
    sectoren: Sequence[Oproepsector]
    versies: Sequence[Versie]
    bijeenkomsten: Sequence[Bijeenkomst]
    belangstelling: int
    zonder_adviseur: int

    @property
    def klaar(self) -> bool:
        """Whether nothing is missing to publish it."""
        return all(punt.in_orde for punt in self.punten)

    @property
    def te_veel(self) -> int:
        """Places given out beyond the capacity."""
        return max(0, -self.plaatsen.vrij)


def lijst(oproepen: QuerySet[Oproep], nu: datetime.datetime) -> list[Oproepregel]:
    """Calls with their places and applications. One query."""
    regels = Plaatsregel.objects.filter(oproep=OuterRef("pk")).order_by().values("oproep")
    capaciteit = Coalesce(Subquery(regels.annotate(som=Sum("capaciteit")).values("som")), 0)
    ingediend = Count("aanmeldingen", filter=~Q(aanmeldingen__ingediend_op=None), distinct=True)
    rijen = oproepen.select_related("programma").annotate(plaatsen=capaciteit, ingediend=ingediend)
    return [
        Oproepregel(oproep=een, toestand=toestand(een, nu), plaatsen=een.plaatsen, ingediend=een.ingediend)
        for een in rijen
    ]


def dashboard(oproep: Oproep, nu: datetime.datetime) -> Dashboard:
    """The page of one call for the office."""
    belangstelling = oproep.belangstellingen.aggregate(alle=Count("pk"), zonder=Count("pk", filter=Q(adviseur=None)))
    return Dashboard(
        toestand=toestand(oproep, nu),
        punten=controle.punten(oproep),
        plaatsen=plaatslezen.stand(oproep),
        standen=_standen(oproep),
        sectoren=list(oproep.oproepsectoren.select_related("sector")),
        versies=_versies(oproep),
        bijeenkomsten=bijeenkomsten(oproep),
        belangstelling=belangstelling["alle"],
        zonder_adviseur=belangstelling["zonder"],
    )


def _standen(oproep: Oproep) -> list[tuple[str, int]]:
    rijen = oproep.aanmeldingen.met_stand().order_by().values("stand").annotate(aantal=Count("pk"))  # type: ignore[misc]  # annotated
    aantallen = {rij["stand"]: rij["aantal"] for rij in rijen}
    return [(stand.value, aantallen[stand]) for stand in Aanmeldstand if stand in aantallen]


def _versies(oproep: Oproep) -> list[Versie]:
    rijen = oproep.voorwaarden.select_related("vastgesteld_door").annotate(
        aantal=Count("aanmeldingen", filter=~Q(aanmeldingen__ingediend_op=None))
    )
    return [Versie(voorwaarden=een, aanmeldingen=een.aantal) for een in rijen]


def bijeenkomsten(oproep: Oproep) -> list[Bijeenkomst]:
    """The meetings of a call, with day, place and sectors. Two queries."""
    return list(oproep.bijeenkomsten.select_related("sessie").prefetch_related("sectoren"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagina:
    """What everybody reads of a call. `versies`: those that hold or held, the newest first."""

    toestand: Toestand
    plaatsen: Plaatsen
    sectoren: Sequence[Oproepsector]
    versies: Sequence[Voorwaarden]
    komende: Sequence[Bijeenkomst]
    geweest: Sequence[Bijeenkomst]

    @property
    def versie(self) -> Voorwaarden | None:
        """The one that holds."""
        return self.versies[0] if self.versies else None

    @property
    def kan_aanmelden(self) -> bool:
        """Whether some sector applies, be it after a meeting."""
        return any(een.instroom != Instroom.BELANGSTELLING for een in self.sectoren)


def pagina(oproep: Oproep, nu: datetime.datetime, dag: datetime.date) -> Pagina:
    """The public page of one call."""
    vastgesteld = oproep.voorwaarden.exclude(vastgesteld_op=None).prefetch_related("criteria")
    alle = bijeenkomsten(oproep)
    return Pagina(
        toestand=toestand(oproep, nu),
        plaatsen=plaatslezen.stand(oproep),
        sectoren=list(oproep.oproepsectoren.select_related("sector")),
        versies=list(vastgesteld),
        komende=[een for een in alle if een.sessie.datum >= dag],
        geweest=[een for een in alle if een.sessie.datum < dag],
    )


def openbare_oproepen(nu: datetime.datetime) -> dict[Toestand, list[Oproep]]:
    """Published calls: those that are open, the first to close first; those to come; those that closed. One query."""
    gevonden: dict[Toestand, list[Oproep]] = {een: [] for een in Toestand}
    for oproep in Oproep.objects.exclude(gepubliceerd_op=None).select_related("programma").order_by("sluit_op", "pk"):
        gevonden[toestand(oproep, nu)].append(oproep)
    gevonden[Toestand.GESLOTEN].reverse()
    return gevonden
