"""What comes with a request: who asks, which record, and the key of the form."""

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag
from praktijken.models import Les
from praktijken.voortgang.invoer import Inzending


def lezer(request: HttpRequest) -> User:
    """Who asks, if they may see practices at all; else there is no such page."""
    if not isinstance(request.user, User) or not mag(request.user, Recht.PRAKTIJKEN_ZIEN):
        raise Http404
    return request.user


def beoordelaar(request: HttpRequest) -> User:
    """Who asks, if they judge lessons; else there is no such page."""
    if not isinstance(request.user, User) or not mag(request.user, Recht.LESSEN_BEOORDELEN):
        raise Http404
    return request.user


def eigen_les(request: HttpRequest, pk: int) -> Les:
    """A lesson of a practice that who asks may change; else there is no such page."""
    lessen = Les.objects.wijzigbaar_door(lezer(request))
    return get_object_or_404(lessen.select_related("praktijk__programma", "experiment"), pk=pk)


def getal(tekst: str) -> int | None:
    """A key from an address or form; None where it is none."""
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 19 else None


def inzending(request: HttpRequest) -> Inzending:
    """Who sends, with the form's own key; a form without a readable key is a form of its own."""
    try:
        sleutel = UUID(request.POST.get("inzending", ""))
    except ValueError:
        sleutel = uuid4()
    return Inzending(door=lezer(request), sleutel=sleutel)
