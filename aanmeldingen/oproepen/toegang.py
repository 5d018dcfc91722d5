"""Who sets up calls: staff. For anybody else these pages do not exist (404)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from aanmeldingen.models import Oproep
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles

View = Callable[..., HttpResponse]


def voor_beheer(view: View) -> View:
    """The view gets the user who manages calls."""

    @login_required
    @wraps(view)
    def getoetst(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or not mag_alles(request.user, Recht.OPROEPEN_BEHEREN):
            raise Http404
        return view(request, request.user, *args, **kwargs)

    return getoetst


def met_oproep(view: View) -> View:
    """As `voor_beheer`, with the call of that name in the place of its name."""

    @voor_beheer
    @wraps(view)
    def gevonden(request: HttpRequest, user: User, slug: str, **kwargs: Any) -> HttpResponse:
        oproepen = Oproep.objects.zichtbaar_voor(user).select_related("programma")
        return view(request, user, get_object_or_404(oproepen, slug=slug), **kwargs)

    return gevonden
