"""What one publication tells its reader: its counts, known or not, and the rules that always hold between them.

A protected count lies above 0, for 0 is shown; except where an earlier version of the same peildatum protected it
already, or where nothing at all is shown: there it may be 0. A kind or practice that is protected without being small
was next in size, equal counts together: it lies below every published one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from monitor.bescherming.stelsel import Getal, Onbekende, Stelsel, som
from monitor.bescherming.waarden import BeschermdeCijfers, BeschermdeDeelnemers
from monitor.indicator import Indicator23

TOTALEN = ""
"""The name of unknowns that count no kind or practice on its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Participants as a reader knows them. `typen`: every kind that is listed; None: no kind is published.

    `rest` = the unknown kinds and, where unknown, those without kind; None: their sum is not published.
    """

    totaal: Getal
    bekend: Getal
    onbekend: Getal
    typen: Mapping[str, Getal] | None
    rest: int | None

    @property
    def onbekenden(self) -> tuple[Onbekende, ...]:
        """What is protected in it."""
        soorten = tuple(getal for getal in (self.typen or {}).values() if isinstance(getal, Onbekende))
        return (*self.onbekende_velden, *soorten)

    @property
    def onbekende_velden(self) -> tuple[Onbekende, ...]:
        """What is protected in it, the kinds apart."""
        velden = (self.totaal, self.bekend, self.onbekend)
        return tuple(getal for getal in velden if isinstance(getal, Onbekende))


@dataclass(frozen=True, slots=True, kw_only=True)
class Publicatie:
    """One publication as a reader knows it."""

    cijfers: BeschermdeCijfers
    nu: Telling
    tot_nu_toe: Telling
    praktijken: Mapping[str, Getal]

    @property
    def onbekende_praktijken(self) -> tuple[Onbekende, ...]:
        """The practices whose count is protected."""
        return tuple(getal for getal in self.praktijken.values() if isinstance(getal, Onbekende))

    @property
    def aanleidingen(self) -> tuple[tuple[Onbekende, ...], ...]:
        """Of each table what can be the reason that something is protected: where a total is, one of the totals."""
        nu, tot_nu_toe = self.nu, self.tot_nu_toe
        return (
            nu.onbekende_velden or nu.onbekenden,
            tot_nu_toe.onbekende_velden or tot_nu_toe.onbekenden,
            self.onbekende_praktijken,
        )


def lees(stelsel: Stelsel, cijfers: BeschermdeCijfers, eerdere_versies: Sequence[BeschermdeCijfers]) -> Publicatie:
    """Put the unknowns of `cijfers` in the system, with the rules that hold by definition (begrippen.md §3)."""
    alles_dicht = _is_dicht(cijfers)
    nu = _telling(stelsel, cijfers.deelnemers, [eerder.deelnemers for eerder in eerdere_versies], dicht=alles_dicht)
    tot_nu_toe = _telling(
        stelsel,
        cijfers.deelnemers_tot_nu_toe,
        [eerder.deelnemers_tot_nu_toe for eerder in eerdere_versies],
        dicht=_niets_getoond(cijfers.deelnemers_tot_nu_toe),
    )
    praktijken = _praktijken(stelsel, cijfers, eerdere_versies, dicht=alles_dicht)
    stelsel.regels += [
        som([tot_nu_toe.totaal], [nu.totaal], minimum=0),
        som([tot_nu_toe.bekend], [nu.bekend], minimum=0),
        som(praktijken.values(), [nu.totaal], minimum=0),
        *(som([nu.totaal], [praktijk], minimum=0) for praktijk in praktijken.values()),
    ]
    return Publicatie(cijfers=cijfers, nu=nu, tot_nu_toe=tot_nu_toe, praktijken=praktijken)


def plafond(cijfers: Indicator23, eerder: Iterable[BeschermdeCijfers]) -> int:
    """More than any count that need be considered."""
    hoogste = cijfers.deelnemers_tot_nu_toe.totaal
    for publicatie in eerder:
        totalen = (publicatie.deelnemers.totaal or 0, publicatie.deelnemers_tot_nu_toe.totaal or 0)
        praktijken = (praktijk.deelnemers or 0 for praktijk in publicatie.per_praktijk)
        hoogste = max(hoogste, 4 * publicatie.drempel, *totalen, *praktijken)
    return 2 * hoogste + 50


def _niets_getoond(telling: BeschermdeDeelnemers) -> bool:
    return telling.totaal is telling.bekend is telling.onbekend is None and not telling.typen


def _is_dicht(cijfers: BeschermdeCijfers) -> bool:
    return _niets_getoond(cijfers.deelnemers) and all(regel.deelnemers is None for regel in cijfers.per_praktijk)


def _telling(
    stelsel: Stelsel, telling: BeschermdeDeelnemers, eerder: Sequence[BeschermdeDeelnemers], *, dicht: bool
) -> Telling:
    def getal(naam: str) -> Getal:
        waarde: int | None = getattr(telling, naam)
        was_dicht = any(getattr(versie, naam) is None for versie in eerder)
        return waarde if waarde is not None else _onbekende(stelsel, TOTALEN, 0 if dicht or was_dicht else 1, None)

    totaal, bekend, onbekend = getal("totaal"), getal("bekend"), getal("onbekend")
    stelsel.regels.append(som([totaal], [bekend, onbekend], minimum=0, maximum=0))
    typen = _typen(stelsel, telling, eerder)
    if typen is not None:
        stelsel.regels.append(som([bekend], typen.values(), minimum=0, maximum=0))
    rest = _rest(telling, typen)
    if rest is not None and typen is not None:
        samen = [g for g in (onbekend, *typen.values()) if isinstance(g, Onbekende)]
        stelsel.regels.append(som(samen, minimum=rest, maximum=rest))
    return Telling(totaal=totaal, bekend=bekend, onbekend=onbekend, typen=typen, rest=rest)


def _typen(
    stelsel: Stelsel, telling: BeschermdeDeelnemers, eerder: Sequence[BeschermdeDeelnemers]
) -> dict[str, Getal] | None:
    if telling.bekend is None and not telling.typen:
        return None
    typen: dict[str, Getal] = {
        regel.naam: regel.aantal for regel in telling.typen if not regel.soorten and regel.aantal is not None
    }
    hoogste = min((regel.aantal for regel in telling.typen if not regel.soorten and regel.aantal), default=None)
    was_samen = {soort for versie in eerder if versie.overig for soort in versie.overig.soorten}
    for soort in telling.overig.soorten if telling.overig else ():
        typen[soort] = (
            _onbekende(stelsel, soort, 0, None) if soort in was_samen else _onbekende(stelsel, soort, 1, hoogste)
        )
    return typen


def _rest(telling: BeschermdeDeelnemers, typen: Mapping[str, Getal] | None) -> int | None:
    if telling.totaal is None or typen is None:
        return None
    getoond = sum(getal for getal in typen.values() if isinstance(getal, int))
    return telling.totaal - getoond - (telling.onbekend or 0)


def _praktijken(
    stelsel: Stelsel, cijfers: BeschermdeCijfers, eerder: Sequence[BeschermdeCijfers], *, dicht: bool
) -> dict[str, Getal]:
    was_dicht = {regel.code for versie in eerder for regel in versie.per_praktijk if regel.deelnemers is None}
    hoogste = min((regel.deelnemers for regel in cijfers.per_praktijk if regel.deelnemers), default=None)

    def getal(code: str, waarde: int | None) -> Getal:
        if waarde is not None:
            return waarde
        if dicht or code in was_dicht:
            return _onbekende(stelsel, code, 0, None)
        return _onbekende(stelsel, code, 1, hoogste)

    return {regel.code: getal(regel.code, regel.deelnemers) for regel in cijfers.per_praktijk}


def _onbekende(stelsel: Stelsel, naam: str, laag: int, onder: int | None) -> Onbekende:
    """`onder`: the least published count, which this one lies below."""
    hoog = stelsel.plafond if onder is None else onder - 1
    return Onbekende(stelsel.onbekende(naam, laag, max(laag, hoog)))
