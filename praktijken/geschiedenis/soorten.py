"""Every kind of record whose history people read: its name in addresses, its rights, and what may be put back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.db import models
from django.db.models import Q

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Recht, mag, mag_alles
from praktijken.geschiedenis import regels
from praktijken.models import (
    Aanwezigheid,
    Adviseurschap,
    Afspraak,
    Deelname,
    Experiment,
    Onderbreking,
    Ontwerpvraag,
    Planstap,
    Praktijk,
    PraktijkGemeente,
    Praktijkpartner,
    PrangendeVraag,
    Schoolvakantie,
    Sessie,
    Thema,
    Traject,
    Voortgang,
)
from praktijken.querysets import praktijken_binnen

Rijen = models.QuerySet[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Soort:
    """A kind of record.

    `pad`: from a version to the practice it belonged to, by which it is seen; empty for what belongs to none.
    `van_bureau`: fields that only who may change all of the kind puts back; `alleen_bureau`: all of them.
    """

    model: Any
    zien: Recht = Recht.PRAKTIJKEN_ZIEN
    wijzigen: Recht = Recht.PRAKTIJKEN_WIJZIGEN
    pad: str = ""
    van_bureau: frozenset[str] = frozenset()
    nooit: frozenset[str] = frozenset()
    """Fields that nobody puts back: a mark that somebody asked for is lifted on its own page alone."""
    alleen_bureau: bool = False
    terug: bool = True
    """Whether it can be put back at all."""
    toets: Callable[[Any], None] = regels.geen
    """Rules beyond the model's own; raises ValidationError."""
    adres: Callable[[int], str] | None = None
    """The page of the record with this key, for what later apps add."""

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return str(self.model._meta.model_name)

    @property
    def sleutel(self) -> str:
        """Column of the key, in the record and in its versions."""
        return str(self.model._meta.pk.attname)

    def zichtbaar(self, user: User) -> Rijen:
        """The records `user` may see."""
        rijen = self.model._default_manager.all()
        if self.model is Programma:
            return rijen.zichtbaar_voor(user, self.zien)  # type: ignore[no-any-return]
        if hasattr(rijen, "zichtbaar_voor"):
            return rijen.zichtbaar_voor(user)  # type: ignore[no-any-return]
        if self.model is PrangendeVraag:
            return rijen.filter(programma__in=Programma.objects.zichtbaar_voor(user, self.zien))  # type: ignore[no-any-return]
        return rijen if mag(user, self.zien) else rijen.none()  # type: ignore[no-any-return]

    def wijzigbaar(self, user: User) -> Rijen:
        """The records `user` may put back."""
        rijen = self.model._default_manager.all()
        bureau = mag_alles(user, self.wijzigen)
        per_record = hasattr(rijen, "wijzigbaar_door")
        if not self.terug or (not bureau and (self.alleen_bureau or not per_record)):
            return rijen.none()  # type: ignore[no-any-return]
        return rijen.wijzigbaar_door(user) if per_record else rijen  # type: ignore[no-any-return]

    def versies(self, user: User) -> Rijen:
        """The versions `user` may see: of what belongs to a practice, those that belonged to one they may see."""
        alle = self.model.history.all()
        if mag_alles(user, self.zien):
            return alle  # type: ignore[no-any-return]
        if self.pad:
            return alle.filter(praktijken_binnen(user, self.zien, self.pad))  # type: ignore[no-any-return]
        return alle.filter(**{f"{self.sleutel}__in": self.zichtbaar(user).values("pk")})  # type: ignore[no-any-return]


_REGISTER: Final = Recht.REGISTERS_WIJZIGEN
_PERSONEN: Final[dict[str, Any]] = {"zien": Recht.PERSONEN_ZIEN, "wijzigen": Recht.PERSONEN_WIJZIGEN}
_VAN_PRAKTIJK: Final[dict[str, Any]] = {"pad": "praktijk__", "van_bureau": frozenset({"praktijk"})}

SOORTEN: Final = (
    Soort(
        model=Praktijk,
        van_bureau=frozenset({"programma", "code", "startdatum", "einddatum", "afloop", "gaat_verder_in"}),
        toets=regels.vragen_van_het_programma,
    ),
    Soort(model=PraktijkGemeente, **_VAN_PRAKTIJK),
    Soort(model=Ontwerpvraag, **_VAN_PRAKTIJK),
    Soort(
        model=Experiment,
        pad="ontwerpvraag__praktijk__",
        van_bureau=frozenset({"programma", "ontwerpvraag"}),
    ),
    Soort(
        model=Voortgang,
        zien=Recht.VOORTGANG_ZIEN,
        pad="experiment__ontwerpvraag__praktijk__",
        terug=False,  # appended, never overwritten (begrippen.md §2)
    ),
    Soort(model=Praktijkpartner, **_VAN_PRAKTIJK),
    Soort(
        model=Adviseurschap,
        alleen_bureau=True,
        toets=regels.geen_overlap,
        **_VAN_PRAKTIJK,
    ),
    Soort(model=Traject, **_VAN_PRAKTIJK),
    Soort(model=Planstap, **_VAN_PRAKTIJK),
    Soort(model=Onderbreking, toets=regels.geen_overlap, **_VAN_PRAKTIJK),
    Soort(
        model=Deelname,
        pad="praktijk__",
        van_bureau=frozenset({"praktijk", "deelnemer"}),
        toets=regels.niets_van_wie_beschermd_is,
        **_PERSONEN,
    ),
    Soort(
        model=Deelnemer,
        van_bureau=frozenset({"programma"}),
        nooit=frozenset({"niet_benaderen", "niet_benaderen_sinds", "niet_benaderen_omdat"}),
        toets=regels.niets_van_wie_beschermd_is,
        **_PERSONEN,
    ),
    Soort(model=Organisatie, wijzigen=_REGISTER),
    Soort(model=Organisatietype, wijzigen=_REGISTER),
    Soort(model=Programma, wijzigen=_REGISTER),
    Soort(model=PrangendeVraag, wijzigen=_REGISTER),
    Soort(model=Thema, wijzigen=_REGISTER),
    Soort(model=Schoolvakantie, wijzigen=_REGISTER),
    Soort(model=Sessie, terug=False),  # its day goes with the startdatum: changed on its own page
    Soort(model=Afspraak, zien=Recht.VOORTGANG_ZIEN, van_bureau=frozenset({"sessie", "praktijk"})),
    Soort(model=Aanwezigheid, terug=False, **_PERSONEN),  # set on the page of its session
)
OP_SLUG: Final = {soort.slug: soort for soort in SOORTEN}
OP_MODEL: Final[dict[Any, Soort]] = {soort.model: soort for soort in SOORTEN}


def voeg_toe(soort: Soort) -> None:
    """A kind of a later app, once, when the product starts."""
    OP_SLUG[soort.slug] = OP_MODEL[soort.model] = soort


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoor:
    """Versions that belong on a page: of this kind, that met `voorwaarde` when they were written."""

    soort: Soort
    voorwaarde: Q

    def versies(self, user: User) -> Rijen:
        """Those among them that `user` may see."""
        return self.soort.versies(user).filter(self.voorwaarde)


def sporen(soort: Soort, pk: int) -> list[Spoor]:
    """The record itself, then what hangs on it."""
    eigen = Spoor(soort=soort, voorwaarde=Q(**{soort.sleutel: pk}))
    vragen = Ontwerpvraag.history.filter(praktijk_id=pk).values("id")
    proeven = Experiment.history.filter(ontwerpvraag_id__in=vragen).values("id")
    delen: dict[Any, dict[Any, Q]] = {
        Praktijk: {
            **{deel.model: Q(praktijk_id=pk) for deel in SOORTEN if deel.pad == "praktijk__"},
            Experiment: Q(ontwerpvraag_id__in=vragen),
            Voortgang: Q(experiment_id__in=proeven),
        },
        Ontwerpvraag: {Experiment: Q(ontwerpvraag_id=pk)},
        Experiment: {Voortgang: Q(experiment_id=pk)},
        Deelnemer: {Deelname: Q(deelnemer_id=pk)},
        Sessie: {Afspraak: Q(sessie_id=pk), Aanwezigheid: Q(sessie_id=pk)},
    }
    hangt_eraan = delen.get(soort.model, {}).items()
    return [eigen, *(Spoor(soort=OP_MODEL[model], voorwaarde=voorwaarde) for model, voorwaarde in hangt_eraan)]
