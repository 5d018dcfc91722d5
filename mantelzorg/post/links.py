"""What differs by the kind of mail: the personal link in it, and reasons not to send it after all.

Apps name theirs in the settings (`POST_LINKS`, `POST_WEIGERINGEN`), for the outbox knows no app but its own.
"""

from typing import Final

from django.conf import settings
from django.utils.module_loading import import_string

from mantelzorg.models import Bericht

LINK: Final = "[persoonlijke link]"
"""Stands in a text for an address that is made when the mail goes out."""


def tekst_met_link(bericht: Bericht) -> str:
    """The text as it goes out. KeyError where the text asks for a link that its kind of mail does not have."""
    if LINK not in bericht.tekst:
        return bericht.tekst
    maak_link = import_string(settings.POST_LINKS[bericht.soort])
    return bericht.tekst.replace(LINK, settings.WEBADRES.rstrip("/") + maak_link(bericht))


def weigering(bericht: Bericht) -> str:
    """Why this mail must not be sent now, in Dutch; empty where nothing is against it."""
    redenen = (import_string(naam)(bericht) for naam in settings.POST_WEIGERINGEN)
    return next((reden for reden in redenen if reden), "")
