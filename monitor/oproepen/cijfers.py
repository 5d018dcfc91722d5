"""The figures of a call at a peildatum as frozen values (docs/oproepcijfers.md). Plain Python: no ORM here.

None is "no data" (nvt), never 0.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Uitkomst(StrEnum):
    """What had become of an application at the peildatum. Each has exactly one; of what holds at once the first."""

    INGETROKKEN = "ingetrokken"
    TOEGELATEN = "toegelaten"
    AFGEWEZEN = "afgewezen"
    PLAATS_AANGEBODEN = "plaats_aangeboden"
    AANBOD_VERVALLEN = "aanbod_vervallen"
    WACHTLIJST = "wachtlijst"
    IN_BEHANDELING = "in_behandeling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmeldingen:
    """Applications received; `sectoroverstijgend`: those that are about another sector too, or
    with a welfare organisation or a municipality as partner."""

    totaal: int
    sectoroverstijgend: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsen:
    """The ledger added up. `bezet` holds `bevestigd`; `capaciteit` and `vrij` None: the capacity was not settled yet.

    vrij = capaciteit - bezet - aangeboden; below 0 only where the capacity was lowered.
    """

    capaciteit: int | None
    bezet: int
    bevestigd: int
    aangeboden: int
    vrij: int | None
    wachtend: int
    kandidaten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Medewerkers:
    """Employees that applications say they will reach; `streefwaarde`: the call's target, None where it has none.

    `percentage`: toegelaten of streefwaarde, in whole percents.
    """

    streefwaarde: int | None
    toegelaten: int
    percentage: int | None
    alle_aanmeldingen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beslistijd:
    """Days from receipt to the first decision that held, over `aantal` applications; None where none was decided."""

    aantal: int
    mediaan: int | float | None
    kortste: int | None
    langste: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijeenkomsten:
    """Information meetings held. None: none was held, or of none the attendance is known.

    `aanwezig`, `niet_gekomen`, `aan_de_deur` and `gevuld` are of the meetings whose attendance is known;
    `aanwezig` holds `aan_de_deur`. `gevuld`: present of capacity, in whole percents.
    """

    gehouden: int
    capaciteit: int | None
    ingeschreven: int | None
    presentie_bekend: int
    aanwezig: int | None
    niet_gekomen: int | None
    aan_de_deur: int | None
    gevuld: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Belangstelling:
    """Interest stated; of those: reached by an adviser, and became an application that was sent in."""

    ontvangen: int
    bereikt: int
    aangemeld: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectoraantal:
    """Applications of which this is the leading sector."""

    naam: str
    aantal: int
    sectoroverstijgend: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Provincieaantal:
    """Applications from municipalities of this province."""

    naam: str
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dagaantal:
    """Applications received on a day, and up to and including it."""

    dag: datetime.date
    aantal: int
    totaal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Oproepcijfers:
    """All figures of one call on one day. `opent`, `sluit`: the first and last day on which one can apply.

    The values of `uitkomsten` add up to `aanmeldingen.totaal`, as do those of `per_sector` and `per_provincie`.
    """

    oproep: str
    programma: str
    peildatum: datetime.date
    opent: datetime.date
    sluit: datetime.date
    aanmeldingen: Aanmeldingen
    uitkomsten: dict[Uitkomst, int]
    plaatsen: Plaatsen
    medewerkers: Medewerkers
    beslistijd: Beslistijd
    bijeenkomsten: Bijeenkomsten
    belangstelling: Belangstelling
    per_sector: tuple[Sectoraantal, ...]
    per_provincie: tuple[Provincieaantal, ...]
    per_dag: tuple[Dagaantal, ...]
