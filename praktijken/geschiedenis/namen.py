"""What the records are called that a version refers to: only to who may see them."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from mantelzorg.geschiedenis.waarden import VERBORGEN, VERDWENEN, Namen, Versie, verwijzingen
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag, mag_alles
from praktijken.geschiedenis.soorten import OP_MODEL
from praktijken.models import Deelname, Voortgang

_ERBIJ: dict[Any, tuple[str, ...]] = {Voortgang: ("experiment",), Deelname: ("deelnemer", "praktijk")}
"""What the text of a record reads along."""


def namen(versies: Iterable[Versie], user: User) -> Namen:
    """The texts of all records that the versions refer to; a query a kind of record."""
    return {model: _teksten(model, gezocht, user) for model, gezocht in verwijzingen(versies).items()}


def _teksten(model: type[models.Model], sleutels: set[Any], user: User) -> dict[Any, str]:
    rijen, alles = _zichtbaar(model, user)
    gevonden = {rij.pk: str(rij) for rij in rijen.filter(pk__in=sleutels).select_related(*_ERBIJ.get(model, ()))}
    return {sleutel: gevonden.get(sleutel, VERDWENEN if alles else VERBORGEN) for sleutel in sleutels}


def _zichtbaar(model: type[models.Model], user: User) -> tuple[models.QuerySet[Any], bool]:
    """The records `user` may see, and whether those are all: accounts are persons, municipalities are public."""
    if soort := OP_MODEL.get(model):
        return soort.zichtbaar(user), mag_alles(user, soort.zien)
    alle = model._default_manager.all()
    zien = model is not User or mag(user, Recht.PERSONEN_ZIEN)
    return (alle, True) if zien else (alle.none(), False)
