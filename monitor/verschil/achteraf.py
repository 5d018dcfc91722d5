"""What changed in the records since a measurement was fixed, and whether the office decided about it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from mantelzorg.models import Programma
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


def achteraf(metingen: Iterable[Meting], nu: datetime.datetime) -> list[Achteraf]:
    """Of each fixed measurement, by programme and indicator; eleven queries a programme for indicator 23, whatever the
    number of measurements.

    They come with `vaststelling`, its `staten` and `programma`.
    """
    vast = sorted((een for een in metingen if hasattr(een, "vaststelling")), key=lambda een: (*_waarvan(een), een.pk))
    return [gevonden for _, groep in groupby(vast, key=_waarvan) for gevonden in _van_programma(list(groep), nu)]


def onbeslist(metingen: Iterable[Meting], nu: datetime.datetime) -> dict[int, int]:
    """Of each measurement, by its key, how many records changed since of which nobody decided; none: not in it."""
    return {een.meting.pk: een.onbeslist for een in achteraf(metingen, nu) if een.onbeslist}


def _waarvan(meting: Meting) -> tuple[int, str]:
    return meting.programma_id, meting.indicator


def _van_programma(metingen: list[Meting], nu: datetime.datetime) -> list[Achteraf]:
    programma: Programma = metingen[0].programma
    with momentopname():
        samenvoegingen = lees_samenvoegingen(programma)
        vast = lees_vast([een.vaststelling for een in metingen], samenvoegingen)
        levend = lees_nu(indicator(metingen[0].indicator), programma, metingen[0].peildatum, nu)
    nu_een = opgegaan(samenvoegingen)
    return [_achteraf(een, kant(een, vast[een.vaststelling.pk]), levend, nu_een) for een in metingen]


def _achteraf(meting: Meting, vast: Kant, levend: Telling, nu_een: dict[str, str]) -> Achteraf:
    nu = Kant(naam="de administratie van nu", telling=replace(levend, peildatum=meting.peildatum))
    verschil = vergelijk(vast, nu, nu_een)
    lijst = wijzigingen(verschil.bijdragen)
    zegel = afdruk(lijst)
    over = [een for een in meting.vaststelling.staten.all() if een.soort in BESLUITEN and een.bij == zegel]
    return Achteraf(
        meting=meting,
        verschil=verschil,
        wijzigingen=tuple(lijst),
        afdruk=zegel,
        besluit=over[-1] if over else None,
    )
