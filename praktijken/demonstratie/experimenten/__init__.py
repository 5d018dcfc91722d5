"""The experiments, in the order of their practices."""

from collections.abc import Iterator
from typing import Final

from praktijken.demonstratie.cel import Rij
from praktijken.demonstratie.experimenten import gelderland, holland_en_utrecht, limburg, noord_brabant
from praktijken.demonstratie.experimenten.vorm import Experiment
from praktijken.demonstratie.praktijken import PRAKTIJKEN

KOP: Final = (
    "praktijk",
    "ontwerpvraag",
    "code",
    "naam",
    "verwachting",
    "startdatum",
    "einddatum",
    "afloop",
    "opbrengst",
)
_PER_STREEK: Final = (
    gelderland.EXPERIMENTEN + noord_brabant.EXPERIMENTEN + limburg.EXPERIMENTEN + holland_en_utrecht.EXPERIMENTEN
)
EXPERIMENTEN: Final[tuple[Experiment, ...]] = tuple(
    experiment for praktijk in PRAKTIJKEN for experiment in _PER_STREEK if experiment.praktijk == praktijk
)


def rijen() -> Iterator[Rij]:
    """The rows of the sheet Experimenten."""
    for experiment in EXPERIMENTEN:
        yield [
            experiment.praktijk,
            experiment.ontwerpvraag,
            experiment.code,
            experiment.naam,
            experiment.verwachting,
            experiment.startdatum,
            experiment.einddatum,
            experiment.afloop,
            experiment.opbrengst,
        ]
