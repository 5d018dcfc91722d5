"""What differs between two versions that were sent in, side by side."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aanmeldingen.models import Indiening

Sleutel = tuple[str, int]
"""A label, and the how many-eth of that label it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A line of two versions; a side is None where that version has no such line."""

    label: str
    oud: str | None
    nieuw: str | None

    @property
    def anders(self) -> bool:
        return self.oud != self.nieuw


def naast_elkaar(oud: Indiening, nieuw: Indiening) -> tuple[Regel, ...]:
    """Every line of both, in the order of the newer one; what only the older one has comes last."""
    links, rechts = _regels(oud), _regels(nieuw)
    sleutels = [*rechts, *(sleutel for sleutel in links if sleutel not in rechts)]
    return tuple(Regel(label=sleutel[0], oud=links.get(sleutel), nieuw=rechts.get(sleutel)) for sleutel in sleutels)


def gewijzigd(oud: Indiening, nieuw: Indiening) -> tuple[Regel, ...]:
    """The lines that differ alone."""
    return tuple(regel for regel in naast_elkaar(oud, nieuw) if regel.anders)


def _regels(versie: Indiening) -> dict[Sleutel, str]:
    return dict(_genummerd([*versie.inhoud, *versie.contact]))


def _genummerd(paren: Iterable[Sequence[str]]) -> Iterable[tuple[Sleutel, str]]:
    gezien: Counter[str] = Counter()
    for label, waarde in paren:
        gezien[label] += 1
        yield (label, gezien[label]), waarde
