"""What became of a fixed measurement: a row beside it, never a change of it."""

import datetime
from uuid import UUID, uuid4

from mantelzorg.models import User
from monitor.models import Metingstaat, Staatsoort, Vaststelling


def zet_staat(
    vaststelling: Vaststelling,
    soort: Staatsoort,
    *,
    reden: str,
    openbaar: str = "",
    door: User,
    op: datetime.datetime,
    bij: str = "",
    inzending: UUID | None = None,
) -> Metingstaat:
    """Add the state, numbered within its kind; the same `inzending` again gives the one there is. In a transaction.

    IntegrityError where somebody else adds one of that kind at the same moment.
    """
    if inzending is not None and (eerder := Metingstaat.objects.filter(inzending=inzending).first()) is not None:
        return eerder
    return Metingstaat.objects.create(
        vaststelling=vaststelling,
        soort=soort,
        nummer=vaststelling.staten.filter(soort=soort).count() + 1,
        op=op,
        door=door,
        reden=reden,
        openbaar=openbaar,
        bij=bij,
        inzending=inzending or uuid4(),
    )
