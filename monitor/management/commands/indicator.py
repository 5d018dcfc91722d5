"""`manage.py indicator CODE …`: an indicator on the terminal or in a file (begrippen.md §3)."""

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from mantelzorg.klok import vandaag
from mantelzorg.models import Programma
from mantelzorg.versie import VERSIE
from monitor.indicatoren import rapport as algemeen
from monitor.indicatoren.rapport import Cijferrapport
from monitor.indicatoren.register import EERSTE, OnbekendeIndicator, alle, indicator
from monitor.indicatoren.soort import Indicatorsoort
from monitor.indicatoren.weergave.als_csv import als_csv as algemeen_csv
from monitor.indicatoren.weergave.als_tekst import als_tekst as algemeen_tekst
from monitor.management.opdracht import ALLEEN_NAAR_BESTAND, Cijferopdracht, Gebruiksfout, keuze, lees_peildatum_optie
from monitor.peildatum import standaard_peildatum
from monitor.rapport import Rapport, maak_rapport
from monitor.weergave.als_csv import als_csv
from monitor.weergave.als_json import als_json
from monitor.weergave.als_tekst import als_tekst


def _als_xlsx(rapport: Rapport) -> bytes:
    from monitor.weergave.als_xlsx import als_xlsx  # here: it loads fonts and a map, and the other formats need none

    return als_xlsx(rapport, gemaakt_op=timezone.localtime(), versie=VERSIE)


FORMATEN: dict[str, Callable[[Rapport], bytes]] = {
    "json": lambda rapport: als_json(rapport.indicator).encode(),
    "tekst": lambda rapport: als_tekst(rapport).encode(),
    "csv": als_csv,
    "xlsx": _als_xlsx,
}


def _algemeen_xlsx(rapport: Cijferrapport) -> bytes:
    from monitor.indicatoren.weergave.als_xlsx import als_xlsx  # here, for the same reason

    return als_xlsx(rapport, gemaakt_op=timezone.localtime(), versie=VERSIE)


ALGEMEEN: dict[str, Callable[[Cijferrapport], bytes]] = {
    "json": lambda rapport: (json.dumps(rapport.uitkomst, ensure_ascii=False, indent=2) + "\n").encode(),
    "tekst": lambda rapport: algemeen_tekst(rapport).encode(),
    "csv": algemeen_csv,
    "xlsx": _algemeen_xlsx,
}
"""The same of an indicator that has no forms of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """What is asked, checked as far as that goes without the database."""

    indicator: Indicatorsoort
    programma: str
    peildatum: date | None
    formaat: str
    uit: Path | None


class Command(Cijferopdracht):
    help = "Geeft de cijfers van een indicator, uit de gegevens van een programma."

    def add_arguments(self, parser: CommandParser) -> None:
        codes = keuze([een.code for een in alle()])
        parser.add_argument("indicator", nargs="?", default="", help=f"De code van de indicator: {codes}.")
        parser.add_argument("--programma", nargs="?", const="", metavar="SLUG", help="De slug van het programma.")
        parser.add_argument(
            "--peildatum", nargs="?", const="", metavar="JJJJ-MM-DD",
            help="De dag waarvoor de cijfers gelden. Zonder: vandaag, en hoogstens de einddatum van het programma.",
        )  # fmt: skip
        parser.add_argument("--formaat", nargs="?", const="", default="tekst", help=f"{keuze(FORMATEN)}.")
        parser.add_argument("--uit", nargs="?", const="", metavar="BESTAND", help="Schrijf naar dit bestand.")

    def handle(self, *_: Any, **opties: Any) -> None:
        vraag = lees_vraag(Namespace(**opties))
        programma = Programma.objects.filter(slug=vraag.programma).first()
        if programma is None:
            raise Gebruiksfout(f"Onbekend programma: '{vraag.programma}'.")
        nu = vandaag()
        peildatum = vraag.peildatum or standaard_peildatum(programma, nu)
        if vraag.indicator.eigen_vormen:
            inhoud = FORMATEN[vraag.formaat](maak_rapport(programma, peildatum, vandaag=nu))
        else:
            inhoud = ALGEMEEN[vraag.formaat](algemeen.maak_rapport(vraag.indicator, programma, peildatum, vandaag=nu))
        self.geef(inhoud, vraag.uit)


def lees_vraag(opties: Namespace) -> Vraag:
    """What is asked; raises Gebruiksfout for the first thing that is wrong."""
    soort = _lees_indicator(opties.indicator)
    if not opties.programma:
        raise Gebruiksfout("Geef het programma, met --programma en de slug van het programma.")
    if opties.formaat not in FORMATEN:
        raise Gebruiksfout(f"Onbekend formaat: '{opties.formaat}'. Kies uit {keuze(FORMATEN)}.")
    if opties.uit == "" or (opties.uit is None and opties.formaat in ALLEEN_NAAR_BESTAND):
        raise Gebruiksfout("Geef een bestand, met --uit BESTAND.")
    return Vraag(
        indicator=soort,
        programma=opties.programma,
        peildatum=lees_peildatum_optie(opties.peildatum),
        formaat=opties.formaat,
        uit=Path(opties.uit) if opties.uit else None,
    )


def _lees_indicator(code: str) -> Indicatorsoort:
    if not code:
        raise Gebruiksfout(
            f"Geef het nummer van de indicator, bijvoorbeeld: manage.py indicator {EERSTE} --programma SLUG"
        )
    try:
        return indicator(code)
    except OnbekendeIndicator as fout:
        codes = ", ".join(een.code for een in alle())
        raise Gebruiksfout(f"Onbekende indicator: '{code}'. Beschikbaar: {codes}.") from fout
