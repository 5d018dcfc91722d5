"""The files one can download of an indicator, live or fixed."""

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import slugify

from mantelzorg.versie import VERSIE
from monitor.document.als_pdf import PDF
from monitor.indicatoren.rapport import Cijferrapport
from monitor.indicatoren.soort import Uitkomst
from monitor.indicatoren.weergave.als_csv import als_csv
from monitor.indicatoren.weergave.als_pdf import als_pdf
from monitor.indicatoren.weergave.als_xlsx import als_xlsx
from monitor.weergave.bestanden import BESTANDSVORMEN as VAN_INDICATOR23


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestandsvorm:
    """A form of file: its label on a button, its media type, and what makes its bytes at a moment."""

    label: str
    mediatype: str
    maak: Callable[[Cijferrapport, datetime.datetime], bytes]


def als_json(uitkomst: Uitkomst) -> str:
    """The object as text; ends with a newline."""
    return json.dumps(uitkomst, ensure_ascii=False, indent=2) + "\n"


_MAAK: dict[str, Callable[[Cijferrapport, datetime.datetime], bytes]] = {
    "xlsx": lambda rapport, gemaakt_op: als_xlsx(rapport, gemaakt_op=gemaakt_op, versie=VERSIE),
    "csv": lambda rapport, _: als_csv(rapport),
    "json": lambda rapport, _: als_json(rapport.uitkomst).encode(),
}
BESTANDSVORMEN: dict[str, Bestandsvorm] = {
    formaat: Bestandsvorm(label=vorm.label, mediatype=vorm.mediatype, maak=_MAAK[formaat])
    for formaat, vorm in VAN_INDICATOR23.items()
} | {
    "pdf": Bestandsvorm(
        label="PDF", mediatype=PDF, maak=lambda rapport, gemaakt_op: als_pdf(rapport, gemaakt_op=gemaakt_op)
    )
}


def bestandsnaam(rapport: Cijferrapport, formaat: str) -> str:
    """A name every system can hold: letters without accents, digits and hyphens."""
    slug = slugify(rapport.programma.slug) or "programma"
    wat = f"{rapport.indicator.code}-{slug}"
    if rapport.meting is not None:
        return f"{wat}-meting-{rapport.meting.jaar}-{rapport.meting.nummer}.{formaat}"
    return f"{wat}-{rapport.peildatum.isoformat()}.{formaat}"
