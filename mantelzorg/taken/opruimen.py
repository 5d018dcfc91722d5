"""What the worker throws away of its own: nothing here is a record of the programme."""

import datetime
from typing import Final

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

from mantelzorg.models import Hartslag, Roosterbeurt
from mantelzorg.taken import hartslag, rooster

BEWAAR_TAKEN: Final = 14
"""Days that the outcome of a job that went well is kept."""
BEWAAR_MISLUKT: Final = 60
"""Days that of a job that failed, so that somebody can look why."""


@task()
def ruim_taken_op() -> None:
    """Old outcomes of jobs, old turns of the clock, and workers that are long gone."""
    nu = timezone.now()
    call_command(
        "prune_db_task_results",
        queue_name="*", min_age_days=BEWAAR_TAKEN, failed_min_age_days=BEWAAR_MISLUKT, verbosity=0,
    )  # fmt: skip
    _gooi_weg(Roosterbeurt, nu - rooster.BEWAAR)
    _gooi_weg(Hartslag, nu - hartslag.BEWAAR)


def _gooi_weg(model: type[Roosterbeurt] | type[Hartslag], voor: datetime.datetime) -> None:
    for oud in model.objects.filter(op__lt=voor).iterator():
        oud.delete()
