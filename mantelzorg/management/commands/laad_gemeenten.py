"""`manage.py laad_gemeenten BESTAND.csv`: municipalities with the days their codes began and ended."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from mantelzorg.gemeentelijst import OnbruikbareLijst, laad, lees_gemeenten


class Command(BaseCommand):
    help = "Laadt de gemeentelijst uit een CSV-bestand: code, naam, provincie, lon, lat, geldig_van, geldig_tot."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", type=Path)

    def handle(self, *_: Any, bestand: Path, **__: Any) -> None:
        try:
            telling = laad(lees_gemeenten(bestand))
        except OnbruikbareLijst as fout:
            self.stderr.write(str(fout))
            sys.exit(1)
        self.stdout.write(
            f"Gemeenten: {telling.nieuw} nieuw, {telling.gewijzigd} gewijzigd, {telling.ongewijzigd} ongewijzigd."
        )
