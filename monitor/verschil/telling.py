"""One side of a comparison: the facts as they were counted, and which record counts where."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from monitor.definities import Definitie
from monitor.feiten import Deelnemerfeit, Feit, Feiten, Gemeentefeit
from monitor.indicatoren.soort import Indicatorsoort
from monitor.oordelen import GEMEENTEN, Figuursleutel, Oordeel

GEMEENTE = "gemeente"
NIET_TE_KOPPELEN = "?"
"""Begins the key of a person whom nobody can tell any more: erased."""
Record = tuple[str, str]
"""Kind of fact and key; a municipality goes by (GEMEENTE, its code)."""
Getelden = dict[Record, dict[Figuursleutel, int]]
"""Of each record the figures it counts in, and for how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Facts of an indicator, a day and a rule. A person goes by their own record's key, or NIET_TE_KOPPELEN and a key.

    `bekend_op`: when the records were as the facts say. `gewist`: keys of records whose person cannot be told here.
    `nog_samen`: keys of records that were one then, which somebody undid since.
    """

    indicator: Indicatorsoort
    feiten: Feiten
    peildatum: datetime.date
    definitie: Definitie
    bekend_op: datetime.datetime
    gewist: frozenset[str] = frozenset()
    nog_samen: frozenset[str] = frozenset()

    def geteld(self, definitie: Definitie, peildatum: datetime.date) -> Getelden:
        """Where each record counts, by that rule at that day; a minimum or maximum adds nothing up."""
        zonder = {naam for naam, een in self.indicator.figuren.items() if not een.telt_op}
        return getelden(definitie.oordelen(self.feiten, peildatum), zonder)

    def per_record(self) -> dict[Record, Feit | Gemeentefeit]:
        """The facts by their record; of a municipality its name as one of its practices has it."""
        alle: dict[Record, Feit | Gemeentefeit] = {
            (GEMEENTE, een.code): een for praktijk in self.feiten.praktijken for een in praktijk.gemeenten
        }
        return alle | {(feit.soort, feit.sleutel): feit for feit in self.feiten}

    def personen(self) -> dict[str, Deelnemerfeit]:
        """The persons by their key."""
        return {een.persoon: een for een in self.feiten.deelnemers}


def getelden(oordelen: Iterable[Oordeel], zonder: Collection[str] = ()) -> Getelden:
    """Where each record counts, those figures aside; a municipality as a record of its own: practices share them."""
    per_record: Getelden = defaultdict(dict)
    for oordeel in oordelen:
        for (figuur, sleutel), getal in oordeel.waarden():
            if figuur == GEMEENTEN:
                per_record[GEMEENTE, sleutel][GEMEENTEN, ""] = 1
            elif figuur not in zonder:
                per_record[oordeel.feit.soort, oordeel.feit.sleutel][figuur, sleutel] = getal
    return dict(per_record)


def tel(geteld: Getelden) -> dict[Figuursleutel, int]:
    """What the records add up to in each figure."""
    telling: dict[Figuursleutel, int] = {}
    for figuren in geteld.values():
        for figuur, getal in figuren.items():
            telling[figuur] = telling.get(figuur, 0) + getal
    return telling


def bij(geteld: Getelden, record: Record, figuur: Figuursleutel) -> int:
    """For how much the record counts in the figure; 0: it does not."""
    return geteld.get(record, {}).get(figuur, 0)
