"""The preview in pages: each a block of rows in the database, made while the file is compared."""

from collections.abc import Iterable
from html import escape
from typing import Any, Final

from praktijken.models import Blokdeel, Importbatch, Importblok
from praktijken.uitwisseling.verslag import Melding, Recordwijziging, kort

PER_BLOK: Final = 100
BYTES_PER_BLOK: Final = 50_000
"""What stands on a page, as far as it comes from the file: three of these and the page stays far below 300 kB."""
MARKUP: Final = 150  # bytes of HTML around a row


class _Deel:
    """Rows of one part, packed page by page."""

    def __init__(self) -> None:
        self.aantal = 0
        self.blokken: list[bytes] = []
        self._rijen: list[Any] = []
        self._bytes = 0

    def voeg_toe(self, rij: list[Any], teksten: Iterable[str], regels: int = 1) -> None:
        grootte = regels * MARKUP + sum(len(escape(tekst).encode()) for tekst in teksten)
        if self._rijen and (len(self._rijen) >= PER_BLOK or self._bytes + grootte > BYTES_PER_BLOK):
            self.sluit_blok()
        self._rijen.append(rij)
        self._bytes += grootte
        self.aantal += 1

    def sluit_blok(self) -> None:
        if self._rijen:
            self.blokken.append(Importblok.pak_in(self._rijen))
        self._rijen, self._bytes = [], 0


class Bladenmaker:
    """Takes what a comparison finds, and makes pages of it."""

    def __init__(self) -> None:
        self._delen = {deel: _Deel() for deel in Blokdeel}
        self._soorten: dict[str, list[int]] = {}

    def wijziging(self, wijziging: Recordwijziging) -> None:
        """A record that is added or changed."""
        velden = [[veld.veld, veld.oud_tekst, veld.nieuw_tekst] for veld in wijziging.velden]
        deel = self._delen[Blokdeel.WIJZIGINGEN]
        teksten = [wijziging.sleutel * max(1, len(velden)), *(tekst for veld in velden for tekst in veld)]
        rij = [wijziging.soort, wijziging.sleutel, wijziging.rij, wijziging.nieuw, velden]
        deel.voeg_toe(rij, teksten, max(1, len(velden)))
        telling = self._soorten.setdefault(wijziging.soort, [0, len(deel.blokken) + 1])
        telling[0] += 1

    def meldingen(self, deel: Blokdeel, meldingen: Iterable[Melding]) -> None:
        """Errors or warnings, in their order."""
        for melding in meldingen:
            tekst = kort(melding.tekst, 600)
            rij = [melding.blad, melding.rij, melding.kolom, tekst]
            self._delen[deel].voeg_toe(rij, [melding.kolom, tekst])

    def bewaar(self, batch: Importbatch) -> dict[str, Any]:
        """Put the pages in the database in place of earlier ones; what the preview says of how many there are."""
        wis_blokken(batch)
        for naam, deel in self._delen.items():
            deel.sluit_blok()
            for nummer, inhoud in enumerate(deel.blokken, start=1):
                Importblok.objects.create(batch=batch, deel=naam, nummer=nummer, inhoud=inhoud)
        return {
            **{naam.value: deel.aantal for naam, deel in self._delen.items()},
            "bladen": {naam.value: len(deel.blokken) for naam, deel in self._delen.items()},
            "soorten": [[soort, aantal, blok] for soort, (aantal, blok) in self._soorten.items()],
        }


def wis_blokken(batch: Importbatch) -> None:
    """The pages hold names: they go with the file."""
    for blok in batch.blokken.defer("inhoud").iterator():
        blok.delete()


def bladzijde(batch: Importbatch, deel: Blokdeel, nummer: int) -> list[Any]:
    """The rows of a page; one query."""
    blok = Importblok.objects.filter(batch=batch, deel=deel, nummer=nummer).first()
    return blok.rijen if blok else []
