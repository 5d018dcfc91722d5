"""The steps of a merge as they are kept: what each record was before and after, so that each can be taken back."""

import datetime
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.apps import apps
from django.db import models

Waarden = dict[str, str | int | None]
"""Attributes of a record by name, as JSON holds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One record: `voor` and `na` hold the attributes it had and got; `na` is None where it was deleted.

    An empty `voor` and `na` is a record that stayed as it was.
    """

    model: str
    pk: int
    voor: Waarden
    na: Waarden | None

    def als_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def klasse(self) -> type[models.Model]:
        return apps.get_model(self.model)

    def alleen_anders(self) -> "Stap":
        """The same step, with the attributes alone that it changed: others may change later without harm."""
        na = self.na or {}
        anders = [naam for naam, waarde in na.items() if self.voor[naam] != waarde]
        return replace(self, voor={naam: self.voor[naam] for naam in anders}, na={naam: na[naam] for naam in anders})

    def is_bij(self, record: models.Model) -> bool:
        """Whether the record is still as this step left it."""
        return self.na is not None and waarden(record, self.na) == self.na

    def neem_terug(self, reden: str) -> None:
        """Make the record what it was before."""
        if self.na is None:
            record = self.klasse(pk=self.pk, **_omgezet(self.klasse, self.voor))
            bewaar(record, reden, force_insert=True)
        elif self.voor != self.na:
            record = self.klasse._default_manager.get(pk=self.pk)
            zet(record, _omgezet(self.klasse, self.voor), reden)


def zet(record: models.Model, nieuw: dict[str, Any], reden: str) -> Stap:
    """Give the record these attributes; the step that did it. Its whole state is kept, to tell later changes."""
    voor = waarden(record)
    for attribuut, waarde in nieuw.items():
        setattr(record, attribuut, waarde)
    na = waarden(record)
    anders = [veld.name for veld in record._meta.concrete_fields if voor.get(veld.attname) != na.get(veld.attname)]
    if anders:
        bewaar(record, reden, update_fields=anders)
    return Stap(model=record._meta.label_lower, pk=record.pk, voor=voor, na=na)


def verwijder(record: models.Model, reden: str) -> Stap:
    """Delete the record; the step that did it."""
    stap = Stap(model=record._meta.label_lower, pk=record.pk, voor=waarden(record), na=None)
    record._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    record.delete()
    return stap


def bleef(record: models.Model) -> Stap:
    """The record was there and stayed as it was."""
    return Stap(model=record._meta.label_lower, pk=record.pk, voor={}, na={})


def bewaar(record: models.Model, reden: str, **opties: Any) -> None:
    """Save with the reason in its history, where it has one."""
    record._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    record.save(**opties)


def waarden(record: models.Model, alleen: Waarden | None = None) -> Waarden:
    """All attributes of the record but its key, or those in `alleen`, as JSON holds them."""
    velden = [veld.attname for veld in record._meta.concrete_fields if not veld.primary_key]
    return {naam: _json(getattr(record, naam)) for naam in velden if alleen is None or naam in alleen}


def _json(waarde: Any) -> str | int | None:
    return waarde.isoformat() if isinstance(waarde, datetime.date) else waarde


def _omgezet(klasse: type[models.Model], bewaard: Waarden) -> dict[str, Any]:
    velden = {veld.attname: veld for veld in klasse._meta.concrete_fields}
    return {naam: velden[naam].to_python(waarde) for naam, waarde in bewaard.items()}
