"""What tests of erasing share: who does it, when, and everything the database still holds as text."""

from typing import Any
from uuid import uuid4

from django.utils import timezone

from deelnemers.models import Deelnemer
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from praktijken.avg.inventaris import alle_modellen, tekstvelden
from praktijken.avg.wissen import Gewist, Opdracht, wis


def wis_nu(persoon: Deelnemer, user: User, **rest: Any) -> Gewist:
    """Erase, today."""
    opdracht = Opdracht(**{"deelnemer": persoon.pk, "inzending": uuid4()} | rest)
    return wis(opdracht, user=user, nu=timezone.now(), dag=vandaag())


def alles_wat_er_staat() -> str:
    """Every text, JSON and file of every table, of history and of others' packages too: nothing may leak from here."""
    delen = []
    for model in alle_modellen():
        velden = [veld.attname for veld in tekstvelden(model)]
        for rij in model._default_manager.values_list(*velden) if velden else ():
            delen += [f"{model._meta.label}: {bytes(een) if isinstance(een, memoryview) else een}" for een in rij]
    return "\n".join(delen)
