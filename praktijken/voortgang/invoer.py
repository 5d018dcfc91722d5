"""What somebody fills in about an experiment, and what is filled in beforehand."""

import datetime
from dataclasses import dataclass, replace
from uuid import UUID

from mantelzorg.models import User
from praktijken.models import Fase, Voortgang

_DAARNA = {Fase.EVALUEREN: (0, Fase.BIJSTELLEN), Fase.BIJSTELLEN: (1, Fase.UITVOEREN)}
"""Rounds further, and the next phase, where the last one ends by being written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoer:
    """The fields of a progress entry (begrippen.md §2, Voortgang); texts are empty where nothing is said."""

    datum: datetime.date
    ronde: int | None
    fase: str
    verslag: str = ""
    geleerd: str = ""
    besluit: str = ""
    volgende_stap: str = ""

    @classmethod
    def van(cls, voortgang: Voortgang) -> "Invoer":
        """What stands in an entry."""
        return cls(
            datum=voortgang.datum,
            ronde=voortgang.ronde,
            fase=voortgang.fase,
            verslag=voortgang.verslag,
            geleerd=voortgang.geleerd,
            besluit=voortgang.besluit,
            volgende_stap=voortgang.volgende_stap,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzending:
    """Who sends, and the key of the form: the same form twice stores once."""

    door: User
    sleutel: UUID


def voorstel(laatste: Voortgang | None, dag: datetime.date) -> Invoer:
    """What a new entry on `dag` most likely says: where the last one left, or the beginning."""
    if laatste is None:
        return Invoer(datum=dag, ronde=1, fase=Fase.VOORBEREIDEN.value)
    zelfde = Invoer(datum=dag, ronde=laatste.ronde, fase=laatste.fase)
    if laatste.fase not in _DAARNA:
        return zelfde
    verder, fase = _DAARNA[Fase(laatste.fase)]
    return replace(zelfde, ronde=laatste.ronde and laatste.ronde + verder, fase=fase.value)
