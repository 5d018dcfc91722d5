"""The worker's tasks on uploaded files. What they take is a key; what to do stands with the batch itself."""

import logging
import traceback

from django.utils import timezone
from django_tasks import task

logger = logging.getLogger(__name__)


@task()
def werk_aan(pk: int) -> None:
    """Do what batch `pk` waits for; nothing where it waits for nothing, or another worker is at it."""
    from praktijken.uitwisseling.werk import doe  # it puts tasks in the queue in its turn

    try:
        doe(pk)
    except Exception as fout:
        # Its text may hold what was in the file, so the place is logged and the text is not.
        plek = traceback.extract_tb(fout.__traceback__)[-1]
        logger.error("Import %s mislukt: %s in %s, regel %s", pk, type(fout).__name__, plek.name, plek.lineno)


@task()
def red_imports() -> int:
    """Go on with, or give up, what a worker left when it was killed; how many there were."""
    from praktijken.uitwisseling.redden import red  # idem

    return red(timezone.now())


@task()
def ruim_imports_op() -> int:
    """Empty what nobody confirmed in time; how many there were."""
    from praktijken.uitwisseling.batches import ruim_op  # idem

    return ruim_op(timezone.now())
