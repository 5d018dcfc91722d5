"""Saving one part of a practice: the fields that changed alone, at once or not at all, with the reason in history."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import models, transaction

from mantelzorg.samenloop import opgeslagen, vingerafdruk, zelfde

M = TypeVar("M", bound=models.Model)


class IntussenGewijzigd(Exception):
    """Somebody else changed these fields after they were shown."""


def afdruk(record: models.Model, velden: Iterable[str]) -> str:
    """The fingerprint of what is stored in `velden`: other parts of the record may change meanwhile."""
    eigen = set(velden)
    return vingerafdruk(paar for paar in opgeslagen(record) if paar[0].rpartition(":")[2] in eigen)


@transaction.atomic
def bewaar(*, record: models.Model, velden: Iterable[str], nieuw: Mapping[str, Any], gezien: str, reden: str) -> None:
    """Store the values of `nieuw`, by field; `gezien`: the fingerprint of `velden` as they were shown.

    IntussenGewijzigd where they changed since; IntegrityError where a rule of the database says no.
    """
    actueel = type(record)._default_manager.select_for_update(no_key=True).filter(pk=record.pk).first()
    if actueel is None or not zelfde(afdruk(actueel, velden), gezien):
        raise IntussenGewijzigd
    lijsten = {lijst.name for lijst in actueel._meta.many_to_many}
    _vul_lijsten(actueel, {naam: waarde for naam, waarde in nieuw.items() if naam in lijsten})
    kolommen = [naam for naam in nieuw if naam not in lijsten]
    for naam in kolommen:
        setattr(actueel, naam, nieuw[naam])
    _noem_reden(actueel, reden)
    actueel.save(update_fields=kolommen or [_een_kolom(actueel)])


def _vul_lijsten(record: Any, lijsten: Mapping[str, Any]) -> None:
    """Without an entry in the history of their own: the save that follows makes one, lists and all."""
    record.skip_history_when_saving = True
    for naam, waarden in lijsten.items():
        getattr(record, naam).set(waarden)
    del record.skip_history_when_saving


def _een_kolom(record: models.Model) -> str:
    """Where only a list changed, the record is saved as it is, for its history."""
    return next(veld.name for veld in record._meta.concrete_fields if not veld.primary_key)


@transaction.atomic
def voeg_toe(*, record: M, lijsten: Mapping[str, Any], reden: str) -> M:
    """Store a new record with its lists; IntegrityError where its key was taken meanwhile."""
    _noem_reden(record, reden)
    record.save(force_insert=True)
    for naam, waarden in lijsten.items():
        getattr(record, naam).set(waarden)
    return record


def _noem_reden(record: Any, reden: str) -> None:
    record._change_reason = reden
