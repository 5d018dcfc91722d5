"""`manage.py laad_gemeentegrenzen BESTAND [--jaar N]`: municipal borders of a year, for the map."""

import re
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from monitor.grenzen.bestand import OnbruikbareGrenzen
from monitor.grenzen.gebieden import lees_grenzen
from monitor.grenzen.laden import laad
from monitor.management.opdracht import Opdracht


class Command(Opdracht):
    help = "Laadt de gemeentegrenzen van een jaar uit een GeoJSON-bestand van CBS of PDOK (gegeneraliseerd)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", type=Path)
        parser.add_argument("--jaar", help="alleen nodig als het bestand het niet noemt")

    def handle(self, *_: Any, bestand: Path, jaar: str | None, **__: Any) -> None:
        try:
            telling = laad(lees_grenzen(bestand, _jaartal(jaar)))
        except OnbruikbareGrenzen as fout:
            self.stderr.write(str(fout))
            sys.exit(1)
        vervallen = f", {telling.vervallen} vervallen" if telling.vervallen else ""
        self.stdout.write(
            f"Gemeentegrenzen {telling.jaar}: {telling.nieuw} nieuw, {telling.gewijzigd} gewijzigd, "
            f"{telling.ongewijzigd} ongewijzigd{vervallen}."
        )


def _jaartal(tekst: str | None) -> int | None:
    if tekst is None:
        return None
    if not re.fullmatch("[0-9]{4}", tekst):
        raise OnbruikbareGrenzen(f"'{tekst}' is geen jaar (--jaar): schrijf vier cijfers.")
    return int(tekst)
