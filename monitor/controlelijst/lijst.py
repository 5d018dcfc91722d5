"""The checklist of a measurement: every finding, with the exception that somebody made for it."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.bron import momentopname
from monitor.canoniek import canoniek
from monitor.controlelijst import bron, deelnemers, praktijken
from monitor.controlelijst.bevinding import METING, Bevinding, Plek
from monitor.feiten import Feiten
from monitor.indicatoren.register import indicator
from monitor.models import Controleuitzondering, Meting
from monitor.oordelen import Oordeel, tel


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """A finding; `uitzondering`: who accepted exactly this, and why."""

    bevinding: Bevinding
    uitzondering: Controleuitzondering | None

    @property
    def houdt_tegen(self) -> bool:
        """Whether the measurement cannot be fixed because of it."""
        return self.bevinding.blokkeert and self.uitzondering is None


def controlelijst(meting: Meting) -> list[Punt]:
    """Of the records as they stand now: what holds it up first; a fixed number of queries."""
    with momentopname():
        return van_feiten(meting, indicator(meting.indicator).lees(meting.programma))


def van_feiten(meting: Meting, feiten: Feiten) -> list[Punt]:
    """The same of facts that were read already, with the keys of persons as records have them."""
    gemaakt = Controleuitzondering.objects.filter(meting=meting).select_related("door")
    uitzonderingen = {(een.regel, een.waarover): een for een in gemaakt}
    punten = [
        Punt(bevinding=een, uitzondering=uitzonderingen.get((een.regel, een.waarover)))
        for een in _bevindingen(meting, feiten)
    ]
    return sorted(punten, key=lambda punt: (not punt.houdt_tegen, not punt.bevinding.blokkeert))


def bezwaar(meting: Meting, feiten: Feiten) -> str:
    """Why the checklist holds this measurement up, in Dutch; empty where it does not."""
    tegen = [punt.bevinding.tekst for punt in van_feiten(meting, feiten) if punt.houdt_tegen]
    uitweg = "Los het op, of aanvaard het met een reden."
    return f"De controlelijst houdt het vaststellen tegen: {'; '.join(tegen)}. {uitweg}" if tegen else ""


def _bevindingen(meting: Meting, feiten: Feiten) -> Iterator[Bevinding]:
    soort, peildatum = indicator(meting.indicator), meting.peildatum
    oordelen = soort.huidige.oordelen(feiten, peildatum)
    yield from _gewijzigd(meting, feiten, oordelen)
    if soort.eigen_vormen:
        yield from _van_indicator23(meting, feiten, oordelen)
    yield from soort.bevindingen(feiten, peildatum)
    yield from bron.onderweg(meting.programma)


def _van_indicator23(meting: Meting, feiten: Feiten, oordelen: list[Oordeel]) -> Iterator[Bevinding]:
    peildatum: datetime.date = meting.peildatum
    yield from praktijken.bevindingen(feiten, peildatum, tel(oordelen), meting.programma.einddatum)
    yield from bron.meetronde(meting, feiten)
    yield from deelnemers.onbekend(feiten, peildatum)
    yield from deelnemers.dubbel(oordelen, *bron.namen(meting.programma))


def _gewijzigd(meting: Meting, feiten: Feiten, oordelen: list[Oordeel]) -> Iterator[Bevinding]:
    if meting.gecontroleerd_op is None:
        return
    uitkomst = indicator(meting.indicator).uitkomst(meting.programma.slug, meting.peildatum, feiten, oordelen)
    if canoniek(uitkomst) != meting.gecontroleerde_uitkomst:
        yield Bevinding(
            regel="gewijzigd-sinds-controle",
            tekst="De cijfers zijn veranderd sinds de controle. Laat de meting opnieuw controleren",
            plekken=(Plek(soort=METING, id=meting.pk, naam="De meting"),),
            blokkeert=True,
            aanvaardbaar=False,
        )
