"""Who gets to which application: what one may not see does not exist (404)."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from aanmeldingen.models import Aanmelding
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag

View = Callable[..., HttpResponse]
_BEKEND = (
    "oproep",
    "sector",
    "gemeente",
    "voorwaarden",
    "belangstelling",
    "bijeenkomst__sessie",
    "toelating__praktijk",
)


def voor_lezers(view: View) -> View:
    """The view gets the user who may see applications at all."""
    return _met_recht(view, Recht.AANMELDINGEN_ZIEN)


def voor_beoordelaars(view: View) -> View:
    """The view gets the user who assesses applications."""
    return _met_recht(view, Recht.AANMELDINGEN_BEOORDELEN)


def voor_gespreksvoerders(view: View) -> View:
    """The view gets the user who holds talks."""
    return _met_recht(view, Recht.GESPREKKEN_VOEREN)


def _met_recht(view: View, recht: Recht) -> View:
    @login_required
    @wraps(view)
    def getoetst(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or not mag(request.user, recht):
            raise Http404
        return view(request, request.user, *args, **kwargs)

    return getoetst


def zichtbaar(user: User) -> "QuerySet[Aanmelding]":
    """The applications `user` may read, with what their page shows of others."""
    return Aanmelding.objects.zichtbaar_voor(user).select_related(*_BEKEND)


def aanmelding_van(user: User, pk: int) -> Aanmelding:
    """That application, if `user` may read it; else there is no such page."""
    return get_object_or_404(zichtbaar(user), pk=pk)


def inzending_van(request: HttpRequest) -> UUID:
    """The form's own key; a form without a readable key is a form of its own."""
    return _uuid(request.POST.get("inzending", "")) or uuid4()


def bewaard(request: HttpRequest) -> str:
    """The key of the form that was stored just now, for the browser to forget what it kept of it."""
    return str(_uuid(request.GET.get("bewaard", "")) or "")


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None
