"""The days of a call, from the moments at which it opens and closes."""

import datetime

from django.utils import timezone


def eerste_dag(opent_op: datetime.datetime) -> datetime.date:
    """The day on which one can first apply, in Europe/Amsterdam."""
    return timezone.localdate(opent_op)


def laatste_dag(sluit_op: datetime.datetime) -> datetime.date:
    """The last day on which one can apply: closing at midnight leaves the day before (begrippen.md §1)."""
    return timezone.localdate(sluit_op - datetime.timedelta(microseconds=1))
