"""What a new call begins with: what its programme says already."""

import datetime
from typing import Any

from django.utils.timezone import make_aware

from mantelzorg.models import Programma


def standaard(programma: Programma) -> dict[str, Any]:
    """Values by field; what the programme does not say stays away."""
    begin: dict[str, Any] = {"naam": programma.naam, "slug": programma.slug}
    if programma.aanmelden_tot_en_met:
        erna = programma.aanmelden_tot_en_met + datetime.timedelta(days=1)
        begin["sluit_op"] = make_aware(datetime.datetime.combine(erna, datetime.time()))
    return begin
