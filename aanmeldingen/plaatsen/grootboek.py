"""The ledger as people read it: each line with what was left after it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, QuerySet

from aanmeldingen.models import NEEMT_PLAATS, Gebeurtenis, Oproep, Plaatsregel, Plaatsstand
from aanmeldingen.plaatsen import lezen

PER_PAGINA = 50
_DOOR_AANVRAGER = (
    Gebeurtenis.AANMELDING,
    Gebeurtenis.AANVAARD,
    Gebeurtenis.AFGESLAGEN,
    Gebeurtenis.INGETROKKEN,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saldo:
    """What there is after a line."""

    capaciteit: int = 0
    bezet: int = 0
    aangeboden: int = 0
    wacht: int = 0
    kandidaten: int = 0

    @property
    def vrij(self) -> int:
        """As everywhere: what is neither taken nor offered."""
        return self.capaciteit - self.bezet - self.aangeboden

    def na(self, regel: Plaatsregel) -> "Saldo":
        """With one more line."""
        return Saldo(
            capaciteit=self.capaciteit + regel.capaciteit,
            bezet=self.bezet + _verschil(regel, *NEEMT_PLAATS),
            aangeboden=self.aangeboden + _verschil(regel, Plaatsstand.AANGEBODEN),
            wacht=self.wacht + _verschil(regel, Plaatsstand.WACHT),
            kandidaten=self.kandidaten + _verschil(regel, Plaatsstand.KANDIDAAT),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Boekregel:
    """A line and what was left after it. `wie`: a name, the applicant, or the product by its own rule."""

    regel: Plaatsregel
    saldo: Saldo

    @property
    def wie(self) -> str:
        """Who did it, as the office may read it."""
        return str(self.regel.door) if self.regel.door else self.rol

    @property
    def rol(self) -> str:
        """Who did it, without the name of a person."""
        if self.regel.door is not None:
            return "programmabureau"
        return "de organisatie zelf" if self.regel.gebeurtenis in _DOOR_AANVRAGER else "vanzelf"

    @property
    def openbare_reden(self) -> str:
        """The reason, but for what an applicant wrote: that may hold a name."""
        return "" if self.rol == "de organisatie zelf" else self.regel.reden

    @property
    def verschil(self) -> int:
        """How many places came free by it; negative: were taken."""
        bezig = (*NEEMT_PLAATS, Plaatsstand.AANGEBODEN)
        return self.regel.capaciteit - _verschil(self.regel, *bezig)

    @property
    def teken(self) -> str:
        """The same with its sign: `+1`, `−1`, `0`."""
        return f"{self.verschil:+d}".replace("-", "−") if self.verschil else "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wachtende:
    """The last line of who waits, and its place in the row, from 1."""

    regel: Plaatsregel
    rang: int


def wachtenden(oproep: Oproep) -> list[Wachtende]:
    """Who wait, by pot, the first first. One query."""
    regels = (
        lezen.wachtlijst(oproep)
        .select_related("aanmelding", "sector")
        .order_by(F("sector__naam").asc(nulls_last=True), "rang")
    )
    per_pot = groupby(regels, key=lambda regel: regel.sector_id)
    return [Wachtende(regel=regel, rang=rang) for _, pot in per_pot for rang, regel in enumerate(pot, start=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladzijde:
    """Lines, newest first; `ouder` and `nieuwer` are numbers to go on from, None at an end."""

    regels: list[Boekregel]
    ouder: int | None
    nieuwer: int | None


def bladzijde(oproep: Oproep, *, na: int | None = None, voor: int | None = None) -> Bladzijde:
    """The newest lines; those older than line `na`, or the ones just newer than line `voor`. Two queries."""
    regels = _regels(oproep)
    if voor is not None:
        gevonden = list(regels.filter(nummer__gt=voor).order_by("nummer")[: PER_PAGINA + 1])
        meer_nieuw, gevonden = len(gevonden) > PER_PAGINA, gevonden[:PER_PAGINA]
    else:
        ouder = regels if na is None else regels.filter(nummer__lt=na)
        gevonden = list(ouder.order_by("-nummer")[:PER_PAGINA])[::-1]
        meer_nieuw = na is not None
    if not gevonden:
        return Bladzijde(regels=[], ouder=None, nieuwer=None)
    eerste = gevonden[0].nummer
    return Bladzijde(
        regels=_met_saldo(gevonden, _saldo_voor(oproep, eerste))[::-1],
        ouder=eerste if eerste > 1 else None,  # the numbers have no gap
        nieuwer=gevonden[-1].nummer if meer_nieuw else None,
    )


def heel(oproep: Oproep) -> list[Boekregel]:
    """All lines, oldest first."""
    return _met_saldo(_regels(oproep), Saldo())


def _regels(oproep: Oproep) -> QuerySet[Plaatsregel]:
    return Plaatsregel.objects.filter(oproep=oproep).select_related("aanmelding", "sector", "door")


def _met_saldo(regels: Iterable[Plaatsregel], saldo: Saldo) -> list[Boekregel]:
    boek = []
    for regel in regels:
        saldo = saldo.na(regel)
        boek.append(Boekregel(regel=regel, saldo=saldo))
    return boek


def _saldo_voor(oproep: Oproep, nummer: int) -> Saldo:
    """What the lines before that one add up to."""
    som = lezen.totaal(lezen.per_pot(Plaatsregel.objects.filter(oproep=oproep, nummer__lt=nummer)))
    return Saldo(
        capaciteit=som.capaciteit,
        bezet=som.bezet,
        aangeboden=som.aangeboden,
        wacht=som.wacht,
        kandidaten=som.kandidaten,
    )


def _verschil(regel: Plaatsregel, *standen: str) -> int:
    return (regel.naar in standen) - (regel.van in standen)
