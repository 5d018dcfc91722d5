"""Writes about a call: atomic, with user and reason in the history; each looks again under the lock."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from aanmeldingen.models import Criterium, Oproep, Oproepsector, Verdeling, Voorwaarden
from aanmeldingen.oproepen import afdruk, controle
from aanmeldingen.plaatsen.acties import stel_capaciteit
from aanmeldingen.plaatsen.slot import op_slot
from mantelzorg.models import User
from mantelzorg.samenloop import zelfde


class IntussenGewijzigd(Exception):
    """Somebody else changed it after it was shown."""


class AlOntvangen(Exception):
    """Applications came in by the rule and the pots as they are: those stay."""


class NietKlaar(Exception):
    """Something is missing that a published call must have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kant:
    """How a sector takes part in a call."""

    instroom: str
    quotum: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A criterion as one fills it in."""

    tekst: str
    toelichting: str


@transaction.atomic
def bewaar_plaatsen(
    *,
    oproep: int,
    verdeling: str,
    plaatsen: int,
    kanten: Mapping[int, Kant],
    gezien: str,
    reden: str,
    door: User,
    op: datetime.datetime,
) -> None:
    """The rule, the sectors by their key and the number of places, at once.

    IntussenGewijzigd; QuotaPassenNiet; AlOntvangen: for another rule, or a quota that comes or goes, it is too late.
    """
    record = op_slot(oproep)
    if not zelfde(afdruk.plaatsen(record), gezien):
        raise IntussenGewijzigd
    if controle.al_ontvangen(record) and _verdeelt_anders(record, verdeling, kanten):
        raise AlOntvangen
    if record.verdeling != verdeling:
        record.verdeling = verdeling
        _bewaar(record, reden, "verdeling")
    _bewaar_kanten(record, kanten, reden)
    stel_capaciteit(oproep=oproep, plaatsen=plaatsen, reden=reden, door=door, op=op)


def _verdeelt_anders(oproep: Oproep, verdeling: str, kanten: Mapping[int, Kant]) -> bool:
    """Whether places would be given out from other pots than those the first applications took theirs from."""
    if verdeling != Verdeling.QUOTUM or oproep.verdeling != verdeling:
        return oproep.verdeling != verdeling
    had = {een.sector_id for een in oproep.oproepsectoren.all() if een.quotum is not None}
    return had != {sector for sector, kant in kanten.items() if kant.quotum is not None}


def _bewaar_kanten(oproep: Oproep, kanten: Mapping[int, Kant], reden: str) -> None:
    bestaand = {een.sector_id: een for een in oproep.oproepsectoren.all()}
    for sector, een in bestaand.items():
        if sector not in kanten:
            een._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
            een.delete()
    for sector, kant in kanten.items():
        een = bestaand.get(sector) or Oproepsector(oproep=oproep, sector_id=sector)
        if een.pk is None or (een.instroom, een.quotum) != (kant.instroom, kant.quotum):
            een.instroom, een.quotum = kant.instroom, kant.quotum
            _bewaar(een, reden)


@transaction.atomic
def begin_versie(*, oproep: int) -> Voorwaarden:
    """The version that is being written: the one that is there, else a copy of the last, else an empty first one."""
    record = op_slot(oproep)
    concept = record.voorwaarden.filter(vastgesteld_op=None).first()
    if concept is not None:
        return concept
    laatste = record.voorwaarden.order_by("-nummer").first()
    nummer = (record.voorwaarden.aggregate(hoogste=Max("nummer"))["hoogste"] or 0) + 1
    nieuw = Voorwaarden(oproep=record, nummer=nummer, tekst=laatste.tekst if laatste else "")
    reden = f"versie {nummer} begonnen"
    _bewaar(nieuw, reden)
    for een in laatste.criteria.all() if laatste else ():
        _bewaar(Criterium(voorwaarden=nieuw, nummer=een.nummer, tekst=een.tekst, toelichting=een.toelichting), reden)
    return nieuw


@transaction.atomic
def bewaar_versie(*, versie: int, tekst: str, reden: str, criteria: Sequence[Regel], gezien: str) -> None:
    """What is written so far. IntussenGewijzigd: by somebody else, who may have made it hold."""
    record = _concept(versie, gezien)
    if (record.tekst, record.reden) != (tekst, reden):
        record.tekst, record.reden = tekst, reden
        _bewaar(record, f"{record} gewijzigd", "tekst", "reden")
    bestaand = list(record.criteria.all())
    for nummer, regel in enumerate(criteria, start=1):
        een = bestaand[nummer - 1] if nummer <= len(bestaand) else Criterium(voorwaarden=record)
        if (een.nummer, een.tekst, een.toelichting) != (nummer, regel.tekst, regel.toelichting):
            een.nummer, een.tekst, een.toelichting = nummer, regel.tekst, regel.toelichting
            _bewaar(een, f"{record} gewijzigd")
    for een in bestaand[len(criteria) :]:
        een._change_reason = f"{record} gewijzigd"  # type: ignore[attr-defined]  # read by simple-history
        een.delete()


@transaction.atomic
def stel_vast(*, versie: int, gezien: str, door: User, op: datetime.datetime) -> None:
    """From now on it holds and stays as it is. IntussenGewijzigd; NietKlaar without criteria or a reason."""
    record = _concept(versie, gezien)
    if controle.mist_in_versie(record):
        raise NietKlaar
    record.vastgesteld_op, record.vastgesteld_door = op, door
    _bewaar(record, f"{record} vastgesteld", "vastgesteld_op", "vastgesteld_door")


def _concept(versie: int, gezien: str) -> Voorwaarden:
    op_slot(Voorwaarden.objects.get(pk=versie).oproep_id)
    record = Voorwaarden.objects.get(pk=versie)
    if record.vastgesteld_op is not None or not zelfde(afdruk.versie(record), gezien):
        raise IntussenGewijzigd
    return record


@transaction.atomic
def publiceer(*, oproep: int, op: datetime.datetime) -> None:
    """Everybody can read it from now on. NietKlaar where something is missing; a second time changes nothing."""
    record = op_slot(oproep)
    if record.gepubliceerd_op is not None:
        return
    if not all(punt.in_orde for punt in controle.punten(record)):
        raise NietKlaar
    record.gepubliceerd_op = op
    _bewaar(record, "gepubliceerd", "gepubliceerd_op")


@transaction.atomic
def trek_terug(*, oproep: int, reden: str) -> None:
    """Only who manages calls can read it from now on, and nobody can apply."""
    record = op_slot(oproep)
    if record.gepubliceerd_op is not None:
        record.gepubliceerd_op = None
        _bewaar(record, reden, "gepubliceerd_op")


def _bewaar(record: Any, reden: str, *velden: str) -> None:
    record._change_reason = reden
    record.save(update_fields=velden or None)
