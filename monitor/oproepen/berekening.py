"""From rows to the figures of a call (docs/oproepcijfers.md)."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from aanmeldingen.models import Besluitsoort, Gebeurtenis, Oproep, Plaatsstand
from mantelzorg.volgorde import alfabetisch
from monitor.bron import momentopname
from monitor.oproepen.bron import Aanmeldrij, Belangstellingrij, Bijeenkomstrij, Rijen, lees
from monitor.oproepen.cijfers import (
    Aanmeldingen,
    Belangstelling,
    Beslistijd,
    Bijeenkomsten,
    Dagaantal,
    Medewerkers,
    Oproepcijfers,
    Plaatsen,
    Provincieaantal,
    Sectoraantal,
    Uitkomst,
)
from monitor.oproepen.dagen import eerste_dag, laatste_dag

ONBEKEND = "onbekend"
AFGELOPEN_AANBOD = (Gebeurtenis.AFGESLAGEN, Gebeurtenis.VERLOPEN)


def bereken(oproep: Oproep, peildatum: datetime.date) -> Oproepcijfers:
    """All figures of `oproep` at `peildatum`. Reads its programme, which the caller joins."""
    with momentopname():
        rijen = lees(oproep, peildatum)
    return uit_rijen(oproep, peildatum, rijen)


def uit_rijen(oproep: Oproep, peildatum: datetime.date, rijen: Rijen) -> Oproepcijfers:
    """The figures these rows amount to."""
    ontvangen = rijen.aanmeldingen
    opent, sluit = eerste_dag(oproep.opent_op), laatste_dag(oproep.sluit_op)
    return Oproepcijfers(
        oproep=oproep.slug,
        programma=oproep.programma.slug,
        peildatum=peildatum,
        opent=opent,
        sluit=sluit,
        aanmeldingen=Aanmeldingen(
            totaal=len(ontvangen), sectoroverstijgend=sum(rij.sectoroverstijgend for rij in ontvangen)
        ),
        uitkomsten=uitkomsten(ontvangen),
        plaatsen=_plaatsen(rijen),
        medewerkers=_medewerkers(ontvangen, oproep.te_bereiken),
        beslistijd=beslistijd(ontvangen),
        bijeenkomsten=bijeenkomsten(rijen.bijeenkomsten),
        belangstelling=_belangstelling(rijen.belangstelling),
        per_sector=_per_sector(ontvangen, rijen.sectoren),
        per_provincie=_per_provincie(ontvangen, rijen.provincies),
        per_dag=_per_dag(ontvangen, [dag for dag in (opent, sluit) if dag <= peildatum]),
    )


def uitkomst(rij: Aanmeldrij) -> Uitkomst:
    """What had become of it: withdrawn before all, then the decision that held, then where it stood for a place."""
    if rij.ingetrokken:
        return Uitkomst.INGETROKKEN
    match rij.besluit:
        case Besluitsoort.TOELATEN:
            return Uitkomst.TOEGELATEN
        case Besluitsoort.AFWIJZEN:
            return Uitkomst.AFGEWEZEN
    if rij.plaatsstand == Plaatsstand.AANGEBODEN:
        return Uitkomst.PLAATS_AANGEBODEN
    if rij.gebeurtenis in AFGELOPEN_AANBOD:
        return Uitkomst.AANBOD_VERVALLEN
    return Uitkomst.WACHTLIJST if rij.plaatsstand == Plaatsstand.WACHT else Uitkomst.IN_BEHANDELING


def uitkomsten(rijen: Iterable[Aanmeldrij]) -> dict[Uitkomst, int]:
    """How many have each outcome; every outcome is there."""
    geteld = Counter(uitkomst(rij) for rij in rijen)
    return {soort: geteld[soort] for soort in Uitkomst}


def procent(deel: int, geheel: int) -> int:
    """Whole percents, half rounded up. ZeroDivisionError where the whole is 0."""
    return (200 * deel + geheel) // (2 * geheel)


def _plaatsen(rijen: Rijen) -> Plaatsen:
    stand = rijen.plaatsen
    return Plaatsen(
        capaciteit=stand.capaciteit if rijen.capaciteit_vastgesteld else None,
        bezet=stand.bezet,
        bevestigd=stand.bevestigd,
        aangeboden=stand.aangeboden,
        vrij=stand.vrij if rijen.capaciteit_vastgesteld else None,
        wachtend=stand.wacht,
        kandidaten=stand.kandidaten,
    )


def _medewerkers(rijen: Iterable[Aanmeldrij], streefwaarde: int | None) -> Medewerkers:
    per_uitkomst: Counter[Uitkomst] = Counter()
    for rij in rijen:
        per_uitkomst[uitkomst(rij)] += rij.medewerkers
    toegelaten = per_uitkomst[Uitkomst.TOEGELATEN]
    return Medewerkers(
        streefwaarde=streefwaarde,
        toegelaten=toegelaten,
        percentage=procent(toegelaten, streefwaarde) if streefwaarde else None,
        alle_aanmeldingen=per_uitkomst.total(),
    )


def beslistijd(rijen: Iterable[Aanmeldrij]) -> Beslistijd:
    """From the day of receipt to the day of the first decision that held; that it was reversed later doesn't matter."""
    dagen = [(rij.eerste_besluit - rij.ontvangen).days for rij in rijen if rij.eerste_besluit is not None]
    if not dagen:
        return Beslistijd(aantal=0, mediaan=None, kortste=None, langste=None)
    middelste = median(dagen)
    return Beslistijd(
        aantal=len(dagen),
        mediaan=int(middelste) if middelste == int(middelste) else middelste,
        kortste=min(dagen),
        langste=max(dagen),
    )


def bijeenkomsten(rijen: Sequence[Bijeenkomstrij]) -> Bijeenkomsten:
    """Of all held, and of those of which somebody wrote down who came."""
    bekend = [rij for rij in rijen if rij.aanwezig + rij.niet_gekomen]
    plaatsen = sum(rij.capaciteit for rij in bekend)
    aanwezig = sum(rij.aanwezig for rij in bekend)
    return Bijeenkomsten(
        gehouden=len(rijen),
        capaciteit=sum(rij.capaciteit for rij in rijen) if rijen else None,
        ingeschreven=sum(rij.ingeschreven for rij in rijen) if rijen else None,
        presentie_bekend=len(bekend),
        aanwezig=aanwezig if bekend else None,
        niet_gekomen=sum(rij.niet_gekomen for rij in bekend) if bekend else None,
        aan_de_deur=sum(rij.aan_de_deur for rij in bekend) if bekend else None,
        gevuld=procent(aanwezig, plaatsen) if plaatsen else None,
    )


def _belangstelling(rijen: Sequence[Belangstellingrij]) -> Belangstelling:
    return Belangstelling(
        ontvangen=len(rijen),
        bereikt=sum(rij.bereikt for rij in rijen),
        aangemeld=sum(rij.aangemeld for rij in rijen),
    )


def _per_sector(rijen: Sequence[Aanmeldrij], sectoren: Iterable[str]) -> tuple[Sectoraantal, ...]:
    """Every sector of the call, and those that were taken off it; most first, equal counts alphabetical."""
    aantal = Counter(rij.sector for rij in rijen)
    overstijgend = Counter(rij.sector for rij in rijen if rij.sectoroverstijgend)
    namen = sorted({*sectoren, *aantal}, key=lambda naam: (-aantal[naam], alfabetisch(naam)))
    return tuple(Sectoraantal(naam=naam, aantal=aantal[naam], sectoroverstijgend=overstijgend[naam]) for naam in namen)


def _per_provincie(rijen: Iterable[Aanmeldrij], provincies: Iterable[str]) -> tuple[Provincieaantal, ...]:
    """Every province, most first, equal counts alphabetical; last, where there are any, those not known."""
    aantal = Counter(rij.provincie or ONBEKEND for rij in rijen)
    namen = {*provincies, *aantal}
    op_volgorde = sorted(namen, key=lambda naam: (naam == ONBEKEND, -aantal[naam], alfabetisch(naam)))
    return tuple(Provincieaantal(naam=naam, aantal=aantal[naam]) for naam in op_volgorde)


def _per_dag(rijen: Iterable[Aanmeldrij], vaste: Iterable[datetime.date]) -> tuple[Dagaantal, ...]:
    """Each day with an application, and the first and last day of the call where they have come."""
    aantal = Counter(rij.ontvangen for rij in rijen)
    totaal, dagen = 0, []
    for dag in sorted({*aantal, *vaste}):
        totaal += aantal[dag]
        dagen.append(Dagaantal(dag=dag, aantal=aantal[dag], totaal=totaal))
    return tuple(dagen)
