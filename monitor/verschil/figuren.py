"""The figures that a difference can be explained of, in the order and with the words of the indicator.

A minimum or maximum adds nothing up, so it has no parts.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mantelzorg.volgorde import alfabetisch
from monitor.feiten import Feiten
from monitor.indicatoren.figuren import Figuursoort, Tabelsoort
from monitor.indicatoren.soort import Indicatorsoort
from monitor.oordelen import Figuursleutel

Rijnamen = dict[str, dict[str, str]]
"""Of each table that names its rows: their names by key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuur:
    """A figure. `tabel`: under which heading; `label`: its own words; `rijnaam`: the name of its row in a list."""

    sleutel: Figuursleutel
    tabel: str
    label: str
    rijnaam: str = ""

    @property
    def heel(self) -> str:
        """With its heading; the name of a row as people write it."""
        return f"{self.tabel}: {self.label if self.rijnaam else self.label.lower()}"


def rijnamen(indicator: Indicatorsoort, kanten: Iterable[Feiten]) -> Rijnamen:
    """The names of rows as these facts have them, those of the last first."""
    namen: Rijnamen = {tabel.naam: {} for tabel in indicator.tabellen if tabel.rijen}
    for feiten in kanten:
        for tabel in indicator.tabellen:
            if tabel.rijen:
                namen[tabel.naam] |= dict(tabel.rijen(feiten, datetime.date.max))
    return namen


def figuren(indicator: Indicatorsoort, aanwezig: Iterable[Figuursleutel], namen: Rijnamen) -> list[Figuur]:
    """All figures of a programme as a whole, and of lists the rows that are `aanwezig`."""
    geheel = [
        Figuur(sleutel=(tabel.sleutel(een), ""), tabel=tabel.titel, label=een.label)
        for tabel in indicator.tabellen
        if not tabel.kop
        for een in _herleidbaar(tabel)
    ]
    per_rij = set(aanwezig)
    lijsten = (tabel for tabel in indicator.tabellen if tabel.kop)
    return geheel + [een for tabel in lijsten for een in _rijen(tabel, per_rij, namen.get(tabel.naam, {}))]


def _herleidbaar(tabel: Tabelsoort) -> Iterator[Figuursoort]:
    return (een for een in tabel.figuren if een.telt_op)


def _rijen(tabel: Tabelsoort, aanwezig: set[Figuursleutel], namen: dict[str, str]) -> Iterator[Figuur]:
    """A row that has one figure goes by its name alone."""
    eigen = {tabel.sleutel(een) for een in tabel.figuren}
    rijen = {sleutel: namen.get(sleutel, sleutel) for figuur, sleutel in aanwezig if figuur in eigen}
    for rij, rijnaam in sorted(rijen.items(), key=lambda rij: (alfabetisch(rij[1]), rij[0])):
        for een in _herleidbaar(tabel):
            heel = f"{rijnaam}: {een.label.lower()}" if len(tabel.figuren) > 1 else rijnaam
            yield Figuur(sleutel=(tabel.sleutel(een), rij), tabel=tabel.titel, label=heel, rijnaam=rijnaam)
