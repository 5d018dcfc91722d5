"""Where everything on the map goes, before anything is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.kaartpunten import Kaartpraktijk
from monitor.weergave.kaartnamen import Etiket, etiketten
from monitor.weergave.kaartspelden import BREEDTE, HOOGTE, RAND, Maat, Speld, maat_bij, spelden
from monitor.weergave.plaatsing import Bezetting, Vak


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaartindeling:
    """All that is drawn over the provinces, in map units."""

    maat: Maat
    spelden: tuple[Speld, ...]
    etiketten: tuple[Etiket, ...]
    zonder_gemeente: int


LEGENDA = Vak(links=RAND, boven=RAND, rechts=158, onder=74)
"""Kept free in the corner over the North Sea, for the key."""


def indeling(praktijken: Sequence[Kaartpraktijk]) -> Kaartindeling:
    """The same practices always give the same places; no two boxes overlap and all lie within the map."""
    maat = maat_bij(sum(len(praktijk.gemeenten) for praktijk in praktijken))
    bezetting = Bezetting(grens=Vak(links=1, boven=1, rechts=BREEDTE - 1, onder=HOOGTE - 1))
    bezetting.neem(LEGENDA)
    geplaatst = tuple(spelden(praktijken, maat, bezetting))
    return Kaartindeling(
        maat=maat,
        spelden=geplaatst,
        etiketten=etiketten(geplaatst, bezetting) if maat.met_namen else (),
        zonder_gemeente=sum(not praktijk.gemeenten for praktijk in praktijken),
    )
