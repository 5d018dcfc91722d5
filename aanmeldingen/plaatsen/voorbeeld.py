"""What a change of the number of places would do: tried for real, and undone."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from aanmeldingen.models import Gebeurtenis, Plaatsregel
from aanmeldingen.plaatsen.acties import stel_capaciteit
from aanmeldingen.plaatsen.lezen import Plaatsen, stand
from aanmeldingen.plaatsen.slot import op_slot
from mantelzorg.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevolg:
    """The numbers before and after, and which applications would be offered a place, by number."""

    voor: Plaatsen
    na: Plaatsen
    aanbiedingen: tuple[int, ...]
    laatste: int
    """The number of the last line it was computed from."""

    @property
    def tekort(self) -> int:
        """How many places too many would be taken or offered; 0 where they fit."""
        return max(0, -self.na.vrij)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """Another number of places. `quota`: by key of Oproepsector; `gezien`: the last line when the page was shown."""

    plaatsen: int
    quota: Mapping[int, int]
    reden: str
    gezien: int


class BoekGewijzigd(Exception):
    """Lines came in after the preview: what would happen now may be something else."""


def gevolg(oproep: int, wijziging: Wijziging, *, door: User, op: datetime.datetime) -> Gevolg:
    """What `wijziging` would do now. QuotaPassenNiet."""
    with transaction.atomic():
        op_slot(oproep)
        voor, laatste = stand(oproep), laatste_regel(oproep)
        _doe(oproep, wijziging, door, op)
        nieuw = Plaatsregel.objects.filter(oproep=oproep, nummer__gt=laatste, gebeurtenis=Gebeurtenis.AANBOD)
        nummers = nieuw.order_by("nummer").values_list("aanmelding__nummer", flat=True)
        aanbiedingen = tuple(nummer for nummer in nummers if nummer is not None)
        na = stand(oproep)
        transaction.set_rollback(True)
    return Gevolg(voor=voor, na=na, aanbiedingen=aanbiedingen, laatste=laatste)


@transaction.atomic
def voer_uit(oproep: int, wijziging: Wijziging, *, door: User, op: datetime.datetime) -> None:
    """Do what the preview showed. BoekGewijzigd, QuotaPassenNiet."""
    op_slot(oproep)
    if laatste_regel(oproep) != wijziging.gezien:
        raise BoekGewijzigd
    _doe(oproep, wijziging, door, op)


def laatste_regel(oproep: int) -> int:
    """The number of the last line; 0 without lines."""
    nummers = Plaatsregel.objects.filter(oproep=oproep).order_by("-nummer").values_list("nummer", flat=True)
    return nummers.first() or 0


def _doe(oproep: int, wijziging: Wijziging, door: User, op: datetime.datetime) -> None:
    stel_capaciteit(
        oproep=oproep, plaatsen=wijziging.plaatsen, quota=wijziging.quota, reden=wijziging.reden, door=door, op=op
    )
