"""Who changed a record since a moment, as far as its history knows."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from monitor.feiten import Deelnemerfeit, Experimentfeit, Organisatiefeit, Praktijkfeit, Vraagfeit
from monitor.indicatoren.soort import Indicatorsoort
from monitor.verschil.telling import GEMEENTE, NIET_TE_KOPPELEN, Record
from monitor.verschil.wijzigingen import Wijziging
from praktijken.models import Deelname, Experiment, Ontwerpvraag, Praktijk, PraktijkGemeente, Praktijkpartner

_HISTORIE: dict[str, tuple[Any, str]] = {
    Praktijkfeit.soort: (Praktijk, "id"),
    Vraagfeit.soort: (Ontwerpvraag, "id"),
    Experimentfeit.soort: (Experiment, "id"),
    Organisatiefeit.soort: (Praktijkpartner, "organisatie_id"),
    Deelnemerfeit.soort: (Deelname, "deelnemer_id"),
    GEMEENTE: (PraktijkGemeente, "gemeente_id"),
}
"""Per kind of record: whose history tells of it, and the column with its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laatste:
    """The last change: when, and by whom; empty for a command or an import without a person."""

    op: datetime.datetime
    door: str


def laatste_wijzigingen(
    van: Indicatorsoort, lijst: Iterable[Wijziging], sinds: datetime.datetime
) -> dict[Record, Laatste]:
    """Of each changed record of that indicator the last change since; of what hangs on a practice and did not change
    itself, that of the practice. What history does not know is left out. A query for each kind of record.
    """
    lijst = [een for een in lijst if een.feit is not None]
    records = {een.record for een in lijst} | {plek for een in lijst for plek in _praktijken(een.feit)}
    bekend = {
        (soort, sleutel): laatste
        for soort, (model, kolom) in (_HISTORIE | dict(van.historie)).items()
        for sleutel, laatste in _van_soort(model, kolom, [een for een in records if een[0] == soort], sinds).items()
    }
    return {een.record: laatste for een in lijst if (laatste := _laatste(een, bekend))}


def _van_soort(model: Any, kolom: str, records: list[Record], sinds: datetime.datetime) -> dict[str, Laatste]:
    sleutels = [sleutel for _, sleutel in records if not sleutel.startswith(NIET_TE_KOPPELEN)]
    if not sleutels:
        return {}
    rijen = model.history.filter(**{f"{kolom}__in": sleutels}, history_date__gt=sinds)
    velden = rijen.order_by("history_date", "history_id").values_list(kolom, "history_date", "history_user__naam")
    return {str(sleutel): Laatste(op=op, door=door or "") for sleutel, op, door in velden}


def _laatste(een: Wijziging, bekend: dict[Record, Laatste]) -> Laatste | None:
    if een.record in bekend:
        return bekend[een.record]
    via = [bekend[plek] for plek in _praktijken(een.feit) if plek in bekend]
    return max(via, key=lambda laatste: laatste.op, default=None)


def _praktijken(feit: Any) -> list[Record]:
    match feit:
        case Vraagfeit() | Experimentfeit():
            ids = [feit.praktijk]
        case Organisatiefeit():
            ids = [een.praktijk for een in feit.betrokken]
        case Deelnemerfeit():
            ids = [een.praktijk for een in feit.deelnames]
        case _:
            ids = []
    return [(Praktijkfeit.soort, str(pk)) for pk in ids]
