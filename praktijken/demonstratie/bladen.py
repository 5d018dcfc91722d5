"""The demonstration programme in the form of the Excel file of a programme (begrippen.md §4)."""

from collections.abc import Iterable, Sequence

from praktijken.demonstratie import (
    deelnemers,
    experimenten,
    ontwerpvragen,
    organisaties,
    praktijken,
    programma,
    voortgang,
)
from praktijken.demonstratie.cel import Cel, Rij

__all__ = ["Cel", "Rij", "bladen"]


def bladen() -> dict[str, list[Rij]]:
    """The sheets by name, each a header row followed by its rows; the same at every call."""
    return {
        "Programma": [list(programma.PROGRAMMA), list(programma.PROGRAMMA.values())],
        "Prangende vragen": _blad(programma.KOP_PRANGENDE_VRAGEN, programma.prangende_vraag_rijen()),
        "Organisatietypen": _blad(programma.KOP_ORGANISATIETYPEN, programma.organisatietype_rijen()),
        "Praktijken": _blad(praktijken.KOP, praktijken.rijen()),
        "Ontwerpvragen": _blad(ontwerpvragen.KOP, ontwerpvragen.rijen()),
        "Experimenten": _blad(experimenten.KOP, experimenten.rijen()),
        "Voortgang": _blad(voortgang.KOP, voortgang.rijen()),
        "Organisaties": _blad(organisaties.KOP, organisaties.rijen()),
        "Praktijkpartners": _blad(organisaties.KOP_PRAKTIJKPARTNERS, organisaties.praktijkpartner_rijen()),
        "Deelnemers": _blad(deelnemers.KOP, deelnemers.rijen()),
    }


def _blad(kop: Sequence[str], rijen: Iterable[Rij]) -> list[Rij]:
    return [list(kop), *rijen]
