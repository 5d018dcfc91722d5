"""Errata, and what else became of a measurement, as sentences for readers."""

from collections.abc import Iterator

from monitor.nederlands import datum
from monitor.publicatie.waarden import Erratum, Later, Uitgave

ERRATUM = "erratum"


def in_woorden(een: Erratum | Later) -> str:
    """An erratum with its number and day, and what was written about it for readers, if anything was."""
    kop = f"Erratum {een.nummer} van {datum(een.op)}"
    return f"{kop}: {een.tekst}" if een.tekst else kop


def in_een_zin(later: Later) -> str:
    """What became of the measurement after a version."""
    return in_woorden(later) if later.soort == ERRATUM else f"Deze meting is {later.soort} op {datum(later.op)}."


def verbeteringen(uitgave: Uitgave) -> Iterator[str]:
    """All that readers must know beside the figures: what a version changed, its errata, and what came later."""
    if uitgave.inhoud.teksten.wijziging:
        yield uitgave.inhoud.teksten.wijziging
    yield from (in_woorden(erratum) for erratum in uitgave.inhoud.errata)
    yield from (in_een_zin(later) for later in uitgave.later)
