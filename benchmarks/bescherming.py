"""Protection of small counts: seconds of computing per publication, in series of years with now and then an erratum.

`python -m benchmarks.bescherming [SOORTEN PRAKTIJKEN PUBLICATIES PER_JAAR]`; without numbers 40, 60, 11 and 250 new
people a year. Fewer people: more small counts. No database.
"""

import datetime
import random
import sys
import time
from collections import Counter

from monitor.bescherming.beschermen import bescherm
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

ERRATUM_KANS = 0.3
REEKSEN = 5

Persoon = tuple[str | None, int, int, int]
"""Kind, practice, first and last year."""


def main(soorten: int, praktijken: int, publicaties: int, per_jaar: int) -> None:
    """Print what each publication of some series cost, and what was protected in the last."""
    print(
        f"{soorten} soorten, {praktijken} praktijken, {publicaties} publicaties, per jaar {per_jaar} mensen erbij; ms"
    )
    for zaad in range(REEKSEN):
        eerder: list[BeschermdeCijfers] = []
        tijden = []
        for cijfers in reeks(random.Random(zaad), soorten, praktijken, publicaties, per_jaar):
            begin = time.process_time()
            eerder.append(bescherm(cijfers, drempel=5, eerder=eerder))
            tijden.append(round((time.process_time() - begin) * 1000))
        laatste = eerder[-1]
        samen = len(laatste.deelnemers.overig.soorten) if laatste.deelnemers.overig else 0
        dicht = sum(regel.deelnemers is None for regel in laatste.per_praktijk)
        versies = Counter(publicatie.peildatum.year for publicatie in eerder)
        print(
            f"  reeks {zaad}: {tijden}; {len(versies)} peildata; laatste: {samen} soorten samen, {dicht} praktijken –"
        )


def reeks(toeval: random.Random, soorten: int, praktijken: int, publicaties: int, per_jaar: int) -> list[Indicator23]:
    """Figures that grow from year to year; an erratum adds a few people to the year before it goes on."""
    mensen: list[Persoon] = []
    jaar, uit = 2019, []
    for nummer in range(publicaties):
        if nummer and toeval.random() < ERRATUM_KANS:
            mensen += [persoon(toeval, soorten, praktijken, jaar) for _ in range(3)]
        else:
            jaar += 1
            mensen += [persoon(toeval, soorten, praktijken, jaar) for _ in range(per_jaar)]
        uit.append(cijfers(mensen, praktijken, jaar))
    return uit


def persoon(toeval: random.Random, soorten: int, praktijken: int, jaar: int) -> Persoon:
    """Somebody of a kind that is rarer the higher its number."""
    soort = toeval.choices(range(soorten), [1 / (nummer + 1) for nummer in range(soorten)])[0]
    naam = None if toeval.random() < 0.1 else f"Soort {soort:02}"
    return naam, toeval.randrange(praktijken), jaar, jaar + toeval.choice([1, 2, 9])


def cijfers(mensen: list[Persoon], praktijken: int, jaar: int) -> Indicator23:
    """What is counted of them in that year."""
    nu = [persoon for persoon in mensen if persoon[3] >= jaar]
    per_praktijk = Counter(praktijk for _, praktijk, _, _ in nu)
    return Indicator23(
        programma="p",
        peildatum=datetime.date(jaar, 6, 30),
        praktijken=Praktijken(
            opgestart=praktijken, actief=praktijken, afgerond=0, voortijdig_gestopt=0, samengevoegd=0
        ),
        gemeenten=praktijken,
        organisaties=praktijken,
        ontwerpvragen=Ontwerpvragen(totaal=0, minimum_per_praktijk=0, maximum_per_praktijk=0),
        experimenten=Experimenten(opgestart=0, lopend=0, afgerond=0, voortijdig_gestopt=0),
        deelnemers=geteld(nu),
        deelnemers_tot_nu_toe=geteld(mensen),
        per_praktijk=tuple(
            Praktijkcijfers(code=code, naam=code, ontwerpvragen=0, experimenten=0, deelnemers=per_praktijk[nummer])
            for nummer, code in enumerate(f"P{n:02}" for n in range(praktijken))
        ),
    )


def geteld(mensen: list[Persoon]) -> Deelnemers:
    """How many they are, of which kind."""
    per_soort = Counter(soort for soort, *_ in mensen if soort is not None)
    typen = sorted(per_soort.items(), key=lambda paar: (-paar[1], paar[0]))
    return Deelnemers(
        totaal=len(mensen),
        bekend=per_soort.total(),
        onbekend=len(mensen) - per_soort.total(),
        typen=tuple(Organisatietypeaantal(naam=naam, aantal=aantal) for naam, aantal in typen),
    )


if __name__ == "__main__":
    main(*(int(getal) for getal in sys.argv[1:5]) if len(sys.argv) == 5 else (40, 60, 11, 250))
