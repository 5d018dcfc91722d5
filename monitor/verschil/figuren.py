"""The figures that a difference can be explained of, in the order and with the words of `monitor.tabellen`.

Minimum and maximum per practice count no records, so they have no parts.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mantelzorg.volgorde import alfabetisch
from monitor import tabellen
from monitor.oordelen import Figuursleutel

_GEHEEL = (
    ("praktijken", "Praktijken", tabellen.PRAKTIJKEN),
    ("gemeenten", "Gemeenten", tabellen.AANTAL),
    ("organisaties", "Organisaties", tabellen.AANTAL),
    ("ontwerpvragen", "Ontwerpvragen", tabellen.ONTWERPVRAGEN[:1]),
    ("experimenten", "Experimenten", tabellen.EXPERIMENTEN),
    ("deelnemers", "Deelnemers nu", tabellen.DEELNEMERS),
    ("deelnemers_tot_nu_toe", "Deelnemers tot nu toe", tabellen.DEELNEMERS),
)
_PER_SLEUTEL = (
    ("organisatietypen", "Organisatietypen nu", tabellen.AANTAL),
    ("organisatietypen_tot_nu_toe", "Organisatietypen tot nu toe", tabellen.AANTAL),
    ("per_praktijk", "Per praktijk", tabellen.PER_PRAKTIJK),
)


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


def figuren(aanwezig: Iterable[Figuursleutel], namen: dict[str, str]) -> list[Figuur]:
    """All figures of a programme as a whole, and of lists the rows that are `aanwezig`. `namen`: of practices."""
    geheel = [
        Figuur(sleutel=(f"{tabel}.{naam}", ""), tabel=titel, label=label)
        for tabel, titel, velden in _GEHEEL
        for naam, label in velden
    ]
    return [*geheel, *_rijen(set(aanwezig), namen)]


def _rijen(aanwezig: set[Figuursleutel], namen: dict[str, str]) -> Iterable[Figuur]:
    for tabel, titel, velden in _PER_SLEUTEL:
        eigen = namen if tabel == "per_praktijk" else {}
        rijen = {sleutel: eigen.get(sleutel, sleutel) for figuur, sleutel in aanwezig if figuur.startswith(f"{tabel}.")}
        for rij, rijnaam in sorted(rijen.items(), key=lambda rij: (alfabetisch(rij[1]), rij[0])):
            for naam, label in velden:
                heel = f"{rijnaam}: {label.lower()}" if eigen else rijnaam
                yield Figuur(sleutel=(f"{tabel}.{naam}", rij), tabel=titel, label=heel, rijnaam=rijnaam)
