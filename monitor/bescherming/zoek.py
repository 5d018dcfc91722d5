"""Search for whole numbers that fit a system: narrow bounds, choose, and come back where nothing fits.

It gives up after so many wrong ways and then says nothing was found, and that it gave up. Whoever asks must take that
for the worse answer.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from monitor.bescherming.stelsel import Regel, Stelsel, Tegenspraak
from monitor.bescherming.vouwen import Gevouwen

DOODLOPEND = 25
"""How often it may find that its choices until then leave nothing."""
GRONDIG = 100
"""How often, where giving up is the worse answer itself."""
BUREN = 6
"""With how many others an unknown is tried, before all may change at once."""

Grenzen = tuple[list[int], list[int]]


class Zoeker:
    """Searches one system under these rules. `eerder`: values that fitted its first unknowns, to begin from.

    `doodlopend`: after how many wrong ways it gives up.
    """

    def __init__(
        self,
        stelsel: Stelsel,
        regels: Iterable[Regel],
        eerder: Sequence[int] = (),
        doodlopend: int = DOODLOPEND,
    ) -> None:
        self._begin: Grenzen | None = None
        self._eerder = eerder
        self._doodlopend = doodlopend
        self._opgegeven = False
        try:
            gevouwen = Gevouwen(stelsel, regels)
        except Tegenspraak:
            return
        self._plaats, self._namen, self._regels = gevouwen.plaats, gevouwen.namen, gevouwen.regels
        self._per: list[list[Regel]] = [[] for _ in gevouwen.laag]
        for regel in gevouwen.regels:
            for n in regel.onbekenden:
                self._per[n].append(regel)
        self._begin = self._versmald(gevouwen.laag, gevouwen.hoog, gevouwen.regels)

    @property
    def kan(self) -> bool:
        """False: no values fit. True: none was refuted yet."""
        return self._begin is not None

    @property
    def waarden(self) -> list[int] | None:
        """Values that fit, by the numbers of the system; None: none fit, or none were found."""
        return None if self._eerste is None else [self._eerste[plaats] for plaats in self._plaats]

    @property
    def onbeslist(self) -> bool:
        """No values were found, and there may be some: it gave up."""
        return self.waarden is None and self._opgegeven

    def vast(self, nummers: Iterable[int]) -> Iterator[int]:
        """Those of the unknowns for which no second value is found."""
        if self._eerste is None:
            yield from nummers
            return
        van: dict[int, list[int]] = {}
        for nummer in nummers:
            van.setdefault(self._plaats[nummer], []).append(nummer)
        over = dict.fromkeys(van)
        while over:
            n = next(iter(over))
            ander = self._met_ander(n, self._eerste)
            if ander is None:
                yield from van[n]
            over = {m: None for m in over if m != n and (ander is None or ander[m] == self._eerste[m])}

    @cached_property
    def _eerste(self) -> list[int] | None:
        if self._begin is None:
            return None
        laag, hoog = list(self._begin[0]), list(self._begin[1])
        for nummer, waarde in enumerate(self._eerder):
            n = self._plaats[nummer]
            if laag[n] <= waarde <= hoog[n]:
                laag[n] = hoog[n] = waarde
        verder = self._versmald(laag, hoog, self._regels)
        gevonden = None if verder is None else self._vul(verder, None)
        return gevonden or self._vul(self._begin, None)

    def _met_ander(self, n: int, eerste: Sequence[int]) -> list[int] | None:
        """Values that fit, with another one for `n`: first where little else changes, then where all may."""
        if self._begin is None or self._begin[0][n] == self._begin[1][n]:
            return None
        laag, hoog = self._begin
        for vrij in self._buurten(n, eerste):
            rest = [m not in vrij for m in range(len(laag))]
            onder = [eerste[m] if houdt else laag[m] for m, houdt in enumerate(rest)]
            boven = [eerste[m] if houdt else hoog[m] for m, houdt in enumerate(rest)]
            if (ander := self._anders(n, (onder, boven), eerste)) is not None:
                return ander
        return self._anders(n, self._begin, eerste)

    def _buurten(self, n: int, eerste: Sequence[int]) -> Iterator[set[int]]:
        """Unknowns that count the same as `n` or as a neighbour with room: somebody moves from the one to the other."""
        eigen = self._namen[n]
        buren = {m for regel in self._per[n] for m in regel.onbekenden if not self._namen[m] & eigen}
        ruim = sorted(buren, key=lambda m: (-self._ruimte(n, m, eerste), m))
        namen = dict.fromkeys(naam for m in ruim for naam in sorted(self._namen[m]))
        for naam in list(namen)[:BUREN]:
            yield {m for m, heten in enumerate(self._namen) if heten & (eigen | {naam})}

    def _ruimte(self, n: int, m: int, eerste: Sequence[int]) -> int:
        """How many can move from the one to the other, as far as their bounds go."""
        laag, hoog = self._begin or ([], [])
        heen = min(hoog[n] - eerste[n], eerste[m] - laag[m])
        return max(heen, min(eerste[n] - laag[n], hoog[m] - eerste[m]))

    def _anders(self, n: int, grenzen: Grenzen, eerste: Sequence[int]) -> list[int] | None:
        for onder, boven in ((eerste[n] + 1, grenzen[1][n]), (grenzen[0][n], eerste[n] - 1)):
            if onder <= boven and (smaller := self._beperkt(grenzen, n, onder, boven)) is not None:
                ander = self._vul(smaller, eerste)
                if ander is not None:
                    return ander
        return None

    def _vul(self, grenzen: Grenzen, vermijd: Sequence[int] | None) -> list[int] | None:
        """Values within `grenzen` that fit, other than those of `vermijd` as far as that goes; None: none found."""
        stapel, doodlopend = [(grenzen, _open(range(len(grenzen[0])), grenzen))], 0
        while stapel and doodlopend < self._doodlopend:
            (laag, hoog), over = stapel.pop()
            if not over:
                return laag
            n = min(over, key=lambda m: hoog[m] - laag[m])
            waarde = hoog[n] if vermijd is not None and vermijd[n] == laag[n] else laag[n]
            rest = (laag[n] + 1, hoog[n]) if waarde == laag[n] else (laag[n], hoog[n] - 1)
            keuzes = [self._beperkt((laag, hoog), n, *keuze) for keuze in (rest, (waarde, waarde))]
            stapel += [(smaller, _open(over, smaller)) for smaller in keuzes if smaller is not None]
            doodlopend += keuzes == [None, None]
        self._opgegeven = self._opgegeven or bool(stapel)
        return None

    def _beperkt(self, grenzen: Grenzen, n: int, onder: int, boven: int) -> Grenzen | None:
        laag, hoog = list(grenzen[0]), list(grenzen[1])
        laag[n], hoog[n] = max(laag[n], onder), min(hoog[n], boven)
        return self._versmald(laag, hoog, self._per[n]) if laag[n] <= hoog[n] else None

    def _versmald(self, laag: list[int], hoog: list[int], regels: Iterable[Regel]) -> Grenzen | None:
        """The bounds as the rules narrow them, in place; None where nothing fits."""
        rij = deque(regels)
        wacht = {id(regel) for regel in rij}
        try:
            while rij:
                regel = rij.popleft()
                wacht.discard(id(regel))
                for n in regel.versmal(laag, hoog):
                    nieuw = [geraakt for geraakt in self._per[n] if id(geraakt) not in wacht]
                    wacht.update(map(id, nieuw))
                    rij.extend(nieuw)
        except Tegenspraak:
            return None
        return laag, hoog


def _open(nummers: Iterable[int], grenzen: Grenzen) -> list[int]:
    """Those that have more than one value left."""
    laag, hoog = grenzen
    return [n for n in nummers if laag[n] != hoog[n]]
