"""Which counts are protected: first what is small, then more, smallest first, until every one of them is safe."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from monitor.bescherming.controle import Deel, Lezer, Verraden, lezer_van, versies_van
from monitor.bescherming.lezer import plafond
from monitor.bescherming.patroon import Dicht, Patroon, Trap, toegepast, wat_dicht_was
from monitor.bescherming.waarden import BeschermdeCijfers
from monitor.indicator import Deelnemers, Indicator23

MINSTE_DREMPEL = 3
"""The least threshold that protects: with 2, whoever knows the rule would know that what is small is 1."""

SNELLER = 3
"""After two steps in a table, each step takes so many times more: with many kinds a few steps must do."""


class Verraadt(ValueError):
    """Whatever goes, a reader can work out a protected count. `kandidaat`: with all gone that can go.

    `waar`: in which tables, of which publication: (peildatum, table).
    """

    def __init__(self, kandidaat: BeschermdeCijfers, waar: Sequence[tuple[datetime.date, Deel]]) -> None:
        super().__init__(f"{kandidaat.peildatum}: {waar}")
        self.kandidaat = kandidaat
        self.waar = tuple(waar)


class OngeldigeDrempel(ValueError):
    """A threshold that is neither 0 nor at least MINSTE_DREMPEL."""


def bescherm(cijfers: Indicator23, *, drempel: int, eerder: Sequence[BeschermdeCijfers]) -> BeschermdeCijfers:
    """What can be published of `cijfers`, after all that was published of the programme before, in that order.

    Counts of persons of 1…`drempel` - 1 are protected; with 0 nothing is. What an earlier version of the same
    peildatum protected stays protected. The same arguments give the same result. OngeldigeDrempel: see there;
    ValueError: `eerder` holds another programme. Verraadt: it cannot be published so.
    """
    if drempel < 0 or 0 < drempel < MINSTE_DREMPEL:
        raise OngeldigeDrempel(f"De drempel is 0 (uit) of ten minste {MINSTE_DREMPEL}, niet {drempel}.")
    if any(publicatie.programma != cijfers.programma for publicatie in eerder):
        raise ValueError(f"Alleen publicaties van {cijfers.programma} tellen mee.")
    versies = versies_van(eerder, cijfers.peildatum)
    toets = _Toets(lezer_van(eerder, plafond=plafond(cijfers, eerder)))
    if drempel == 0:
        return _getoetst(toets, toegepast(cijfers, Patroon(), drempel=0, versies=versies))
    return _veilig(cijfers, drempel, toets, versies)


class _Toets:
    """What a reader of all that is public would know more."""

    def __init__(self, lezer: Lezer) -> None:
        self.lezer = lezer

    @cached_property
    def al(self) -> frozenset[Verraden]:
        """What he knew before."""
        return frozenset(self.lezer.weet())

    def verraden(self, kandidaat: BeschermdeCijfers) -> set[Verraden]:
        """What he would know that he did not know before."""
        weet = set(self.lezer.leest(kandidaat).weet())
        ouder = any(fout.publicatie < len(self.lezer.publicaties) for fout in weet)
        return weet - self.al if ouder else weet


def _veilig(
    cijfers: Indicator23, drempel: int, toets: _Toets, versies: Sequence[BeschermdeCijfers]
) -> BeschermdeCijfers:
    patroon, stappen = _begin(cijfers, drempel, wat_dicht_was(versies)), Counter[Deel]()
    while True:
        kandidaat = toegepast(cijfers, patroon, drempel=drempel, versies=versies)
        delen = _klein_samen(kandidaat) or _delen(toets, kandidaat)
        if not delen:
            return kandidaat
        meer = patroon
        for deel in delen:
            stappen[deel] += 1
            meer = _verder(meer, cijfers, deel, SNELLER ** max(0, stappen[deel] - 2))
        if meer == patroon:
            return _getoetst(toets, kandidaat)
        patroon = meer


def _getoetst(toets: _Toets, kandidaat: BeschermdeCijfers) -> BeschermdeCijfers:
    """`kandidaat`, where the reader works out nothing that he did not know before; else Verraadt."""
    if verraden := toets.verraden(kandidaat):
        dagen = [*(publicatie.cijfers.peildatum for publicatie in toets.lezer.publicaties), kandidaat.peildatum]
        raise Verraadt(kandidaat, sorted({(dagen[fout.publicatie], fout.deel) for fout in verraden}))
    return kandidaat


def _delen(toets: _Toets, kandidaat: BeschermdeCijfers) -> list[Deel]:
    """The tables to protect more of; with publications of other days only *tot nu toe* can be compared."""
    eerder = toets.lezer.publicaties
    andere_dag = {n for n, oud in enumerate(eerder) if oud.cijfers.peildatum != kandidaat.peildatum}
    delen = {Deel.TOT_NU_TOE if fout.publicatie in andere_dag else fout.deel for fout in toets.verraden(kandidaat)}
    return [deel for deel in Deel if deel in delen]


def _begin(cijfers: Indicator23, drempel: int, was: Patroon) -> Patroon:
    return Patroon(
        nu=_begin_telling(cijfers.deelnemers, drempel, was.nu),
        tot_nu_toe=_begin_telling(cijfers.deelnemers_tot_nu_toe, drempel, was.tot_nu_toe),
        praktijken=was.praktijken | {p.code for p in cijfers.per_praktijk if 0 < p.deelnemers < drempel},
    )


def _begin_telling(deelnemers: Deelnemers, drempel: int, was: Dicht) -> Dicht:
    trap = Trap.SOORTEN
    if 0 < deelnemers.totaal < drempel:
        trap = Trap.TOTAAL
    elif 0 < deelnemers.bekend < drempel or 0 < deelnemers.onbekend < drempel:
        trap = Trap.UITSPLITSING
    samen = was.samen | {regel.naam for regel in deelnemers.typen if regel.aantal < drempel}
    dicht = Dicht(trap=max(trap, was.trap), samen=samen)
    if dicht.trap is Trap.UITSPLITSING and not samen:
        dicht = replace(dicht, samen=_met_volgende(_typen(deelnemers), samen, 1))
    return dicht


def _klein_samen(kandidaat: BeschermdeCijfers) -> list[Deel]:
    """The tables in which kinds together are still few people."""
    tellingen = {Deel.NU: kandidaat.deelnemers, Deel.TOT_NU_TOE: kandidaat.deelnemers_tot_nu_toe}
    return [
        deel
        for deel, telling in tellingen.items()
        if telling.overig and telling.overig.aantal and telling.overig.aantal < kandidaat.drempel
    ]


def _verder(patroon: Patroon, cijfers: Indicator23, deel: Deel, stap: int) -> Patroon:
    """A step further in this table; where all of it is gone, in the next. Without a step left: the same."""
    for poging in (deel, *Deel):
        match poging:
            case Deel.NU:
                meer = replace(patroon, nu=_verder_telling(patroon.nu, cijfers.deelnemers, stap))
            case Deel.TOT_NU_TOE:
                dicht = _verder_telling(patroon.tot_nu_toe, cijfers.deelnemers_tot_nu_toe, stap)
                meer = replace(patroon, tot_nu_toe=dicht)
            case Deel.PRAKTIJKEN:
                per = {p.code: p.deelnemers for p in cijfers.per_praktijk}
                meer = replace(patroon, praktijken=_met_volgende(per, patroon.praktijken, stap))
        if meer != patroon:
            return meer
    return patroon


def _verder_telling(dicht: Dicht, deelnemers: Deelnemers, stap: int) -> Dicht:
    samen = _met_volgende(_typen(deelnemers), dicht.samen, stap)
    if samen != dicht.samen and dicht.trap < Trap.TABEL:
        return replace(dicht, samen=samen)
    if dicht.trap is Trap.SOORTEN and not deelnemers.onbekend:
        return replace(dicht, trap=Trap.TOTAAL)
    return replace(dicht, trap=Trap(min(dicht.trap + 1, Trap.ALLES)))


def _typen(deelnemers: Deelnemers) -> dict[str, int]:
    return {regel.naam: regel.aantal for regel in deelnemers.typen}


def _met_volgende(aantallen: Mapping[str, int], dicht: frozenset[str], stap: int) -> frozenset[str]:
    """`dicht` with the smallest of the others above 0: `stap` different counts, equal ones together."""
    over = {naam: aantal for naam, aantal in aantallen.items() if aantal and naam not in dicht}
    volgende = sorted(set(over.values()))[:stap]
    return dicht | {naam for naam, aantal in over.items() if aantal in volgende}
