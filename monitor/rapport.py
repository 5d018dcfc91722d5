"""Indicator 23 as people read it: the figures with all that is told about them, built once for every channel."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from mantelzorg.models import Programma
from monitor import zinnen
from monitor.berekening import opgestart_op, uit_rijen
from monitor.bron import Gemeenterij, Praktijkrij, lees, momentopname
from monitor.definities import HUIDIGE, Definitie
from monitor.grenzen.bron import kaartgrenzen
from monitor.indicator import Deelnemers, Indicator23, Organisatietypeaantal
from monitor.kaartpunten import Kaartgrenzen, Kaartpraktijk
from monitor.metinggegevens import Metinggegevens
from monitor.models import ElderGenoemdGetal, Meting
from monitor.praktijkregels import (
    NietMeegeteld,
    Praktijkregel,
    codes_van,
    gemeenten_per_praktijk,
    kaartpraktijken,
    niet_meegeteld,
    praktijkregels,
)
from monitor.tabellen import Tabel, tabellen
from monitor.telregels import TITEL, Telregel, bronregel, naamgeving
from monitor.uitkomst import INDICATOR

__all__ = [
    "EldersGenoemd",
    "NietMeegeteld",
    "Praktijkregel",
    "Programmagegevens",
    "Rapport",
    "Tabel1",
    "VorigeMeting",
    "maak_rapport",
]

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
    """Praktijken opgestart in the measurement fixed for the year before, else at the same day one year earlier; None
    with its reason where it is nvt (§3).
    """

    peildatum: datetime.date
    opgestart: int | None
    reden: str
    vastgesteld: bool = False

    def __str__(self) -> str:
        return f"nvt ({self.reden})" if self.opgestart is None else str(self.opgestart)


@dataclass(frozen=True, slots=True, kw_only=True)
class EldersGenoemd:
    """A number quoted elsewhere, with its source and what staff say about it."""

    getal: str
    bron: str
    toelichting: str


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
    `streefwaarde`, `niet_meegeteld_zin`: a sentence, empty where there is nothing to say. `grenzen` None: no
    borders are loaded of the municipalities on the map.
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
    grenzen: Kaartgrenzen | None
    tabel1_nu: Tabel1
    tabel1_tot_nu_toe: Tabel1
    tabellen: tuple[Tabel, ...]
    toelichting: tuple[str, ...]
    definitie: str
    telregels: tuple[Telregel, ...]
    bron: str
    meting: Metinggegevens | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegevens:
    """What a report is made of beside its figures: live from the records, or from what was fixed."""

    programma: Programmagegevens
    praktijken: tuple[Praktijkrij, ...]
    gemeenten: tuple[Gemeenterij, ...]
    elders: tuple[EldersGenoemd, ...]
    vorige: VorigeMeting
    definitie: Definitie
    grenzen: Kaartgrenzen | None
    meting: Metinggegevens | None = None


def maak_rapport(
    programma: Programma, peildatum: datetime.date, *, vandaag: datetime.date, jaar: int | None = None
) -> Rapport:
    """The report of `programma` at `peildatum`, as the records stand now; later than `vandaag` it is an expectation.

    `jaar`: the year that a measurement goes by, where that may be another than that of its peildatum.
    """
    with momentopname():
        rijen = lees(programma, peildatum)
        gegevens = Gegevens(
            programma=programmagegevens(programma),
            praktijken=rijen.praktijken,
            gemeenten=rijen.gemeenten,
            elders=elders_genoemd(programma),
            vorige=vorige_meting(programma, rijen.praktijken, jaar or peildatum.year, peildatum),
            definitie=HUIDIGE,
            grenzen=grenzen_van(rijen.praktijken, rijen.gemeenten, peildatum),
        )
    return rapporteer(uit_rijen(programma.slug, peildatum, rijen), gegevens, vandaag=vandaag)


def rapporteer(cijfers: Indicator23, gegevens: Gegevens, *, vandaag: datetime.date) -> Rapport:
    """These figures with all that is told about them."""
    peildatum, programma, vorige = cijfers.peildatum, gegevens.programma, gegevens.vorige
    gepland = niet_meegeteld(gegevens.praktijken, peildatum)
    per_praktijk = gemeenten_per_praktijk(gegevens.gemeenten)
    opgestart = opgestart_op(gegevens.praktijken, peildatum)
    return Rapport(
        titel=TITEL,
        naamgeving=naamgeving(programma.vorm),
        programma=programma,
        peildatum=peildatum,
        verwachting=peildatum > vandaag,
        nog_niet_gestart=not opgestart,
        meldingen=_meldingen(cijfers, vandaag),
        indicator=cijfers,
        vorige_meting=vorige,
        nieuw=cijfers.praktijken.opgestart - (vorige.opgestart or 0),
        streefwaarde=zinnen.streefwaarde(cijfers.praktijken, programma.streefwaarde),
        niet_meegeteld=gepland,
        niet_meegeteld_zin=zinnen.niet_meegeteld(len(gepland)),
        elders_genoemd=gegevens.elders,
        praktijken=praktijkregels(cijfers, opgestart, per_praktijk),
        kaart=kaartpraktijken(opgestart, per_praktijk),
        grenzen=gegevens.grenzen,
        tabel1_nu=_tabel1("1a", "nu", cijfers.deelnemers),
        tabel1_tot_nu_toe=_tabel1("1b", "tot nu toe", cijfers.deelnemers_tot_nu_toe),
        tabellen=tabellen(cijfers),
        toelichting=zinnen.toelichting(cijfers, vorige),
        definitie=gegevens.definitie.tekst,
        telregels=gegevens.definitie.telregels,
        bron=bronregel(programma.naam, programma.uitvoerders),
        meting=gegevens.meting,
    )


def grenzen_van(
    praktijken: Iterable[Praktijkrij], gemeenten: Iterable[Gemeenterij], peildatum: datetime.date
) -> Kaartgrenzen | None:
    """The borders for the map of the practices opgestart, if any were loaded. One query."""
    opgestart = opgestart_op(praktijken, peildatum)
    return kaartgrenzen(codes_van(opgestart, gemeenten_per_praktijk(gemeenten)), peildatum)


def elders_genoemd(programma: Programma) -> tuple[EldersGenoemd, ...]:
    """The numbers quoted elsewhere about `programma`."""
    return tuple(
        EldersGenoemd(getal=getal.getal, bron=getal.bron, toelichting=getal.toelichting)
        for getal in ElderGenoemdGetal.objects.filter(programma=programma)
    )


def jaar_eerder(dag: datetime.date) -> datetime.date:
    """The same day one year earlier; of 29 February the 28th (§3). Before the first year there is no earlier one."""
    if (dag.month, dag.day) == (2, 29):
        dag = dag.replace(day=28)
    return dag.replace(year=max(dag.year - 1, datetime.MINYEAR))


def vorige_meting(
    programma: Programma, praktijken: Iterable[Praktijkrij], jaar: int, peildatum: datetime.date
) -> VorigeMeting:
    """The Monitor's measurement that was fixed for the year before `jaar`; as long as there is none, the figure at the
    same day one year before `peildatum`: nvt where no practice was opgestart then (§3).
    """
    meting = Meting.objects.select_related("vaststelling").van_de_monitor(str(INDICATOR), programma, jaar - 1)
    if meting is not None:
        return _van_meting(meting)
    toen = jaar_eerder(peildatum)
    opgestart = len(opgestart_op(praktijken, toen))
    return VorigeMeting(peildatum=toen, opgestart=opgestart or None, reden="" if opgestart else NOG_NIET_GESTART)


def _van_meting(meting: Meting) -> VorigeMeting:
    kop = meting.vaststelling.inhoud
    opgestart = kop["uitkomst"]["praktijken"]["opgestart"]
    return VorigeMeting(
        peildatum=meting.peildatum, opgestart=None if kop["nvt"] else opgestart, reden=kop["nvt"], vastgesteld=True
    )


def _meldingen(cijfers: Indicator23, vandaag: datetime.date) -> tuple[str, ...]:
    vooruit = [zinnen.verwachting(vandaag)] if cijfers.peildatum > vandaag else []
    if not cijfers.praktijken.opgestart:
        return (*vooruit, zinnen.niet_gestart(cijfers.peildatum))
    klaar = [] if cijfers.praktijken.actief else [zinnen.alles_beeindigd(cijfers.peildatum)]
    return (*vooruit, *klaar)


def programmagegevens(programma: Programma) -> Programmagegevens:
    """The programme as its record stands now."""
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


def _tabel1(nummer: str, telling: str, deelnemers: Deelnemers) -> Tabel1:
    return Tabel1(
        titel=f"Tabel {nummer}. Deelnemers naar organisatietype, {telling}",
        rijen=deelnemers.typen,
        totaal=deelnemers.bekend,
        noot=zinnen.noot(deelnemers),
    )
