"""Places at a meeting: how many are taken, and who of the waiting list gets one that comes free."""

import datetime

from django.db.models import Q

from aanmeldingen.bijeenkomsten import brieven
from aanmeldingen.bijeenkomsten.slot import is_open
from aanmeldingen.models import Bijeenkomst, Inschrijving
from praktijken.models import Stand


def met_plaats(pad: str = "") -> Q:
    """Who a place is kept for. Who walks in takes a chair, not the place of somebody who signed up.

    `pad`: from the rows that are asked for to the sign-up.
    """
    ingeschreven = Q(**{f"{pad}op_wachtlijst": False, f"{pad}aan_de_deur": False})
    return ingeschreven & ~Q(**{f"{pad}stand": Stand.AFGEMELD})


def wacht(pad: str = "") -> Q:
    """Who waits for a place."""
    return Q(**{f"{pad}op_wachtlijst": True, f"{pad}stand": ""})


def vrij(bijeenkomst: Bijeenkomst) -> int:
    """Places nobody has; never below 0, also where the office lowered the capacity."""
    return max(0, bijeenkomst.capaciteit - bijeenkomst.inschrijvingen.filter(met_plaats()).count())


def schuif_door(bijeenkomst: Bijeenkomst, *, op: datetime.datetime) -> list[Inschrijving]:
    """Give what is free to who waits, in order, each with a mail; who got a place. Under the lock on the meeting."""
    if not is_open(bijeenkomst, op):
        return []
    eersten = list(bijeenkomst.inschrijvingen.filter(wacht()).order_by("pk")[: vrij(bijeenkomst)])
    for inschrijving in eersten:
        inschrijving.op_wachtlijst = False
        inschrijving._change_reason = "plaats vrijgekomen"  # type: ignore[attr-defined]  # read by simple-history
        inschrijving.save(update_fields=["op_wachtlijst"])
        inschrijving.bijeenkomst = bijeenkomst
        brieven.plaats_vrij(inschrijving)
    return eersten
