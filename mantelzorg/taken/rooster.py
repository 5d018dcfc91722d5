"""What the worker does by the clock: each job once in every slot of time, however many workers there are.

A job and its slots stand in `ROOSTER` in the settings. The slot that holds this moment is claimed by a row; who makes
the row puts the job in the queue, in one transaction. A slot that passed while no worker ran is not made up for:
the next one does the work.
"""

import datetime
from typing import Any, Final

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from mantelzorg.models import Roosterbeurt

BEWAAR: Final = datetime.timedelta(days=35)
"""How long it stays known that a slot had its turn."""


def plan(nu: datetime.datetime) -> list[str]:
    """Put in the queue what is due at `nu`; the names of what was put there."""
    lokaal = timezone.localtime(nu)
    beurten = ((een.taak, een.tijdvak(lokaal)) for een in settings.ROOSTER)
    return [taak for taak, tijdvak in beurten if tijdvak is not None and _neem_beurt(taak, tijdvak)]


def _neem_beurt(taak: str, tijdvak: str) -> bool:
    if Roosterbeurt.objects.filter(taak=taak, tijdvak=tijdvak).exists():
        return False
    try:
        with transaction.atomic():
            Roosterbeurt.objects.create(taak=taak, tijdvak=tijdvak)
            _taak(taak).enqueue()
    except IntegrityError:  # another worker was first
        return False
    return True


def _taak(naam: str) -> Any:
    return import_string(naam)
