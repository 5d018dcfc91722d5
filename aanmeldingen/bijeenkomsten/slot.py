"""The lock under which places at a meeting are given out, and when that ends."""

import datetime
from typing import Final

from django.utils import timezone

from aanmeldingen.models import Bijeenkomst

LINK_WERKT: Final = datetime.timedelta(days=183)
"""How long after the meeting the personal link shows its documents; the mails say half a year."""


class Gesloten(Exception):
    """The meeting began or was called off: nobody signs up or off any more."""


def op_slot(bijeenkomst: int) -> Bijeenkomst:
    """The meeting, kept from others until the transaction ends. SQLite locks as a whole when the transaction begins.

    Read after the lock is had: of a locked row PostgreSQL gives the latest, but of what is joined to it what stood
    there before the wait.
    """
    Bijeenkomst.objects.select_for_update(no_key=True).get(pk=bijeenkomst)
    return Bijeenkomst.objects.select_related("sessie", "oproep").get(pk=bijeenkomst)


def begint(bijeenkomst: Bijeenkomst) -> datetime.datetime:
    """The moment it begins, in Amsterdam."""
    return _op_de_dag(bijeenkomst, bijeenkomst.begin)


def eindigt(bijeenkomst: Bijeenkomst) -> datetime.datetime:
    """The moment it ends, in Amsterdam."""
    return _op_de_dag(bijeenkomst, bijeenkomst.eind)


def is_open(bijeenkomst: Bijeenkomst, op: datetime.datetime) -> bool:
    """Whether one can sign up or off at this moment: before it begins, unless it was called off."""
    return bijeenkomst.afgelast_op is None and op < begint(bijeenkomst)


def link_tot(bijeenkomst: Bijeenkomst) -> datetime.date:
    """The last day of the personal links of who signed up."""
    return bijeenkomst.sessie.datum + LINK_WERKT


def _op_de_dag(bijeenkomst: Bijeenkomst, tijd: datetime.time) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(bijeenkomst.sessie.datum, tijd))
