"""`manage.py importeer BESTAND.xlsx [--proef]` (begrippen.md §4)."""

import os
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from mantelzorg.excel.lezer import OnleesbaarBestand
from mantelzorg.klok import vandaag
from praktijken.uitwisseling.importeren import ImportBotsing, Opdracht, Wijze, importeer
from praktijken.uitwisseling.lezen import uit_bestand
from praktijken.uitwisseling.soort import Herkomst
from praktijken.uitwisseling.verslag import Verslag


class Command(BaseCommand):
    help = "Leest de gegevens van een programma uit een Excelbestand. Alles of niets: bij een fout verandert er niets."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", type=Path, help="het .xlsx-bestand")
        parser.add_argument("--proef", action="store_true", help="doe alles, maar bewaar niets")

    def handle(self, *_: Any, bestand: Path, proef: bool, **__: Any) -> None:
        with Balk() as balk:
            opdracht = Opdracht(
                bron=uit_bestand(bestand),
                vandaag=vandaag(),
                herkomst=Herkomst(gebruiker=None, reden=f"import van {bestand.name}"),
                wijze=Wijze.PROEF if proef else Wijze.BEWAAR,
                melder=balk.melder,
            )
            try:
                verslag = importeer(opdracht)
            except (OnleesbaarBestand, ImportBotsing) as fout:
                balk.sluit()
                self.stderr.write(str(fout))
                sys.exit(1)
        self._toon(verslag, proef=proef)

    def _toon(self, verslag: Verslag, *, proef: bool) -> None:
        for waarschuwing in verslag.waarschuwingen:
            self.stdout.write(f"Let op: {waarschuwing}")
        if verslag.fouten:
            for fout in verslag.fouten:
                self.stderr.write(str(fout))
            sys.exit(1)
        self.stdout.write(f"{'soort':<18}{'nieuw':>10}{'gewijzigd':>12}{'ongewijzigd':>13}")
        for soort, telling in verslag.tellingen.items():
            self.stdout.write(f"{soort:<18}{telling.nieuw:>10}{telling.gewijzigd:>12}{telling.ongewijzigd:>13}")
        if proef:
            self.stdout.write("Proef: er is niets bewaard.")


def _maten() -> tuple[int, int] | tuple[None, None]:
    """On a terminal that doesn't know its size (0 by 0) the bar would stay away; elsewhere it finds out itself."""
    if sys.stderr.isatty() and not os.get_terminal_size(sys.stderr.fileno()).columns:
        return 80, 24
    return None, None


class Balk:
    """A progress bar on a terminal; nothing where the output goes elsewhere."""

    def __init__(self) -> None:
        self._stap = ""
        self._balk: tqdm[Any] | None = None

    def __enter__(self) -> "Balk":
        return self

    def __exit__(self, *_: object) -> None:
        self.sluit()

    def melder(self, stap: str, gedaan: int, totaal: int) -> None:
        """Show how many rows of this step are done."""
        if stap != self._stap:
            self.sluit()
            self._stap = stap
            breedte, hoogte = _maten()
            self._balk = tqdm(
                total=totaal or None,
                desc=stap,
                unit=" rijen",
                leave=False,
                disable=None,
                file=sys.stderr,
                ncols=breedte,
                nrows=hoogte,
            )
        if self._balk is not None:
            self._balk.update(gedaan - self._balk.n)

    def sluit(self) -> None:
        """Wipe the bar."""
        if self._balk is not None:
            self._balk.close()
            self._balk = None
