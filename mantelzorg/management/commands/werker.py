"""`manage.py werker`: the process that sends mail, imports files and does what is due by the clock."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from mantelzorg.taken.werker import werk


class Command(BaseCommand):
    help = "Doet het werk waar niemand op wacht: post versturen, importeren, herinneren. Draait tot het stopsein."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--ouder", type=int, default=None, help="Stop zodra dit proces niet meer de ouder is.")

    def handle(self, *_: Any, ouder: int | None, **__: Any) -> None:
        werk(ouder=ouder)
