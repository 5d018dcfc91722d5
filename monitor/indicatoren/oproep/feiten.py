"""The facts of the calls of a programme: plain values. No applicant and no person stands in them.

What happened has its own day; what was filled in stands as it is recorded, as for the figures of a call.
"""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from monitor.feiten import EigenFeit
from monitor.nederlands import datum

Dag = datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Capaciteit:
    """A line of the ledger that made it so many places more, or fewer."""

    dag: Dag
    erbij: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Oproepfeit(EigenFeit):
    """A published call. `opent`, `sluit`: the first and last day on which one can apply."""

    soort: ClassVar[str] = "oproep"
    woorden: ClassVar[tuple[str, str]] = ("oproep", "oproepen")

    id: int
    slug: str
    titel: str
    opent: Dag
    sluit: Dag
    sectoren: tuple[str, ...]
    capaciteit: tuple[Capaciteit, ...]

    @property
    def sleutel(self) -> str:
        return str(self.id)

    @property
    def naam(self) -> str:
        return self.titel

    @property
    def bij(self) -> str:
        return f"open van {datum(self.opent)} tot en met {datum(self.sluit)}"

    def plaatsen(self, dag: Dag) -> int | None:
        """The number of places on that day; None: not settled yet."""
        tot_dan = [een.erbij for een in self.capaciteit if een.dag <= dag]
        return sum(tot_dan) if tot_dan else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitfeit:
    """A decision, from the day it was confirmed until the day another took its place."""

    dag: Dag
    besluit: str
    herzien: Dag | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsfeit:
    """A line of the ledger: where the application stood from that day, and why."""

    dag: Dag
    gebeurtenis: str
    naar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmeldfeit(EigenFeit):
    """An application that was received, for the call with that id. `plaatsen`: in the order of the ledger."""

    soort: ClassVar[str] = "aanmelding"
    woorden: ClassVar[tuple[str, str]] = ("aanmelding", "aanmeldingen")

    id: int
    oproep: int
    nummer: int
    sector: str
    provincie: str
    ontvangen: Dag
    ingetrokken: Dag | None
    medewerkers: int
    sectoroverstijgend: bool
    besluiten: tuple[Besluitfeit, ...]
    plaatsen: tuple[Plaatsfeit, ...]

    @property
    def sleutel(self) -> str:
        return str(self.id)

    @property
    def naam(self) -> str:
        return f"Aanmelding {self.nummer}"

    @property
    def bij(self) -> str:
        weg = "" if self.ingetrokken is None else f", ingetrokken op {datum(self.ingetrokken)}"
        return f"{self.sector}, ontvangen op {datum(self.ontvangen)}{weg}"

    def besluit_op(self, dag: Dag) -> str:
        """The decision that held on that day; empty: none."""
        geldt = (een.besluit for een in self.besluiten if een.dag <= dag and (een.herzien is None or een.herzien > dag))
        return next(geldt, "")

    def plaats_op(self, dag: Dag) -> Plaatsfeit | None:
        """The last line until and with that day."""
        tot_dan = [een for een in self.plaatsen if een.dag <= dag]
        return tot_dan[-1] if tot_dan else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijeenkomstfeit(EigenFeit):
    """An information meeting of a call, with how many signed up, came, stayed away, and walked in."""

    soort: ClassVar[str] = "bijeenkomst"
    woorden: ClassVar[tuple[str, str]] = ("bijeenkomst", "bijeenkomsten")

    id: int
    oproep: int
    datum: Dag
    afgelast: bool
    capaciteit: int
    ingeschreven: int
    aanwezig: int
    niet_gekomen: int
    aan_de_deur: int

    @property
    def sleutel(self) -> str:
        return str(self.id)

    @property
    def naam(self) -> str:
        return f"Bijeenkomst van {datum(self.datum)}"

    @property
    def bij(self) -> str:
        return f"{self.capaciteit} plaatsen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Belangstellingfeit(EigenFeit):
    """Interest stated; when an adviser first reached them, and when it became an application that was sent in."""

    soort: ClassVar[str] = "belangstelling"
    woorden: ClassVar[tuple[str, str]] = ("belangstellende", "belangstellenden")

    id: int
    oproep: int
    op: Dag
    bereikt: Dag | None
    aangemeld: Dag | None

    @property
    def sleutel(self) -> str:
        return str(self.id)

    @property
    def naam(self) -> str:
        return f"Belangstelling {self.id}"

    @property
    def bij(self) -> str:
        return f"ontvangen op {datum(self.op)}"
