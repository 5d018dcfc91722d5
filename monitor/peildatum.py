"""The reference date people ask for: how it is written, and which one counts where none is given."""

import datetime
import re

from mantelzorg.models import Programma

VOORBEELD = "Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2020-06-30."


class OngeldigePeildatum(ValueError):
    """Not a day written as `jjjj-mm-dd`; the message says so in Dutch."""


def lees_peildatum(tekst: str) -> datetime.date:
    """The day written as `jjjj-mm-dd` and no other way; raises OngeldigePeildatum."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", tekst):
        raise OngeldigePeildatum(f"'{_een_regel(tekst)}' is geen datum. {VOORBEELD}")
    try:
        return datetime.date.fromisoformat(tekst)
    except ValueError as fout:
        raise OngeldigePeildatum(f"De dag '{tekst}' bestaat niet. {VOORBEELD}") from fout


def standaard_peildatum(programma: Programma, vandaag: datetime.date) -> datetime.date:
    """Today, at most the programme's last day."""
    return min(vandaag, programma.einddatum or vandaag)


def _een_regel(tekst: str) -> str:
    return " ".join(tekst.split())[:40]
