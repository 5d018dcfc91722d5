"""Candidates for the selection, ranked by what the assessment found; and how a choice spreads."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery

from aanmeldingen.models import Aanmelding, Advies, Intakegesprek, Oordeel, Oproep, Plaatsstand
from aanmeldingen.plaatsen import lezen

_ADVIES = [Advies.TOELATEN, Advies.AANHOUDEN, "", Advies.AFWIJZEN]
ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """An application that waits for the selection. Of `criteria`, some may not have been judged yet."""

    aanmelding: Aanmelding
    criteria: int
    voldaan: int
    ontheven: int
    niet_voldaan: int
    advies: str

    @property
    def sector(self) -> str:
        """The name of its sector."""
        return self.aanmelding.sector.naam if self.aanmelding.sector else ONBEKEND

    @property
    def provincie(self) -> str:
        """That of its municipality."""
        return (self.aanmelding.gemeente and self.aanmelding.gemeente.provincie) or ONBEKEND


@dataclass(frozen=True, slots=True, kw_only=True)
class Spreiding:
    """Of one sector or province: how many candidates there are, and how many of them were chosen."""

    naam: str
    kandidaten: int
    gekozen: int


def kandidaten(oproep: Oproep) -> list[Kandidaat]:
    """Fewest criteria not met first, then most met or waived, then by advice, then in order of receipt. One query."""
    wie = lezen.laatste_regels(oproep).filter(naar=Plaatsstand.KANDIDAAT).values("aanmelding")
    gesprekken = Intakegesprek.objects.filter(aanmelding=OuterRef("pk"), vervallen_op=None).exclude(advies="")
    rijen = Aanmelding.objects.filter(pk__in=wie).select_related("sector", "gemeente")
    rijen = rijen.annotate(
        criteria=Count("voorwaarden__criteria", distinct=True),
        voldaan=_oordelen(Oordeel.VOLDAAN),
        ontheven=_oordelen(Oordeel.ONTHEVEN),
        niet_voldaan=_oordelen(Oordeel.NIET_VOLDAAN),
        advies=Subquery(gesprekken.order_by("-moment").values("advies")[:1]),
    )
    return sorted(map(_kandidaat, rijen), key=_volgorde)


def _oordelen(oordeel: Oordeel) -> Count:
    return Count("oordelen", filter=Q(oordelen__oordeel=oordeel), distinct=True)


def _kandidaat(rij: Any) -> Kandidaat:  # an application with annotations
    return Kandidaat(
        aanmelding=rij,
        criteria=rij.criteria,
        voldaan=rij.voldaan,
        ontheven=rij.ontheven,
        niet_voldaan=rij.niet_voldaan,
        advies=rij.advies or "",
    )


def _volgorde(een: Kandidaat) -> tuple[int, ...]:
    advies = _ADVIES.index(een.advies)
    return (een.niet_voldaan, -(een.voldaan + een.ontheven), advies, een.aanmelding.nummer or 0)


def spreiding(allen: Sequence[Kandidaat], gekozen: Iterable[int], soort: str) -> list[Spreiding]:
    """By `soort`, "sector" or "provincie", in alphabetical order. `gekozen`: keys of applications."""
    sleutels = set(gekozen)
    alle = Counter(getattr(een, soort) for een in allen)
    van_gekozen = Counter(getattr(een, soort) for een in allen if een.aanmelding.pk in sleutels)
    return [Spreiding(naam=naam, kandidaten=alle[naam], gekozen=van_gekozen[naam]) for naam in sorted(alle)]
