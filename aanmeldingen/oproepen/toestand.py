"""What a call is at a moment, in words."""

import datetime
from enum import StrEnum

from aanmeldingen.models import Oproep


class Toestand(StrEnum):
    """Whether one can apply, and why not."""

    CONCEPT = "nog niet gepubliceerd"
    STRAKS = "nog niet open"
    OPEN = "open"
    GESLOTEN = "gesloten"


def toestand(oproep: Oproep, nu: datetime.datetime) -> Toestand:
    """Which of these it is now."""
    if oproep.gepubliceerd_op is None:
        return Toestand.CONCEPT
    if nu < oproep.opent_op:
        return Toestand.STRAKS
    return Toestand.OPEN if nu < oproep.sluit_op else Toestand.GESLOTEN
