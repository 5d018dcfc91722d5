"""The files one can download of a call's figures."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from mantelzorg.versie import VERSIE
from monitor.oproepen.rapport import Rapport
from monitor.oproepen.weergave.als_csv import als_csv
from monitor.oproepen.weergave.als_json import als_json
from monitor.oproepen.weergave.als_xlsx import als_xlsx
from monitor.weergave.bestanden import BESTANDSVORMEN as VAN_INDICATOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestandsvorm:
    """A form of file: its label on a button, its media type, and what makes its bytes at a moment."""

    label: str
    mediatype: str
    maak: Callable[[Rapport, datetime.datetime], bytes]


_MAAK: dict[str, Callable[[Rapport, datetime.datetime], bytes]] = {
    "xlsx": lambda rapport, gemaakt_op: als_xlsx(rapport, gemaakt_op=gemaakt_op, versie=VERSIE),
    "csv": lambda rapport, _: als_csv(rapport),
    "json": lambda rapport, _: als_json(rapport).encode(),
}
BESTANDSVORMEN: dict[str, Bestandsvorm] = {
    formaat: Bestandsvorm(label=vorm.label, mediatype=vorm.mediatype, maak=_MAAK[formaat])
    for formaat, vorm in VAN_INDICATOR.items()
}


def bestandsnaam(rapport: Rapport, formaat: str) -> str:
    """A name every system can hold: a slug has letters without accents, digits, hyphens and underscores."""
    return f"oproep-{rapport.cijfers.oproep}-{rapport.peildatum.isoformat()}.{formaat}"
