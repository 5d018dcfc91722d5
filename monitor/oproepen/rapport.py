"""The figures of a call as people read them: with all that is told about them, built once for every channel."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from aanmeldingen.models import Oproep
from monitor.nederlands import datum
from monitor.oproepen.berekening import bereken
from monitor.oproepen.cijfers import Oproepcijfers
from monitor.oproepen.definities import DEFINITIES
from monitor.oproepen.kern import Kerncijfer, kerncijfers
from monitor.oproepen.tabellen import Tabel, tabellen
from monitor.telregels import Telregel

TITEL = "Cijfers van de oproep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """Everything page, text and files show of one call on one day. `meting`: the day is not after today.

    `kern`: the figures to see first; `meldingen`: what to know before. No name of an applicant or person stands in it.
    """

    naam: str
    programma: str
    peildatum: datetime.date
    meting: bool
    cijfers: Oproepcijfers
    kern: tuple[Kerncijfer, ...]
    tabellen: tuple[Tabel, ...]
    meldingen: tuple[str, ...]
    definities: tuple[Telregel, ...]
    bron: str

    @property
    def dag(self) -> str:
        """The peildatum as it stands above the figures."""
        return f"{datum(self.peildatum)}{'' if self.meting else ' (geen meting)'}"

    def tabel(self, naam: str) -> Tabel:
        """The table of that name. KeyError where there is none."""
        return {tabel.naam: tabel for tabel in self.tabellen}[naam]


def maak_rapport(oproep: Oproep, peildatum: datetime.date, *, vandaag: datetime.date) -> Rapport:
    """The report of `oproep` at `peildatum`, read on `vandaag`."""
    cijfers = bereken(oproep, peildatum)
    return Rapport(
        naam=oproep.naam,
        programma=oproep.programma.naam,
        peildatum=peildatum,
        meting=peildatum <= vandaag,
        cijfers=cijfers,
        kern=kerncijfers(cijfers),
        tabellen=tabellen(cijfers),
        meldingen=tuple(_meldingen(cijfers, vandaag)),
        definities=DEFINITIES,
        bron=f"Bron: administratie van de oproep {oproep.naam}, programma {oproep.programma.naam}.",
    )


def _meldingen(cijfers: Oproepcijfers, vandaag: datetime.date) -> Iterator[str]:
    if cijfers.peildatum > vandaag:
        yield (
            f"De peildatum ligt na vandaag ({datum(vandaag)}). Deze cijfers zijn geen meting: zij tellen wat tot en "
            "met vandaag is vastgelegd."
        )
    if cijfers.peildatum < cijfers.opent:
        yield f"Op {datum(cijfers.peildatum)} is de oproep nog niet open. Hij opent op {datum(cijfers.opent)}."
    elif cijfers.peildatum <= cijfers.sluit:
        yield f"Op {datum(cijfers.peildatum)} is de oproep open: aanmelden kan tot en met {datum(cijfers.sluit)}."
