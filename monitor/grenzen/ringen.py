"""Rings: which way round they go, and the outline of areas that lie together."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from monitor.grenzen.lijnen import Lijn, Punt, buren_van, vereenvoudig


def gericht(ring: Lijn, *, gat: bool) -> Lijn:
    """Round its area with the inside on the left, and from its smallest point: an outer ring against the clock."""
    linksom = _oppervlakte(ring) > 0
    return _vanaf_kleinste(ring if linksom != gat else ring[::-1])


def vereenvoudigde_gebieden(gebieden: dict[str, tuple[Lijn, ...]]) -> dict[str, tuple[Lijn, ...]]:
    """All areas at once, so that neighbours keep one border. Rings that fold away go, but of each area one stays."""
    buren = buren_van(ring for ringen in gebieden.values() for ring in ringen)
    return {
        code: _wat_ligt([vereenvoudig(ring, buren) for ring in ringen]) or ringen[:1]
        for code, ringen in gebieden.items()
    }


def omtrek(gebieden: Iterable[tuple[Lijn, ...]]) -> tuple[Lijn, ...]:
    """The outline of areas that share their borders: what they share falls away, for it is walked both ways."""
    zijden = Counter(zijde for ringen in gebieden for ring in ringen for zijde in pairwise(ring))
    buitenste = (zijde for zijde, keer in zijden.items() for _ in range(keer - zijden[zijde[::-1]]))
    return _wat_ligt(_rondgangen(buitenste))


def _rondgangen(zijden: Iterable[tuple[Punt, Punt]]) -> Iterator[Lijn]:
    """The sides joined to closed rings; where rings touch, either way on gives the same area."""
    vervolg: dict[Punt, list[Punt]] = {}
    for van, naar in zijden:
        vervolg.setdefault(van, []).append(naar)
    for begin in vervolg:
        while vervolg[begin]:
            ring = [begin]
            while vervolg.get(ring[-1]):
                ring.append(vervolg[ring[-1]].pop())
            yield tuple(ring)


def _wat_ligt(ringen: Iterable[Lijn]) -> tuple[Lijn, ...]:
    """The rings that still hold an area, in a fixed order."""
    return tuple(sorted(_vanaf_kleinste(ring) for ring in ringen if len(set(ring)) > 2 and ring[0] == ring[-1]))


def _vanaf_kleinste(ring: Lijn) -> Lijn:
    eerste = ring.index(min(ring))
    return (*ring[eerste:-1], *ring[: eerste + 1])


def _oppervlakte(ring: Lijn) -> float:
    """In square degrees, twice; positive against the clock."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
