"""The practices somebody guides on a day: what asks for attention in each, and what was entered last."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, Prefetch, Subquery

from mantelzorg.models import User
from mantelzorg.volgorde import alfabetisch
from praktijken.models import Adviseurschap, Praktijk, Voortgang
from praktijken.models.praktijk import Status
from praktijken.querysets import loopt_op
from praktijken.signaalrijen import praktijkrijen, vakanties_vanaf
from praktijken.signalen import Experimentrij, Stand, stand_op


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenPraktijk:
    """One practice on the page."""

    praktijk: Praktijk
    status: Status
    waarneming: Adviseurschap | None
    """What makes the person a stand-in; None for who guides the practice as its own adviser."""
    stand: Stand
    laatste: Voortgang | None
    experimenten: tuple[Experimentrij, ...]
    """Those that run on the day: progress of them can be entered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """All practices of one person, those that ask for attention first, then by name; ended ones last."""

    praktijken: tuple[EigenPraktijk, ...]

    @property
    def met_signalen(self) -> int:
        """How many practices ask for attention."""
        return sum(bool(eigen.stand.signalen) for eigen in self.praktijken)


def overzicht(user: User, dag: datetime.date) -> Overzicht:
    """The practices `user` guides on `dag` and may see, in a fixed number of queries."""
    praktijken = list(_praktijken(user, dag))
    rijen, vakanties = praktijkrijen(praktijken, dag), vakanties_vanaf(dag)
    laatste = _laatste_voortgang(user, praktijken)
    eigen = [
        EigenPraktijk(
            praktijk=praktijk,
            status=praktijk.status_op(dag),
            waarneming=_waarneming(praktijk.adviseurschappen.all()),
            stand=stand_op(rijen[praktijk.pk], dag, vakanties),
            laatste=laatste.get(praktijk.pk),
            experimenten=rijen[praktijk.pk].experimenten,
        )
        for praktijk in praktijken
    ]
    return Overzicht(praktijken=tuple(sorted(eigen, key=_plek)))


def _praktijken(user: User, dag: datetime.date) -> Iterable[Praktijk]:
    """With what makes them the person's own, and the key of the last entry by `dag`."""
    eigen = Adviseurschap.objects.filter(loopt_op(dag), adviseur=user)
    voortgang = Voortgang.objects.filter(
        experiment__ontwerpvraag__praktijk=OuterRef("pk"), datum__lte=dag, vervangen_door=None
    )
    return (
        Praktijk.objects.zichtbaar_voor(user)
        .begeleid_door(user, dag)
        .annotate(laatste_voortgang=Subquery(voortgang.order_by("-datum", "-pk").values("pk")[:1]))
        .select_related("programma")
        .prefetch_related(Prefetch("adviseurschappen", eigen))
    )


def _laatste_voortgang(user: User, praktijken: Iterable[Praktijk]) -> dict[int, Voortgang]:
    """The last entry of each practice, by the practice's key."""
    sleutels = [getattr(praktijk, "laatste_voortgang", None) for praktijk in praktijken]
    gevonden = Voortgang.objects.zichtbaar_voor(user).filter(pk__in=[pk for pk in sleutels if pk])
    met_experiment = gevonden.select_related("experiment__ontwerpvraag", "door")
    return {verslag.experiment.ontwerpvraag.praktijk_id: verslag for verslag in met_experiment}


def _waarneming(schappen: Iterable[Adviseurschap]) -> Adviseurschap | None:
    """Who is both adviser and stand-in is adviser; of two stand-ins the one that lasts longest counts."""
    alle = list(schappen)
    if not all(schap.waarnemer for schap in alle):
        return None
    return max(alle, key=lambda schap: schap.tot_en_met or datetime.date.max, default=None)


def _plek(eigen: EigenPraktijk) -> tuple[bool, bool, tuple[str, str], str]:
    voorbij = eigen.status not in (Status.GEPLAND, Status.ACTIEF)
    return voorbij, not eigen.stand.signalen, alfabetisch(eigen.praktijk.naam), eigen.praktijk.code
