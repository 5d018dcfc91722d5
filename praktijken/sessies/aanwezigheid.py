"""Who came: the people of a session as one person may see them, and writing it down row by row."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q, QuerySet

from deelnemers.models import Deelnemer
from mantelzorg.models import User
from praktijken.models import Aanwezigheid, Deelname, Sessie, Stand
from praktijken.querysets import DeelnameQuerySet, loopt_op

MEESTE: Final = 300
"""Rows on the page; a session of more people goes by list."""
NOG_NIET: Final = "De sessie is nog niet geweest. Wie er is, vult u op de dag zelf in; afmelden kan nu al."


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """A row. `stand` is empty where nothing is known; `botst`: what somebody else stored meanwhile."""

    deelnemer: Deelnemer
    namens: tuple[str, ...]
    stand: str
    keuze: str
    botst: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How many people are known to have come or not; `zonder_naam`: those whose names this reader may not see."""

    aanwezig: int
    afgemeld: int
    niet_gekomen: int
    zonder_naam: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wens:
    """What somebody filled in of a row: what stood there when they began, and what they make of it."""

    gezien: str
    stand: str


def lopend(sessie: Sessie) -> DeelnameQuerySet:
    """The participations of the session's practices that run on its day."""
    return Deelname.objects.filter(loopt_op(sessie.datum), praktijk__sessies=sessie)


def personen(sessie: Sessie, user: User, wensen: Mapping[int, Wens] | None = None) -> list[Persoon]:
    """Running participants and whoever is written down, by name; only those whose name `user` may see.

    `wensen`: what was filled in and not stored, because somebody else was first.
    """
    standen = dict(zichtbaar(sessie, user).values_list("deelnemer", "stand"))
    deelnames = lopend(sessie).zichtbaar_voor(user).select_related("deelnemer", "organisatie", "praktijk")
    namens: dict[Deelnemer, list[str]] = {}
    for deelname in deelnames.order_by("praktijk__naam", "pk"):
        namens.setdefault(deelname.deelnemer, []).append(_namens(deelname))
    for ander in Deelnemer.objects.filter(pk__in=set(standen) - {een.pk for een in namens}):
        namens[ander] = []
    rijen = [_persoon(een, wie, standen.get(een.pk, ""), (wensen or {}).get(een.pk)) for een, wie in namens.items()]
    return sorted(rijen, key=lambda rij: (rij.deelnemer.naam.casefold(), rij.deelnemer.nummer))[:MEESTE]


def zichtbaar(sessie: Sessie, user: User) -> "QuerySet[Aanwezigheid]":
    """What is written down of people whose name `user` may see."""
    return Aanwezigheid.objects.zichtbaar_voor(user).filter(sessie=sessie)


def telling(sessie: Sessie, user: User) -> Telling:
    """Figures for whoever may see the session; no names."""
    standen = {stand.name.lower(): Count("pk", filter=Q(stand=stand)) for stand in Stand}
    cijfers = Aanwezigheid.objects.filter(sessie=sessie).aggregate(**standen, alles=Count("pk"))
    zonder_naam = cijfers.pop("alles") - zichtbaar(sessie, user).count()
    return Telling(**cijfers, zonder_naam=zonder_naam)


def _namens(deelname: Deelname) -> str:
    wie = deelname.organisatie.naam if deelname.organisatie else deelname.hoedanigheid
    return f"{deelname.praktijk.naam}: {wie}" if wie else deelname.praktijk.naam


def _persoon(deelnemer: Deelnemer, namens: list[str], stand: str, wens: Wens | None) -> Persoon:
    if wens is None:
        return Persoon(deelnemer=deelnemer, namens=tuple(namens), stand=stand, keuze=stand)
    return Persoon(deelnemer=deelnemer, namens=tuple(namens), stand=stand, keuze=wens.stand, botst=stand)


def wijzigbaar(sessie: Sessie, user: User) -> set[int]:
    """The keys of those whose coming `user` may write down."""
    nu = lopend(sessie).wijzigbaar_door(user).values_list("deelnemer", flat=True)
    eerder = Aanwezigheid.objects.filter(sessie=sessie, deelnemer__in=Deelnemer.objects.wijzigbaar_door(user))
    return {*nu, *eerder.values_list("deelnemer", flat=True)}


@transaction.atomic
def zet_standen(*, sessie: Sessie, wensen: Mapping[int, Wens], vandaag: datetime.date) -> dict[int, Wens]:
    """Write down each row that was changed; what somebody else changed meanwhile stays, and is given back.

    ValidationError where somebody is said to have come to a session that lies ahead.
    """
    Sessie.objects.select_for_update(no_key=True).get(pk=sessie.pk)
    bestaand = {rij.deelnemer_id: rij for rij in Aanwezigheid.objects.filter(sessie=sessie, deelnemer__in=wensen)}
    botsend: dict[int, Wens] = {}
    for sleutel, wens, nu in _gewijzigd(wensen, bestaand):
        if nu != wens.gezien:
            botsend[sleutel] = Wens(gezien=nu, stand=wens.stand)
        else:
            _zet(sessie, sleutel, bestaand.get(sleutel), wens.stand, vandaag)
    return botsend


def _gewijzigd(wensen: Mapping[int, Wens], bestaand: Mapping[int, Aanwezigheid]) -> Iterator[tuple[int, Wens, str]]:
    for sleutel, wens in wensen.items():
        nu = bestaand[sleutel].stand if sleutel in bestaand else ""
        if wens.stand not in (nu, wens.gezien):
            yield sleutel, wens, nu


def _zet(sessie: Sessie, deelnemer: int, rij: Aanwezigheid | None, stand: str, vandaag: datetime.date) -> None:
    if rij is not None and not stand:
        rij._change_reason = "aanwezigheid toch onbekend"  # type: ignore[attr-defined]  # read by simple-history
        rij.delete()
    elif stand:
        leg_vast(sessie=sessie, deelnemer=deelnemer, rij=rij, stand=stand, vandaag=vandaag, reden="aangevinkt")


def leg_vast(
    *, sessie: Sessie, deelnemer: int, rij: Aanwezigheid | None, stand: str, vandaag: datetime.date, reden: str
) -> None:
    """Write down one person. ValidationError where it breaks a rule."""
    if stand != Stand.AFGEMELD and sessie.datum > vandaag:
        raise ValidationError(NOG_NIET)
    rij = rij or Aanwezigheid(sessie=sessie, deelnemer_id=deelnemer)
    rij.stand = stand
    rij._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    rij.full_clean(validate_unique=False, validate_constraints=False)
    rij.save()
