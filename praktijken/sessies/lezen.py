"""Reading sessions: the list, and all that the screen of one session shows a person."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from mantelzorg.models import User
from praktijken.models import Afspraak, Praktijk, Sessie, Stand
from praktijken.models.sessies import SessieQuerySet

_OPEN = 20  # agreements of earlier sessions that still stand


def met_rijen(sessies: SessieQuerySet, user: User) -> SessieQuerySet:
    """Fetches along what a row of a list shows: practices that `user` may see, and how many came.

    To a meeting of a call come people who signed up for it, not participants.
    """
    zichtbaar = Praktijk.objects.zichtbaar_voor(user).order_by("naam", "code")
    aanwezig = Count("aanwezigheid", filter=Q(aanwezigheid__stand=Stand.AANWEZIG), distinct=True)
    gasten = "bijeenkomst__inschrijvingen"
    te_gast = Count(gasten, filter=Q(**{f"{gasten}__stand": Stand.AANWEZIG}), distinct=True)
    return (
        sessies.select_related("programma")
        .prefetch_related(Prefetch("praktijken", zichtbaar))
        .annotate(aantal_aanwezig=aanwezig + te_gast)
        .order_by("-datum", "-pk")
    )


def gezocht(sessies: SessieQuerySet, user: User, dag: datetime.date, vraag: dict[str, Any]) -> SessieQuerySet:
    """Those of the kind, practice or place that was asked for. Only practices that `user` may see are searched."""
    if vraag["soort"]:
        sessies = sessies.filter(soort=vraag["soort"])
    if vraag["mijn"]:
        sessies = sessies.filter(_met(Praktijk.objects.begeleid_door(user, dag)))
    if vraag["zoek"]:
        in_naam = Q(naam__icontains=vraag["zoek"]) | Q(code__iexact=vraag["zoek"])
        praktijken = Praktijk.objects.zichtbaar_voor(user).filter(in_naam)
        sessies = sessies.filter(_met(praktijken) | Q(plaats__icontains=vraag["zoek"]))
    return sessies


def _met(praktijken: "QuerySet[Praktijk]") -> Q:
    tussen = Sessie.praktijken.through._default_manager
    return Q(pk__in=tussen.filter(praktijk__in=praktijken.values("pk")).values("sessie"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessieblad:
    """One session as a person sees it. `gedeeld`: they may change what all practices share; `mede`: a part of it."""

    sessie: Sessie
    praktijken: tuple[Praktijk, ...]
    gedeeld: bool
    mede: bool
    afspraken: tuple[Afspraak, ...]
    open_afspraken: tuple[Afspraak, ...]

    def mag_wijzigen(self, afspraak: Afspraak) -> bool:
        """Whether they may change this agreement of this session."""
        if afspraak.praktijk_id is None:
            return self.gedeeld
        return any(een.pk == afspraak.praktijk_id and een.wijzigbaar for een in self.praktijken)  # type: ignore[attr-defined]  # annotated

    @property
    def eigen_afspraken(self) -> list[tuple[Afspraak, bool]]:
        """The agreements of this session, each with whether it may be changed."""
        return [(afspraak, self.mag_wijzigen(afspraak)) for afspraak in self.afspraken]


def blad_van(sessie: Sessie, user: User) -> Sessieblad:
    """Whatever of the session `user` may see; a number of queries that does not grow with it."""
    praktijken = (
        Praktijk.objects.zichtbaar_voor(user)
        .filter(sessies=sessie)
        .met_bereik_van(user)
        .select_related("programma")
        .prefetch_related("prangende_vragen", "ontwerpvragen__themas")
        .order_by("naam", "code")
    )
    zichtbaar = Afspraak.objects.zichtbaar_voor(user).select_related("praktijk", "sessie")
    eerder = zichtbaar.filter(gedaan_op=None, sessie__datum__lte=sessie.datum).exclude(sessie=sessie)
    van_deze = Sessie.objects.filter(_met(Praktijk.objects.filter(sessies=sessie)))
    return Sessieblad(
        sessie=sessie,
        praktijken=tuple(praktijken),
        gedeeld=Sessie.objects.wijzigbaar_door(user).filter(pk=sessie.pk).exists(),
        mede=Sessie.objects.mede_wijzigbaar_door(user).filter(pk=sessie.pk).exists(),
        afspraken=tuple(zichtbaar.filter(sessie=sessie)),
        open_afspraken=tuple(
            eerder.filter(Q(praktijk__sessies=sessie) | Q(praktijk=None, sessie__in=van_deze.values("pk")))
            .order_by("sessie__datum", "pk")
            .distinct()[:_OPEN]
        ),
    )
