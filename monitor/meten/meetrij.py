"""Whether the rows around a fixed measurement still agree with what its kop says: they lie outside the seal."""

import datetime
from collections.abc import Iterator
from typing import Any

from monitor.models import Meting, Vaststelling


def afwijkingen(vaststelling: Vaststelling, kop: dict[str, Any]) -> list[str]:
    """A Dutch sentence for each field that is not what was fixed. KeyError, TypeError or ValueError: an odd kop.

    The reason (aanleiding) and names are left out: people may have to erase what they typed, or be renamed. So may a
    programme, as long as it ever went by the name in the kop.
    """
    meting = vaststelling.meting
    return [
        f"Het veld '{veld}' is {_als_tekst(staat)}; vastgesteld is {_als_tekst(hoort)}."
        for veld, staat, hoort in _paren(vaststelling, meting, kop)
        if staat != hoort
    ]


def _paren(vaststelling: Vaststelling, meting: Meting, kop: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    yield "indicator", meting.indicator, kop["indicator"]
    yield "jaar", meting.jaar, kop["jaar"]
    yield "nummer", meting.nummer, kop["nummer"]
    yield "peildatum", meting.peildatum.isoformat(), kop["peildatum"]
    yield "meting van de Monitor", meting.voor_monitor, kop["voor_monitor"]
    yield "vervangt", meting.vervangt.nummer if meting.vervangt else None, kop["vervangt"]
    yield "niet van toepassing", meting.nvt or kop["nvt"], kop["nvt"]
    yield "definitie", vaststelling.definitie, kop["definitie"]
    yield "vastgesteld op", _moment(vaststelling.op), kop["handelingen"][-1]["op"]
    slug = kop["programma"]["slug"]
    yield "programma", slug if _heette(meting, slug) else meting.programma.slug, slug


def _heette(meting: Meting, slug: str) -> bool:
    programma = meting.programma
    return programma.slug == slug or programma.history.filter(slug=slug).exists()


def _moment(op: datetime.datetime) -> str:
    return op.astimezone(datetime.UTC).replace(microsecond=0).isoformat()


def _als_tekst(waarde: Any) -> str:
    match waarde:
        case None | "":
            return "leeg"
        case bool():
            return "ja" if waarde else "nee"
        case _:
            return f"{waarde}"
