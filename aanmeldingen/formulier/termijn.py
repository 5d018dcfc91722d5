"""Until when one may send in, and change what was sent in. The moment is always that of the server's clock.

A view reads the clock before anything else, and hands that moment on: who then waits in line behind others is not
late for that. What the network or the web server kept waiting before the product saw it is not known here.
"""

import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from aanmeldingen.models import Aanmelding, Aanvulverzoek, Besluit, Besluitsoort, Laattoegang, Oproep, Voorwaarden

LINK_DAGEN = 180
"""How long a personal link works after closing, or after the last mail with it."""


def link_tot(oproep: Oproep, op: datetime.datetime) -> datetime.date:
    """The last day of a link that is made or mailed at this moment."""
    return localdate(max(oproep.sluit_op, op)) + datetime.timedelta(days=LINK_DAGEN)


def mag_indienen(aanmelding: Aanmelding, oproep: Oproep, op: datetime.datetime) -> bool:
    """Whether a draft can be sent in: the call is open, or the office gave access after closing."""
    return oproep.is_open(op) or _laat(aanmelding, op)


def mag_wijzigen(aanmelding: Aanmelding, oproep: Oproep, op: datetime.datetime) -> bool:
    """Whether the applicant may change it. A draft always, for it counts nowhere; a decision ends it.

    What was sent in: until closing, with access after closing until that ends, and while the office asks for more.
    """
    if aanmelding.ingetrokken_op or aanmelding.gewist_op:
        return False
    if aanmelding.ingediend_op is None:
        return True
    beslist = Besluit.objects.geldend().filter(aanmelding=aanmelding).exclude(soort=Besluitsoort.HEROPENEN)
    if beslist.exists():
        return False
    return mag_indienen(aanmelding, oproep, op) or open_verzoek(aanmelding, op) is not None


def open_verzoek(aanmelding: Aanmelding, op: datetime.datetime) -> Aanvulverzoek | None:
    """The question for more that can still be answered; None where there is none, or its day has passed."""
    return aanmelding.aanvulverzoeken.filter(afgesloten_op=None, uiterlijk__gte=localdate(op)).first()


def huidige_voorwaarden(oproep: Oproep) -> Voorwaarden | None:
    """The version of the conditions that holds; None where none was settled yet."""
    return oproep.voorwaarden.exclude(vastgesteld_op=None).order_by("-nummer").first()


def _laat(aanmelding: Aanmelding, op: datetime.datetime) -> bool:
    geldig = Q(ingetrokken_op=None, link_geldig_tot__gte=localdate(op))
    return Laattoegang.objects.filter(geldig, aanmelding=aanmelding).exists()
