"""What an Excel file says of itself: which measurement it is of, and when and by which version it was made."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from mantelzorg.excel.lezer import Cel, lees
from monitor.nederlands import MAANDEN
from monitor.weergave import xlsx_toelichting as toelichting
from monitor.weergave import xlsx_verantwoording as verantwoording

HOOGSTENS = 400
"""Rows of these sheets: ours have some forty."""
_MOMENT = re.compile(r"(\d{1,2}) ([a-z]+) ([1-9]\d{3}), (\d\d)\.(\d\d) uur .*")
_VERSIE = re.compile(r"\d[0-9A-Za-z.+-]{0,30}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kenmerk:
    """`zegel`, and `meting` (slug, year, number), as the file has them. None: not to be read."""

    zegel: Cel
    meting: tuple[Cel, Cel, Cel]
    gemaakt_op: datetime.datetime | None
    versie: str | None


def lees_kenmerk(pad: Path) -> Kenmerk | None:
    """None: the file does not say of which measurement it is. OnleesbaarBestand."""
    bladen: dict[str, dict[Cel, Cel]] = {}
    for naam, rij in islice(lees(pad, [verantwoording.NAAM, toelichting.NAAM]), HOOGSTENS):
        begrip, waarde, *_ = (*rij.cellen, None, None)
        bladen.setdefault(naam, {}).setdefault(begrip, waarde)
    if verantwoording.NAAM not in bladen:
        return None
    zegt, over = bladen[verantwoording.NAAM], bladen.get(toelichting.NAAM, {})
    return Kenmerk(
        zegel=zegt.get(verantwoording.ZEGEL),
        meting=(zegt.get(verantwoording.PROGRAMMA), zegt.get(verantwoording.JAAR), zegt.get(verantwoording.NUMMER)),
        gemaakt_op=_moment(over),
        versie=_versie(over),
    )


def _moment(over: Mapping[Cel, Cel]) -> datetime.datetime | None:
    """To the minute, in Amsterdam; only as we write it."""
    tekst = over.get(toelichting.GEMAAKT_OP)
    delen = _MOMENT.fullmatch(tekst) if isinstance(tekst, str) else None
    if delen is None or delen[2] not in MAANDEN:
        return None
    maand = MAANDEN.index(delen[2]) + 1
    try:
        op = datetime.datetime(
            int(delen[3]), maand, int(delen[1]), int(delen[4]), int(delen[5]), tzinfo=ZoneInfo(toelichting.TIJDZONE)
        )
    except ValueError:
        return None
    return op if toelichting.moment(op) == tekst else None


def _versie(over: Mapping[Cel, Cel]) -> str | None:
    tekst = over.get(toelichting.GEMAAKT_MET)
    if not isinstance(tekst, str) or not tekst.startswith(toelichting.PRODUCT):
        return None
    versie = tekst.removeprefix(toelichting.PRODUCT)
    return versie if _VERSIE.fullmatch(versie) else None
