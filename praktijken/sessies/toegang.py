"""Who gets to which session: what one may not see does not exist (404)."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag

View = Callable[..., HttpResponse]


def voor_lezers(view: View) -> View:
    """The view gets the user who may see practices."""
    return _met_recht(view, Recht.PRAKTIJKEN_ZIEN)


def voor_schrijvers(view: View) -> View:
    """The view gets the user who may change a practice at all."""
    return _met_recht(view, Recht.PRAKTIJKEN_WIJZIGEN)


def _met_recht(view: View, recht: Recht) -> View:
    @login_required
    @wraps(view)
    def getoetst(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or not mag(request.user, recht):
            raise Http404
        return view(request, request.user, *args, **kwargs)

    return getoetst


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


def alleen_verzenden(view: View) -> View:
    """A view that only takes forms; who opens its address (after logging in again) gets the session."""

    @wraps(view)
    def verzonden(request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return redirect("praktijken:sessie", pk)
        return view(request, *args, pk=pk, **kwargs)

    return verzonden
