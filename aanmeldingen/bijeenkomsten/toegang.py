"""Who plans meetings and reads who comes: the office (OPROEPEN_BEHEREN), and nobody else.

An adviser who tells their story at a meeting does not get the names: nothing in their work asks for them before an
organisation applies, and from then on the application says whether anybody of it was there. Who helps at the door
uses an account of the office.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from aanmeldingen.models import Bijeenkomst
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles

View = Callable[..., HttpResponse]


def voor_kantoor(view: View) -> View:
    """The view gets the user; for who may not manage calls the page does not exist."""

    @login_required
    @wraps(view)
    def getoetst(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or not mag_alles(request.user, Recht.OPROEPEN_BEHEREN):
            raise Http404
        return view(request, request.user, *args, **kwargs)

    return getoetst


def met_bijeenkomst(view: View) -> View:
    """The view gets the user and the meeting."""

    @voor_kantoor
    @wraps(view)
    def gevonden(request: HttpRequest, user: User, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
        rijen = Bijeenkomst.objects.zichtbaar_voor(user).select_related("sessie", "oproep__programma")
        return view(request, user, get_object_or_404(rijen, pk=pk), *args, **kwargs)

    return gevonden


def alleen_verzenden(terug: str) -> Callable[[View], View]:
    """A view that only takes forms; who opens its address (after logging in again) gets the page `terug` names."""

    def om(view: View) -> View:
        @wraps(view)
        def verzonden(request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponse:
            if request.method != "POST":
                return redirect(f"aanmeldingen:{terug}", pk)
            return view(request, *args, pk=pk, **kwargs)

        return verzonden

    return om
