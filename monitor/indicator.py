"""Indicator 23 of the Monitor Langer Thuis as frozen values (begrippen.md §3). Plain Python: no ORM here."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijken:
    """Practices by what they are on the peildatum; opgestart = the other four together."""

    opgestart: int
    actief: int
    afgerond: int
    voortijdig_gestopt: int
    samengevoegd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontwerpvragen:
    """Design questions of practices opgestart; least and most per practice, None where no practice has started."""

    totaal: int
    minimum_per_praktijk: int | None
    maximum_per_praktijk: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Experimenten:
    """Experiments of practices opgestart, from their own dates."""

    opgestart: int
    lopend: int
    afgerond: int
    voortijdig_gestopt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisatietypeaantal:
    """How many people take part from one kind of organisation."""

    naam: str
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemers:
    """People, each counted once; of `bekend` the kind of organisation is known. `typen`: most first (§3)."""

    totaal: int
    bekend: int
    onbekend: int
    typen: tuple[Organisatietypeaantal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkcijfers:
    """The figures of one practice opgestart."""

    code: str
    naam: str
    ontwerpvragen: int
    experimenten: int
    deelnemers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator23:
    """All figures of one programme on one day."""

    programma: str
    peildatum: datetime.date
    praktijken: Praktijken
    gemeenten: int
    organisaties: int
    ontwerpvragen: Ontwerpvragen
    experimenten: Experimenten
    deelnemers: Deelnemers
    deelnemers_tot_nu_toe: Deelnemers
    per_praktijk: tuple[Praktijkcijfers, ...]
