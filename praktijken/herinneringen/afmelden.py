"""The link in the weekly mail with which somebody stops it, without logging in."""

from typing import Final

from django.core import signing
from django.urls import reverse

from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht, User
from praktijken.herinneringen.acties import voorkeur_van

SOORT: Final = "weekbrief"
_ZOUT: Final = "praktijken.herinneringen.afmelden"


def maak_link(bericht: Bericht) -> str:
    """The address for its receiver. It holds a signed number, and works as long as the account is open."""
    return reverse("praktijken:afmelden", args=[signing.dumps(bericht.ontvanger_id, salt=_ZOUT)])


def van_wie(teken: str) -> User | None:
    """Whose link this is; None where it was made up, or the account is closed."""
    try:
        sleutel = signing.loads(teken, salt=_ZOUT)
    except signing.BadSignature:
        return None
    user = User.objects.filter(pk=sleutel).first()
    return user if user is not None and user.open_op(vandaag()) else None


def weigering(bericht: Bericht) -> str:
    """A weekly mail that was ready when its receiver stopped it does not go."""
    if bericht.soort != SOORT or bericht.ontvanger is None:
        return ""
    return "" if voorkeur_van(bericht.ontvanger).weekdag is not None else "De ontvanger wil geen weekmail meer."
