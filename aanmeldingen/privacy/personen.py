"""Somebody who applied, asked to be called or signed up for a meeting: all records that are about them.

They have no number; they go by their e-mail address. One address can be of two people, such as an office's: both are
found, and it is for staff to see that.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q, QuerySet

from aanmeldingen.models import Aanmelding, Belangstelling, Contactpersoon, Indiening, Inschrijving, Laattoegang
from mantelzorg.models import Bericht
from praktijken.avg.inventaris import historie

MODELLEN: Final[tuple[type[models.Model], ...]] = (Contactpersoon, Belangstelling, Inschrijving, Laattoegang)
"""Kinds of record about one person, found by `email`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sporen:
    """The records about one person. `namen` and `adressen`: what they are called there, addresses in lower case.

    `overal`: what else stands under these addresses belongs along, such as a version from before a contact person was
    replaced; otherwise only what hangs on these records.
    """

    rijen: dict[type[models.Model], list[Any]]
    namen: frozenset[str]
    adressen: frozenset[str]
    overal: bool

    def __bool__(self) -> bool:
        return any(self.rijen.values()) or any(tabel.exists() for tabel in self.versies())

    def van(self, model: type[models.Model]) -> list[Any]:
        return self.rijen.get(model, [])

    def versies(self) -> list["QuerySet[Any]"]:
        """In the history of each kind: the versions of these records, and those with the address."""
        return [self._versies(model) for model in MODELLEN]

    def _versies(self, model: type[models.Model]) -> "QuerySet[Any]":
        eigen = Q(id__in=[rij.pk for rij in self.van(model)])
        tabel: Any = historie(model)
        rijen: QuerySet[Any] = tabel._default_manager.filter(eigen | self._met_adres("email"))
        return rijen

    def indieningen(self) -> "QuerySet[Indiening]":
        """What was sent in that names this person."""
        van = {een.aanmelding_id for een in self.van(Contactpersoon)}
        noemt = Q(pk__in=[])
        for adres in self.adressen:
            noemt |= Q(contact__icontains=adres)
        return Indiening.objects.filter(noemt if self.overal else noemt & Q(aanmelding__in=van))

    def noemt(self, tekst: str) -> bool:
        """Whether one of their addresses stands in a text."""
        klein = tekst.lower()
        return any(adres in klein for adres in self.adressen)

    def berichten(self) -> "QuerySet[Bericht]":
        """Mails to their address of the intake, not of an account."""
        soorten = ContentType.objects.get_for_models(Aanmelding, *MODELLEN)
        over = Q(over_soort__in=soorten.values()) if self.overal else self._over(soorten)
        return Bericht.objects.filter(over, met_adres("aan", self.adressen), ontvanger=None)

    def _over(self, soorten: dict[type[models.Model], ContentType]) -> Q:
        van = {model: [rij.pk for rij in self.van(model)] for model in MODELLEN}
        van[Aanmelding] = [een.aanmelding_id for een in self.van(Contactpersoon)]
        voorwaarde = Q(pk__in=[])
        for model, pks in van.items():
            voorwaarde |= Q(over_soort=soorten[model], over_id__in=pks)
        return voorwaarde

    def _met_adres(self, veld: str) -> Q:
        return met_adres(veld, self.adressen) if self.overal else Q(pk__in=[])


def vind(email: str) -> Sporen:
    """All records with this address; false where it is nobody's, now or before."""
    rijen = {model: list(model._default_manager.filter(email__iexact=email)) for model in MODELLEN}
    return Sporen(rijen=rijen, namen=_namen(rijen), adressen=frozenset({email.lower()}), overal=True)


def sporen_van(rijen: dict[type[models.Model], list[Any]]) -> Sporen:
    """What is known of the persons of these records, there alone."""
    adressen = frozenset(rij.email.lower() for groep in rijen.values() for rij in groep) - {""}
    return Sporen(rijen=rijen, namen=_namen(rijen), adressen=adressen, overal=False)


def _namen(rijen: dict[type[models.Model], list[Any]]) -> frozenset[str]:
    return frozenset(getattr(rij, "naam", "") for groep in rijen.values() for rij in groep) - {""}


def met_adres(veld: str, adressen: Iterable[str]) -> Q:
    """Condition: the field holds one of these addresses, in capitals or not; never where there are none."""
    voorwaarde = Q(pk__in=[])
    for adres in adressen:
        voorwaarde |= Q(**{f"{veld}__iexact": adres})
    return voorwaarde
