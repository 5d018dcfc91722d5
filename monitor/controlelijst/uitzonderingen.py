"""Accept a finding that holds a measurement up, with the reason."""

import datetime
from uuid import UUID

from django.db import transaction

from mantelzorg.models import User
from monitor.controlelijst.lijst import controlelijst
from monitor.meten.opstellen import KanNiet, op_slot
from monitor.models import Controleuitzondering

WEG = "Deze bevinding is er niet meer, of is veranderd. Bekijk de lijst opnieuw."


@transaction.atomic
def aanvaard(
    *, meting: int, regel: str, waarover: str, reden: str, door: User, op: datetime.datetime, inzending: UUID
) -> Controleuitzondering:
    """An exception for exactly what was seen; the same `inzending` again gives the one there is. KanNiet."""
    een = op_slot(meting)
    eerder = Controleuitzondering.objects.filter(inzending=inzending).first()
    if eerder is not None:
        return eerder
    gezien = [punt.bevinding for punt in controlelijst(een) if punt.houdt_tegen and punt.bevinding.aanvaardbaar]
    bevinding = next((punt for punt in gezien if (punt.regel, punt.waarover) == (regel, waarover)), None)
    if bevinding is None:
        raise KanNiet(WEG)
    uitzondering = Controleuitzondering(
        meting=een, regel=regel, waarover=waarover, bevinding=bevinding.tekst,
        reden=reden, door=door, op=op, inzending=inzending,
    )  # fmt: skip
    uitzondering._change_reason = "bevinding aanvaard"  # type: ignore[attr-defined]  # read by simple-history
    uitzondering.save()
    return uitzondering
