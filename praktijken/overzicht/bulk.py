"""A bulk action from preview to undo: exactly what was shown is done, and only what nobody touched since is undone."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from mantelzorg.models import User
from mantelzorg.samenloop import vingerafdruk
from praktijken.models import Adviseurschap, Bulkactie, Praktijk
from praktijken.overzicht.acties import Bulkhandeling, Plan, Stap, Weigering

HOOGSTENS = 500
"""Practices in one bulk action: what a person can still look through before they confirm."""
_DAGEN = {"einddatum", "vanaf", "tot_en_met"}


class VoorbeeldVerouderd(Exception):
    """The records changed since the preview: it must be looked at again."""


def plan(handeling: Bulkhandeling, sleutels: Sequence[int], user: User) -> Plan:
    """What it would do to the practices with these keys that `user` may change; two queries."""
    praktijken = Praktijk.objects.wijzigbaar_door(user).filter(pk__in=sleutels).order_by("naam", "code", "pk")
    return _plan(handeling, praktijken, Adviseurschap.objects.filter(praktijk__in=sleutels))


def afdruk(voorgenomen: Plan) -> str:
    """The fingerprint of a preview: what is confirmed must be what was shown."""
    return vingerafdruk((f"{stap.soort}:{stap.praktijk}:{stap.pk}", repr(asdict(stap))) for stap in voorgenomen.stappen)


@transaction.atomic
def voer_uit(
    *, handeling: Bulkhandeling, sleutels: Sequence[int], user: User, reden: str, inzending: UUID, gezien: str
) -> Bulkactie:
    """Do what the preview with fingerprint `gezien` showed. A second send gives the first's result.

    Raises VoorbeeldVerouderd: then nothing was changed.
    """
    praktijken = Praktijk.objects.wijzigbaar_door(user).filter(pk__in=sleutels)
    op_slot = list(praktijken.select_for_update(of=("self",)).order_by("pk"))
    eerder = Bulkactie.objects.filter(inzending=inzending, gebruiker=user).first()
    if eerder is not None:
        return eerder
    schappen = Adviseurschap.objects.select_for_update().filter(praktijk__in=op_slot).order_by("pk")
    voorgenomen = _plan(handeling, op_slot, schappen)
    if not voorgenomen.stappen or afdruk(voorgenomen) != gezien:
        raise VoorbeeldVerouderd
    actie = Bulkactie.objects.create(gebruiker=user, wat=handeling.wat, inzending=inzending)
    records = {praktijk.pk: praktijk for praktijk in op_slot}, {schap.pk: schap for schap in schappen}
    gedaan = [_doe(stap, records, user, f"{reden} (bulkactie {actie.pk})") for stap in voorgenomen.stappen]
    actie.stappen = [_bewaard(stap) for stap in gedaan]
    actie.save(update_fields=["stappen"])
    return actie


@transaction.atomic
def maak_ongedaan(*, actie: Bulkactie, user: User) -> Bulkactie:
    """Put back what it changed, where nobody changed those fields since; each step says what became of it."""
    actie = Bulkactie.objects.select_for_update().get(pk=actie.pk)
    if actie.ongedaan_op is not None:
        return actie
    sleutels = [stap["praktijk"] for stap in actie.stappen]
    praktijken = Praktijk.objects.wijzigbaar_door(user).filter(pk__in=sleutels)
    op_slot = {praktijk.pk: praktijk for praktijk in praktijken.select_for_update(of=("self",)).order_by("pk")}
    schappen = Adviseurschap.objects.select_for_update().filter(praktijk__in=op_slot).order_by("pk")
    records: dict[str, Mapping[int, models.Model]] = {
        "praktijk": op_slot,
        "adviseurschap": {schap.pk: schap for schap in schappen},
    }
    reden = f"bulkactie {actie.pk} ongedaan gemaakt"
    for stap in actie.stappen:
        stap["gebleven"] = _zet_terug(stap, records[stap["soort"]].get(stap["pk"]), user, reden)
    actie.ongedaan_op = timezone.now()
    actie.save(update_fields=["stappen", "ongedaan_op"])
    return actie


def _plan(handeling: Bulkhandeling, praktijken: Iterable[Praktijk], schappen: Iterable[Adviseurschap]) -> Plan:
    per_praktijk: defaultdict[int, list[Adviseurschap]] = defaultdict(list)
    for schap in schappen:
        per_praktijk[schap.praktijk_id].append(schap)
    stappen, weigeringen = [], []
    for praktijk in praktijken:
        uitkomst = handeling.stap(praktijk, per_praktijk[praktijk.pk])
        if isinstance(uitkomst, str):
            weigeringen.append(Weigering(praktijk=praktijk.pk, naam=str(praktijk), omdat=uitkomst))
        else:
            stappen.append(uitkomst)
    return Plan(stappen=tuple(stappen), weigeringen=tuple(weigeringen))


def _doe(stap: Stap, records: tuple[dict[int, Praktijk], dict[int, Adviseurschap]], user: User, reden: str) -> Stap:
    praktijken, schappen = records
    record: Any
    if stap.pk is None:
        record = Adviseurschap(praktijk=praktijken[stap.praktijk])
    else:
        record = praktijken[stap.pk] if stap.soort == "praktijk" else schappen[stap.pk]
    _schrijf(record, stap.na, user, reden)
    return replace(stap, pk=record.pk)


def _schrijf(record: Any, waarden: dict[str, Any], user: User, reden: str) -> None:
    """Save these fields alone, with who and why in the history."""
    for veld, waarde in waarden.items():
        setattr(record, veld, _uit_json(veld, waarde))
    record._history_user, record._change_reason = user, reden
    record.save(update_fields=None if record._state.adding else list(waarden))


def _zet_terug(stap: dict[str, Any], record: models.Model | None, user: User, reden: str) -> str:
    """Why it stays as it is; empty where it was put back."""
    if record is None:
        return "bestaat niet meer"
    if any(getattr(record, veld) != _uit_json(veld, waarde) for veld, waarde in stap["na"].items()):
        return "is intussen opnieuw gewijzigd"
    if stap["voor"] is None:
        record._history_user, record._change_reason = user, reden  # type: ignore[attr-defined]
        record.delete()
        return ""
    for veld, waarde in stap["voor"].items():
        setattr(record, veld, _uit_json(veld, waarde))
    try:
        record.full_clean()
    except ValidationError as fout:
        return " ".join(fout.messages)
    _schrijf(record, stap["voor"], user, reden)
    return ""


def _uit_json(veld: str, waarde: Any) -> Any:
    return datetime.date.fromisoformat(waarde) if veld in _DAGEN and waarde else waarde


def _bewaard(stap: Stap) -> dict[str, Any]:
    """What is kept of a step: keys and values. Names are looked up when it is shown."""
    return {"soort": stap.soort, "pk": stap.pk, "praktijk": stap.praktijk, "voor": stap.voor, "na": stap.na}
