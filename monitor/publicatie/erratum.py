"""What readers are told of an erratum: figures filled in as in the texts of a publication, once, when it is written."""

import datetime

from monitor.meten.opstellen import KanNiet
from monitor.models import Meting, Vaststelling
from monitor.publicatie.getallen import losse_getallen
from monitor.publicatie.nakijken import kijk_na
from monitor.publicatie.publiceren import maak_voorbeeld

WAAR = "tekst voor lezers"


class KanZoNietOpenbaar(KanNiet):
    """The text itself is in the way; in Dutch, what to do about it."""


def openbare_tekst(vaststelling: Vaststelling, tekst: str, op: datetime.datetime) -> str:
    """`tekst` with the figures as they would be published at that moment. KanZoNietOpenbaar.

    Of an indicator that is not published there are no figures to fill in, and none that are protected.
    """
    if not Meting.objects.openbaar_te_maken().filter(pk=vaststelling.meting_id).exists():
        return tekst
    voorbeeld = maak_voorbeeld(vaststelling, op)
    waarden = voorbeeld.invulling.waarden
    gevonden = kijk_na(losse_getallen(WAAR, tekst), voorbeeld.geheim, waarden)
    fouten = [*voorbeeld.invulling.fouten(WAAR, tekst), *(een.in_erratum for een in gevonden.tegen)]
    if fouten:
        raise KanZoNietOpenbaar(" ".join(fouten))
    return voorbeeld.invulling.vul(tekst)
