"""A page of changes of a record and what hangs on it, the newest first, in a fixed number of queries."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.dateparse import parse_datetime

from mantelzorg.geschiedenis.waarden import SOORTEN as WAT_ER_GEBEURDE
from mantelzorg.geschiedenis.waarden import Namen, Versie, lijstregels, naam_van, verschillen
from mantelzorg.models import User
from mantelzorg.samenloop import Verschil
from mantelzorg.toegang import Recht, mag, mag_alles
from praktijken.geschiedenis.namen import namen
from praktijken.geschiedenis.soorten import Rijen, Soort, Spoor

PER_BLADZIJDE: Final = 25
LANGSTE_TEKST: Final = 1_000
"""Characters of a value in a list of changes; a page stays small, the whole text stands where one compares."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Plek:
    """Where a version stands in the order of time; what comes after it is older."""

    op: datetime.datetime
    spoor: int
    versie: int

    @classmethod
    def uit(cls, tekst: str) -> Self | None:
        """Read from an address; None where it is no place."""
        op, _, rest = tekst.partition("_")
        spoor, _, versie = rest.partition("_")
        try:
            moment = parse_datetime(op)
            plek = cls(op=moment, spoor=int(spoor), versie=int(versie)) if moment and moment.tzinfo else None
        except ValueError:
            return None
        return plek if plek and max(plek.spoor, plek.versie) < 2**62 else None

    def __str__(self) -> str:
        return f"{self.op.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%S.%fZ}_{self.spoor}_{self.versie}"

    def ouder(self, spoor: int) -> Q:
        """Condition on versions of a track: after this place."""
        zelfde = Q(history_date=self.op)
        if spoor == self.spoor:
            return Q(history_date__lt=self.op) | zelfde & Q(history_id__lt=self.versie)
        return Q(history_date__lt=self.op) | (zelfde if spoor < self.spoor else Q(pk__in=[]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """One change of one record. `door` is empty for a command, an import without a person, or who may not see it."""

    versie: int
    soort: Soort
    pk: Any
    op: datetime.datetime
    door: str
    gebeurde: str
    wat: str
    reden: str
    verschillen: Sequence[Verschil]
    terug: bool
    """Whether one may go back to how it stood: before a removal, else after this change."""
    terug_naar: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladzijde:
    """`ouder`: where the next page begins; None on the last."""

    wijzigingen: Sequence[Wijziging]
    ouder: Plek | None


def bladzijde(sporen: Sequence[Spoor], user: User, vanaf: Plek | None) -> Bladzijde:
    """The changes of all tracks after `vanaf`; a save that changed nothing is left out."""
    rijen = [
        (Plek(op=versie.history_date, spoor=nummer, versie=versie.history_id), spoor.soort, versie)
        for nummer, spoor in enumerate(sporen)
        for versie in _versies(spoor, user, vanaf.ouder(nummer) if vanaf else Q())
    ]
    rijen.sort(key=lambda rij: rij[0], reverse=True)
    hier = rijen[:PER_BLADZIJDE]
    gelezen = _Gelezen.van([(soort, versie) for _, soort, versie in hier], user)
    wijzigingen = [gelezen.wijziging(soort, versie) for _, soort, versie in hier]
    return Bladzijde(
        wijzigingen=[een for een in wijzigingen if een.verschillen or een.gebeurde == WAT_ER_GEBEURDE["-"]],
        ouder=hier[-1][0] if len(rijen) > PER_BLADZIJDE else None,
    )


def _versies(spoor: Spoor, user: User, na: Q) -> Rijen:
    model = spoor.soort.model
    zelfde = model.history.filter(**{spoor.soort.sleutel: OuterRef(spoor.soort.sleutel)})
    eerder = Q(history_date__lt=OuterRef("history_date"))
    gelijk = Q(history_date=OuterRef("history_date"))
    vorige = zelfde.filter(eerder | gelijk & Q(history_id__lt=OuterRef("history_id")))
    later = Q(history_date__gt=OuterRef("history_date")) | gelijk & Q(history_id__gt=OuterRef("history_id"))
    rijen: Rijen = (
        spoor.versies(user)
        .filter(na)
        .annotate(
            vorige=Subquery(vorige.order_by("-history_date", "-history_id").values("history_id")[:1]),
            achterhaald=Exists(zelfde.filter(later)),
        )
        .select_related("history_user")
        .prefetch_related(*lijstregels(model))
        .order_by("-history_date", "-history_id")
    )
    return rijen[: PER_BLADZIJDE + 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gelezen:
    """What it takes to put versions into words, read for all of them at once."""

    user: User
    vorige: dict[tuple[str, int], Versie]
    namen: Namen
    wijzigbaar: set[tuple[str, Any]]

    @classmethod
    def van(cls, rijen: Sequence[tuple[Soort, Versie]], user: User) -> Self:
        vorige: dict[tuple[str, int], Versie] = {}
        wijzigbaar: set[tuple[str, Any]] = set()
        for soort in dict.fromkeys(soort for soort, _ in rijen):
            eigen = [versie for een, versie in rijen if een is soort]
            eerder = soort.versies(user).filter(pk__in=[v.vorige for v in eigen if v.vorige])
            vorige |= {(soort.slug, v.pk): v for v in eerder.prefetch_related(*lijstregels(soort.model))}
            sleutels = {getattr(versie, soort.sleutel) for versie in eigen}
            te_wijzigen = soort.wijzigbaar(user).filter(pk__in=sleutels).values_list("pk", flat=True)
            wijzigbaar |= {(soort.slug, pk) for pk in te_wijzigen}
        alle = [*(versie for _, versie in rijen), *vorige.values()]
        return cls(user=user, vorige=vorige, namen=namen(alle, user), wijzigbaar=wijzigbaar)

    def wijziging(self, soort: Soort, versie: Versie) -> Wijziging:
        oud = self.vorige.get((soort.slug, versie.vorige))
        weg = versie.history_type == "-"
        pk = getattr(versie, soort.sleutel)
        door = versie.history_user if mag(self.user, Recht.PERSONEN_ZIEN) else None
        return Wijziging(
            versie=versie.history_id,
            soort=soort,
            pk=pk,
            op=versie.history_date,
            door=str(door or ""),
            gebeurde=WAT_ER_GEBEURDE[versie.history_type],
            wat=naam_van(versie, self.namen),
            reden=versie.history_change_reason or "",
            verschillen=[] if weg else [_kort(een) for een in verschillen(versie, oud, self.namen)],
            terug=self._mag_terug(soort, pk, versie),
            terug_naar=versie.vorige if weg else versie.history_id,
        )

    def _mag_terug(self, soort: Soort, pk: Any, versie: Versie) -> bool:
        if versie.history_type == "-":
            bureau = soort.terug and mag_alles(self.user, soort.wijzigen)
            return bureau and not versie.achterhaald and versie.vorige is not None
        return bool(versie.achterhaald) and (soort.slug, pk) in self.wijzigbaar


def _kort(verschil: Verschil) -> Verschil:
    return Verschil(veld=verschil.veld, nu=ingekort(verschil.nu), ingevuld=ingekort(verschil.ingevuld))


def ingekort(tekst: str) -> str:
    """The text, or its beginning with a sign that there is more."""
    return tekst if len(tekst) <= LANGSTE_TEKST else f"{tekst[:LANGSTE_TEKST].rstrip()} …"
