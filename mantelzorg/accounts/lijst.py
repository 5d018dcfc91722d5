"""The list of accounts: which, in what order, with what a row shows, in a constant number of queries."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from mantelzorg.accounts.historie import als_tekst
from mantelzorg.accounts.toestand import Toestand, is_open, toestand
from mantelzorg.models import User
from mantelzorg.toegang import Rol

ZONDER_ROL = "geen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountregel:
    """One row of the list."""

    id: int
    naam: str
    email: str
    werkgever: str
    rollen: str
    einddatum: datetime.date | None
    toestand: Toestand


def vind(*, zoek: str, rol: str, toestand: str, dag: datetime.date) -> QuerySet[User]:
    """The accounts that match, by name; an empty argument matches all. Each word of `zoek` must occur."""
    gevonden = User.objects.filter(_met_rol(rol), _in_toestand(toestand, dag))
    for woord in zoek.split():
        gevonden = gevonden.filter(Q(naam__icontains=woord) | Q(email__icontains=woord) | Q(werkgever__icontains=woord))
    return gevonden.order_by(Lower("naam"), "email").prefetch_related("groups")


def regels(users: Iterable[User], dag: datetime.date) -> list[Accountregel]:
    """What the rows show; the groups come prefetched."""
    return [
        Accountregel(
            id=user.pk,
            naam=user.naam,
            email=user.email,
            werkgever=user.werkgever,
            rollen=als_tekst(groep.name for groep in user.groups.all()),
            einddatum=user.einddatum,
            toestand=toestand(user, dag),
        )
        for user in users
    ]


def _met_rol(rol: str) -> Q:
    if not rol:
        return Q()
    if rol == ZONDER_ROL:
        return ~Q(pk__in=User.groups.through.objects.filter(group__name__in=list(Rol)).values("user_id"))
    return Q(pk__in=User.groups.through.objects.filter(group__name=rol).values("user_id"))


def _in_toestand(gevraagd: str, dag: datetime.date) -> Q:
    zonder = Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return {
        "": Q(),
        Toestand.GESLOTEN: Q(is_active=False),
        Toestand.VOORBIJ: Q(is_active=True, einddatum__lt=dag),
        Toestand.ZONDER_WACHTWOORD: is_open(dag) & zonder,
        Toestand.OPEN: is_open(dag) & ~zonder,
    }[gevraagd]
