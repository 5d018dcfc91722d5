"""What changed in the records since a measurement was fixed, and whether the office decided about it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from deelnemers.models import Samenvoeging
from monitor.bron import momentopname
from monitor.indicatoren.register import indicator
from monitor.models import Meting, Metingstaat, Staatsoort
from monitor.verschil.bron import lees_nu, lees_samenvoegingen, lees_vast, opgegaan
from monitor.verschil.keuze import kant
from monitor.verschil.rapport import Kant, Verschil, vergelijk
from monitor.verschil.telling import Telling
from monitor.verschil.wijzigingen import Wijziging, afdruk, wijzigingen

BESLUITEN = (Staatsoort.BLIJFT, Staatsoort.ERRATUM)
"""What the office decides of late changes; a new measurement is the third way, and has its own state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Achteraf:
    """The late changes of one measurement. `besluit`: the last one about exactly these; None: it is still to come."""

    meting: Meting
    verschil: Verschil
    wijzigingen: tuple[Wijziging, ...]
    afdruk: str
    besluit: Metingstaat | None

    @property
    def onbeslist(self) -> int:
        """How many records changed since of which nobody decided."""
        return 0 if self.besluit else len(self.wijzigingen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Administratie:
    """The records of one programme as they are, at some day, with the merges of its persons."""

    levend: Telling
    samenvoegingen: list[Samenvoeging]


def achteraf(metingen: Iterable[Meting], nu: datetime.datetime) -> list[Achteraf]:
    """Of each fixed measurement, by programme and indicator; eleven queries a programme for indicator 23, whatever the
    number of measurements.

    They come with `vaststelling`, its `staten` and `programma`.
    """
    gevonden: list[Achteraf] = []
    for groep in per_programma(metingen):
        with momentopname():
            gevonden += vergeleken(groep, lees_administratie(groep[0], nu))
    return gevonden


def per_programma(metingen: Iterable[Meting]) -> list[list[Meting]]:
    """Those that are fixed, of one programme and indicator together."""
    vast = sorted((een for een in metingen if hasattr(een, "vaststelling")), key=lambda een: (*_waarvan(een), een.pk))
    return [list(groep) for _, groep in groupby(vast, key=_waarvan)]


def lees_administratie(meting: Meting, nu: datetime.datetime) -> Administratie:
    """What there is to compare this measurement and others of its programme with; in a `momentopname`."""
    levend = lees_nu(indicator(meting.indicator), meting.programma, meting.peildatum, nu)
    return Administratie(levend=levend, samenvoegingen=lees_samenvoegingen(meting.programma))


def vergeleken(metingen: list[Meting], met: Administratie) -> list[Achteraf]:
    """Each of these, of one programme and indicator; in the same `momentopname`."""
    vast = lees_vast([een.vaststelling for een in metingen], met.samenvoegingen)
    nu_een = opgegaan(met.samenvoegingen)
    return [_achteraf(een, kant(een, vast[een.vaststelling.pk]), met.levend, nu_een) for een in metingen]


def besluit_over(meting: Meting, zegel: str) -> Metingstaat | None:
    """The last decision about the changes with this fingerprint; None where nobody decided."""
    over = [een for een in meting.vaststelling.staten.all() if een.soort in BESLUITEN and een.bij == zegel]
    return over[-1] if over else None


def _waarvan(meting: Meting) -> tuple[int, str]:
    return meting.programma_id, meting.indicator


def _achteraf(meting: Meting, vast: Kant, levend: Telling, nu_een: dict[str, str]) -> Achteraf:
    nu = Kant(naam="de administratie van nu", telling=replace(levend, peildatum=meting.peildatum))
    verschil = vergelijk(vast, nu, nu_een)
    lijst = wijzigingen(verschil.bijdragen)
    zegel = afdruk(lijst)
    return Achteraf(
        meting=meting,
        verschil=verschil,
        wijzigingen=tuple(lijst),
        afdruk=zegel,
        besluit=besluit_over(meting, zegel),
    )
