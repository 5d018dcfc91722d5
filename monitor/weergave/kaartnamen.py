"""The names on the map: beside their marker, or further off with a line, or not at all where there is no room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist

from monitor.weergave.kaartspelden import Speld
from monitor.weergave.lettermaat import GEWOON, lettermaat
from monitor.weergave.plaatsing import Bezetting, Plek, Vak, vakken_naast


@dataclass(frozen=True, slots=True, kw_only=True)
class Etiket:
    """A practice's name, in one or two lines, with a line to its marker where it stands away from it.

    `kosten` grows with the distance, to compare one arrangement with another.
    """

    regels: tuple[str, ...]
    vak: Vak
    lijn: tuple[Plek, Plek] | None
    kosten: float


NAAMGROOTTE = 17.0
REGELHOOGTE = 1.2 * NAAMGROOTTE
NAAMBREEDTE = 165.0
NAAMREGELS = 2
LUCHT = 2.0
"""Room at both ends of a name, for the light edge around the letters."""
DICHTBIJ = 1.0
AFSTANDEN = (DICHTBIJ, 6.0, 12.0, 20.0, 30.0, 42.0, 56.0, 72.0, 90.0)
LOS_VANAF = 6.0
"""From this distance on a line ties the name to its marker."""
OMGEVING = 60.0
"""Markers within this distance make it crowded."""
NAAST = 4.0
"""Room left and right of a name, so that it is not read with another marker."""
RONDEN = 4
SPRONG = 0.5
"""Places by which a name moves ahead in the next round, for each unit that it stands away from its marker."""
KOSTEN_ZONDER = 200.0
"""What a name without a place counts for: more than the farthest place."""


def etiketten(spelden: Sequence[Speld], bezetting: Bezetting) -> tuple[Etiket, ...]:
    """The best of some rounds: whoever got a poor place, or none, may choose earlier in the next."""
    volgorde = sorted((speld for speld in spelden if speld.eerste), key=lambda speld: -_drukte(speld, spelden))
    beste: tuple[float, tuple[Etiket, ...]] | None = None
    for _ronde in range(RONDEN):
        uitkomst = _ronde_namen(volgorde, bezetting.kopie())
        kosten = sum(KOSTEN_ZONDER if etiket is None else etiket.kosten for etiket in uitkomst)
        if beste is None or kosten < beste[0]:
            beste = kosten, tuple(etiket for etiket in uitkomst if etiket is not None)
        volgorde = _slechtste_voorop(volgorde, uitkomst)
    return beste[1] if beste else ()


def _slechtste_voorop(volgorde: Sequence[Speld], uitkomst: Sequence[Etiket | None]) -> list[Speld]:
    kosten = [KOSTEN_ZONDER if etiket is None else etiket.kosten for etiket in uitkomst]
    plekken = sorted(range(len(volgorde)), key=lambda plek: plek - SPRONG * kosten[plek])
    return [volgorde[plek] for plek in plekken]


def _ronde_namen(volgorde: Sequence[Speld], bezetting: Bezetting) -> list[Etiket | None]:
    return [_neem_etiket(speld, bezetting) for speld in volgorde]


def _neem_etiket(speld: Speld, bezetting: Bezetting) -> Etiket | None:
    etiket = _etiket(speld, bezetting)
    if etiket is not None:
        bezetting.neem(etiket.vak)
        if etiket.lijn is not None:
            bezetting.neem_lijn(*etiket.lijn)
    return etiket


def _drukte(speld: Speld, spelden: Sequence[Speld]) -> int:
    return sum(dist(ander.punt, speld.punt) < OMGEVING for ander in spelden)


def _etiket(speld: Speld, bezetting: Bezetting) -> Etiket | None:
    """The first free place of the list, nearest first; None where there is no room at all."""
    if speld.vak is None or not speld.praktijk.naam.strip():
        return None
    kandidaten = _kandidaten(speld, speld.vak)
    return next((etiket for etiket in kandidaten if _past(etiket, speld.vak, bezetting)), None)


def _kandidaten(speld: Speld, vak: Vak) -> Iterator[Etiket]:
    """Right beside the marker the name says enough; elsewhere it repeats the number, lest it be read with another."""
    naam, nummer = speld.praktijk.naam, speld.praktijk.nummer
    kaal, met_nummer = naamregels(naam), naamregels(f"{nummer}. {naam}")
    naast = list(vakken_naast(vak, *_maten(kaal), DICHTBIJ))[:2]
    yield from (Etiket(regels=kaal, vak=plek, lijn=None, kosten=rang / 4) for rang, plek in enumerate(naast))
    for afstand in AFSTANDEN:
        for rang, plek in enumerate(vakken_naast(vak, *_maten(met_nummer), afstand)):
            lijn = (vak.midden, plek.dichtstbij(vak.midden)) if afstand >= LOS_VANAF else None
            yield Etiket(regels=met_nummer, vak=plek, lijn=lijn, kosten=1 + afstand + rang / 4)


def _maten(regels: Sequence[str]) -> tuple[float, float]:
    return max(_naambreedte(regel) for regel in regels) + 2 * LUCHT, len(regels) * REGELHOOGTE


def _past(etiket: Etiket, eigen: Vak, bezetting: Bezetting) -> bool:
    vrij = bezetting.vrij(etiket.vak) and bezetting.ruim(etiket.vak, NAAST, los_van=eigen)
    return vrij and (etiket.lijn is None or bezetting.lijn_vrij(*etiket.lijn, los_van=eigen))


def naamregels(naam: str) -> tuple[str, ...]:
    """The name in at most two lines that fit a label; what is left over becomes an ellipsis."""
    regels: list[str] = []
    for woord in naam.split():
        samen = f"{regels[-1]} {woord}" if regels else woord
        if regels and _naambreedte(samen) <= NAAMBREEDTE:
            regels[-1] = samen
        else:
            regels.append(woord)
    if len(regels) > NAAMREGELS:
        regels[NAAMREGELS - 1 :] = [" ".join(regels[NAAMREGELS - 1 :])]
    return tuple(_ingekort(regel) for regel in regels)


def _ingekort(regel: str) -> str:
    if _naambreedte(regel) <= NAAMBREEDTE:
        return regel
    einde = next(einde for einde in range(len(regel), -1, -1) if _naambreedte(regel[:einde] + "…") <= NAAMBREEDTE)
    return regel[:einde].rstrip() + "…"


def _naambreedte(tekst: str) -> float:
    return lettermaat(GEWOON).breedte(tekst, NAAMGROOTTE)
