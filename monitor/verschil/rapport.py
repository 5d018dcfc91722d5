"""A difference as people read it: every figure of both sides, and of one figure its parts and a sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from monitor.indicatoren.soort import Indicatorsoort
from monitor.nederlands import datum, opsomming
from monitor.oordelen import Figuursleutel
from monitor.verschil import woorden
from monitor.verschil.berekening import Bijdrage, bereken
from monitor.verschil.figuren import Figuur, figuren, rijnamen
from monitor.verschil.soorten import Oorzaak
from monitor.verschil.telling import Telling, tel

FIGUUR, OORZAAK = attrgetter("figuur"), attrgetter("oorzaak")


def met_teken(getal: int) -> str:
    """
    >>> met_teken(2), met_teken(-1), met_teken(0)
    ('+2', '−1', '0')
    """
    return f"{getal:+d}".replace("-", "−") if getal else "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kant:
    """One side. `naam`: as in "volgens {naam}"; `nvt`: why the measurement as a whole has no value, else empty."""

    naam: str
    telling: Telling
    nvt: str = ""

    def tekst(self, waarde: int) -> str:
        """The value as it is shown."""
        return "nvt" if self.nvt else str(waarde)

    @property
    def dag(self) -> str:
        """Its peildatum in words."""
        return datum(self.telling.peildatum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """Records of one figure with one reason: those that came and those that went."""

    oorzaak: Oorzaak
    bijdragen: tuple[Bijdrage, ...]

    @property
    def erbij(self) -> int:
        return sum(een.bij for een in self.bijdragen if een.bij > 0)

    @property
    def eraf(self) -> int:
        return -sum(een.bij for een in self.bijdragen if een.bij < 0)

    @property
    def saldo(self) -> int:
        return self.erbij - self.eraf

    @property
    def saldotekst(self) -> str:
        return met_teken(self.saldo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One figure on both sides."""

    figuur: Figuur
    van: int
    naar: int

    @property
    def verschil(self) -> int:
        return self.naar - self.van

    @property
    def verschiltekst(self) -> str:
        return met_teken(self.verschil)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """All figures of two sides, the earlier first, and every record that makes the difference, by figure and reason."""

    van: Kant
    naar: Kant
    regels: tuple[Regel, ...]
    bijdragen: tuple[Bijdrage, ...]

    @property
    def indicator(self) -> Indicatorsoort:
        """What both are measurements of."""
        return self.naar.telling.indicator

    def regel(self, figuur: Figuursleutel) -> Regel:
        """That figure; where neither side has it the indicator itself, which comes first."""
        return next((een for een in self.regels if een.figuur.sleutel == figuur), self.regels[0])

    def delen(self, figuur: Figuursleutel) -> tuple[Deel, ...]:
        """The parts of that figure, in the order of the reasons; their saldi add up to its difference."""
        eigen = slice(*(zoek(self.bijdragen, figuur, key=FIGUUR) for zoek in (bisect_left, bisect_right)))
        groepen = groupby(self.bijdragen[eigen], key=OORZAAK)
        return tuple(Deel(oorzaak=oorzaak, bijdragen=tuple(groep)) for oorzaak, groep in groepen)

    def zin(self, regel: Regel) -> str:
        """The difference of that figure and its parts, in words."""
        delen = self.delen(regel.figuur.sleutel)
        stukken = _stukken(self.indicator, delen)
        heel = _stand(self.van, self.naar, regel) + (f": {opsomming(stukken)}." if stukken else ".")
        achteraf = [woorden.gewist(een.erbij, een.eraf) for een in delen if een.oorzaak is Oorzaak.GEWIST]
        return " ".join([heel, *achteraf])


def vergelijk(van: Kant, naar: Kant, opgegaan: Mapping[str, str]) -> Verschil:
    """Compare two sides of one indicator, given with the earlier first (`opgegaan`: see `berekening.bereken`)."""
    indicator = naar.telling.indicator
    berekend = bereken(van.telling, naar.telling, opgegaan)
    eerst, dan = tel(berekend.eerst), tel(berekend.dan)
    namen = rijnamen(indicator, (kant.telling.feiten for kant in (van, naar)))
    regels = tuple(
        Regel(figuur=een, van=eerst.get(een.sleutel, 0), naar=dan.get(een.sleutel, 0))
        for een in figuren(indicator, eerst.keys() | dan.keys(), namen)
    )
    return Verschil(van=van, naar=naar, regels=regels, bijdragen=berekend.bijdragen)


def _stand(van: Kant, naar: Kant, regel: Regel) -> str:
    figuur = regel.figuur
    wat = f"het aantal {woorden.geteld(naar.telling.indicator, figuur.sleutel[0], figuur.rijnaam)}"
    if van.nvt or naar.nvt:
        return f"Op {van.dag} was {wat} {_of_nvt(van, regel.van)}, op {naar.dag} {_of_nvt(naar, regel.naar)}"
    if van.telling.peildatum == naar.telling.peildatum:
        if not regel.verschil:
            return f"Op {van.dag} is {wat} volgens {van.naam} en volgens {naar.naam} {regel.van}"
        return f"Op {van.dag} is {wat} volgens {van.naam} {regel.van} en volgens {naar.naam} {regel.naar}"
    tussen = f"Tussen {van.dag} en {naar.dag}"
    if not regel.verschil:
        return f"{tussen} bleef {wat} {regel.van}"
    werkwoord = "steeg" if regel.verschil > 0 else "daalde"
    return f"{tussen} {werkwoord} {wat} van {regel.van} naar {regel.naar}"


def _of_nvt(kant: Kant, waarde: int) -> str:
    return f"nvt ({kant.nvt})" if kant.nvt else str(waarde)


def _stukken(indicator: Indicatorsoort, delen: tuple[Deel, ...]) -> list[str]:
    """What happened, a reason at a time: what came, then what went; the noun stands with the first alone."""
    stukken: list[str] = []
    for deel in delen:
        eerste = deel.bijdragen[0]
        soort = eerste.record[0]
        wat = woorden.noemer(indicator, eerste.figuur[0], soort)
        for aantal, erbij in ((deel.erbij, True), (deel.eraf, False)):
            if aantal and deel.oorzaak is not Oorzaak.GEWIST:
                meer = aantal > 1
                noemer = "" if stukken else f" {wat[meer]}"
                stukken.append(f"{aantal}{noemer} {woorden.gebeurd(deel.oorzaak, soort, erbij=erbij)[meer]}")
    return stukken
