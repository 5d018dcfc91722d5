"""Which of the places that were found are ticked at first, and what cannot be searched."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q

from deelnemers.models import Deelnemer
from praktijken.avg.bestanden import is_doorzoekbaar
from praktijken.avg.zoeken import Vindplaats
from praktijken.models import Bijlage, Voortgang


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """A place with its tick."""

    plek: Vindplaats
    aan: bool


def met_vinkjes(plekken: list[Vindplaats], persoon: Deelnemer) -> list[Keuze]:
    """Ticked, but for notes of practices in which this person never took part: those may be of a namesake."""
    elders = _van_anderen(plekken, set(persoon.deelnames.values_list("praktijk_id", flat=True)))
    return [Keuze(plek=plek, aan=plek.sleutel not in elders) for plek in plekken]


def _van_anderen(plekken: list[Vindplaats], praktijken: set[int]) -> set[str]:
    per_model: dict[type[models.Model], list[Vindplaats]] = defaultdict(list)
    for plek in plekken:
        per_model[plek.model].append(plek)
    elders: set[str] = set()
    for model, groep in per_model.items():
        rijen: Any = model._default_manager.all()
        pad = getattr(rijen, "praktijk_pad", None)
        if pad is not None:
            buiten = rijen.filter(pk__in=[plek.pk for plek in groep]).exclude(Q(**{f"{pad}pk__in": praktijken}))
            elders |= {f"{model._meta.label_lower}:{pk}" for pk in buiten.values_list("pk", flat=True)}
    return elders


def niet_te_doorzoeken(plekken: Iterable[Vindplaats]) -> list[Bijlage]:
    """Attachments of the entries found in which nothing can be searched: a PDF or a picture."""
    verslagen = [plek.pk for plek in plekken if plek.model is Voortgang]
    bijlagen = Bijlage.objects.filter(voortgang__in=verslagen).order_by("pk")
    return [bijlage for bijlage in bijlagen if not is_doorzoekbaar(bytes(bijlage.inhoud))]
