"""Series of figures of one invented programme: groups of people with their days, and what is corrected in between."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from monitor.bescherming.beschermen import Verraadt, bescherm
from monitor.bescherming.waarden import BeschermdeCijfers
from monitor.indicator import (
    Deelnemers,
    Experimenten,
    Indicator23,
    Ontwerpvragen,
    Organisatietypeaantal,
    Praktijkcijfers,
    Praktijken,
)

SOORTEN = ("Apotheek", "Buurthuis", "Crèche", "Dorpsraad", "Eethuis", "Fysiotherapie")
PRAKTIJKEN = ("P1", "P2", "P3", "P4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """So many people of one kind (None: unknown) in these practices, from one year to another."""

    mensen: int
    soort: str | None
    praktijken: frozenset[str]
    vanaf: int = 2019
    tot_en_met: int = 2099


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """A publication: its year, its threshold, and what was corrected just before: of which group, how many now."""

    jaar: int
    drempel: int
    groep: int = 0
    mensen: int | None = None


def cijfers(mensen: Iterable[Groep], jaar: int) -> Indicator23:
    """What is counted of these people in that year."""
    tot_nu_toe = [groep for groep in mensen if groep.vanaf <= jaar]
    nu = [groep for groep in tot_nu_toe if jaar <= groep.tot_en_met]
    return Indicator23(
        programma="thuis",
        peildatum=datetime.date(jaar, 6, 30),
        praktijken=Praktijken(opgestart=4, actief=4, afgerond=0, voortijdig_gestopt=0, samengevoegd=0),
        gemeenten=4,
        organisaties=3,
        ontwerpvragen=Ontwerpvragen(totaal=4, minimum_per_praktijk=1, maximum_per_praktijk=1),
        experimenten=Experimenten(opgestart=2, lopend=1, afgerond=1, voortijdig_gestopt=0),
        deelnemers=_geteld(nu),
        deelnemers_tot_nu_toe=_geteld(tot_nu_toe),
        per_praktijk=tuple(
            Praktijkcijfers(
                code=code,
                naam=f"Praktijk {code}",
                ontwerpvragen=1,
                experimenten=1,
                deelnemers=sum(groep.mensen for groep in nu if code in groep.praktijken),
            )
            for code in PRAKTIJKEN
        ),
    )


def gepubliceerd(mensen: Sequence[Groep], publicaties: Iterable[Stap]) -> list[tuple[Indicator23, BeschermdeCijfers]]:
    """The figures of each step and what was published of them, one after the other; what is refused is left out."""
    reeks: list[tuple[Indicator23, BeschermdeCijfers]] = []
    stand = list(mensen)
    for stap in publicaties:
        if stap.mensen is not None and stand:
            plaats = stap.groep % len(stand)
            stand[plaats] = replace(stand[plaats], mensen=stap.mensen)
        geteld = cijfers(stand, stap.jaar)
        eerder = [publicatie for _, publicatie in reeks]
        with suppress(Verraadt):
            reeks.append((geteld, bescherm(geteld, drempel=stap.drempel, eerder=eerder)))
    return reeks


def _geteld(mensen: Iterable[Groep]) -> Deelnemers:
    per_soort: Counter[str | None] = Counter()
    for groep in mensen:
        per_soort[groep.soort] += groep.mensen
    onbekend = per_soort.pop(None, 0)
    return Deelnemers(
        totaal=onbekend + per_soort.total(),
        bekend=per_soort.total(),
        onbekend=onbekend,
        typen=tuple(
            Organisatietypeaantal(naam=soort, aantal=aantal)
            for soort, aantal in sorted(per_soort.items(), key=lambda paar: (-paar[1], paar[0]))
            if aantal
        ),
    )


groepen = st.builds(
    Groep,
    mensen=st.sampled_from([1, 1, 2, 2, 3, 4, 5, 6, 8, 15]),
    soort=st.sampled_from([*SOORTEN, *SOORTEN, None]),
    praktijken=st.sampled_from([*[frozenset({code}) for code in PRAKTIJKEN] * 3, frozenset({"P1", "P2"})]),
    vanaf=st.sampled_from([2019, 2019, 2020, 2021]),
    tot_en_met=st.sampled_from([2099, 2099, 2099, 2020, 2019]),
)


def stappen(drempels: Sequence[int]) -> st.SearchStrategy[list[Stap]]:
    """Up to four publications, in any order of years, with corrections."""
    return st.lists(
        st.builds(
            Stap,
            jaar=st.sampled_from([2019, 2020, 2020, 2021]),
            drempel=st.sampled_from(drempels),
            groep=st.integers(0, 11),
            mensen=st.sampled_from([None, None, 0, 1, 3, 7]),
        ),
        min_size=1,
        max_size=4,
    )


def reeksen(drempels: Sequence[int]) -> st.SearchStrategy[list[tuple[Indicator23, BeschermdeCijfers]]]:
    """Any series, with what was published."""
    return st.builds(gepubliceerd, st.lists(groepen, max_size=12), stappen(drempels))
