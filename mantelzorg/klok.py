"""The clock. Read by views, commands and access rules; everything else takes a date as an argument."""

import datetime

from django.utils import timezone


def vandaag() -> datetime.date:
    """Today in Europe/Amsterdam."""
    return timezone.localdate()
