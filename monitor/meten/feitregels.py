"""The facts of a measurement as they are kept: a line each, with what was said of it; persons under a random key."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from secrets import token_hex
from typing import Any

from monitor.canoniek import canoniek
from monitor.feiten import Feiten, als_json, uit_json
from monitor.oordelen import Oordeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Feitregel:
    """A line: the kind of fact and its key, and in canonical form the fact, where it counts, and where not and why."""

    soort: str
    sleutel: str
    inhoud: str

    def __str__(self) -> str:
        """As the seal reads it."""
        return f"{self.soort}\t{self.sleutel}\t{self.inhoud}"


def met_sleutels(feiten: Feiten) -> tuple[Feiten, dict[str, int]]:
    """The same facts with a random key for each person, and whose record each key stands for."""
    sleutels = {token_hex(16): een for een in feiten.deelnemers}
    deelnemers = tuple(replace(een, persoon=sleutel) for sleutel, een in sorted(sleutels.items()))
    wie = {sleutel: int(een.persoon) for sleutel, een in sleutels.items()}
    return replace(feiten, deelnemers=deelnemers), wie


def regels(oordelen: Iterable[Oordeel]) -> list[Feitregel]:
    """A line a fact, in the order in which they are sealed: by kind, then key."""
    alle = (
        Feitregel(soort=een.feit.soort, sleutel=een.feit.sleutel, inhoud=canoniek(_inhoud(een))) for een in oordelen
    )
    return sorted(alle, key=lambda regel: (regel.soort, regel.sleutel))


def _inhoud(oordeel: Oordeel) -> dict[str, Any]:
    """`gewicht` stands there only where something counts for another number than 1: indicator 23 has no such figure."""
    inhoud = {
        "feit": als_json(oordeel.feit),
        "telt": sorted(map(list, oordeel.telt)),
        "niet": sorted(map(list, oordeel.niet)),
    }
    return inhoud | ({"gewicht": oordeel.gewicht} if oordeel.gewicht else {})


def feiten_uit(inhouden: Iterable[tuple[str, Mapping[str, Any]]]) -> Feiten:
    """The facts of lines that were read: pairs of the kind and what stands in the line."""
    return Feiten.van(uit_json(soort, inhoud["feit"]) for soort, inhoud in inhouden)


def oordelen_uit(inhouden: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Oordeel]:
    """What was said of each fact when it was fixed."""
    for soort, inhoud in inhouden:
        yield Oordeel(
            feit=uit_json(soort, inhoud["feit"]),
            telt=[(figuur, sleutel) for figuur, sleutel in inhoud["telt"]],
            niet=[(figuur, reden) for figuur, reden in inhoud["niet"]],
            gewicht=dict(inhoud.get("gewicht", {})),
        )
