"""A system made smaller: unknowns that are equal become one, those with one value left go, sums of the same become one.

So a contradiction between two sums shows at once, where a search would have to try all values.
"""

from collections.abc import Iterable

from monitor.bescherming.stelsel import EenKlein, Regel, Som, Stelsel, Tegenspraak

Termen = tuple[tuple[int, int], ...]


class Gevouwen:
    """The smaller system, and which of its unknowns each of the old ones is. Tegenspraak: no values fit."""

    def __init__(self, stelsel: Stelsel, regels: Iterable[Regel]) -> None:
        regels = list(regels)
        wortels = _wortels(len(stelsel.laag), regels)
        nieuw = {wortel: plaats for plaats, wortel in enumerate(sorted(set(wortels)))}
        self.plaats = [nieuw[wortel] for wortel in wortels]
        self.laag, self.hoog = [0] * len(nieuw), [stelsel.plafond] * len(nieuw)
        self.namen: list[set[str]] = [set() for _ in nieuw]
        for n, plaats in enumerate(self.plaats):
            self.laag[plaats] = max(self.laag[plaats], stelsel.laag[n])
            self.hoog[plaats] = min(self.hoog[plaats], stelsel.hoog[n])
            self.namen[plaats].add(stelsel.namen[n])
        if any(laag > hoog for laag, hoog in zip(self.laag, self.hoog, strict=True)):
            raise Tegenspraak
        self.regels = self._gevouwen(regels)

    def _gevouwen(self, regels: Iterable[Regel]) -> list[Regel]:
        sommen: dict[Termen, Som] = {}
        klein: list[Regel] = []
        for regel in regels:
            if isinstance(regel, EenKlein):
                onbekenden = tuple(sorted({self.plaats[n] for n in regel.onbekenden}))
                klein.append(EenKlein(onbekenden=onbekenden, hoogste=regel.hoogste))
            else:
                smal = self._smal(regel)
                sommen[smal.termen] = _beide(sommen[smal.termen], smal) if smal.termen in sommen else smal
        return [*sommen.values(), *klein]

    def _smal(self, regel: Som) -> Som:
        """The sum over the new unknowns, those with one value taken out, the first one counted positively."""
        telt: dict[int, int] = {}
        vast = 0
        for n, teken in regel.termen:
            plaats = self.plaats[n]
            if self.laag[plaats] == self.hoog[plaats]:
                vast += teken * self.laag[plaats]
            else:
                telt[plaats] = telt.get(plaats, 0) + teken
        termen = tuple(
            (plaats, 1 if keer > 0 else -1) for plaats, keer in sorted(telt.items()) for _ in range(abs(keer))
        )
        minimum = None if regel.minimum is None else regel.minimum - vast
        maximum = None if regel.maximum is None else regel.maximum - vast
        if termen and termen[0][1] < 0:
            termen = tuple((plaats, -teken) for plaats, teken in termen)
            minimum, maximum = _min(maximum), _min(minimum)
        return Som(termen=termen, minimum=minimum, maximum=maximum)


def _wortels(aantal: int, regels: Iterable[Regel]) -> list[int]:
    """Of each unknown the least one it equals."""
    wortel = list(range(aantal))

    def zoek(n: int) -> int:
        while wortel[n] != n:
            n = wortel[n]
        return n

    for regel in regels:
        if isinstance(regel, Som) and (regel.minimum, regel.maximum) == (0, 0) and len(regel.termen) == 2:
            (een, plus), (ander, min_) = regel.termen
            if plus != min_:
                laagste, hoogste = sorted((zoek(een), zoek(ander)))
                wortel[hoogste] = laagste
    return [zoek(n) for n in range(aantal)]


def _beide(een: Som, ander: Som) -> Som:
    """What two sums of the same say together."""
    minima = [grens for grens in (een.minimum, ander.minimum) if grens is not None]
    maxima = [grens for grens in (een.maximum, ander.maximum) if grens is not None]
    minimum, maximum = max(minima, default=None), min(maxima, default=None)
    if minimum is not None and maximum is not None and minimum > maximum:
        raise Tegenspraak
    return Som(termen=een.termen, minimum=minimum, maximum=maximum)


def _min(grens: int | None) -> int | None:
    return None if grens is None else -grens
