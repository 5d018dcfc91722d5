"""The practices behind the figure of a year earlier, and behind what came since."""

import datetime
from dataclasses import replace

from monitor.definities import Definitie
from monitor.feiten import Feiten, Praktijkfeit
from monitor.herleiding.figuren import VORIGE, Figuurkeuze
from monitor.herleiding.lijst import Lijst, gesorteerd, praktijkregel
from monitor.nederlands import datum
from monitor.oordelen import OPGESTART, Oordeel


def keuze(figuur: str, lijst: Lijst, toen: datetime.date) -> Figuurkeuze:
    """The figure, with as its value what its list counts."""
    titel = f"Praktijken opgestart op {datum(toen)}" if figuur == VORIGE else f"Praktijken opgestart na {datum(toen)}"
    return Figuurkeuze(figuur=figuur, sleutel="", titel=titel, waarde=len(lijst.telt), soort="praktijk")


def praktijken_bij(
    figuur: str, feiten: Feiten, definitie: Definitie, *, toen: datetime.date, peildatum: datetime.date
) -> Lijst:
    """The practices opgestart on the day `toen`, or those opgestart at `peildatum` and not yet `toen`."""
    eerder = _redenen(definitie.oordelen(feiten, toen))
    nu = _redenen(definitie.oordelen(feiten, peildatum))
    praktijken = [een for een in feiten.praktijken if isinstance(een, Praktijkfeit)]
    if figuur == VORIGE:
        return gesorteerd(replace(praktijkregel(een), reden=eerder[een.sleutel]) for een in praktijken)
    al = f"was al opgestart op {datum(toen)}"
    return gesorteerd(
        replace(praktijkregel(een), reden=nu[een.sleutel] or ("" if eerder[een.sleutel] else al)) for een in praktijken
    )


def _redenen(oordelen: list[Oordeel]) -> dict[str, str]:
    """Of each practice why it is not opgestart; empty where it is."""
    return {een.feit.sleutel: dict(een.niet).get(OPGESTART, "") for een in oordelen if een.feit.soort == "praktijk"}
