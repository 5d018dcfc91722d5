"""Who take part in one practice: how many people, by kind of organisation, never who."""

import datetime
from collections import Counter
from dataclasses import dataclass

from django.db.models.functions import Coalesce

from mantelzorg.volgorde import alfabetisch
from praktijken.querysets import DeelnameQuerySet


@dataclass(frozen=True, slots=True, kw_only=True)
class Soort:
    """People of one kind of organisation; `naam` is empty where the kind is not known."""

    naam: str
    nu: int
    tot_nu_toe: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Samenstelling:
    """Distinct people of one practice, by the rules of deelnemers and deelnemers tot nu toe (begrippen.md §3)."""

    nu: int
    tot_nu_toe: int
    soorten: tuple[Soort, ...]
    """Most people tot nu toe first, equal counts alphabetical, not known last."""


def samenstelling(deelnames: DeelnameQuerySet, peildatum: datetime.date) -> Samenstelling:
    """Count the people of `deelnames`, which are those of one practice; two queries."""
    nu, tot_nu_toe = _per_soort(deelnames.op(peildatum)), _per_soort(deelnames.tot_nu_toe(peildatum))
    soorten = [Soort(naam=naam, nu=nu[naam], tot_nu_toe=tot_nu_toe[naam]) for naam in nu | tot_nu_toe]
    soorten.sort(key=lambda soort: (soort.naam == "", -soort.tot_nu_toe, alfabetisch(soort.naam)))
    return Samenstelling(nu=nu.total(), tot_nu_toe=tot_nu_toe.total(), soorten=tuple(soorten))


def _per_soort(deelnames: DeelnameQuerySet) -> Counter[str]:
    """People per kind: the deelname with a known kind and the earliest vanaf gives it (begrippen.md §3)."""
    soort = Coalesce("organisatietype__naam", "organisatie__organisatietype__naam")
    per_persoon: dict[int, str] = {}
    for persoon, naam in deelnames.order_by("vanaf", "pk").values_list("deelnemer_id", soort):
        per_persoon[persoon] = per_persoon.get(persoon, "") or naam or ""
    return Counter(per_persoon.values())
