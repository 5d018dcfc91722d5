"""The files one can download of a report."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import slugify

from mantelzorg.excel import XLSX
from mantelzorg.versie import VERSIE
from monitor.rapport import Rapport
from monitor.weergave.als_csv import als_csv
from monitor.weergave.als_json import als_json
from monitor.weergave.als_xlsx import als_xlsx


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestandsvorm:
    """A form of file: its label on a button, its media type, and what makes its bytes at a moment."""

    label: str
    mediatype: str
    maak: Callable[[Rapport, datetime.datetime], bytes]


BESTANDSVORMEN: dict[str, Bestandsvorm] = {
    "xlsx": Bestandsvorm(
        label="Excel",
        mediatype=XLSX,
        maak=lambda rapport, gemaakt_op: als_xlsx(rapport, gemaakt_op=gemaakt_op, versie=VERSIE),
    ),
    "csv": Bestandsvorm(
        label="CSV",
        mediatype="text/csv; charset=utf-8",
        maak=lambda rapport, _: als_csv(rapport),
    ),
    "json": Bestandsvorm(
        label="JSON",
        mediatype="application/json",
        maak=lambda rapport, _: als_json(rapport.indicator).encode(),
    ),
}


def bestandsnaam(rapport: Rapport, formaat: str) -> str:
    """A name every system can hold: letters without accents, digits and hyphens."""
    slug = slugify(rapport.programma.slug) or "programma"
    if rapport.meting is not None:
        return f"indicator-23-{slug}-meting-{rapport.meting.jaar}-{rapport.meting.nummer}.{formaat}"
    return f"indicator-23-{slug}-{rapport.peildatum.isoformat()}.{formaat}"
