"""Whether an account can be used, in the words of the list."""

import datetime
from enum import StrEnum

from django.db.models import Q

from mantelzorg.models import User


class Toestand(StrEnum):
    """The state of an account on a day; follows from its records, never stored."""

    OPEN = "open"
    ZONDER_WACHTWOORD = "nog geen wachtwoord"
    VOORBIJ = "einddatum voorbij"
    GESLOTEN = "gesloten"


def toestand(user: User, dag: datetime.date) -> Toestand:
    """The state of this account on `dag`."""
    if not user.is_active:
        return Toestand.GESLOTEN
    if not user.open_op(dag):
        return Toestand.VOORBIJ
    return Toestand.OPEN if user.has_usable_password() else Toestand.ZONDER_WACHTWOORD


def is_open(dag: datetime.date) -> Q:
    """The accounts that are not closed and not past their end date on `dag`."""
    return Q(is_active=True) & (Q(einddatum=None) | Q(einddatum__gte=dag))
