"""Whether the worker runs: it shows itself by the clock, and before each job."""

import datetime
from dataclasses import dataclass
from typing import Final

from django_tasks_db.models import DBTaskResult

from mantelzorg.models import Hartslag

STIL_NA: Final = datetime.timedelta(minutes=5)
BEWAAR: Final = datetime.timedelta(days=7)
"""How long a worker that stopped is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkerstand:
    """`gezien`: when a worker last showed itself, None for never. `bezig_sinds`: when the job began that runs."""

    gezien: datetime.datetime | None
    bezig_sinds: datetime.datetime | None
    stil: bool


def klop(werker: str, nu: datetime.datetime) -> None:
    """This worker runs at `nu`."""
    Hartslag.objects.update_or_create(werker=werker, defaults={"op": nu})


def werkerstand(nu: datetime.datetime) -> Werkerstand:
    """How it is with the workers at `nu`, in two queries."""
    laatste = Hartslag.objects.order_by("-op").first()
    gezien = laatste.op if laatste else None
    bezig = DBTaskResult.objects.running().order_by("-started_at").first()
    stil = gezien is None or nu - gezien > STIL_NA
    return Werkerstand(gezien=gezien, bezig_sinds=bezig.started_at if bezig else None, stil=stil)
