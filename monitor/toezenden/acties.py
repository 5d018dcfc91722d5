"""Withdraw a plan: what waits in the outbox does not go any more either."""

import datetime

from django.db import transaction

from monitor.models import Toezending


@transaction.atomic
def trek_in(toezending: int, *, op: datetime.datetime) -> None:
    """A second time changes nothing."""
    een = Toezending.objects.select_for_update(no_key=True).get(pk=toezending)
    if een.ingetrokken_op is not None:
        return
    een.ingetrokken_op = op
    een._change_reason = "ingetrokken"  # type: ignore[attr-defined]  # read by simple-history
    een.save(update_fields=["ingetrokken_op"])
