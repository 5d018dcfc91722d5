"""The progress of every experiment that has begun: two reports in the first round, two weeks apart."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from praktijken.demonstratie.cel import Rij
from praktijken.demonstratie.experimenten import EXPERIMENTEN
from praktijken.demonstratie.praktijken import PRAKTIJKEN
from praktijken.demonstratie.voortgang import gelderland, holland_en_utrecht, limburg, noord_brabant
from praktijken.demonstratie.voortgang.vorm import Verslagen

KOP: Final = ("experiment", "datum", "ronde", "fase", "verslag", "besluit", "door")
VERSLAGEN: Final[dict[str, Verslagen]] = (
    gelderland.VERSLAGEN | noord_brabant.VERSLAGEN | limburg.VERSLAGEN | holland_en_utrecht.VERSLAGEN
)
TWEE_WEKEN: Final = timedelta(weeks=2)


def rijen() -> Iterator[Rij]:
    """The rows of the sheet Voortgang; the first adviser of the practice wrote them."""
    for experiment in EXPERIMENTEN:
        if experiment.startdatum is None:
            continue
        eerste = experiment.startdatum + TWEE_WEKEN
        door = PRAKTIJKEN[experiment.praktijk].adviseurs[0]
        verslagen = VERSLAGEN[experiment.code]
        yield [experiment.code, eerste, 1, "voorbereiden", verslagen.voorbereiding, None, door]
        vervolg = [verslagen.fase, verslagen.vervolg, verslagen.besluit]
        yield [experiment.code, eerste + TWEE_WEKEN, 1, *vervolg, door]
