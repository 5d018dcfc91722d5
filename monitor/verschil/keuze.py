"""Which two sides are compared: as the address says, else the two last measurements of the Monitor."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from mantelzorg.models import Programma, User
from monitor.bron import momentopname
from monitor.indicatoren.register import EERSTE, indicator
from monitor.meten.overzicht import Stand, stand_van, van_de_monitor
from monitor.models import Meting
from monitor.nederlands import datum
from monitor.verschil.bron import lees_nu, lees_samenvoegingen, lees_vast, opgegaan
from monitor.verschil.rapport import Kant, Verschil, vergelijk
from monitor.verschil.telling import Telling

VANDAAG, ZELFDE_DAG = "vandaag", "zelfde-dag"
"""The records as they are now: at today, or at the day of the measurement they are compared with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """The two sides, the earlier first. `naar`: None where it is the records as they are now, at `dag`."""

    van: Meting
    naar: Meting | None
    dag: datetime.date
    naar_code: str


def metingen(programma: Programma, user: User, van: str = EERSTE) -> list[Meting]:
    """What is fixed of that indicator (its code) of the programme, the earliest day first; two queries."""
    rijen = Meting.objects.zichtbaar_voor(user).vastgesteld().filter(programma=programma, indicator=van)
    return list(
        rijen.select_related("vaststelling", "programma")
        .prefetch_related("vaststelling__staten")
        .order_by("peildatum", "vaststelling__op")
    )


def naam(meting: Meting) -> str:
    """The measurement as people choose it."""
    stand = stand_van(meting)
    weg = "" if stand is Stand.VASTGESTELD else f", {stand}"
    return f"{meting.jaar} nr. {meting.nummer}: {datum(meting.peildatum)} ({meting.aanleiding}{weg})"


def kies(alle: Sequence[Meting], van: str, naar: str, vandaag: datetime.date) -> Keuze | None:
    """The sides by their keys or words; what is none of these is the default. None where nothing is fixed."""
    per_sleutel = {str(een.pk): een for een in alle}
    standaard = _standaard(alle)
    if not standaard:
        return None
    eerst = per_sleutel.get(van, standaard[0])
    if naar in (VANDAAG, ZELFDE_DAG):
        dag = eerst.peildatum if naar == ZELFDE_DAG else vandaag
        return Keuze(van=eerst, naar=None, dag=dag, naar_code=naar)
    dan = per_sleutel.get(naar, standaard[-1])
    if dan is eerst and naar not in per_sleutel:
        return Keuze(van=eerst, naar=None, dag=vandaag, naar_code=VANDAAG)
    eerst, dan = sorted((eerst, dan), key=_volgorde)
    return Keuze(van=eerst, naar=dan, dag=dan.peildatum, naar_code=str(dan.pk))


def lees(keuze: Keuze, nu: datetime.datetime) -> Verschil:
    """The difference between both sides, read at one moment."""
    vast = [een for een in (keuze.van, keuze.naar) if een is not None]
    programma = keuze.van.programma
    with momentopname():
        samenvoegingen = lees_samenvoegingen(programma)
        tellingen = lees_vast([een.vaststelling for een in vast], samenvoegingen)
        levend = None if keuze.naar else lees_nu(indicator(keuze.van.indicator), programma, keuze.dag, nu)
    kanten = [kant(een, tellingen[een.vaststelling.pk]) for een in vast]
    if levend is not None:
        kanten.append(Kant(naam="de administratie van nu", telling=levend))
    kanten.sort(key=lambda een: (een.telling.peildatum, een.telling.bekend_op))
    return vergelijk(kanten[0], kanten[-1], opgegaan(samenvoegingen))


def kant(meting: Meting, telling: Telling) -> Kant:
    """A fixed measurement as one side."""
    return Kant(
        naam=f"de meting van {meting.jaar} (nr. {meting.nummer})",
        telling=telling,
        nvt=meting.vaststelling.inhoud["nvt"],
    )


def _standaard(alle: Sequence[Meting]) -> list[Meting]:
    """The two last of the Monitor; of a programme without them the two last."""
    return (van_de_monitor(alle) or list(alle))[-2:]


def _volgorde(meting: Meting) -> tuple[datetime.date, datetime.datetime]:
    return meting.peildatum, meting.vaststelling.op
