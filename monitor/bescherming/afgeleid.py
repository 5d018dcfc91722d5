"""What is worked out from published counts: differences, shares, heights of bars. Of a protected count: nothing.

A difference or share of published numbers tells no more than they do. One with a protected part could be turned back
into that part, rounded or not, so there is none.
"""

from fractions import Fraction

from monitor.bescherming.waarden import BeschermdeDeelnemers, BeschermdType


def verschil(nieuw: int | None, oud: int | None) -> int | None:
    """`nieuw` less `oud`; None where either is protected."""
    return None if nieuw is None or oud is None else nieuw - oud


def aandeel(deel: int | None, geheel: int | None) -> Fraction | None:
    """`deel` of `geheel`, exact (1/4 for a quarter); None where either is protected or `geheel` is 0."""
    return None if deel is None or not geheel else Fraction(deel, geheel)


def staven(deelnemers: BeschermdeDeelnemers) -> tuple[BeschermdType, ...]:
    """The rows that get a bar, `aantal` high, kinds together as one; a protected row has none."""
    return tuple(regel for regel in deelnemers.typen if regel.aantal is not None)
