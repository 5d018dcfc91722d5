"""What the worker does with places by the clock."""

from django.utils import timezone
from django_tasks import task


@task()
def laat_aanbiedingen_verlopen() -> int:
    """End the offers whose term has ended, and pass their places on; how many there were."""
    from aanmeldingen.plaatsen.aanbod import laat_verlopen  # the settings name this module before models are loaded

    return laat_verlopen(timezone.now())
