"""What a number in a cell means: Excel stores a date as a number, and only its format tells."""

import datetime as dt
import math
import re
from collections.abc import Mapping
from enum import Enum

Getal = int | float | str | dt.date | dt.datetime | dt.time | dt.timedelta


class Soort(Enum):
    """What a number in some format stands for."""

    GETAL = "getal"
    MOMENT = "moment"
    DUUR = "duur"


# Excel's own formats (ECMA-376 part 1, 18.8.30); 27-36 and 50-58 are dates in East Asian versions.
INGEBOUWDE_MOMENTEN = {str(nr) for nr in (*range(14, 23), *range(27, 37), 45, 47, *range(50, 59))}
INGEBOUWDE_DUUR = "46"
DUUR = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
# Literal text, escaped characters, fill and width, and what stands in brackets (colour, country, condition).
GEEN_LETTERS = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')
MOMENT = re.compile(r"[dmyhsj]", re.IGNORECASE)

LAATSTE_DAG = 2_958_465  # 31-12-9999, counted from 1900
DAGEN_1904 = 1462
SCHRIKKELDAG_1900 = 60  # 29-02-1900 never was, but Excel counts it
MIDDERNACHT = dt.datetime(1900, 1, 1)  # noqa: DTZ001 - Excel knows no time zones
CIJFERS = re.compile(r"-?\d{1,17}")
MILLISECONDEN = 86_400_000


def soort_van(nummer: str, eigen: Mapping[str, str]) -> Soort:
    """What a number in the format with this number is; `eigen` holds the formats the file itself defines."""
    if nummer in eigen:
        return _soort_van_code(eigen[nummer])
    if nummer == INGEBOUWDE_DUUR:
        return Soort.DUUR
    return Soort.MOMENT if nummer in INGEBOUWDE_MOMENTEN else Soort.GETAL


def _soort_van_code(code: str) -> Soort:
    kaal = re.sub(r'"[^"]*"|\\.', "", code).partition(";")[0]
    if DUUR.search(kaal):
        return Soort.DUUR
    letters = GEEN_LETTERS.sub("", kaal)
    is_getal = "general" in letters.lower() or not MOMENT.search(letters)
    return Soort.GETAL if is_getal else Soort.MOMENT


def lees_getal(tekst: str, soort: Soort, vanaf_1904: bool) -> Getal:
    """The number in a cell: whole where it is whole, a date at midnight, a moment or time of day otherwise.

    A number that is no day in Excel's calendar (negative, beyond 9999, 29 February 1900) stays a number.
    """
    waarde = _kaal_getal(tekst)
    if isinstance(waarde, str) or soort is Soort.GETAL:
        return waarde
    if soort is Soort.DUUR:
        return dt.timedelta(milliseconds=round(waarde * MILLISECONDEN)) if abs(waarde) <= LAATSTE_DAG else waarde
    return _moment(waarde, vanaf_1904)


def _kaal_getal(tekst: str) -> int | float | str:
    """Fifteen digits are what Excel shows and holds to; so 0.30000000000000004 is 0.3, and 2.9999999999999996 is 3."""
    tekst = tekst.strip()
    if CIJFERS.fullmatch(tekst):
        return int(tekst)
    try:
        waarde = float(f"{float(tekst):.15g}")
    except ValueError:
        return tekst
    if not math.isfinite(waarde):
        return tekst
    return int(waarde) if waarde.is_integer() and abs(waarde) < 1e17 else waarde


def _moment(waarde: int | float, vanaf_1904: bool) -> Getal:
    dagen, rest = divmod(round(waarde * MILLISECONDEN), MILLISECONDEN)
    if dagen == 0:
        return _tijd(rest)
    if vanaf_1904:
        dagen += DAGEN_1904
    if not 0 < dagen <= LAATSTE_DAG or dagen == SCHRIKKELDAG_1900:
        return waarde
    begin = dt.date(1899, 12, 31 if dagen < SCHRIKKELDAG_1900 else 30)
    dag = begin + dt.timedelta(days=dagen)
    return dt.datetime.combine(dag, _tijd(rest)) if rest else dag


def _tijd(milliseconden: int) -> dt.time:
    return (MIDDERNACHT + dt.timedelta(milliseconds=milliseconden)).time()


def lees_iso(tekst: str) -> Getal:
    """A date as newer files may write it (2020-06-30, 2020-06-30T12:00:00); anything else stays text."""
    for lees in (dt.date.fromisoformat, dt.datetime.fromisoformat, dt.time.fromisoformat):
        try:
            waarde = lees(tekst.strip())
        except ValueError:
            continue
        return _zonder_middernacht(waarde)
    return tekst


def _zonder_middernacht(waarde: dt.date | dt.datetime | dt.time) -> dt.date | dt.datetime | dt.time:
    if isinstance(waarde, dt.time):
        return waarde.replace(tzinfo=None)
    if not isinstance(waarde, dt.datetime):
        return waarde
    kaal = waarde.replace(tzinfo=None)
    return kaal.date() if kaal.time() == dt.time.min else kaal
