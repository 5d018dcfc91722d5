"""Which practices, questions, experiments and participations: at a date, and for whom (begrippen.md §3)."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Case, Count, F, Prefetch, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from mantelzorg.klok import vandaag
from mantelzorg.toegang import Bereik, Recht, bereik

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from mantelzorg.models import User
    from praktijken.models import Deelname, Experiment, Ontwerpvraag, Praktijk, Thema  # noqa: F401  # named as text in bases

M = TypeVar("M", bound=models.Model)


def loopt_op(dag: datetime.date, pad: str = "") -> Q:
    """`dag` lies in the period vanaf–tot_en_met reached by `pad`: both ends included, an empty end is open."""
    return (Q(**{f"{pad}vanaf": None}) | Q(**{f"{pad}vanaf__lte": dag})) & (
        Q(**{f"{pad}tot_en_met": None}) | Q(**{f"{pad}tot_en_met__gte": dag})
    )


def praktijken_binnen(user: "User | AnonymousUser", recht: Recht, pad: str = "") -> Q | None:
    """Condition on the practice reached by `pad`: within reach of `recht` for `user`; None where all are."""
    from praktijken.models import Praktijk  # here, for the models import this module

    eigen = loopt_op(vandaag(), "adviseurschappen__") & Q(adviseurschappen__adviseur_id=user.pk)
    match bereik(user, recht):
        case Bereik.ALLES:
            return None
        case Bereik.EIGEN:
            return Q(**{f"{pad}pk__in": Praktijk.objects.filter(eigen).values("pk")})
        case Bereik.PROGRAMMA:
            programmas = Praktijk.objects.filter(eigen).values("programma")
            return Q(**{f"{pad}programma__in": programmas})
        case _:
            return Q(pk__in=[])


def status_uitdrukking(dag: datetime.date, pad: str = "") -> Case:
    """What `status_op` says on `dag` of the practice or experiment reached by `pad`, to show, filter and order by."""
    from praktijken.models.praktijk import Status  # here, for the models import this module

    return Case(
        When(Q(**{f"{pad}startdatum": None}) | Q(**{f"{pad}startdatum__gt": dag}), then=Value(Status.GEPLAND)),
        When(Q(**{f"{pad}einddatum": None}) | Q(**{f"{pad}einddatum__gte": dag}), then=Value(Status.ACTIEF)),
        default=F(f"{pad}afloop"),
        output_field=models.CharField(),
    )


def _aantal_per_praktijk(rijen: QuerySet[Any], pad: str) -> Coalesce:
    """How many of `rijen` hang on each practice; a subquery, so that counts don't multiply each other."""
    per_praktijk = rijen.filter(**{pad: models.OuterRef("pk")}).order_by().values(pad)
    return Coalesce(Subquery(per_praktijk.annotate(n=Count("pk")).values("n")), 0)


class BinnenPraktijk(models.QuerySet[M]):
    """Records that hang on a practice, by `praktijk_pad`; `zien` and `wijzigen` are the rights asked."""

    praktijk_pad: ClassVar[str] = "praktijk__"
    zien: ClassVar[Recht] = Recht.PRAKTIJKEN_ZIEN
    wijzigen: ClassVar[Recht] = Recht.PRAKTIJKEN_WIJZIGEN

    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """What `user` may see."""
        return self._binnen(user, self.zien)

    def wijzigbaar_door(self, user: "User | AnonymousUser") -> Self:
        """What `user` may change: an adviser what belongs to practices they guide today."""
        return self._binnen(user, self.wijzigen)

    def _binnen(self, user: "User | AnonymousUser", recht: Recht) -> Self:
        voorwaarde = praktijken_binnen(user, recht, self.praktijk_pad)
        return self if voorwaarde is None else self.filter(voorwaarde)


def _binnen_bereik(user: "User | AnonymousUser", recht: Recht) -> Case | Value:
    voorwaarde = praktijken_binnen(user, recht)
    return Value(True) if voorwaarde is None else Case(When(voorwaarde, then=Value(True)), default=Value(False))


class PraktijkQuerySet(BinnenPraktijk["Praktijk"]):
    praktijk_pad = ""

    def opgestart_op(self, peildatum: datetime.date) -> Self:
        """Startdatum on or before `peildatum`; ended or not."""
        return self.filter(startdatum__lte=peildatum)

    def actief_op(self, peildatum: datetime.date) -> Self:
        """Opgestart, and not ended before `peildatum`: the einddatum itself still counts."""
        return self.opgestart_op(peildatum).filter(Q(einddatum=None) | Q(einddatum__gte=peildatum))

    def begeleid_door(self, user: "User", dag: datetime.date) -> Self:
        """The practices `user` guides on `dag`."""
        eigen = loopt_op(dag, "adviseurschappen__") & Q(adviseurschappen__adviseur_id=user.pk)
        return self.filter(pk__in=self.model.objects.filter(eigen).values("pk"))

    def met_thema(self, themas: "Iterable[Thema | int]") -> Self:
        """Practices with one of `themas` on a design question, each once."""
        return self.filter(pk__in=self.model.objects.filter(ontwerpvragen__themas__in=themas).values("pk"))

    def met_status_op(self, dag: datetime.date) -> Self:
        """Adds `status`: what `Praktijk.status_op(dag)` says."""
        return self.annotate(status=status_uitdrukking(dag))

    def met_aantallen_op(self, dag: datetime.date) -> Self:
        """Adds `aantal_ontwerpvragen` (geldig on `dag`) and `aantal_experimenten` (opgestart by then)."""
        from praktijken.models import Experiment, Ontwerpvraag

        return self.annotate(
            aantal_ontwerpvragen=_aantal_per_praktijk(Ontwerpvraag.objects.geldig_op(dag), "praktijk"),
            aantal_experimenten=_aantal_per_praktijk(Experiment.objects.opgestart_op(dag), "ontwerpvraag__praktijk"),
        )

    def met_gemeenten(self) -> Self:
        """Fetches the municipalities along, in the practice's own order."""
        from praktijken.models import PraktijkGemeente

        gemeenten = PraktijkGemeente.objects.select_related("gemeente")
        return self.prefetch_related(Prefetch("praktijkgemeenten", gemeenten))

    def met_bereik_van(self, user: "User | AnonymousUser") -> Self:
        """Adds `voortgang_zichtbaar`, `personen_zichtbaar`, `personen_wijzigbaar`, `wijzigbaar`: what reaches it."""
        return self.annotate(
            voortgang_zichtbaar=_binnen_bereik(user, Recht.VOORTGANG_ZIEN),
            personen_zichtbaar=_binnen_bereik(user, Recht.PERSONEN_ZIEN),
            personen_wijzigbaar=_binnen_bereik(user, Recht.PERSONEN_WIJZIGEN),
            wijzigbaar=_binnen_bereik(user, Recht.PRAKTIJKEN_WIJZIGEN),
        )

    def voor_pagina(self, user: "User | AnonymousUser", dag: datetime.date) -> Self:
        """Fetches along all that the practice's own page shows `user` on `dag`, people who take part excepted."""
        from praktijken.models import Adviseurschap, Ontwerpvraag, Praktijkpartner

        zichtbaar = self.model.objects.zichtbaar_voor(user)
        partners = Praktijkpartner.objects.select_related("organisatie__organisatietype", "organisatie__gemeente")
        return (
            self.met_bereik_van(user)
            .met_status_op(dag)
            .met_gemeenten()
            .select_related("programma", "traject")
            .prefetch_related(Prefetch("gaat_verder_in", zichtbaar), Prefetch("samengevoegde_praktijken", zichtbaar))
            .prefetch_related(Prefetch("adviseurschappen", Adviseurschap.objects.select_related("adviseur")))
            .prefetch_related(Prefetch("partners", partners.order_by("-rol", "organisatie__naam", "vanaf")))
            .prefetch_related(Prefetch("ontwerpvragen", Ontwerpvraag.objects.voor_pagina(user, dag)))
            .prefetch_related("prangende_vragen", "onderbrekingen", "planstappen")
        )


class OntwerpvraagQuerySet(BinnenPraktijk["Ontwerpvraag"]):
    def geldig_op(self, peildatum: datetime.date) -> Self:
        """Geformuleerd on or before `peildatum`; vervallen_op is the first day it no longer counts."""
        return self.filter(Q(vervallen_op=None) | Q(vervallen_op__gt=peildatum), geformuleerd_op__lte=peildatum)

    def voor_pagina(self, user: "User | AnonymousUser", dag: datetime.date) -> Self:
        """Fetches along themes, experiments with their status on `dag`, and the reports `user` may read."""
        from praktijken.models import Experiment, Voortgang

        voortgang = Voortgang.objects.zichtbaar_voor(user).select_related("door").met_aantallen()
        experimenten = Experiment.objects.annotate(status=status_uitdrukking(dag))
        return self.prefetch_related(
            "themas", Prefetch("experimenten", experimenten.prefetch_related(Prefetch("voortgang", voortgang)))
        )


class ExperimentQuerySet(BinnenPraktijk["Experiment"]):
    praktijk_pad = "ontwerpvraag__praktijk__"

    def opgestart_op(self, peildatum: datetime.date) -> Self:
        """Startdatum on or before `peildatum`, from the experiment's own dates alone."""
        return self.filter(startdatum__lte=peildatum)


class VoortgangQuerySet(BinnenPraktijk[M]):
    praktijk_pad = "experiment__ontwerpvraag__praktijk__"
    zien = Recht.VOORTGANG_ZIEN

    def met_aantallen(self) -> Self:
        """Adds `aantal_reacties` and `aantal_bijlagen`."""
        return self.annotate(
            aantal_reacties=Count("reacties", distinct=True), aantal_bijlagen=Count("bijlagen", distinct=True)
        )


class DeelnameQuerySet(BinnenPraktijk["Deelname"]):
    zien = Recht.PERSONEN_ZIEN
    wijzigen = Recht.PERSONEN_WIJZIGEN

    def wijzigbaar_door(self, user: "User | AnonymousUser") -> Self:
        """What `user` may change; of an erased or restricted person nothing."""
        return super().wijzigbaar_door(user).filter(deelnemer__gewist_op=None, deelnemer__beperkt_op=None)

    def op(self, peildatum: datetime.date) -> Self:
        """Running on `peildatum`, in a practice actief then (deelnemers *nu*)."""
        return self.filter(
            Q(tot_en_met=None) | Q(tot_en_met__gte=peildatum),
            Q(praktijk__einddatum=None) | Q(praktijk__einddatum__gte=peildatum),
            vanaf__lte=peildatum,
            praktijk__startdatum__lte=peildatum,
        )

    def onbekend_op(self, peildatum: datetime.date) -> Self:
        """Of deelnemers *nu*, those of whom no participation in that practice has a known type (begrippen.md §3)."""
        onbekend = Q(organisatietype=None, organisatie__organisatietype=None)
        bekend = self.model.objects.op(peildatum).exclude(onbekend)
        zelfde = bekend.filter(deelnemer=models.OuterRef("deelnemer"), praktijk=models.OuterRef("praktijk"))
        return self.op(peildatum).filter(onbekend).exclude(models.Exists(zelfde))

    def tot_nu_toe(self, peildatum: datetime.date) -> Self:
        """Begun on or before `peildatum`, ended or not, in a practice opgestart by then."""
        return self.filter(vanaf__lte=peildatum, praktijk__startdatum__lte=peildatum)
