"""What the documents are made of, as plain values."""

import datetime
from dataclasses import dataclass

from monitor.metinggegevens import Metinggegevens
from monitor.publicatie.waarden import Teksten
from monitor.rapport import Rapport


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A fixed measurement, ready to write about.

    `standen`: what became of it that a reader must know (erratum, withdrawn, replaced), a sentence each.
    `gepubliceerd`: what staff say in its last publication, with the figures filled in; None where there is none.
    `contact`: where to ask. `gemaakt_op` carries its time zone; `versie` is the product's.
    """

    rapport: Rapport
    meting: Metinggegevens
    standen: tuple[str, ...]
    gepubliceerd: Teksten | None
    contact: str
    gemaakt_op: datetime.datetime
    versie: str

    @property
    def kenmerk(self) -> str:
        """How people name the measurement."""
        return f"meting {self.meting.nummer} van {self.meting.jaar}"

    @property
    def waarde(self) -> str:
        """The value of the measurement as a whole: the indicator, or nvt with its reason."""
        if self.meting.nvt:
            return f"nvt ({self.meting.nvt})"
        return str(self.rapport.indicator.praktijken.opgestart)
