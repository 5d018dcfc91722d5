"""Moments as people read them, in Amsterdam."""

import datetime
from typing import Final

from django.utils.formats import date_format
from django.utils.timezone import localtime

MINUUT: Final = datetime.timedelta(minutes=1)


def moment(op: datetime.datetime) -> str:
    """`maandag 30 juni 2014, 23.59 uur`."""
    return f"{date_format(localtime(op), 'l j F Y, H.i')} uur"


def dag(op: datetime.date) -> str:
    """`30 juni 2014`."""
    return date_format(op, "j F Y")


def kort(op: datetime.datetime) -> str:
    """`30-06-2014, 23.59 uur`."""
    return f"{localtime(op):%d-%m-%Y, %H.%M} uur"


def tot_en_met(voor: datetime.datetime) -> str:
    """`tot en met maandag 30 juni 2014, 23.59 uur`: the last minute before the moment at which it is over."""
    return f"tot en met {moment(voor - MINUUT)}"
