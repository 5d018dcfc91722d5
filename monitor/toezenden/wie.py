"""Who may get a link to a measurement: asked when one chooses, when it is sent, and when the mail goes out."""

import datetime
from collections.abc import Iterable
from typing import Final

from django.db.models import Q, QuerySet

from mantelzorg.accounts.toestand import is_open
from mantelzorg.models import User
from mantelzorg.toegang import RECHTEN, Bereik, Recht, mag_alles

GESLOTEN: Final = "Het account is gesloten."
GEEN_RECHT: Final = "Dit account mag metingen niet meer zien."


def te_kiezen(dag: datetime.date, ook: Iterable[User] = ()) -> QuerySet[User]:
    """Who may see measurements, with an account that is open on `dag`; and who was chosen before."""
    rollen = [rol.value for rol, rechten in RECHTEN.items() if rechten.get(Recht.METINGEN_ZIEN) is Bereik.ALLES]
    mag_nu = is_open(dag) & Q(groups__name__in=rollen)
    eerder = Q(pk__in=[een.pk for een in ook])
    return User.objects.filter(mag_nu | eerder).distinct().order_by("naam", "email")


def bezwaar(user: User, dag: datetime.date) -> str:
    """Why this person gets no link on `dag`, in Dutch; empty where nothing is against it."""
    return _bezwaar(user, dag, mag=mag_alles(user, Recht.METINGEN_ZIEN))


def bezwaren(users: Iterable[User], dag: datetime.date) -> dict[int, str]:
    """The same of each of them that it holds for, by key. One query."""
    mag = set(te_kiezen(dag).values_list("pk", flat=True))
    redenen = {user.pk: _bezwaar(user, dag, mag=user.pk in mag) for user in users}
    return {pk: reden for pk, reden in redenen.items() if reden}


def _bezwaar(user: User, dag: datetime.date, *, mag: bool) -> str:
    if not user.open_op(dag):
        return GESLOTEN
    return "" if mag else GEEN_RECHT
