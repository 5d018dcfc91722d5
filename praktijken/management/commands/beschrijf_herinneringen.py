"""`manage.py beschrijf_herinneringen`: the text of `docs/herinneringen.md`."""

from typing import Any

from django.core.management.base import BaseCommand

from praktijken.herinneringen.beschrijving import als_markdown


class Command(BaseCommand):
    help = "Schrijft alle regels voor herinneringen op, zoals zij in docs/herinneringen.md staan."

    def handle(self, *_: Any, **__: Any) -> None:
        self.stdout.write(als_markdown(), ending="")
