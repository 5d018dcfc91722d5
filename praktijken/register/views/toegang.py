"""Who gets to the register at all: who may see a participant's name; for others there are no such pages."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag, mag_alles

View = Callable[..., HttpResponse]


def voor_lezers(view: View) -> View:
    """The view gets the user who may see names, of own practices at least."""
    return _alleen(view, lambda user: mag(user, Recht.PERSONEN_ZIEN))


def voor_bureau(view: View) -> View:
    """The view gets the user who may change every participant."""
    return _alleen(view, lambda user: mag_alles(user, Recht.PERSONEN_WIJZIGEN))


def _alleen(view: View, toegelaten: Callable[[User], bool]) -> View:
    @login_required
    @wraps(view)
    def getoetst(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or not toegelaten(request.user):
            raise Http404
        return view(request, request.user, *args, **kwargs)

    return getoetst
