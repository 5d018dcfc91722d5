"""Which figure somebody opens: its name in words, its value, and the kind of record behind it."""

from collections.abc import Iterable
from dataclasses import dataclass

from monitor.tabellen import Tabel

GEMEENTE, PERSOON = "gemeente", "deelnemer"
MINIMUM, MAXIMUM = "ontwerpvragen.minimum_per_praktijk", "ontwerpvragen.maximum_per_praktijk"
UITERSTEN = (MINIMUM, MAXIMUM)
VORIGE, NIEUW = "vorige_meting.opgestart", "vorige_meting.nieuw"
"""What stands beside the indicator: how many there were a year earlier, and how many came since."""
_SOORTEN = {
    "praktijken": "praktijk",
    "vorige_meting": "praktijk",
    "gemeenten": GEMEENTE,
    "organisaties": "organisatie",
    "ontwerpvragen": "ontwerpvraag",
    "experimenten": "experiment",
    "per_praktijk.ontwerpvragen": "ontwerpvraag",
    "per_praktijk.experimenten": "experiment",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuurkeuze:
    """A figure of the report. `waarde` None: there is none."""

    figuur: str
    sleutel: str
    titel: str
    waarde: int | None

    @property
    def soort(self) -> str:
        """The kind of record that is listed behind it."""
        return soort_van(self.figuur)

    @property
    def kop(self) -> str:
        """What stands above the names in the list: a question or experiment goes by its practice."""
        return {PERSOON: "Deelnemer", GEMEENTE: "Gemeente", "organisatie": "Organisatie"}.get(self.soort, "Praktijk")


def soort_van(figuur: str) -> str:
    """Kind of record behind the figure; what is not about the work is about persons."""
    if figuur in UITERSTEN:
        return "praktijk"
    return _SOORTEN.get(figuur) or _SOORTEN.get(figuur.partition(".")[0], PERSOON)


def over_personen(figuur: str) -> bool:
    """Whether opening the figure lists persons."""
    return soort_van(figuur) == PERSOON


def kies(tabellen: Iterable[Tabel], figuur: str, sleutel: str) -> Figuurkeuze | None:
    """The figure as it stands in these tables; None where they have none of that name and key."""
    tabelnaam, _, naam = figuur.partition(".")
    for tabel in tabellen:
        kolommen = {kolom.naam: (plek, kolom.label) for plek, kolom in enumerate(tabel.figuren)}
        if tabel.naam == tabelnaam and naam in kolommen:
            plek, label = kolommen[naam]
            rij = next((rij for rij in tabel.rijen if rij.sleutel == sleutel), None)
            titel = ": ".join(deel for deel in (tabel.titel, rij.label if rij else "", label) if deel)
            if rij is not None:
                return Figuurkeuze(figuur=figuur, sleutel=sleutel, titel=titel, waarde=rij.waarden[plek])
    return None
