"""Which figure somebody opens: its name in words, its value, and the kind of record behind it."""

from collections.abc import Iterable
from dataclasses import dataclass

from monitor.feiten import SOORTEN, EigenFeit
from monitor.indicatoren.figuren import PERSOON
from monitor.indicatoren.soort import Indicatorsoort
from monitor.tabellen import Tabel

GEMEENTE = "gemeente"
MINIMUM, MAXIMUM = "ontwerpvragen.minimum_per_praktijk", "ontwerpvragen.maximum_per_praktijk"
UITERSTEN = (MINIMUM, MAXIMUM)
VORIGE, NIEUW = "vorige_meting.opgestart", "vorige_meting.nieuw"
"""What stands beside indicator 23: how many there were a year earlier, and how many came since."""
VERGELIJKING = (VORIGE, NIEUW)
_KOPPEN = {PERSOON: "Deelnemer", GEMEENTE: "Gemeente", "organisatie": "Organisatie"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuurkeuze:
    """A figure of the report. `soort`: the kind of record behind it; `waarde` None: there is none."""

    figuur: str
    sleutel: str
    titel: str
    waarde: int | None
    soort: str

    @property
    def kop(self) -> str:
        """What stands above the names in the list: a question or experiment goes by its practice."""
        eigen = SOORTEN.get(self.soort)
        if eigen is not None and issubclass(eigen, EigenFeit):
            return eigen.woorden[0].capitalize()
        return _KOPPEN.get(self.soort, "Praktijk")


def over_personen(figuur: str, indicator: Indicatorsoort) -> bool:
    """Whether opening the figure lists persons."""
    return figuur not in VERGELIJKING and indicator.over_personen(figuur)


def kies(tabellen: Iterable[Tabel], figuur: str, sleutel: str, indicator: Indicatorsoort) -> Figuurkeuze | None:
    """The figure as it stands in these tables of the indicator; None where they have none of that name and key."""
    tabelnaam, _, naam = figuur.partition(".")
    for tabel in tabellen:
        kolommen = {kolom.naam: (plek, kolom.label) for plek, kolom in enumerate(tabel.figuren)}
        if tabel.naam == tabelnaam and naam in kolommen:
            plek, label = kolommen[naam]
            rij = next((rij for rij in tabel.rijen if rij.sleutel == sleutel), None)
            titel = ": ".join(deel for deel in (tabel.titel, rij.label if rij else "", label) if deel)
            if rij is not None:
                soort = indicator.soort_van(figuur)
                return Figuurkeuze(figuur=figuur, sleutel=sleutel, titel=titel, waarde=rij.waarden[plek], soort=soort)
    return None
