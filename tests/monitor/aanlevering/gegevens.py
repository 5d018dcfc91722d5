"""A fixed measurement with its delivery, as tests need it."""

import datetime
from uuid import uuid4

from monitor.aanlevering.leveren import doe, vraag
from monitor.models import Levering, Vaststelling
from tests.monitor.meten.gegevens import controleur

OP = datetime.datetime(2020, 9, 2, 10, 0, tzinfo=datetime.UTC)


def gevraagd(vaststelling: Vaststelling, *, op: datetime.datetime = OP) -> Levering:
    """A version that Mo asked for, in the queue."""
    return vraag(vaststelling, inzending=uuid4(), door=controleur(), op=op)


def klaar(vaststelling: Vaststelling, *, op: datetime.datetime = OP) -> Levering:
    """The same, made."""
    levering = gevraagd(vaststelling, op=op)
    doe(levering.pk)
    levering.refresh_from_db()
    return levering
