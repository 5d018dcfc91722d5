"""What happened to an interest, from its history."""

import datetime
from dataclasses import dataclass

from aanmeldingen.models import Belangstelling, Contactmoment
from mantelzorg.models import User
from mantelzorg.momenten import dag

AANVRAGER = "de aanvrager"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebeurd:
    """One thing that happened: when, by whom, what."""

    op: datetime.datetime
    wie: str
    wat: str


def verloop(rij: Belangstelling) -> list[Gebeurd]:
    """All of it, newest first; three queries."""
    namen = _namen(rij)
    stappen = [
        Gebeurd(op=een.history_date, wie=str(een.history_user or AANVRAGER), wat=_wat(een, namen))
        for een in rij.history.select_related("history_user").order_by("history_id")
    ]
    stappen += [
        Gebeurd(op=een.history_date, wie=str(een.history_user or een.door), wat=een.history_change_reason or "contact")
        for een in Contactmoment.history.filter(belangstelling_id=rij.pk).select_related("history_user", "door")
    ]
    return sorted(stappen, key=lambda een: een.op, reverse=True)


def _namen(rij: Belangstelling) -> dict[int, str]:
    """Whose task it ever was."""
    sleutels = rij.history.exclude(adviseur=None).order_by().values("adviseur_id")
    return {user.pk: str(user) for user in User.objects.filter(pk__in=sleutels)}


def _wat(versie: Belangstelling, namen: dict[int, str]) -> str:
    reden = getattr(versie, "history_change_reason", "") or "gewijzigd"
    if reden.startswith("toegewezen"):
        return f"toegewezen aan {namen.get(versie.adviseur_id or 0, 'een adviseur')}"
    if versie.later_op and reden.startswith("uitkomst"):
        return f"{reden}, op {dag(versie.later_op)}"
    return reden
