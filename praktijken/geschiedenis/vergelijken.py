"""How a record stood at two moments, side by side; of a practice also which parts came, went and changed."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from mantelzorg.geschiedenis.waarden import Namen, Versie, lijstregels, naam_van, verschillen
from mantelzorg.models import User
from mantelzorg.samenloop import Verschil
from praktijken.geschiedenis.lezen import ingekort
from praktijken.geschiedenis.namen import namen
from praktijken.geschiedenis.soorten import Spoor

MEESTE_DELEN: Final = 200
"""Parts that came, went or changed, on one page."""
Stand = dict[tuple[int, Any], Versie]
"""How records stood, by track and key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Up to and including `tot`. `label`: how the page calls it."""

    tot: datetime.datetime
    label: str

    @classmethod
    def dag(cls, dag: datetime.date) -> "Moment":
        """The end of that day, in Europe/Amsterdam."""
        einde = timezone.make_aware(datetime.datetime.combine(dag, datetime.time.max))
        return cls(tot=einde, label=f"{dag:%d-%m-%Y}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """A part that differs: `gebeurde` says how."""

    wat: str
    gebeurde: str
    verschillen: Sequence[Verschil]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijking:
    """What differs between two moments. `stond_er`: whether the record itself existed at the first and the second."""

    stond_er: tuple[bool, bool]
    verschillen: Sequence[Verschil]
    delen: Sequence[Deel]
    meer: int
    """Parts that differ beyond those shown."""


def vergelijk(sporen: Sequence[Spoor], user: User, van: Moment, naar: Moment) -> Vergelijking:
    """The first track is the record itself; a fixed number of queries a track."""
    toen, later = _stand(sporen, user, van), _stand(sporen, user, naar)
    gelezen = namen([*toen.values(), *later.values()], user)
    eigen = _eigen(toen), _eigen(later)
    delen = [
        deel
        for sleutel in dict.fromkeys([*toen, *later])
        if sleutel[0] > 0 and (deel := _deel(toen.get(sleutel), later.get(sleutel), gelezen))
    ]
    return Vergelijking(
        stond_er=(eigen[0] is not None, eigen[1] is not None),
        verschillen=_verschillen(*eigen, gelezen),
        delen=delen[:MEESTE_DELEN],
        meer=max(0, len(delen) - MEESTE_DELEN),
    )


def _stand(sporen: Sequence[Spoor], user: User, moment: Moment) -> Stand:
    """The last version of every record up to the moment, where it belonged here then and was not removed."""
    stand: Stand = {}
    for nummer, spoor in enumerate(sporen):
        soort = spoor.soort
        zelfde = soort.model.history.filter(**{soort.sleutel: OuterRef(soort.sleutel)}, history_date__lte=moment.tot)
        laatste = Subquery(zelfde.order_by("-history_date", "-history_id").values("history_id")[:1])
        rijen = spoor.versies(user).filter(history_date__lte=moment.tot, history_id=laatste).exclude(history_type="-")
        for versie in rijen.order_by(soort.sleutel).prefetch_related(*lijstregels(soort.model)):
            stand[nummer, getattr(versie, soort.sleutel)] = versie
    return stand


def _eigen(stand: Stand) -> Versie | None:
    return next((versie for (nummer, _), versie in stand.items() if nummer == 0), None)


def _verschillen(toen: Versie | None, later: Versie | None, gelezen: Namen) -> list[Verschil]:
    if later is None:
        return []
    return list(verschillen(later, toen, gelezen))


def _deel(toen: Versie | None, later: Versie | None, gelezen: Namen) -> Deel | None:
    """None where nothing differs."""
    if toen is None or later is None:
        stond = later or toen
        return Deel(wat=naam_van(stond, gelezen), gebeurde="erbij" if later else "weg", verschillen=())
    anders = [
        Verschil(veld=een.veld, nu=ingekort(een.nu), ingevuld=ingekort(een.ingevuld))
        for een in verschillen(later, toen, gelezen)
    ]
    return Deel(wat=naam_van(later, gelezen), gebeurde="gewijzigd", verschillen=anders) if anders else None
