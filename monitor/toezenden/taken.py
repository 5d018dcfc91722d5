"""What the worker does by the clock."""

from django.utils import timezone
from django_tasks import task


@task()
def verstuur_toezendingen() -> int:
    """Put the links ready that are due; for how many people."""
    from monitor.toezenden.versturen import verwerk  # it puts tasks in the queue in its turn

    return verwerk(timezone.now())
