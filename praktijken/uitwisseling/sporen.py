"""What an import did, read back from the history it left: which records it added, changed and removed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import models

from mantelzorg.models import User
from praktijken.models import Adviseurschap, Importbatch, PraktijkGemeente, Thema
from praktijken.uitwisseling.schrijver import GROEP
from praktijken.uitwisseling.soorten import SOORTEN

GERAAKT: Final[tuple[Any, ...]] = (
    PraktijkGemeente,
    Adviseurschap,
    *reversed([soort.model for soort in SOORTEN]),
    User,
    Thema,
)
"""Every kind of record an import writes; who refers to another comes before it."""


@dataclass(slots=True)
class Spoor:
    """What the batch did with one kind of record. Keys of the first and last line of history it wrote of each."""

    model: Any
    nieuw: set[int] = field(default_factory=set)
    gewijzigd: set[int] = field(default_factory=set)
    verwijderd: set[int] = field(default_factory=set)
    eerste: dict[int, int] = field(default_factory=dict)
    laatste: dict[int, int] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return str(self.model._meta.label_lower)

    def __len__(self) -> int:
        return len(self.laatste)


def lees_sporen(batch: Importbatch) -> list[Spoor]:
    """One query for each kind of record."""
    return [_lees(model, batch) for model in GERAAKT]


def _lees(model: Any, batch: Importbatch) -> Spoor:
    spoor = Spoor(model)
    gelezen = model.history.filter(batch.sporen).order_by("history_id").values_list("history_id", "id", "history_type")
    for regel, pk, soort in gelezen.iterator():
        spoor.eerste.setdefault(pk, regel)
        spoor.laatste[pk] = regel
        {"+": spoor.nieuw, "~": spoor.gewijzigd, "-": spoor.verwijderd}[soort].add(pk)
    spoor.gewijzigd -= spoor.nieuw | spoor.verwijderd
    spoor.nieuw, spoor.verwijderd = spoor.nieuw - spoor.verwijderd, spoor.verwijderd - spoor.nieuw
    return spoor


def groepen(pks: Iterable[int]) -> Iterator[list[int]]:
    """Keys in groups that fit in one query, in order."""
    lijst = sorted(pks)
    for begin in range(0, len(lijst), GROEP):
        yield lijst[begin : begin + GROEP]


def versies(spoor: Spoor, pks: list[int]) -> dict[int, tuple[Any, Any]]:
    """Per record its line of history from before the import (None where there is none) and the import's last."""
    gevonden: dict[int, tuple[Any, Any]] = {}
    regels: models.QuerySet[Any] = spoor.model.history.filter(id__in=pks).order_by("history_id")
    for regel in regels:
        voor, na = gevonden.get(regel.id, (None, None))
        if regel.history_id < spoor.eerste[regel.id]:
            voor = regel
        elif regel.history_id == spoor.laatste[regel.id]:
            na = regel
        gevonden[regel.id] = (voor, na)
    return gevonden
