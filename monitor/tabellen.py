"""Every figure of indicator 23, once: the tables that terminal, CSV, Excel and page walk (begrippen.md §3).

Names of tables and figures are those of the JSON form; labels are for people.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from monitor.bescherming.waarden import BeschermdeCijfers, BeschermdeDeelnemers, BeschermdType
from monitor.indicator import Deelnemers, Indicator23, Organisatietypeaantal


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuur:
    """One kind of figure, a column: its name in the JSON form and its label."""

    naam: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """The figures of one key, in the order of the columns; None: there is none (null)."""

    sleutel: str
    label: str
    waarden: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A table. A single row without key: the figures of the programme as a whole."""

    naam: str
    titel: str
    figuren: tuple[Figuur, ...]
    rijen: tuple[Rij, ...]


AANTAL = (("aantal", "Aantal"),)
PRAKTIJKEN = (
    ("opgestart", "Opgestart"),
    ("actief", "Actief"),
    ("afgerond", "Afgerond"),
    ("voortijdig_gestopt", "Voortijdig gestopt"),
    ("samengevoegd", "Samengevoegd"),
)
ONTWERPVRAGEN = (
    ("totaal", "Totaal"),
    ("minimum_per_praktijk", "Minimum per praktijk"),
    ("maximum_per_praktijk", "Maximum per praktijk"),
)
EXPERIMENTEN = (
    ("opgestart", "Opgestart"),
    ("lopend", "Lopend"),
    ("afgerond", "Afgerond"),
    ("voortijdig_gestopt", "Voortijdig gestopt"),
)
DEELNEMERS = (
    ("totaal", "Totaal"),
    ("bekend", "Organisatietype bekend"),
    ("onbekend", "Organisatietype onbekend"),
)
PER_PRAKTIJK = (
    ("ontwerpvragen", "Ontwerpvragen"),
    ("experimenten", "Experimenten"),
    ("deelnemers", "Deelnemers nu"),
)


def tabellen(cijfers: Indicator23 | BeschermdeCijfers) -> tuple[Tabel, ...]:
    """All figures, in the order of the JSON form; of what is published with None where a count is protected."""
    praktijken, vragen, proeven = cijfers.praktijken, cijfers.ontwerpvragen, cijfers.experimenten
    return (
        _geheel("praktijken", "Praktijken", PRAKTIJKEN, [getattr(praktijken, naam) for naam, _ in PRAKTIJKEN]),
        _geheel("gemeenten", "Gemeenten", AANTAL, [cijfers.gemeenten]),
        _geheel("organisaties", "Organisaties", AANTAL, [cijfers.organisaties]),
        _geheel("ontwerpvragen", "Ontwerpvragen", ONTWERPVRAGEN, [getattr(vragen, naam) for naam, _ in ONTWERPVRAGEN]),
        _geheel("experimenten", "Experimenten", EXPERIMENTEN, [getattr(proeven, naam) for naam, _ in EXPERIMENTEN]),
        _deelnemers("deelnemers", "Deelnemers nu", cijfers.deelnemers),
        _deelnemers("deelnemers_tot_nu_toe", "Deelnemers tot nu toe", cijfers.deelnemers_tot_nu_toe),
        _typen("organisatietypen", "Organisatietypen nu", cijfers.deelnemers.typen),
        _typen("organisatietypen_tot_nu_toe", "Organisatietypen tot nu toe", cijfers.deelnemers_tot_nu_toe.typen),
        _per_praktijk(cijfers),
    )


def _figuren(paren: Iterable[tuple[str, str]]) -> tuple[Figuur, ...]:
    return tuple(Figuur(naam=naam, label=label) for naam, label in paren)


def _geheel(naam: str, titel: str, figuren: Iterable[tuple[str, str]], waarden: Iterable[int | None]) -> Tabel:
    rij = Rij(sleutel="", label="", waarden=tuple(waarden))
    return Tabel(naam=naam, titel=titel, figuren=_figuren(figuren), rijen=(rij,))


def _deelnemers(naam: str, titel: str, deelnemers: Deelnemers | BeschermdeDeelnemers) -> Tabel:
    return _geheel(naam, titel, DEELNEMERS, [getattr(deelnemers, figuur) for figuur, _ in DEELNEMERS])


def _typen(naam: str, titel: str, typen: Iterable[Organisatietypeaantal | BeschermdType]) -> Tabel:
    rijen = tuple(Rij(sleutel=regel.naam, label=regel.naam, waarden=(regel.aantal,)) for regel in typen)
    return Tabel(naam=naam, titel=titel, figuren=_figuren(AANTAL), rijen=rijen)


def _per_praktijk(cijfers: Indicator23 | BeschermdeCijfers) -> Tabel:
    rijen = tuple(
        Rij(sleutel=p.code, label=p.naam, waarden=(p.ontwerpvragen, p.experimenten, p.deelnemers))
        for p in cijfers.per_praktijk
    )
    return Tabel(naam="per_praktijk", titel="Per praktijk", figuren=_figuren(PER_PRAKTIJK), rijen=rijen)
