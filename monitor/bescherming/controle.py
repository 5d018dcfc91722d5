"""Whether each protected count keeps at least two values, whatever a reader holds true. From what is public alone."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from monitor.bescherming.aannames import Aanname, aannames
from monitor.bescherming.lezer import Publicatie, lees
from monitor.bescherming.stelsel import Onbekende, Regel, Stelsel
from monitor.bescherming.waarden import BeschermdeCijfers
from monitor.bescherming.zoek import GRONDIG, Zoeker


class _Onbeslist(Exception):
    """The search gave up: whether something can be assumed is not known."""


class Deel(StrEnum):
    """The three tables with counts of persons."""

    NU = "nu"
    TOT_NU_TOE = "tot nu toe"
    PRAKTIJKEN = "praktijken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verraden:
    """A protected count that a reader can work out.

    `publicatie`: its place in the series. `nummer`: which one; the same however much is published after it.
    """

    publicatie: int
    deel: Deel
    nummer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezer:
    """Somebody who knows every publication of a series: what is certain of it, and what he assumes beside that.

    `waarden`: of every unknown one that fits, all together. `elders`: unknowns with what another version of the same
    peildatum publishes of them. `onbeslist`: whether he can assume something was not settled, so that anything follows.
    """

    stelsel: Stelsel
    publicaties: tuple[Publicatie, ...] = ()
    geloofd: tuple[Aanname, ...] = ()
    waarden: tuple[int, ...] = ()
    elders: frozenset[tuple[Onbekende, int]] = frozenset()
    grondig: bool = False
    onbeslist: bool = False

    def leest(self, cijfers: BeschermdeCijfers) -> "Lezer":
        """The reader after the next publication. What he assumes is what fits, in the order he took it up.

        `grondig`: fits is that values are found; else, that the bounds alone refute nothing, which is quicker. Where
        the search gives up, he would know too little: then he counts as knowing all (`onbeslist`).
        """
        stelsel = self.stelsel.kopie()
        eerder = versies_van((publicatie.cijfers for publicatie in self.publicaties), cijfers.peildatum)
        publicatie = lees(stelsel, cijfers, eerder)
        nieuw = aannames(stelsel, self.publicaties, publicatie)
        try:
            geloofd = _geloofd(stelsel, self.geloofd, nieuw, grondig=self.grondig)
        except _Onbeslist:
            return replace(self, publicaties=(*self.publicaties, publicatie), stelsel=stelsel, onbeslist=True)
        waarden = Zoeker(stelsel, _regels(stelsel, geloofd), self.waarden).waarden
        if waarden is None and not self.grondig:
            return self._grondig().leest(cijfers)
        return replace(
            self,
            stelsel=stelsel,
            publicaties=(*self.publicaties, publicatie),
            geloofd=geloofd,
            waarden=tuple(waarden or ()),
            elders=self.elders.union(*(aanname.elders for aanname in nieuw)),
        )

    def weet(self) -> Iterator[Verraden]:
        """The protected counts with one value left, or for which none was found to be a second.

        Not those that are what another version of the same peildatum published, if versions are equal: that number is
        public. These must keep a second value without the assumption that versions are equal. Nor those that are 0:
        0 is shown, and is protected only where it would tell of something else.
        """
        geheim = dict(_geheim(self.publicaties))
        if self.onbeslist:
            yield from geheim.values()
            return
        elders = {(onbekende.nummer, waarde) for onbekende, waarde in self.elders}
        gelijk = {onbekende.nummer for aanname in self.geloofd for onbekende, _ in aanname.elders}
        nog_eens = geheim.keys() & gelijk
        for nummer in self._vast(self.geloofd, geheim.keys() - gelijk):
            if self.waarden and (nummer, self.waarden[nummer]) in elders:
                nog_eens.add(nummer)
            else:
                yield geheim[nummer]
        zonder = [aanname for aanname in self.geloofd if not aanname.elders]
        yield from (geheim[nummer] for nummer in self._vast(zonder, nog_eens))

    def _vast(self, geloofd: Iterable[Aanname], nummers: Collection[int]) -> Iterator[int]:
        """The last ones first: those of the last publication."""
        if not nummers:
            return
        zoeker = Zoeker(self.stelsel, _regels(self.stelsel, geloofd), self.waarden)
        for nummer in zoeker.vast(sorted(nummers, reverse=True)):
            if not self.waarden or self.waarden[nummer]:
                yield nummer

    def _grondig(self) -> "Lezer":
        lezer = Lezer(stelsel=Stelsel(plafond=self.stelsel.plafond), grondig=True)
        for publicatie in self.publicaties:
            lezer = lezer.leest(publicatie.cijfers)
        return lezer


def lezer_van(reeks: Iterable[BeschermdeCijfers], *, plafond: int) -> Lezer:
    """Who has read this series; of no count a value above `plafond` is looked for."""
    lezer = Lezer(stelsel=Stelsel(plafond=plafond))
    for cijfers in reeks:
        lezer = lezer.leest(cijfers)
    return lezer


def versies_van(reeks: Iterable[BeschermdeCijfers], peildatum: datetime.date) -> list[BeschermdeCijfers]:
    """The publications of that peildatum, in their order."""
    return [cijfers for cijfers in reeks if cijfers.peildatum == peildatum]


def _geheim(publicaties: Sequence[Publicatie]) -> Iterator[tuple[int, Verraden]]:
    for plaats, publicatie in enumerate(publicaties):
        delen: dict[Deel, tuple[Onbekende, ...]] = {
            Deel.NU: publicatie.nu.onbekenden,
            Deel.TOT_NU_TOE: publicatie.tot_nu_toe.onbekenden,
            Deel.PRAKTIJKEN: publicatie.onbekende_praktijken,
        }
        for deel, onbekenden in delen.items():
            for onbekende in onbekenden:
                yield onbekende.nummer, Verraden(publicatie=plaats, deel=deel, nummer=onbekende.nummer)


def _geloofd(
    stelsel: Stelsel, al: tuple[Aanname, ...], verder: Sequence[Aanname], *, grondig: bool
) -> tuple[Aanname, ...]:
    """`al`, and of `verder`, one after the other, those that fit with the ones before. _Onbeslist."""
    if not verder or _past(stelsel, [*al, *verder], grondig=grondig):
        return (*al, *verder)
    if len(verder) == 1:
        return al
    helft = len(verder) // 2
    eerste = _geloofd(stelsel, al, verder[:helft], grondig=grondig)
    return _geloofd(stelsel, eerste, verder[helft:], grondig=grondig)


def _past(stelsel: Stelsel, geloofd: Sequence[Aanname], *, grondig: bool) -> bool:
    zoeker = Zoeker(stelsel, _regels(stelsel, geloofd), doodlopend=GRONDIG)
    if grondig and zoeker.onbeslist:
        raise _Onbeslist
    return zoeker.waarden is not None if grondig else zoeker.kan


def _regels(stelsel: Stelsel, geloofd: Iterable[Aanname]) -> list[Regel]:
    return [*stelsel.regels, *(regel for aanname in geloofd for regel in aanname.regels)]
