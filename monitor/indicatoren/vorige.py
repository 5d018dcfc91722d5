"""What the value of an indicator is compared with: the Monitor's measurement of the year before, else a recount."""

import datetime

from mantelzorg.models import Programma
from monitor.feiten import Feiten
from monitor.indicatoren.soort import Indicatorsoort
from monitor.models import Meting
from monitor.rapport import NOG_NIET_GESTART, VorigeMeting, jaar_eerder

GEEN_GEGEVENS = "geen gegevens"


def vorige_meting(
    indicator: Indicatorsoort, programma: Programma, feiten: Feiten, jaar: int, peildatum: datetime.date
) -> VorigeMeting:
    """The measurement fixed for the year before `jaar`; as long as there is none, what these facts amount to at the
    same day one year before `peildatum` (begrippen.md §3). `opgestart` is the value of the indicator.
    """
    meting = Meting.objects.select_related("vaststelling").van_de_monitor(indicator.code, programma, jaar - 1)
    if meting is not None:
        return _van_meting(indicator, meting)
    toen = jaar_eerder(peildatum)
    waarde = indicator.waarde_op(feiten, toen)
    reden = "" if waarde is not None else NOG_NIET_GESTART if indicator.niet_gestart else GEEN_GEGEVENS
    return VorigeMeting(peildatum=toen, opgestart=waarde, reden=reden)


def _van_meting(indicator: Indicatorsoort, meting: Meting) -> VorigeMeting:
    kop = meting.vaststelling.inhoud
    waarde = None if kop["nvt"] else indicator.waarde(kop["uitkomst"])
    return VorigeMeting(peildatum=meting.peildatum, opgestart=waarde, reden=kop["nvt"], vastgesteld=True)
