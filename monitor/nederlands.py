"""How numbers, days and lists read in a Dutch sentence."""

import datetime
from collections.abc import Sequence

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def datum(dag: datetime.date) -> str:
    """
    >>> datum(datetime.date(2020, 6, 30))
    '30 juni 2020'
    """
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def aantal(getal: int, enkelvoud: str, meervoud: str) -> str:
    """The number in digits with its noun; none is `geen`.

    >>> aantal(0, "praktijk", "praktijken"), aantal(1, "praktijk", "praktijken"), aantal(2, "praktijk", "praktijken")
    ('geen praktijk', '1 praktijk', '2 praktijken')
    """
    if getal == 0:
        return f"geen {enkelvoud}"
    return f"{getal} {enkelvoud if getal == 1 else meervoud}"


def vorm(getal: int, enkelvoud: str, meervoud: str) -> str:
    """The word that goes with the number; with none (`geen praktijk`) the singular."""
    return enkelvoud if getal <= 1 else meervoud


def opsomming(delen: Sequence[str]) -> str:
    """
    >>> opsomming(["29 lopen", "5 zijn afgerond", "1 is gestopt"])
    '29 lopen, 5 zijn afgerond en 1 is gestopt'
    """
    *eerste, laatste = delen
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
