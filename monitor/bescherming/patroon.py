"""What of the figures goes, and what they are without it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from monitor.bescherming.waarden import (
    BeschermdeCijfers,
    BeschermdeDeelnemers,
    BeschermdePraktijkcijfers,
    BeschermdType,
    overignaam,
)
from monitor.indicator import Deelnemers, Indicator23


class Trap(IntEnum):
    """How much of a table of participants goes; each step takes what the one before it takes too."""

    SOORTEN = 0
    """Small kinds stand together, with their number of persons."""
    UITSPLITSING = 1
    """Without that number, nor of how many the kind is known and not known."""
    TOTAAL = 2
    """Without the total."""
    TABEL = 3
    """Without any kind."""
    ALLES = 4
    """Without zeros."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dicht:
    """What goes of one table of participants. `samen`: the kinds that stand together."""

    trap: Trap = Trap.SOORTEN
    samen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Patroon:
    """What goes of all figures. `praktijken`: the codes of those without their participants."""

    nu: Dicht = Dicht()
    tot_nu_toe: Dicht = Dicht()
    praktijken: frozenset[str] = frozenset()


def wat_dicht_was(versies: Sequence[BeschermdeCijfers]) -> Patroon:
    """What any of these publications of the same peildatum protected."""
    return Patroon(
        nu=_dicht_in([versie.deelnemers for versie in versies]),
        tot_nu_toe=_dicht_in([versie.deelnemers_tot_nu_toe for versie in versies]),
        praktijken=frozenset(p.code for versie in versies for p in versie.per_praktijk if p.deelnemers is None),
    )


def toegepast(
    cijfers: Indicator23, patroon: Patroon, *, drempel: int, versies: Sequence[BeschermdeCijfers]
) -> BeschermdeCijfers:
    """The figures without what goes, as the next version after `versies`, which are of the same peildatum."""
    alles = patroon.nu.trap is Trap.ALLES
    nu = [versie.deelnemers for versie in versies]
    tot_nu_toe = [versie.deelnemers_tot_nu_toe for versie in versies]
    return BeschermdeCijfers(
        programma=cijfers.programma,
        peildatum=cijfers.peildatum,
        versie=len(versies) + 1,
        drempel=drempel,
        praktijken=cijfers.praktijken,
        gemeenten=cijfers.gemeenten,
        organisaties=cijfers.organisaties,
        ontwerpvragen=cijfers.ontwerpvragen,
        experimenten=cijfers.experimenten,
        deelnemers=_telling(cijfers.deelnemers, patroon.nu, nu),
        deelnemers_tot_nu_toe=_telling(cijfers.deelnemers_tot_nu_toe, patroon.tot_nu_toe, tot_nu_toe),
        per_praktijk=tuple(
            BeschermdePraktijkcijfers(
                code=regel.code,
                naam=regel.naam,
                ontwerpvragen=regel.ontwerpvragen,
                experimenten=regel.experimenten,
                deelnemers=None if alles or regel.code in patroon.praktijken else regel.deelnemers,
            )
            for regel in cijfers.per_praktijk
        ),
    )


def _dicht_in(versies: Sequence[BeschermdeDeelnemers]) -> Dicht:
    samen = frozenset(soort for versie in versies if versie.overig for soort in versie.overig.soorten)
    return Dicht(trap=max(map(_trap, versies), default=Trap.SOORTEN), samen=samen)


def _trap(telling: BeschermdeDeelnemers) -> Trap:
    if telling.totaal is None:
        return Trap.TOTAAL if telling.typen else Trap.TABEL
    return Trap.UITSPLITSING if telling.bekend is None else Trap.SOORTEN


def _telling(deelnemers: Deelnemers, dicht: Dicht, versies: Sequence[BeschermdeDeelnemers]) -> BeschermdeDeelnemers:
    def getal(naam: str, vanaf: Trap) -> int | None:
        waarde: int = getattr(deelnemers, naam)
        telt = waarde > 0 or dicht.trap is Trap.ALLES or any(getattr(versie, naam) is None for versie in versies)
        return None if telt and dicht.trap >= vanaf else waarde

    return BeschermdeDeelnemers(
        totaal=getal("totaal", Trap.TOTAAL),
        bekend=getal("bekend", Trap.UITSPLITSING),
        onbekend=getal("onbekend", Trap.UITSPLITSING),
        typen=() if dicht.trap >= Trap.TABEL else _typen(deelnemers, dicht),
    )


def _typen(deelnemers: Deelnemers, dicht: Dicht) -> tuple[BeschermdType, ...]:
    los = [
        BeschermdType(naam=regel.naam, aantal=regel.aantal)
        for regel in deelnemers.typen
        if regel.naam not in dicht.samen
    ]
    if not dicht.samen:
        return tuple(los)
    soorten = tuple(sorted(dicht.samen))
    samen = sum(regel.aantal for regel in deelnemers.typen if regel.naam in dicht.samen)
    aantal = None if dicht.trap >= Trap.UITSPLITSING else samen
    return (*los, BeschermdType(naam=overignaam(soorten), aantal=aantal, soorten=soorten))
