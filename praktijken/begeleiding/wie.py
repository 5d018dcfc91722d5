"""Who guided a practice on a day, asked later."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from praktijken.models import Adviseurschap, Praktijk
from praktijken.querysets import loopt_op


@dataclass(frozen=True, slots=True, kw_only=True)
class Begeleider:
    """Somebody who guided the practice; `verwijderd_op`: the day on which the record was taken out, if it was."""

    naam: str
    waarnemer: bool
    vanaf: datetime.date | None
    tot_en_met: datetime.date | None
    verwijderd_op: datetime.date | None = None


def wie_begeleidde(praktijk: Praktijk, dag: datetime.date) -> tuple[Begeleider, ...]:
    """By the dates as they are known now, in two queries.

    A record that was removed only after `dag` still says who guided then, and comes last; what somebody else's
    record says of the same person stands above it.
    """
    schappen = Adviseurschap.objects.filter(loopt_op(dag), praktijk=praktijk).select_related("adviseur")
    nu = [(schap.adviseur_id, _begeleider(schap)) for schap in schappen]
    bekend = {adviseur for adviseur, _ in nu}
    weg = (regel for regel in _verwijderd(praktijk, dag) if regel.adviseur_id not in bekend)
    return (*(begeleider for _, begeleider in nu), *(_begeleider(regel, _dag_van(regel)) for regel in weg))


def _verwijderd(praktijk: Praktijk, dag: datetime.date) -> list[Any]:
    """The last versions of removed records that covered `dag` and stood there on it."""
    verwijderd = Adviseurschap.history.filter(loopt_op(dag), praktijk=praktijk.pk, history_type="-")
    regels = verwijderd.select_related("adviseur").order_by("vanaf", "history_id")
    return [regel for regel in regels if _dag_van(regel) > dag]


def _dag_van(regel: Any) -> datetime.date:
    return timezone.localdate(regel.history_date)


def _begeleider(regel: Any, verwijderd_op: datetime.date | None = None) -> Begeleider:
    return Begeleider(
        naam=str(regel.adviseur or "een account dat niet meer bestaat"),
        waarnemer=regel.waarnemer,
        vanaf=regel.vanaf,
        tot_en_met=regel.tot_en_met,
        verwijderd_op=verwijderd_op,
    )
