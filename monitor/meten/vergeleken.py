"""Which fixed measurement another figure is compared with: the Monitor's of the year before, as things stood then."""

import datetime

from monitor.models import Meting, Metingstaat
from monitor.models.vaststellingen import EINDE
from monitor.uitkomst import INDICATOR


def vergeleken_met(programma: str, jaar: int, op: datetime.datetime, indicator: str = str(INDICATOR)) -> int | None:
    """Key of the Monitor's measurement of the year before `jaar` that held at the moment `op`; None: there was none.

    `programma`: its slug; `indicator`: its code. One query.
    """
    afgelopen = Metingstaat.objects.filter(soort__in=EINDE, op__lt=op).values("vaststelling")
    toen = Meting.objects.filter(indicator=indicator, programma__slug=programma, jaar=jaar - 1, voor_monitor=True)
    geldend = toen.filter(vaststelling__op__lte=op).exclude(vaststelling__in=afgelopen)
    return geldend.order_by("-nummer").values_list("pk", flat=True).first()
