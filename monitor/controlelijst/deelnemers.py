"""Rules about the people who take part: of whom the kind is unknown, and who may stand there twice."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from monitor.controlelijst.bevinding import DEELNEMER, ONBEKENDEN, Band, Bevinding, Plek
from monitor.feiten import Deelnamefeit, Deelnemerfeit, Feiten
from monitor.nederlands import aantal
from monitor.oordelen import NU, TOT_NU_TOE, Oordeel, oordelen, tel
from praktijken.register.dubbelen import woorden

Dag = datetime.date
TYPEN = "organisatietypen.aantal"
BEKEND = ("deelnemers.bekend", "")


def onbekend(feiten: Feiten, peildatum: Dag) -> Iterator[Bevinding]:
    """Persons who count now and whose kind may turn out otherwise: unknown, or known from a later participation alone.

    Each kind lies between the persons of whom it is certain, and those with all who may still move.
    """
    onzeker = _kunnen_veranderen(feiten, peildatum)
    if not onzeker:
        return
    zeker = tuple(een for een in feiten.deelnemers if een.persoon not in onzeker)
    telling = tel(oordelen(replace(feiten, deelnemers=zeker), peildatum))
    nu = tel(oordelen(feiten, peildatum))
    typen = sorted({sleutel for figuur, sleutel in nu if figuur == TYPEN})
    banden = [
        Band(
            figuur=(TYPEN, naam),
            naam=naam,
            laag=telling.get((TYPEN, naam), 0),
            hoog=telling.get((TYPEN, naam), 0) + len(onzeker),
        )
        for naam in typen
    ]
    bekend = Band(figuur=BEKEND, naam="het aantal bekende deelnemers", laag=nu.get(BEKEND, 0), hoog=nu.get((NU, ""), 0))
    yield Bevinding(
        regel="organisatietype-onbekend",
        tekst=f"Van {aantal(len(onzeker), 'deelnemer', 'deelnemers')} is het organisatietype niet of pas later bekend",
        plekken=(Plek(soort=ONBEKENDEN, id=0, naam="Onbekende organisatietypen"),),
        banden=(bekend, *banden),
    )


def _kunnen_veranderen(feiten: Feiten, peildatum: Dag) -> set[str]:
    """The persons of whose participations that count now the first one, which decides if known, is without a kind."""
    codes = {een.id: een.code for een in feiten.praktijken}
    eerste: dict[str, tuple[Dag, str, str]] = {}
    for persoon, een in _tellende(feiten, peildatum):
        plek = (een.vanaf, codes[een.praktijk], een.type)
        eerste[persoon] = min(plek, eerste.get(persoon, plek))
    return {persoon for persoon, (_, _, soort) in eerste.items() if not soort}


def _tellende(feiten: Feiten, peildatum: Dag) -> Iterator[tuple[str, Deelnamefeit]]:
    """The participations by which a person counts now: each judged as if it were all there is of somebody."""
    los = [(mens.persoon, een) for mens in feiten.deelnemers for een in mens.deelnames]
    mensen = tuple(Deelnemerfeit(persoon=str(nummer), deelnames=(een,)) for nummer, (_, een) in enumerate(los))
    for oordeel in oordelen(Feiten(praktijken=feiten.praktijken, deelnemers=mensen), peildatum):
        if (NU, "") in oordeel.telt:
            yield los[int(oordeel.feit.sleutel)]


def dubbel(alle: list[Oordeel], namen: Mapping[str, str], nummers: Mapping[str, str]) -> Iterator[Bevinding]:
    """Persons with the same words in their name; `namen` and `nummers` by key. A name itself is never told."""
    geteld = [
        een.feit.sleutel for een in alle if een.feit.soort == Deelnemerfeit.soort and (TOT_NU_TOE, "") in een.telt
    ]
    per_naam: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for sleutel in geteld:
        if delen := woorden(namen.get(sleutel, "")):
            per_naam[tuple(sorted(delen))].append(sleutel)
    groepen = [groep for groep in per_naam.values() if len(groep) > 1]
    if not groepen:
        return
    dubbelen = [sleutel for groep in groepen for sleutel in groep]
    te_veel = len(dubbelen) - len(groepen)
    totaal = len(geteld)
    band = Band(figuur=(TOT_NU_TOE, ""), naam="het aantal deelnemers tot nu toe", laag=totaal - te_veel, hoog=totaal)
    yield Bevinding(
        regel="deelnemer-dubbel",
        tekst=f"{len(dubbelen)} deelnemers hebben een naam die vaker voorkomt. Is er een dubbel?",
        plekken=tuple(Plek(soort=DEELNEMER, id=int(een), naam=f"Deelnemer {nummers[een]}") for een in dubbelen),
        banden=(band,),
    )
