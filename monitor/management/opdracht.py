"""What commands share: what they cannot read or write they say in one line of Dutch."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser

from monitor.peildatum import OngeldigePeildatum, lees_peildatum

ALLEEN_NAAR_BESTAND = ("xlsx",)
EXIT_GEBRUIKSFOUT = 2


class Gebruiksfout(Exception):
    """What was asked cannot be given; the message is one line of Dutch for who asked."""


class Opdrachtregel(CommandParser):
    """Reports what it cannot read as a Gebruiksfout: one Dutch line instead of usage text in English."""

    opdracht = ""

    def error(self, message: str) -> NoReturn:
        raise Gebruiksfout(f"De opdracht is niet te lezen. {self._zie()}") from ValueError(message)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        gelezen, onbekend = self.parse_known_args(args, namespace)
        if onbekend:
            raise Gebruiksfout(f"Onbekend argument: {' '.join(onbekend)}. {self._zie()}")
        return gelezen

    def _zie(self) -> str:
        return f"Zie: manage.py {self.opdracht} --help"


class Opdracht(BaseCommand):
    """A command that says in Dutch what it cannot read; a bad question gives exit status 2."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.__class__ = Opdrachtregel  # Django names the class itself and takes no other
        parser.opdracht = subcommand  # type: ignore[attr-defined]  # it is an Opdrachtregel by now
        return parser

    def run_from_argv(self, argv: list[str]) -> None:
        try:
            super().run_from_argv(argv)
        except Gebruiksfout as fout:
            self.stderr.write(" ".join(str(fout).split()))
            sys.exit(EXIT_GEBRUIKSFOUT)


class Cijferopdracht(Opdracht):
    """A command that prints figures, or writes them to a file."""

    requires_system_checks: list[str] = []  # their report would stand between the figures

    def geef(self, inhoud: bytes, uit: Path | None) -> None:
        """To the file, else to the output: as bytes where that takes them, for CSV and JSON are UTF-8 everywhere."""
        if uit is not None:
            schrijf(uit, inhoud)
            return
        buffer = getattr(self.stdout, "buffer", None)
        if buffer is None:
            self.stdout.write(inhoud.decode(), ending="")
        else:
            buffer.write(inhoud)
            buffer.flush()


def lees_peildatum_optie(tekst: str | None) -> date | None:
    """The day as `--peildatum` gives it; None: not given."""
    try:
        return None if tekst is None else lees_peildatum(tekst)
    except OngeldigePeildatum as fout:
        raise Gebruiksfout(f"Peildatum: {fout}") from fout


def keuze(namen: Sequence[str] | dict[str, Any]) -> str:
    """`json, tekst of csv`."""
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
