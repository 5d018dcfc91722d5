"""Removing a text from every version of the records that were chosen: atomic, once, and on record."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import transaction

from mantelzorg.models import User
from praktijken.avg.patroon import Patroon
from praktijken.avg.vervangen import REDEN, vervang
from praktijken.avg.zoeken import zoek
from praktijken.models import Bijlage, Verwijdering

BIJLAGEN_WEG: Final = "bijlage weggegooid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekstopdracht:
    """What must go, from which records (`plekken`, their keys), and which attachments as a whole."""

    patroon: Patroon
    plekken: Collection[str]
    bijlagen: Collection[int]
    aanleiding: str
    inzending: UUID


@transaction.atomic
def verwijder_tekst(opdracht: Tekstopdracht, *, user: User) -> Verwijdering:
    """Do it; sent before, what was done then. IntegrityError where two records would get the same name."""
    eerder = Verwijdering.objects.filter(inzending=opdracht.inzending).first()
    if eerder is not None:
        return eerder
    gekozen = [plek for plek in zoek(opdracht.patroon) if plek.sleutel in opdracht.plekken]
    telling = vervang(gekozen, opdracht.patroon)
    bijlagen = list(Bijlage.objects.filter(pk__in=opdracht.bijlagen))
    for bijlage in bijlagen:
        bijlage.delete()
    if bijlagen:
        telling[BIJLAGEN_WEG] = len(bijlagen)
    aanleiding = opdracht.aanleiding or REDEN
    return Verwijdering.objects.create(aanleiding=aanleiding, telling=telling, door=user, inzending=opdracht.inzending)
