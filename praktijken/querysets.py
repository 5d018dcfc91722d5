"""Which practices, questions, experiments and participations: at a date, and for whom (begrippen.md §3)."""

import datetime
from typing import TYPE_CHECKING, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

from mantelzorg.klok import vandaag
from mantelzorg.toegang import Bereik, Recht, bereik

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from mantelzorg.models import User
    from praktijken.models import Deelname, Experiment, Ontwerpvraag, Praktijk  # noqa: F401  # named as text in bases

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


class PraktijkQuerySet(BinnenPraktijk["Praktijk"]):
    praktijk_pad = ""

    def opgestart_op(self, peildatum: datetime.date) -> Self:
        """Startdatum on or before `peildatum`; ended or not."""
        return self.filter(startdatum__lte=peildatum)

    def actief_op(self, peildatum: datetime.date) -> Self:
        """Opgestart, and not ended before `peildatum`: the einddatum itself still counts."""
        return self.opgestart_op(peildatum).filter(Q(einddatum=None) | Q(einddatum__gte=peildatum))


class OntwerpvraagQuerySet(BinnenPraktijk["Ontwerpvraag"]):
    def geldig_op(self, peildatum: datetime.date) -> Self:
        """Geformuleerd on or before `peildatum`; vervallen_op is the first day it no longer counts."""
        return self.filter(Q(vervallen_op=None) | Q(vervallen_op__gt=peildatum), geformuleerd_op__lte=peildatum)


class ExperimentQuerySet(BinnenPraktijk["Experiment"]):
    praktijk_pad = "ontwerpvraag__praktijk__"

    def opgestart_op(self, peildatum: datetime.date) -> Self:
        """Startdatum on or before `peildatum`, from the experiment's own dates alone."""
        return self.filter(startdatum__lte=peildatum)


class VoortgangQuerySet(BinnenPraktijk[M]):
    praktijk_pad = "experiment__ontwerpvraag__praktijk__"
    zien = Recht.VOORTGANG_ZIEN


class DeelnameQuerySet(BinnenPraktijk["Deelname"]):
    zien = Recht.PERSONEN_ZIEN
    wijzigen = Recht.PERSONEN_WIJZIGEN

    def op(self, peildatum: datetime.date) -> Self:
        """Running on `peildatum`, in a practice actief then (deelnemers *nu*)."""
        return self.filter(
            Q(tot_en_met=None) | Q(tot_en_met__gte=peildatum),
            Q(praktijk__einddatum=None) | Q(praktijk__einddatum__gte=peildatum),
            vanaf__lte=peildatum,
            praktijk__startdatum__lte=peildatum,
        )

    def tot_nu_toe(self, peildatum: datetime.date) -> Self:
        """Begun on or before `peildatum`, ended or not, in a practice opgestart by then."""
        return self.filter(vanaf__lte=peildatum, praktijk__startdatum__lte=peildatum)
