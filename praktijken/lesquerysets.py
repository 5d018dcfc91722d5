"""Which lessons: for whom, which version is shared and which awaits a judgement."""

import datetime
from typing import TYPE_CHECKING, Final, Self

from django.db import models
from django.db.models import Case, Exists, F, FilteredRelation, OuterRef, Prefetch, Q, When

from mantelzorg.toegang import Recht, alleen_eigen, mag
from praktijken.querysets import BinnenPraktijk, praktijken_binnen, status_uitdrukking

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from mantelzorg.models import User
    from praktijken.models import Les, Lesversie  # noqa: F401  # named as text in bases

DELEN: Final = ("geaccepteerd", "ingetrokken")
"""The last of these steps says whether a lesson is shared."""
BEOORDELEN: Final = ("voorgelegd", "teruggenomen", "teruggestuurd", "geaccepteerd")
"""The last of these steps says whether a lesson awaits a judgement."""


class LesQuerySet(BinnenPraktijk["Les"]):
    """Who reads progress of the practice reads the whole lesson, drafts and all; others what is shared."""

    zien = Recht.VOORTGANG_ZIEN

    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """Lessons `user` may read: those of which they may see drafts, and of every programme what is shared."""
        from praktijken.models import Lesversie  # here, for the models import this module

        binnen = praktijken_binnen(user, self.zien, self.praktijk_pad)
        if binnen is None:
            return self
        gedeeld = Lesversie.objects.gedeeld_met(user).values("les")
        return self.filter(binnen | Q(pk__in=gedeeld))

    def met_concepten_voor(self, user: "User | AnonymousUser") -> Self:
        """Lessons of which `user` may see drafts and judgements."""
        return super().zichtbaar_voor(user)

    def met_stappen(self) -> Self:
        """Fetches along what tells where each stands: versions without their texts, and all steps."""
        from praktijken.models import Lesversie  # here, for the models import this module

        versies = Lesversie.objects.only("les_id", "nummer", "titel")
        return self.prefetch_related(Prefetch("versies", versies), "versies__stappen")

    def in_bewerking_van(self, user: "User | AnonymousUser") -> Self:
        """Lessons that `user` works on: the newest version was never accepted, and they wrote or guide it."""
        from praktijken.models import Lesversie  # here, for the models import this module

        later = Lesversie.objects.filter(les=OuterRef("les"), nummer__gt=OuterRef("nummer"))
        nieuwste = Lesversie.objects.filter(~Exists(later)).exclude(stappen__soort="geaccepteerd")
        eigen = self.wijzigbaar_door(user).filter(pk__in=nieuwste.values("les"))
        if alleen_eigen(user, self.wijzigen):
            return eigen
        return eigen.filter(pk__in=Lesversie.objects.filter(door_id=user.pk).values("les"))


class LesversieQuerySet(models.QuerySet["Lesversie"]):
    def gedeeld(self) -> Self:
        """What is shared: of each lesson the version accepted last, unless withdrawn since. Adds `gedeeld_op`."""
        return self._laatste_stap("geaccepteerd", DELEN).annotate(gedeeld_op=F("laatste_stap__op"))

    def voorgelegd(self) -> Self:
        """What awaits a judgement; adds `voorgelegd_op`."""
        return self._laatste_stap("voorgelegd", BEOORDELEN).annotate(voorgelegd_op=F("laatste_stap__op"))

    def gedeeld_met(self, user: "User | AnonymousUser") -> Self:
        """What is shared, for who sees practices at all: in every programme, for that is what sharing means."""
        return self.gedeeld() if mag(user, Recht.PRAKTIJKEN_ZIEN) else self.none()

    def met_uitkomst_op(self, dag: datetime.date) -> Self:
        """Adds `uitkomst`: the status on `dag` of the experiment, or of the practice where it is about the whole."""
        van_praktijk = status_uitdrukking(dag, "les__praktijk__")
        van_experiment = status_uitdrukking(dag, "les__experiment__")
        return self.annotate(uitkomst=Case(When(les__experiment=None, then=van_praktijk), default=van_experiment))

    def _laatste_stap(self, soort: str, spoor: tuple[str, ...]) -> Self:
        from praktijken.models import Lesstap  # here, for the models import this module

        later = Lesstap.objects.filter(versie__les=OuterRef("versie__les"), soort__in=spoor, pk__gt=OuterRef("pk"))
        laatste = Lesstap.objects.filter(~Exists(later), soort=soort).values("pk")
        return self.annotate(laatste_stap=FilteredRelation("stappen", condition=Q(stappen__soort=soort))).filter(
            laatste_stap__in=laatste
        )
