"""The public pages of 2019 and 2020, without protection, as the Monitor published 2020."""

import datetime
from typing import Final
from uuid import uuid4

from django.db import transaction

from mantelzorg.models import Programma, User
from monitor.models import Publicatietekst, Vaststelling
from monitor.publicatie.publiceren import maak_voorbeeld, publiceer
from monitor.publicatie.standaard import VERDIEPING, standaardteksten

DEELNEMERS: Final = (
    "Er doen {deelnemers.totaal} mensen mee, namens {organisaties} organisaties. "
    "Van {deelnemers.bekend} van hen is het organisatietype bekend."
)


@transaction.atomic
def laad_publicaties(programma: Programma, op: datetime.datetime) -> None:
    """Every fixed measurement of the Monitor, where staff never wrote texts; what they did since is kept."""
    if Publicatietekst.history.filter(programma=programma).exists():
        return
    teksten = standaardteksten(programma) | {"verdieping": f"{VERDIEPING}\n\n{DEELNEMERS}"}
    tekst = Publicatietekst(programma=programma, drempel=0, **teksten)
    tekst._change_reason = "teksten van de demonstratie"  # type: ignore[attr-defined]  # read by simple-history
    tekst.save()
    rijen = Vaststelling.objects.filter(meting__programma=programma, meting__voor_monitor=True)
    for vaststelling in rijen.select_related("meting__programma", "door").order_by("meting__jaar"):
        _publiceer(vaststelling, vaststelling.door, op)


def _publiceer(vaststelling: Vaststelling, door: User, op: datetime.datetime) -> None:
    gezien = maak_voorbeeld(vaststelling, op).zegel
    publiceer(meting=vaststelling.meting_id, gezien=gezien, inzending=uuid4(), door=door, op=op)
