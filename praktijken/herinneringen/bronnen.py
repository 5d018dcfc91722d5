"""Everything that can ask for somebody's attention."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag
from praktijken.herinneringen import adviseurtaken, kantoortaken
from praktijken.herinneringen.taak import Bron, Regel, Taak
from praktijken.models import Uitstel


def alle_bronnen() -> tuple[Bron, ...]:
    """In the order in which tasks are shown: those of practices, then what apps above this one name in `TAAKBRONNEN`.

    Another kind of task: its Bron here or in that setting, and `docs/herinneringen.md` made anew.
    """
    return (adviseurtaken.BRON, kantoortaken.BRON, *map(import_string, settings.TAAKBRONNEN))


@dataclass(frozen=True, slots=True, kw_only=True)
class Takenlijst:
    """What asks for somebody's attention on a day; `uitgesteld`: each with the last day that it waits."""

    taken: tuple[Taak, ...]
    uitgesteld: tuple[tuple[Taak, datetime.date], ...]


def bronnen_van(user: User) -> tuple[Bron, ...]:
    """Where tasks of this person come from."""
    return tuple(bron for bron in alle_bronnen() if bron.voor(user)) if mag(user, Recht.TAKEN_ZIEN) else ()


def regels_van(user: User) -> tuple[Regel, ...]:
    """The rules that can remind this person."""
    return tuple(regel for bron in bronnen_van(user) for regel in bron.regels)


def takenlijst(user: User, dag: datetime.date) -> Takenlijst:
    """Everything for this person on `dag`, in a fixed number of queries."""
    wacht = dict(Uitstel.objects.filter(gebruiker=user, tot_en_met__gte=dag).values_list("taak", "tot_en_met"))
    alle = tuple(_alle(user, dag))
    return Takenlijst(
        taken=tuple(taak for taak in alle if taak.sleutel not in wacht),
        uitgesteld=tuple((taak, wacht[taak.sleutel]) for taak in alle if taak.sleutel in wacht),
    )


def _alle(user: User, dag: datetime.date) -> Iterator[Taak]:
    for bron in bronnen_van(user):
        yield from bron.taken(user, dag)
