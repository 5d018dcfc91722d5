"""What readers are told of an erratum: figures filled in as in the texts of a publication, once, when it is written."""

import datetime

from monitor.meten.opstellen import KanNiet
from monitor.models import Vaststelling
from monitor.publicatie.publiceren import maak_voorbeeld

WAAR = "tekst voor lezers"


class KanZoNietOpenbaar(KanNiet):
    """The text itself is in the way; in Dutch, what to do about it."""


def openbare_tekst(vaststelling: Vaststelling, tekst: str, op: datetime.datetime) -> str:
    """`tekst` with the figures as they would be published at that moment. KanZoNietOpenbaar."""
    invulling = maak_voorbeeld(vaststelling, op).invulling
    if fouten := invulling.fouten(WAAR, tekst):
        raise KanZoNietOpenbaar(" ".join(fouten))
    return invulling.vul(tekst)
