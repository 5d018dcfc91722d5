"""The measurements of 2019 and 2020: made by the analyst, checked and fixed by the office."""

import datetime
from typing import Final
from uuid import uuid4

from django.db import transaction

from mantelzorg.inloggen import DEMONSTRATIEACCOUNTS
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Rol
from monitor.meten.opstellen import Opzet, controleer, maak, uitkomst_nu
from monitor.meten.vaststellen import stel_vast
from monitor.models import Meting

PEILDATA: Final = {2019: datetime.date(2019, 6, 30), 2020: datetime.date(2020, 6, 30)}
"""In 2019 nothing had started: nvt; in 2020 there were 11."""


@transaction.atomic
def laad_metingen(programma: Programma, op: datetime.datetime) -> None:
    """Both, where the programme never had one; what users did with them since is kept."""
    if Meting.history.filter(programma=programma).exists():
        return
    analist, medewerker = _account(Rol.ANALIST), _account(Rol.MEDEWERKER)
    for jaar, peildatum in PEILDATA.items():
        opzet = Opzet(
            programma=programma, jaar=jaar, peildatum=peildatum, aanleiding=f"Monitor {jaar}", voor_monitor=True,
            inzending=uuid4(),
        )  # fmt: skip
        meting = maak(opzet, door=analist, op=op)
        controleer(meting=meting.pk, gezien=uitkomst_nu(meting), notitie="", door=medewerker, op=op)
        stel_vast(meting=meting.pk, notitie="", door=medewerker, op=op, vandaag=op.date())


def _account(rol: Rol) -> User:
    email = next(email for email, van in DEMONSTRATIEACCOUNTS.items() if van is rol)
    return User.objects.get(email=email)
