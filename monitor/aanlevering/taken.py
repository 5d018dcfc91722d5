"""The worker's tasks for deliveries. What they take is a key; what to do stands with the delivery itself."""

from django.utils import timezone
from django_tasks import task


@task()
def maak_levering(pk: int) -> None:
    """Make delivery `pk`; nothing where it is made, or another worker is at it."""
    from monitor.aanlevering.leveren import doe  # it puts tasks in the queue in its turn

    doe(pk)


@task()
def red_leveringen() -> int:
    """Begin again, or give up, what a worker left when it was killed; how many there were."""
    from monitor.aanlevering.leveren import red  # idem

    return red(timezone.now())
