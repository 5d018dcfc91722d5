"""The figures of an indicator as people read them: with all that is told about them, built once for every channel."""

import datetime
from dataclasses import dataclass

from mantelzorg.models import Programma
from monitor import zinnen
from monitor.bron import momentopname
from monitor.definities import Definitie
from monitor.indicatoren.cijfers import Cijfers
from monitor.indicatoren.soort import Indicatorsoort, Uitkomst
from monitor.indicatoren.vorige import vorige_meting
from monitor.metinggegevens import Metinggegevens
from monitor.nederlands import datum
from monitor.rapport import Programmagegevens, VorigeMeting, programmagegevens
from monitor.tabellen import Tabel

BRON = "Bron: administratie van het programma {naam}. Telling volgens de telregels van {indicator}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijferrapport:
    """Everything page, text and files show of one indicator, programme and day. `meldingen` come first.

    `uitkomst`: the figures as the object others rely on. `meting`: of a fixed one which it is.
    """

    indicator: Indicatorsoort
    programma: Programmagegevens
    peildatum: datetime.date
    verwachting: bool
    meldingen: tuple[str, ...]
    uitkomst: Uitkomst
    cijfers: Cijfers
    vorige_meting: VorigeMeting
    definitie: Definitie
    meting: Metinggegevens | None = None

    @property
    def titel(self) -> str:
        """What is counted."""
        return self.indicator.titel

    @property
    def kop(self) -> str:
        """The indicator with what it counts."""
        return f"{self.indicator.naam}: {self.titel[0].lower()}{self.titel[1:]}"

    @property
    def dag(self) -> str:
        """The peildatum in words."""
        return f"{datum(self.peildatum)}{' (verwachting)' if self.verwachting else ''}"

    @property
    def tabellen(self) -> tuple[Tabel, ...]:
        """All figures."""
        return self.cijfers.tabellen

    @property
    def waarde(self) -> int | None:
        """The value of the indicator."""
        return self.indicator.waarde(self.uitkomst)

    @property
    def toelichting(self) -> tuple[str, ...]:
        """A paragraph an item."""
        return self.indicator.zinnen(self.cijfers)

    @property
    def bron(self) -> str:
        """Where the figures come from."""
        return BRON.format(naam=self.programma.naam, indicator=self.indicator.naam)


def maak_rapport(
    indicator: Indicatorsoort,
    programma: Programma,
    peildatum: datetime.date,
    *,
    vandaag: datetime.date,
    jaar: int | None = None,
) -> Cijferrapport:
    """As the records stand now; later than `vandaag` it is an expectation. `jaar`: the year a measurement goes by."""
    with momentopname():
        feiten = indicator.lees(programma)
        vorige = vorige_meting(indicator, programma, feiten, jaar or peildatum.year, peildatum)
    uitkomst = indicator.uitkomst(programma.slug, peildatum, feiten, indicator.huidige.oordelen(feiten, peildatum))
    return Cijferrapport(
        indicator=indicator,
        programma=programmagegevens(programma),
        peildatum=peildatum,
        verwachting=peildatum > vandaag,
        meldingen=tuple(_meldingen(indicator, uitkomst, peildatum, vandaag)),
        uitkomst=uitkomst,
        cijfers=indicator.cijfers(uitkomst),
        vorige_meting=vorige,
        definitie=indicator.huidige,
    )


def _meldingen(
    indicator: Indicatorsoort, uitkomst: Uitkomst, peildatum: datetime.date, vandaag: datetime.date
) -> list[str]:
    vooruit = [zinnen.verwachting(vandaag)] if peildatum > vandaag else []
    if indicator.is_gestart(uitkomst):
        return vooruit
    return [
        *vooruit,
        f"Op {datum(peildatum)} was er nog niets te meten. Een meting op die dag is nvt: nog niet gestart.",
    ]
