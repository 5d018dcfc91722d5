"""The dossier of a fixed measurement, read from its own rows."""

import datetime
from typing import Final

from django.conf import settings

from mantelzorg.versie import VERSIE
from monitor.aanlevering.dossier import Dossier
from monitor.aanlevering.teksten import dag
from monitor.meten import lezen
from monitor.models import Metingstaat, Staatsoort, Vaststelling
from monitor.nederlands import datum
from monitor.publicatie.vorm import lees
from monitor.publicatie.waarden import Teksten

TE_MELDEN: Final = (Staatsoort.ERRATUM, Staatsoort.INGETROKKEN, Staatsoort.VERVANGEN)
"""What a reader of the figures must know of."""


def dossier_van(vaststelling: Vaststelling, *, op: datetime.datetime) -> Dossier:
    """All that the documents tell, made at `op`."""
    rapport = lezen.rapport(vaststelling)
    if rapport.meting is None:
        raise ValueError("a report of a fixed measurement says which one it is")
    return Dossier(
        rapport=rapport,
        meting=rapport.meting,
        standen=tuple(_zin(staat) for staat in vaststelling.staten.filter(soort__in=TE_MELDEN)),
        gepubliceerd=_teksten(vaststelling),
        contact=_contact(),
        gemaakt_op=op,
        versie=VERSIE,
    )


def _zin(staat: Metingstaat) -> str:
    naam = f"Erratum {staat.nummer}" if staat.soort == Staatsoort.ERRATUM else staat.soort.capitalize()
    return f"{naam}, {datum(dag(staat.op))}: {staat.openbaar or staat.reden}"


def _teksten(vaststelling: Vaststelling) -> Teksten | None:
    laatste = vaststelling.publicaties.order_by("-versie").first()
    return None if laatste is None else lees(laatste.inhoud).teksten


def _contact() -> str:
    return ", ".join(filter(None, [settings.CONTACT_EMAIL, settings.CONTACT_TELEFOON]))
