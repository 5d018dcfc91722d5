"""Which adviser has room: what each has in hand now, and how often they had this sector before."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.timezone import localdate

from aanmeldingen.models import Aanmelding, Belangstelling, Intakegesprek, Sector, Vervolg
from aanmeldingen.models.belangstelling import BelangstellingQuerySet
from mantelzorg.accounts.toestand import is_open
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.models import Adviseurschap, Praktijk
from praktijken.querysets import loopt_op


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """An adviser with what they have in hand: practices, interests and talks, and `ervaring` with the sector.

    `ervaring`: how many organisations of the sector they called, talked with or guided, each once in each of these.
    """

    user: User
    praktijken: int
    belangstellingen: int
    gesprekken: int
    ervaring: int

    @property
    def drukte(self) -> int:
        """All that they have in hand."""
        return self.praktijken + self.belangstellingen + self.gesprekken

    @property
    def omschrijving(self) -> str:
        """The numbers, to choose by."""
        nu = f"{_aantal(self.praktijken, 'praktijk', 'praktijken')}, {self.belangstellingen} open belangstelling, "
        nu += _aantal(self.gesprekken, "gesprek", "gesprekken")
        return f"{self.user}: nu {nu}; eerder in deze sector: {self.ervaring}"


def kandidaten(sector: Sector | None, op: datetime.datetime) -> tuple[Kandidaat, ...]:
    """Open accounts of advisers: who has least in hand first, then who knows the sector best. Seven queries."""
    dag = localdate(op)
    mensen = User.objects.filter(is_open(dag), groups__name=Rol.ADVISEUR.value)
    praktijken, belangstellingen, gesprekken = _praktijken(dag), _belangstellingen(), _gesprekken(op)
    ervaring: Counter[int] = _ervaring(sector) if sector else Counter()
    alle = [
        Kandidaat(
            user=user,
            praktijken=praktijken[user.pk],
            belangstellingen=belangstellingen[user.pk],
            gesprekken=gesprekken[user.pk],
            ervaring=ervaring[user.pk],
        )
        for user in mensen
    ]
    return tuple(sorted(alle, key=lambda een: (een.drukte, -een.ervaring, een.user.naam, een.user.pk)))


def niemand_belt(dag: datetime.date) -> Q:
    """Condition: no adviser was chosen, or their account is closed by now."""
    return Q(adviseur=None) | ~Q(adviseur__in=User.objects.filter(is_open(dag)).values("pk"))


def open_belangstelling() -> BelangstellingQuerySet:
    """Interest of which nothing came yet: no application, no outcome, or one to ask again."""
    zonder = Belangstelling.objects.filter(aanmelding=None, gewist_op=None)
    return zonder.filter(Q(vervolg="") | Q(vervolg=Vervolg.LATER))


def _praktijken(dag: datetime.date) -> Counter[int]:
    """Practices that have not ended, planned ones too: they take time already."""
    lopend = Praktijk.objects.filter(Q(einddatum=None) | Q(einddatum__gte=dag))
    schappen = Adviseurschap.objects.filter(loopt_op(dag), praktijk__in=lopend)
    return _per_adviseur(schappen.values_list("adviseur", "praktijk"))


def _belangstellingen() -> Counter[int]:
    return _per_adviseur(open_belangstelling().exclude(adviseur=None).values_list("adviseur", "pk"))


def _gesprekken(op: datetime.datetime) -> Counter[int]:
    komend = Intakegesprek.objects.filter(vervallen_op=None, moment__gte=op)
    return _per_adviseur(komend.values_list("adviseur", "pk"))


def _ervaring(sector: Sector) -> Counter[int]:
    gebeld = Belangstelling.objects.filter(sector=sector).exclude(adviseur=None).values_list("adviseur", "pk")
    gesproken = Intakegesprek.objects.filter(aanmelding__sector=sector, vervallen_op=None)
    toegelaten = Aanmelding.objects.filter(sector=sector).exclude(toelating=None)
    begeleid = Adviseurschap.objects.filter(praktijk__toelating__aanmelding__in=toegelaten)
    return (
        _per_adviseur(gebeld)
        + _per_adviseur(gesproken.values_list("adviseur", "aanmelding"))
        + _per_adviseur(begeleid.values_list("adviseur", "praktijk"))
    )


def _per_adviseur(paren: Iterable[tuple[Any, Any]]) -> Counter[int]:
    """How many different ones each has."""
    return Counter(adviseur for adviseur, _ in set(paren))


def _aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"
