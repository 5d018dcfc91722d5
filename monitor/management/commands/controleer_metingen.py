"""`manage.py controleer_metingen`: are the fixed measurements still what was fixed?"""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from monitor.echtheid.alles import Uitslag, van_database, van_metingen
from monitor.echtheid.zegels import Zegelregel, lees_zegels, verdwenen, zegels_nu
from monitor.management.opdracht import Cijferopdracht, Gebruiksfout

EXIT_BEVINDING = 1


class Command(Cijferopdracht):
    help = "Telt elke vastgestelde meting opnieuw uit haar eigen rijen en controleert haar zegel."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--zegels", action="store_true", help="Geef alleen de lijst van zegels, om te bewaren.")
        parser.add_argument("--tegen", nargs="?", const="", metavar="BESTAND", help="Vergelijk met een eerdere lijst.")

    def handle(self, *_: Any, zegels: bool, tegen: str | None, **__: Any) -> None:
        if zegels:
            self.stdout.write("\n".join(map(str, zegels_nu())))
            return
        eerder = None if tegen is None else _eerdere(tegen)
        fout = [self._meld(uitslag) for uitslag in van_metingen()]
        los = [*van_database(), *_tegen(eerder or [])]
        for uitslag in los:
            self._meld(uitslag)
        if eerder is not None:
            self.stdout.write(f"Vergeleken met eerdere zegels: {len(eerder)}.")
        self.stdout.write(f"Gecontroleerde metingen: {len(fout)}. Niet in orde: {sum(fout)}.")
        if any(fout) or los:
            sys.exit(EXIT_BEVINDING)

    def _meld(self, uitslag: Uitslag) -> bool:
        """One line; whether something is wrong."""
        stand = f"NIET IN ORDE  {uitslag.waar}: {' '.join(uitslag.zinnen)}" if uitslag.zinnen else uitslag.waar
        self.stdout.write(stand if uitslag.zinnen else f"In orde       {stand}")
        return bool(uitslag.zinnen)


def _eerdere(bestand: str) -> list[Zegelregel]:
    if not bestand:
        raise Gebruiksfout("Geef het bestand met eerdere zegels: --tegen BESTAND.")
    try:
        regels = lees_zegels(Path(bestand).read_text(encoding="utf-8"))
    except (OSError, ValueError) as fout:
        raise Gebruiksfout(f"Het bestand '{bestand}' is niet te lezen.") from fout
    if not regels:
        raise Gebruiksfout(f"In het bestand '{bestand}' staat geen zegel.")
    return regels


def _tegen(eerder: list[Zegelregel]) -> list[Uitslag]:
    zinnen = tuple(verdwenen(eerder))
    return [Uitslag(waar="De eerdere lijst", zinnen=zinnen)] if zinnen else []
