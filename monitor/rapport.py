"""Indicator 23 as people read it: the figures with all that is told about them, built once for every channel."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from mantelzorg.models import Programma
from monitor import zinnen
from monitor.berekening import opgestart_op, uit_rijen, volgorde
from monitor.bron import Gemeenterij, Praktijkrij, lees, momentopname
from monitor.indicator import Deelnemers, Indicator23, Organisatietypeaantal
from monitor.models import ElderGenoemdGetal
from monitor.nederlands import datum
from monitor.tabellen import Tabel, tabellen
from monitor.telregels import DEFINITIE, TELREGELS, TITEL, Telregel, bronregel, naamgeving
from monitor.weergave.kaartspelden import Kaartpraktijk, Kaartpunt
from praktijken.models.praktijk import Status

NOG_NIET_GESTART = "nog niet gestart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmagegevens:
    """The programme as its staff describe it; empty text and None: not filled in."""

    slug: str
    naam: str
    vorm: str
    startdatum: datetime.date | None
    einddatum: datetime.date | None
    aanmelden_tot_en_met: datetime.date | None
    capaciteit: int | None
    streefwaarde: int | None
    opdrachtgever: str
    uitvoerders: str
    beleidsprogramma: str
    beleidsdoel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VorigeMeting:
    """Praktijken opgestart at the same day one year earlier; None with its reason where it is nvt (§3)."""

    peildatum: datetime.date
    opgestart: int | None
    reden: str

    def __str__(self) -> str:
        return f"nvt ({self.reden})" if self.opgestart is None else str(self.opgestart)


@dataclass(frozen=True, slots=True, kw_only=True)
class NietMeegeteld:
    """A practice of the programme that is not opgestart, and why."""

    code: str
    naam: str
    startdatum: datetime.date | None
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EldersGenoemd:
    """A number quoted elsewhere, with its source and what staff say about it."""

    getal: str
    bron: str
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkregel:
    """A practice opgestart, by its number on the map; the figures are those of per_praktijk."""

    nummer: int
    code: str
    naam: str
    gemeenten: tuple[str, ...]
    startdatum: datetime.date | None
    einddatum: datetime.date | None
    status: str
    ontwerpvragen: int
    experimenten: int
    deelnemers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel1:
    """Participants by kind of organisation, most first. `totaal`: those whose kind is known."""

    titel: str
    rijen: tuple[Organisatietypeaantal, ...]
    totaal: int
    noot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """Everything page, text and Excel show of one programme on one day.

    `meldingen` come first: that it is an expectation, that nothing had started. `toelichting`: a paragraph an item.
    `streefwaarde`, `niet_meegeteld_zin`: a sentence, empty where there is nothing to say.
    """

    titel: str
    naamgeving: str
    programma: Programmagegevens
    peildatum: datetime.date
    verwachting: bool
    nog_niet_gestart: bool
    meldingen: tuple[str, ...]
    indicator: Indicator23
    vorige_meting: VorigeMeting
    nieuw: int
    streefwaarde: str
    niet_meegeteld: tuple[NietMeegeteld, ...]
    niet_meegeteld_zin: str
    elders_genoemd: tuple[EldersGenoemd, ...]
    praktijken: tuple[Praktijkregel, ...]
    kaart: tuple[Kaartpraktijk, ...]
    tabel1_nu: Tabel1
    tabel1_tot_nu_toe: Tabel1
    tabellen: tuple[Tabel, ...]
    toelichting: tuple[str, ...]
    definitie: str
    telregels: tuple[Telregel, ...]
    bron: str


def maak_rapport(programma: Programma, peildatum: datetime.date, *, vandaag: datetime.date) -> Rapport:
    """The report of `programma` at `peildatum`, as the records stand now; later than `vandaag` it is an expectation."""
    with momentopname():
        rijen = lees(programma, peildatum)
        elders = tuple(
            EldersGenoemd(getal=getal.getal, bron=getal.bron, toelichting=getal.toelichting)
            for getal in ElderGenoemdGetal.objects.filter(programma=programma)
        )
    cijfers = uit_rijen(programma.slug, peildatum, rijen)
    vorige = vorige_meting(rijen.praktijken, peildatum)
    niet_meegeteld = _niet_meegeteld(rijen.praktijken, peildatum)
    per_praktijk = _gemeenten_per_praktijk(rijen.gemeenten)
    opgestart = opgestart_op(rijen.praktijken, peildatum)
    return Rapport(
        titel=TITEL,
        naamgeving=naamgeving(programma.vorm),
        programma=_programmagegevens(programma),
        peildatum=peildatum,
        verwachting=peildatum > vandaag,
        nog_niet_gestart=not opgestart,
        meldingen=_meldingen(cijfers, vandaag),
        indicator=cijfers,
        vorige_meting=vorige,
        nieuw=cijfers.praktijken.opgestart - (vorige.opgestart or 0),
        streefwaarde=zinnen.streefwaarde(cijfers.praktijken, programma.streefwaarde),
        niet_meegeteld=niet_meegeteld,
        niet_meegeteld_zin=zinnen.niet_meegeteld(len(niet_meegeteld)),
        elders_genoemd=elders,
        praktijken=_praktijkregels(cijfers, opgestart, per_praktijk),
        kaart=_kaart(opgestart, per_praktijk),
        tabel1_nu=_tabel1("nu", cijfers.deelnemers),
        tabel1_tot_nu_toe=_tabel1("tot nu toe", cijfers.deelnemers_tot_nu_toe),
        tabellen=tabellen(cijfers),
        toelichting=zinnen.toelichting(cijfers, vorige=vorige.opgestart, vorige_dag=vorige.peildatum),
        definitie=DEFINITIE,
        telregels=TELREGELS,
        bron=bronregel(programma.naam, programma.uitvoerders),
    )


def jaar_eerder(dag: datetime.date) -> datetime.date:
    """The same day one year earlier; of 29 February the 28th (§3). Before the first year there is no earlier one."""
    if (dag.month, dag.day) == (2, 29):
        dag = dag.replace(day=28)
    return dag.replace(year=max(dag.year - 1, datetime.MINYEAR))


def vorige_meting(praktijken: Iterable[Praktijkrij], peildatum: datetime.date) -> VorigeMeting:
    """The figure one year before `peildatum`: nvt where no practice was opgestart then."""
    toen = jaar_eerder(peildatum)
    opgestart = len(opgestart_op(praktijken, toen))
    return VorigeMeting(peildatum=toen, opgestart=opgestart or None, reden="" if opgestart else NOG_NIET_GESTART)


def _meldingen(cijfers: Indicator23, vandaag: datetime.date) -> tuple[str, ...]:
    vooruit = [zinnen.verwachting(vandaag)] if cijfers.peildatum > vandaag else []
    leeg = [] if cijfers.praktijken.opgestart else [zinnen.niet_gestart(cijfers.peildatum)]
    return tuple(vooruit + leeg)


def _programmagegevens(programma: Programma) -> Programmagegevens:
    return Programmagegevens(
        slug=programma.slug,
        naam=programma.naam,
        vorm=programma.vorm,
        startdatum=programma.startdatum,
        einddatum=programma.einddatum,
        aanmelden_tot_en_met=programma.aanmelden_tot_en_met,
        capaciteit=programma.capaciteit,
        streefwaarde=programma.streefwaarde,
        opdrachtgever=programma.opdrachtgever,
        uitvoerders=programma.uitvoerders,
        beleidsprogramma=programma.beleidsprogramma,
        beleidsdoel=programma.beleidsdoel,
    )


def _niet_meegeteld(praktijken: Iterable[Praktijkrij], peildatum: datetime.date) -> tuple[NietMeegeteld, ...]:
    gepland = (praktijk for praktijk in praktijken if praktijk.status_op(peildatum) is Status.GEPLAND)
    return tuple(
        NietMeegeteld(
            code=praktijk.code,
            naam=praktijk.naam,
            startdatum=praktijk.startdatum,
            reden=_reden(praktijk.startdatum),
        )
        for praktijk in sorted(gepland, key=volgorde)
    )


def _reden(startdatum: datetime.date | None) -> str:
    if startdatum is None:
        return "gepland: er is nog geen startdatum"
    return f"gepland: start op {datum(startdatum)}, na de peildatum"


def _gemeenten_per_praktijk(rijen: Iterable[Gemeenterij]) -> dict[int, list[Gemeenterij]]:
    per_praktijk: dict[int, list[Gemeenterij]] = defaultdict(list)
    for rij in rijen:
        per_praktijk[rij.praktijk].append(rij)
    return dict(per_praktijk)


def _praktijkregels(
    cijfers: Indicator23, opgestart: Iterable[Praktijkrij], gemeenten: dict[int, list[Gemeenterij]]
) -> tuple[Praktijkregel, ...]:
    return tuple(
        Praktijkregel(
            nummer=nummer,
            code=rij.code,
            naam=rij.naam,
            gemeenten=tuple(gemeente.naam for gemeente in gemeenten.get(rij.id, [])),
            startdatum=rij.startdatum,
            einddatum=rij.einddatum,
            status=rij.status_op(cijfers.peildatum).value,
            ontwerpvragen=van.ontwerpvragen,
            experimenten=van.experimenten,
            deelnemers=van.deelnemers,
        )
        for nummer, (rij, van) in enumerate(zip(opgestart, cijfers.per_praktijk, strict=True), start=1)
    )


def _kaart(opgestart: Iterable[Praktijkrij], gemeenten: dict[int, list[Gemeenterij]]) -> tuple[Kaartpraktijk, ...]:
    return tuple(
        Kaartpraktijk(nummer=nummer, naam=rij.naam, gemeenten=_punten(gemeenten.get(rij.id, [])))
        for nummer, rij in enumerate(opgestart, start=1)
    )


def _punten(gemeenten: Iterable[Gemeenterij]) -> tuple[Kaartpunt, ...]:
    return tuple(
        Kaartpunt(code=rij.code, naam=rij.naam, provincie=rij.provincie, lon=rij.lon, lat=rij.lat)
        for rij in gemeenten
        if rij.lon is not None and rij.lat is not None
    )


def _tabel1(telling: str, deelnemers: Deelnemers) -> Tabel1:
    return Tabel1(
        titel=f"Tabel 1. Deelnemers naar organisatietype, {telling}",
        rijen=deelnemers.typen,
        totaal=deelnemers.bekend,
        noot=zinnen.noot(deelnemers),
    )
