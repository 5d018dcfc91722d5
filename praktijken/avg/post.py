"""Mail to participants who are erased or restricted does not go."""

from deelnemers.models import Deelnemer
from mantelzorg.models import Bericht
from praktijken.models import Deelname


def weigering(bericht: Bericht) -> str:
    """Why this mail must not be sent, in Dutch; empty where nothing is against it."""
    over = bericht.over
    persoon = over.deelnemer if isinstance(over, Deelname) else over
    if not isinstance(persoon, Deelnemer) or bericht.ontvanger_id is not None:
        return ""
    if persoon.gewist_op:
        return "Deze persoon is gewist."
    return "De gegevens van deze persoon worden beperkt gebruikt." if persoon.beperkt_op else ""
