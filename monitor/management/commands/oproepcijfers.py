"""`manage.py oproepcijfers --oproep SLUG …`: the figures of a call on the terminal or in a file."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from aanmeldingen.models import Oproep
from mantelzorg.klok import vandaag
from mantelzorg.versie import VERSIE
from monitor.management.opdracht import ALLEEN_NAAR_BESTAND, Cijferopdracht, Gebruiksfout, keuze, lees_peildatum_optie
from monitor.oproepen.rapport import Rapport, maak_rapport
from monitor.oproepen.weergave.als_csv import als_csv
from monitor.oproepen.weergave.als_json import als_json
from monitor.oproepen.weergave.als_tekst import als_tekst


def _als_xlsx(rapport: Rapport) -> bytes:
    from monitor.oproepen.weergave.als_xlsx import als_xlsx  # here: it loads fonts, and the other formats need none

    return als_xlsx(rapport, gemaakt_op=timezone.localtime(), versie=VERSIE)


FORMATEN: dict[str, Callable[[Rapport], bytes]] = {
    "json": lambda rapport: als_json(rapport).encode(),
    "tekst": lambda rapport: als_tekst(rapport).encode(),
    "csv": als_csv,
    "xlsx": _als_xlsx,
}


class Command(Cijferopdracht):
    help = "Geeft de cijfers van een oproep op een peildatum."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--oproep", nargs="?", const="", metavar="SLUG", help="De slug van de oproep.")
        parser.add_argument(
            "--peildatum", nargs="?", const="", metavar="JJJJ-MM-DD",
            help="De dag waarvoor de cijfers gelden. Zonder: vandaag.",
        )  # fmt: skip
        parser.add_argument("--formaat", nargs="?", const="", default="tekst", help=f"{keuze(FORMATEN)}.")
        parser.add_argument("--uit", nargs="?", const="", metavar="BESTAND", help="Schrijf naar dit bestand.")

    def handle(self, *_: Any, **opties: Any) -> None:
        vraag = Namespace(**opties)
        keur(vraag)
        peildatum, nu = lees_peildatum_optie(vraag.peildatum), vandaag()
        oproep = Oproep.objects.select_related("programma").filter(slug=vraag.oproep).first()
        if oproep is None:
            raise Gebruiksfout(f"Onbekende oproep: '{vraag.oproep}'.")
        rapport = maak_rapport(oproep, peildatum or nu, vandaag=nu)
        self.geef(FORMATEN[vraag.formaat](rapport), Path(vraag.uit) if vraag.uit else None)


def keur(vraag: Namespace) -> None:
    """Raises Gebruiksfout for the first thing that is wrong with the question itself."""
    if not vraag.oproep:
        raise Gebruiksfout("Geef de oproep, met --oproep en de slug van de oproep.")
    if vraag.formaat not in FORMATEN:
        raise Gebruiksfout(f"Onbekend formaat: '{vraag.formaat}'. Kies uit {keuze(FORMATEN)}.")
    if vraag.uit == "" or (vraag.uit is None and vraag.formaat in ALLEEN_NAAR_BESTAND):
        raise Gebruiksfout("Geef een bestand, met --uit BESTAND.")
