"""Reasons not to send a request after all, asked when its mail goes out (`POST_WEIGERINGEN`)."""

from typing import Final

from deelnemers.benaderen import WIL_NIET
from mantelzorg.models import Bericht
from praktijken.models import Uitvraag

SOORT: Final = "klopt dit"
INGETROKKEN: Final = "De link is ingetrokken."
ANDER_ADRES: Final = "Het e-mailadres van de deelnemer is intussen gewijzigd of verwijderd."
WEG: Final = "De link is er niet meer."


def weigering(bericht: Bericht) -> str:
    """Empty where the request stands, and the participant still has this address (somebody erased has none).

    That the person wants no mail is asked of every mail, in `deelnemers.benaderen`; here of the one the request went
    over to when two records became one.
    """
    if bericht.soort != SOORT:
        return ""
    uitvraag = Uitvraag.objects.select_related("deelnemer").filter(bericht=bericht).first()
    if uitvraag is None:
        return WEG
    if uitvraag.ingetrokken_op is not None:
        return INGETROKKEN
    if uitvraag.deelnemer.niet_benaderen:
        return WIL_NIET
    return "" if uitvraag.deelnemer.email == bericht.aan else ANDER_ADRES
