"""The record of a history page: one that stands, or one that was removed; and the way back to its own page."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse

from deelnemers.models import Deelnemer
from mantelzorg.geschiedenis.waarden import Versie, lijstregels, naam_van
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag, mag_alles
from praktijken.geschiedenis.namen import namen
from praktijken.geschiedenis.soorten import OP_SLUG, Soort
from praktijken.models import Praktijk


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevonden:
    """A record by its last version; `bestaat` tells whether it stands."""

    soort: Soort
    pk: int
    laatste: Versie
    bestaat: bool
    naam: str
    terug: str
    """The address of the page it stands on; empty where there is none for this user."""

    @property
    def is_praktijk(self) -> bool:
        return self.soort.model is Praktijk


def vind(slug: str, pk: int, user: User) -> Gevonden:
    """Http404 for what does not exist, what one may not see, and for who may not read practices at all."""
    soort = OP_SLUG.get(slug)
    if soort is None or not mag(user, Recht.PRAKTIJKEN_ZIEN):
        raise Http404
    bestaat = soort.zichtbaar(user).filter(pk=pk).exists()
    if not bestaat and soort.model._default_manager.filter(pk=pk).exists():
        raise Http404
    versies = soort.versies(user).filter(**{soort.sleutel: pk}).prefetch_related(*lijstregels(soort.model))
    laatste = versies.order_by("-history_date", "-history_id").first()
    if laatste is None:
        raise Http404
    return Gevonden(
        soort=soort,
        pk=pk,
        laatste=laatste,
        bestaat=bestaat,
        naam=naam_van(laatste, namen([laatste], user)),
        terug=_adres(soort, pk, user) if bestaat else "",
    )


def _adres(soort: Soort, pk: int, user: User) -> str:
    if soort.adres is not None:
        return soort.adres(pk)
    if soort.model is Praktijk:
        return reverse("praktijken:praktijk", args=[pk])
    if soort.model is Deelnemer:
        return reverse("praktijken:deelnemer", args=[pk])
    if soort.pad:
        return reverse("praktijken:praktijk", args=[_praktijk(soort, pk)])
    if mag_alles(user, soort.wijzigen):
        return reverse(f"admin:{soort.model._meta.app_label}_{soort.model._meta.model_name}_change", args=[pk])
    return ""


def _praktijk(soort: Soort, pk: int) -> Any:
    """Key of the practice a record hangs on."""
    return soort.model._default_manager.filter(pk=pk).values_list(f"{soort.pad.removesuffix('__')}_id", flat=True)[0]
