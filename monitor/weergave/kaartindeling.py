"""Where everything on the map goes, before anything is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monitor.kaartpunten import Kaartgebied, Kaartgrenzen, Kaartpraktijk
from monitor.weergave.kaartnamen import Etiket, etiketten
from monitor.weergave.kaartspelden import BREEDTE, HOOGTE, RAND, Maat, Speld, maat_bij, plek, spelden
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
LEGENDA_MET_GEBIEDEN = Vak(links=RAND, boven=RAND, rechts=158, onder=94)
"""With room for one line more."""
KLEIN_GEBIED = 1.25
"""Up to so many times a marker, an area would hide under it: then the marker stands beside it."""


def indeling(praktijken: Sequence[Kaartpraktijk], grenzen: Kaartgrenzen | None = None) -> Kaartindeling:
    """The same practices always give the same places; no two boxes overlap and all lie within the map."""
    maat = maat_bij(sum(len(praktijk.gemeenten) for praktijk in praktijken))
    bezetting = Bezetting(grens=Vak(links=1, boven=1, rechts=BREEDTE - 1, onder=HOOGTE - 1))
    for vak in _vooraf_bezet(grenzen, maat):
        bezetting.neem(vak)
    geplaatst = tuple(spelden(praktijken, maat, bezetting))
    return Kaartindeling(
        maat=maat,
        spelden=geplaatst,
        etiketten=etiketten(geplaatst, bezetting) if maat.met_namen else (),
        zonder_gemeente=sum(not praktijk.gemeenten for praktijk in praktijken),
    )


def _vooraf_bezet(grenzen: Kaartgrenzen | None, maat: Maat) -> Iterator[Vak]:
    """The key, and small areas as long as there is room to spare."""
    yield LEGENDA if grenzen is None else LEGENDA_MET_GEBIEDEN
    if grenzen is not None and maat.met_namen:
        vakken = map(_vak_om, grenzen.gemeenten)
        yield from (vak for vak in vakken if max(vak.breedte, vak.hoogte) <= KLEIN_GEBIED * maat.speld)


def _vak_om(gebied: Kaartgebied) -> Vak:
    plekken = [plek(lon, lat) for ring in gebied.ringen for lon, lat in ring]
    x, y = [punt[0] for punt in plekken], [punt[1] for punt in plekken]
    return Vak(links=min(x), boven=min(y), rechts=max(x), onder=max(y))
