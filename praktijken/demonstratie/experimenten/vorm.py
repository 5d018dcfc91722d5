"""The form in which an experiment of the demonstration is written down."""

from dataclasses import dataclass
from datetime import date, timedelta

from praktijken.demonstratie.ontwerpvragen import geformuleerd_op

WACHTTIJD = timedelta(weeks=3)
LOOPTIJD = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """An experiment; its code `ARN-3-2` reads: practice ARN, design question 3, second experiment of it."""

    code: str
    naam: str
    verwachting: str
    begonnen: bool = True
    afloop: str | None = None
    opbrengst: str | None = None

    @property
    def praktijk(self) -> str:
        """The code of its practice."""
        return self.code.split("-")[0]

    @property
    def ontwerpvraag(self) -> int:
        """The number of its design question."""
        return int(self.code.split("-")[1])

    @property
    def startdatum(self) -> date | None:
        """Three weeks after the question for its first experiment, six for its second; None while planned."""
        if not self.begonnen:
            return None
        volgnummer = int(self.code.split("-")[2])
        return geformuleerd_op(self.praktijk, self.ontwerpvraag) + volgnummer * WACHTTIJD

    @property
    def einddatum(self) -> date | None:
        """Sixty days after the start where it ended, else None."""
        startdatum = self.startdatum
        return startdatum + LOOPTIJD if startdatum and self.afloop else None
