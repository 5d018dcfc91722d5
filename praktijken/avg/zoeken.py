"""Where a text stands: in records as they are, in their history, and in stored files. Nothing is written here."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast

from praktijken.avg.bestanden import BESTANDEN, is_in_bestand
from praktijken.avg.inventaris import Aard, alle_modellen, historie, is_historie, velden_van
from praktijken.avg.patroon import Patroon

_PER_KEER = 50  # files in memory at a time


@dataclass(slots=True)
class Vindplaats:
    """A record in which the text stands, now or in an earlier version. `velden` as people call them."""

    model: type[models.Model]
    pk: Any
    velden: set[str] = field(default_factory=set)
    fragmenten: set[str] = field(default_factory=set)
    nu: int = 0
    versies: int = 0
    in_bestand: bool = False

    @property
    def sleutel(self) -> str:
        return f"{self.model._meta.label_lower}:{self.pk}"

    @property
    def soort(self) -> str:
        return str(self.model._meta.verbose_name)

    @property
    def waar(self) -> str:
        return ", ".join(sorted(self.velden))

    @property
    def stukken(self) -> list[str]:
        return sorted(self.fragmenten)


def zoek(patroon: Patroon) -> list[Vindplaats]:
    """All places, by kind of record and key."""
    gevonden: dict[tuple[str, Any], Vindplaats] = {}
    for model in alle_modellen():
        if is_historie(model):
            continue
        for plek in [*_in_records(model, patroon), *_in_bestanden(model, patroon)]:
            _voeg_bij(gevonden.setdefault((plek.sleutel, plek.pk), plek), plek)
    return sorted(gevonden.values(), key=lambda plek: (plek.soort, plek.pk))


def _voeg_bij(plek: Vindplaats, ander: Vindplaats) -> None:
    if plek is not ander:
        plek.velden |= ander.velden
        plek.fragmenten |= ander.fragmenten
        plek.in_bestand |= ander.in_bestand


def _in_records(model: type[models.Model], patroon: Patroon) -> list[Vindplaats]:
    per_pk: dict[Any, Vindplaats] = {}
    tabellen = [tabel for tabel in (model, historie(model)) if tabel is not None]
    for tabel in tabellen:
        for rij, velden in treffers(tabel, patroon):
            pk = rij.pk if tabel is model else getattr(rij, model._meta.pk.attname)
            plek = per_pk.setdefault(pk, Vindplaats(model, pk))
            plek.nu += tabel is model
            plek.versies += tabel is not model
            for veld in velden:
                plek.velden.add(_naam(veld))
                plek.fragmenten |= {patroon.fragment(deel) for deel in _delen(getattr(rij, veld.attname))} - {""}
    return list(per_pk.values())


def _naam(veld: "models.Field[Any, Any]") -> str:
    return "reden van een wijziging" if veld.name == "history_change_reason" else str(veld.verbose_name)


def treffers(
    tabel: type[models.Model], patroon: Patroon
) -> Iterator[tuple[models.Model, list["models.Field[Any, Any]"]]]:
    """Rows of a table, of history or not, with the fields in which it stands."""
    velden = velden_van(tabel, Aard.VRIJ)
    if not velden:
        return
    alle = [veld.name for veld in tabel._meta.concrete_fields]
    rijen = tabel._default_manager.only(*(set(alle) - {veld.name for veld in velden_van(tabel, Aard.BESTAND)}))
    for rij in _wellicht(rijen, velden, patroon).order_by("pk").iterator():
        raak = [veld for veld in velden if patroon.staat_in(getattr(rij, veld.attname))]
        if raak:
            yield rij, raak


def _wellicht(
    rijen: "models.QuerySet[Any]", velden: list["models.Field[Any, Any]"], patroon: Patroon
) -> "models.QuerySet[Any]":
    """Rows that may hold it, as far as the database can tell."""
    if "" in patroon.in_databank:
        return rijen
    voorwaarde = Q()
    for veld in velden:
        naam = veld.name
        if isinstance(veld, models.JSONField):
            naam = f"{veld.name}_als_tekst"
            rijen = rijen.alias(**{naam: Cast(veld.name, models.TextField())})
        for stuk in patroon.in_databank:
            voorwaarde |= Q(**{f"{naam}__icontains": stuk})
    return rijen.filter(voorwaarde)


def _delen(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict | list):
        for deel in waarde.values() if isinstance(waarde, dict) else waarde:
            yield from _delen(deel)


def _in_bestanden(model: type[models.Model], patroon: Patroon) -> Iterator[Vindplaats]:
    if model._meta.label_lower not in BESTANDEN:
        return
    for veld in velden_van(model, Aard.BESTAND):
        rijen = model._default_manager.only("pk", veld.name).order_by("pk")
        for rij in rijen.iterator(chunk_size=_PER_KEER):
            if is_in_bestand(bytes(getattr(rij, veld.attname)), patroon):
                yield Vindplaats(model, rij.pk, velden={str(veld.verbose_name)}, in_bestand=True)


def per_soort(plekken: list[Vindplaats]) -> dict[str, int]:
    """How many records of each kind."""
    telling: dict[str, int] = defaultdict(int)
    for plek in plekken:
        telling[plek.soort] += 1
    return dict(telling)
