"""`manage.py indicator 23 …`: an indicator on the terminal or in a file (begrippen.md §3)."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from mantelzorg.klok import vandaag
from mantelzorg.models import Programma
from mantelzorg.versie import VERSIE
from monitor.peildatum import OngeldigePeildatum, lees_peildatum, standaard_peildatum
from monitor.rapport import Rapport, maak_rapport
from monitor.weergave.als_csv import als_csv
from monitor.weergave.als_json import INDICATOR, als_json
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
ALLEEN_NAAR_BESTAND = ("xlsx",)
EXIT_GEBRUIKSFOUT = 2


class Gebruiksfout(Exception):
    """What was asked cannot be given; the message is one line of Dutch for who asked."""


class Opdrachtregel(CommandParser):
    """Reports what it cannot read as a Gebruiksfout: one Dutch line instead of usage text in English."""

    def error(self, message: str) -> NoReturn:
        raise Gebruiksfout("De opdracht is niet te lezen. Zie: manage.py indicator --help") from ValueError(message)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        gelezen, onbekend = self.parse_known_args(args, namespace)
        if onbekend:
            raise Gebruiksfout(f"Onbekend argument: {' '.join(onbekend)}. Zie: manage.py indicator --help")
        return gelezen


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """What is asked, checked as far as that goes without the database."""

    programma: str
    peildatum: date | None
    formaat: str
    uit: Path | None


class Command(BaseCommand):
    help = "Geeft de cijfers van een indicator van de Monitor Langer Thuis, uit de gegevens van een programma."
    requires_system_checks: list[str] = []  # their report would stand between the figures

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.__class__ = Opdrachtregel  # Django names the class itself and takes no other
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("indicator", nargs="?", default="", help="Het nummer van de indicator: 23.")
        parser.add_argument("--programma", nargs="?", const="", metavar="SLUG", help="De slug van het programma.")
        parser.add_argument(
            "--peildatum", nargs="?", const="", metavar="JJJJ-MM-DD",
            help="De dag waarvoor de cijfers gelden. Zonder: vandaag, en hoogstens de einddatum van het programma.",
        )  # fmt: skip
        parser.add_argument("--formaat", nargs="?", const="", default="tekst", help=f"{_keuze(FORMATEN)}.")
        parser.add_argument("--uit", nargs="?", const="", metavar="BESTAND", help="Schrijf naar dit bestand.")

    def run_from_argv(self, argv: list[str]) -> None:
        try:
            super().run_from_argv(argv)
        except Gebruiksfout as fout:
            self.stderr.write(" ".join(str(fout).split()))
            sys.exit(EXIT_GEBRUIKSFOUT)

    def handle(self, *_: Any, **opties: Any) -> None:
        vraag = lees_vraag(Namespace(**opties))
        programma = Programma.objects.filter(slug=vraag.programma).first()
        if programma is None:
            raise Gebruiksfout(f"Onbekend programma: '{vraag.programma}'.")
        nu = vandaag()
        peildatum = vraag.peildatum or standaard_peildatum(programma, nu)
        inhoud = FORMATEN[vraag.formaat](maak_rapport(programma, peildatum, vandaag=nu))
        if vraag.uit is None:
            self._toon(inhoud)
        else:
            schrijf(vraag.uit, inhoud)

    def _toon(self, inhoud: bytes) -> None:
        """As bytes where the output takes them: CSV and JSON are UTF-8 whatever the terminal's own letters."""
        buffer = getattr(self.stdout, "buffer", None)
        if buffer is None:
            self.stdout.write(inhoud.decode(), ending="")
        else:
            buffer.write(inhoud)
            buffer.flush()


def lees_vraag(opties: Namespace) -> Vraag:
    """What is asked; raises Gebruiksfout for the first thing that is wrong."""
    if opties.indicator != str(INDICATOR):
        raise Gebruiksfout(
            f"Onbekende indicator: '{opties.indicator}'. Beschikbaar: {INDICATOR}."
            if opties.indicator
            else f"Geef het nummer van de indicator, bijvoorbeeld: manage.py indicator {INDICATOR} --programma SLUG"
        )
    if not opties.programma:
        raise Gebruiksfout("Geef het programma, met --programma en de slug van het programma.")
    if opties.formaat not in FORMATEN:
        raise Gebruiksfout(f"Onbekend formaat: '{opties.formaat}'. Kies uit {_keuze(FORMATEN)}.")
    if opties.uit == "" or (opties.uit is None and opties.formaat in ALLEEN_NAAR_BESTAND):
        raise Gebruiksfout("Geef een bestand, met --uit BESTAND.")
    return Vraag(
        programma=opties.programma,
        peildatum=_peildatum(opties.peildatum),
        formaat=opties.formaat,
        uit=Path(opties.uit) if opties.uit else None,
    )


def _peildatum(tekst: str | None) -> date | None:
    try:
        return None if tekst is None else lees_peildatum(tekst)
    except OngeldigePeildatum as fout:
        raise Gebruiksfout(f"Peildatum: {fout}") from fout


def _keuze(namen: Sequence[str] | dict[str, Any]) -> str:
    *eerste, laatste = namen
    return f"{', '.join(eerste)} of {laatste}"


def schrijf(bestand: Path, inhoud: bytes) -> None:
    """Write the file, or say in Dutch why that cannot be."""
    try:
        bestand.write_bytes(inhoud)
    except OSError as fout:
        raise Gebruiksfout(f"Het bestand '{bestand}' is niet te schrijven: {_waarom(fout)}.") from fout


def _waarom(fout: OSError) -> str:
    match fout:
        case IsADirectoryError():
            return "dat is een map"
        case FileNotFoundError() | NotADirectoryError():
            return "die map bestaat niet"
        case PermissionError():
            return "u mag daar niet schrijven"
        case _:
            return "het lukt niet op deze plek"
